"""The way of the data, from packages and facts by hand to the committed files."""
