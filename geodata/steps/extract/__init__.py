"""Frozen extracts of the pinned data packages."""
