"""What the steps read, and lengths on the ellipsoid."""
