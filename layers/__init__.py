"""The atlas: layer definitions and their text, the map document, the page and the command line."""
