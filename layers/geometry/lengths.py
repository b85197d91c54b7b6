"""Lengths of what is drawn, in kilometres on the WGS84 ellipsoid."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pyproj
import shapely
from shapely.geometry import shape

STRAIGHT_KM = 25  # a longer straight piece of railway or road is a chord and must be called generalised
Point = tuple[float, float]  # longitude, latitude in degrees
_GEOD = pyproj.Geod(ellps="WGS84")


def length_km(geometry: dict[str, Any]) -> float:
    """Return the geodesic length of a line, all its parts together."""
    return float(_GEOD.geometry_length(shape(geometry))) / 1000


def told_km(properties: Mapping[str, Any]) -> float:
    """Return the length that is told of a line, in km: its track, else as published, else what is drawn."""
    published = properties.get("published_km")
    if isinstance(published, list | tuple):
        published = sum(published) / len(published)
    return float(properties.get("track_km") or published or properties["km"])


def longest_piece_km(geometry: dict[str, Any]) -> float:
    """Return the length of a line's longest straight piece."""
    parts = shapely.get_parts(shape(geometry))
    return max(float(metres) for part in parts for metres in _GEOD.line_lengths(*part.xy)) / 1000


def ends_of(geometry: dict[str, Any]) -> tuple[Point, Point]:
    """Return the first and the last point of a line, longitude before latitude; of several parts together."""
    parts = geometry["coordinates"] if geometry["type"] == "MultiLineString" else [geometry["coordinates"]]
    (first_lon, first_lat), (last_lon, last_lat) = parts[0][0][:2], parts[-1][-1][:2]
    return (first_lon, first_lat), (last_lon, last_lat)


def apart_km(one: Point, other: Point) -> float:
    """Return the geodesic distance of two points."""
    lons, lats = zip(one, other, strict=True)
    return float(_GEOD.line_length(lons, lats)) / 1000
