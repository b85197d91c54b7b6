"""The index of names: what everything is called, for search, routes, command line and addresses."""
