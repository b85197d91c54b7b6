"""Lines along rails, roads and lanes."""
