"""GeoJSON to checked features."""
