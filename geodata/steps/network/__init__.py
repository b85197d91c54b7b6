"""The network of places and legs."""
