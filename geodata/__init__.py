"""The geodata of the atlas: what is frozen from packages, entered by hand, and built into GeoJSON."""
