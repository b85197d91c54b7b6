"""Features of the layers, the places and the network's own files."""
