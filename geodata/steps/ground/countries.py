"""Gives the polygons of the countries as the map shows them, and what is kept apart from all of them."""

from functools import cache
from typing import Any

import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry
from shapely.ops import nearest_points

from geodata.steps.files.cutting import pieces_at
from geodata.steps.files.raw import read_raw
from geodata.steps.files.sources import read_source

Geometry = BaseGeometry
NAMES = {
    "TR": "Türkiye",
    "CZ": "Czechia",
    "TL": "Timor-Leste",
    "CV": "Cabo Verde",
    "CN": "China",
    "CD": "DR Congo",
    "CG": "Congo",
    "CI": "Côte d’Ivoire",
    "PS": "Palestine",
    "GM": "Gambia",
    "MK": "North Macedonia",
    "IE": "Ireland",
    "GB": "United Kingdom",
    "FI": "Finland",
    "RS": "Serbia",
    "VA": "Vatican City",
}
NEAR_CORNER = 0.002  # degrees
MERGED = {"XK": "RS"}  # drawn with a dashed line inside, see sources/disputed.yaml
APART = {"Taiwan"}  # rows of a country that are polygons of their own, under their name


@cache
def read_country_shapes() -> dict[str, Geometry]:
    """Give the simplified polygons by alpha-2, or by name where they belong to no country alone."""
    parts: dict[str, list[Geometry]] = {}
    for row in read_raw("countries"):
        key = row["name"] if row["name"] in APART else row["iso"] or row["name"]
        parts.setdefault(key, []).append(shape(row["geometry"]))
    shapes = {key: shapely.union_all(found) for key, found in parts.items()}
    for name, cut in read_source("disputed")["carved"].items():
        carve(shapes, name, cut)
    return shapes


def carve(shapes: dict[str, Geometry], name: str, cut: dict[str, Any]) -> None:
    """Take out of a polygon the piece behind a line by hand that begins and ends on its edge with another.

    The ends are moved onto corners of that edge, so that neighbours go on sharing every corner. Raises
    ValueError for an end that no corner lies near.
    """
    whole = shapes[cut["from"]]
    edge = shapely.intersection(whole.boundary, shapes[cut["beside"]].boundary)
    corners = shapely.MultiPoint(shapely.get_coordinates(edge))
    line = [(float(lon), float(lat)) for lat, lon in cut["along"]]
    for end in (0, -1):
        corner = nearest_points(corners, shapely.Point(line[end]))[0]
        if corner.distance(shapely.Point(line[end])) > NEAR_CORNER:
            raise ValueError(
                f"{name}: no corner of the edge lies within {NEAR_CORNER}° of {line[end]}; move that end"
            )
        line[end] = (corner.x, corner.y)
    lat, lon = cut["at"]
    shapes[name] = pieces_at(whole, [shapely.LineString(line)], [(lon, lat)])
    shapes[cut["from"]] = shapely.difference(whole, shapes[name])


@cache
def merged_countries() -> dict[str, Geometry]:
    """Give the polygons that the map shows, by alpha-2 (or name: Golan Heights, East Jerusalem, Taiwan …)."""
    shapes = dict(read_country_shapes())
    for part, whole in MERGED.items():
        shapes[whole] = shapely.union(shapes[whole], shapes.pop(part))
    return dict(sorted(shapes.items()))


@cache
def country_names() -> dict[str, str]:
    """Give the English name of every alpha-2 on the map."""
    raw = {row["iso"]: row["name"] for row in read_raw("countries") if row["iso"]}
    return {iso: NAMES.get(iso, name) for iso, name in sorted(raw.items()) if iso not in MERGED}
