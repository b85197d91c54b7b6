"""Gives the areas that layers draw: countries, parts of them, lakes and circles over water, simplified."""

import json
from functools import cache
from typing import Any

import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from geodata.steps.files.geodesy import circle
from geodata.steps.files.raw import read_raw
from geodata.steps.ground.countries import merged_countries

SHOWN = shapely.box(-25.0, -12.0, 150.0, 75.0)  # what the map can show; the base map reaches farther
DETAIL = 0.05  # degrees; root of the smallest triangle that is kept
SMALL = 4.0  # square degrees; a smaller country keeps the detail of the base map
SPECK = 0.05  # square degrees; islands under it are left out of a large country
CASPIAN_LANDS = ("AZ", "IR", "KZ", "RU", "TM")
CASPIAN = (50.6, 41.9)


@cache
def simplified_countries() -> dict[str, BaseGeometry]:
    """Simplify all countries as one coverage, so that neighbours keep sharing their border."""
    shapes = {iso: shapely.intersection(whole, SHOWN) for iso, whole in merged_countries().items()}
    coarse = shapely.coverage_simplify(list(shapes.values()), DETAIL)
    return dict(zip(shapes, coarse, strict=True))


def country_area(iso: str) -> BaseGeometry:
    """Give a country as the map draws it, simplified to about 0.05° where it is large.

    Raises ValueError for a country that lies off the map.
    """
    whole = merged_countries()[iso]
    if whole.area < SMALL:
        return whole
    coarse = simplified_countries()[iso]
    if coarse.is_empty:
        raise ValueError(f"{iso} lies off the map; leave it out of the sources and say so in a note")
    parts = list(shapely.get_parts(coarse))
    largest = max(part.area for part in parts)
    return shapely.MultiPolygon([part for part in parts if part.area >= min(SPECK, largest)])


def part_of(iso: str, window: list[float]) -> BaseGeometry:
    """Give those pieces of a country that lie inside the window [west, south, east, north]."""
    west, south, east, north = window
    inside = shapely.box(west, south, east, north)
    return shapely.MultiPolygon([p for p in shapely.get_parts(merged_countries()[iso]) if inside.contains(p)])


def lake_area(lon: float, lat: float) -> BaseGeometry:
    """Give the lake of the base map that holds the point, or the Caspian, which its shores enclose.

    Raises ValueError where there is none.
    """
    point = shapely.Point(lon, lat)
    lakes = [shape(lake) for lake in read_raw("lakes")]
    found = [water for water in [*lakes, caspian()] if water.contains(point)]
    if not found:
        raise ValueError(f"no lake of the base map holds {lat} N {lon} E; move the point onto the water")
    return shapely.simplify(found[0], DETAIL / 3)


@cache
def caspian() -> BaseGeometry:
    """Give the Caspian Sea as the gap that the countries round it leave."""
    shores = shapely.union_all([merged_countries()[iso] for iso in CASPIAN_LANDS])
    rings = [ring for part in shapely.get_parts(shores) for ring in part.interiors]
    gaps = [shapely.Polygon(ring) for ring in rings]
    return next(gap for gap in gaps if gap.contains(shapely.Point(CASPIAN)))


def circle_area(lon: float, lat: float, radius_km: float, *, water: bool = False) -> BaseGeometry:
    """Give a geodesic circle, where `water` is true without the land of the base map in it."""
    whole = shapely.Polygon(circle((lon, lat), radius_km))
    if not water:
        return whole
    lands = [land for land in merged_countries().values() if land.intersects(whole)]
    wet = shapely.difference(whole, shapely.union_all(lands))
    largest: BaseGeometry = max(shapely.get_parts(wet), key=lambda part: float(part.area))
    return largest


def area_geometry(area: BaseGeometry) -> dict[str, Any]:
    """Write an area as a GeoJSON MultiPolygon with 3 decimals, 2 where it is as large as a country."""
    grid = 0.01 if area.area >= SMALL else 0.001
    snapped = shapely.set_precision(area, grid)
    parts = [part for part in shapely.get_parts(snapped) if part.geom_type == "Polygon"]
    turned = shapely.orient_polygons(shapely.normalize(shapely.MultiPolygon(parts)))
    digits = 2 if grid == 0.01 else 3
    geometry: dict[str, Any] = json.loads(
        shapely.to_geojson(turned), parse_float=lambda text: round(float(text), digits)
    )
    return geometry
