"""Ground whose status is disputed: what a click there says, and the dashed lines (sources/disputed.yaml)."""

import itertools
from functools import cache
from typing import Any

import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from geodata.steps.files.cutting import inner_limit, pieces_at
from geodata.steps.files.raw import read_raw
from geodata.steps.files.sources import read_source
from geodata.steps.ground.countries import MERGED, read_country_shapes

Geometry = BaseGeometry
Entry = dict[str, Any]
DETAIL = 0.016  # degrees; how far a simplified line may stray
UNDRAWN = 0.04  # degrees; the same of a limit that no dashed line runs along


@cache
def said_of_areas() -> dict[str, Entry]:
    """Give by id what sources/disputed.yaml says of the areas."""
    return {entry["id"]: entry for entry in read_source("disputed")["areas"]}


@cache
def disputed_areas() -> dict[str, Geometry]:
    """Give the areas by id: polygons of the base map, parts of a country cut off by lines, or by hand."""
    return {key: _area(entry) for key, entry in said_of_areas().items()}


def _area(entry: Entry) -> Geometry:
    shapes = read_country_shapes()
    if "polygon" in entry:
        return shapes[entry["polygon"]]
    whole = shapes[entry["country"]]
    if "ring" in entry:
        return shapely.intersection(whole, shapely.Polygon(_turned(entry["ring"])))
    if "part" in entry:
        return pieces_at(whole, [], _turned([entry["part"]]))
    cut = shapely.LineString(_turned(entry["cut"])) if "cut" in entry else _frozen(entry)
    return pieces_at(whole, [cut], _turned(entry["at"]))


def _turned(points: list[list[float]]) -> list[tuple[float, float]]:
    """Turn the [latitude, longitude] of the sources."""
    return [(lon, lat) for lat, lon in points]


def _frozen(entry: Entry) -> Geometry:
    drawn = {line.get("limit", line["id"]) for line in read_source("disputed")["lines"]}
    detail = DETAIL if entry["id"] in drawn else UNDRAWN
    return shapely.simplify(shape(read_raw("disputed")[entry["id"]]), detail)


def area_name(key: str) -> str:
    """Give the name of an area by its id."""
    return str(said_of_areas()[key]["name"])


def country_round(entry: Entry) -> str | None:
    """Give the alpha-2 of the country inside which an area lies, whose name is not set on it; else None."""
    if "part" in entry:
        return None
    return MERGED.get(entry["polygon"]) if "polygon" in entry else str(entry["country"])


def disputed_lines() -> dict[str, Geometry]:
    """Give the dashed lines by id: limits of areas, common edges of polygons, or lines of Natural Earth."""
    return {entry["id"]: _line(entry) for entry in read_source("disputed")["lines"]}


def _line(entry: Entry) -> Geometry:
    shapes = read_country_shapes()
    if "edge" in entry:
        first, second = (shapes[key].boundary for key in entry["edge"])
        line = shapely.line_merge(_only_lines(shapely.intersection(first, second)))
        return _inside(line, entry["window"]) if "window" in entry else line
    if "outline" in entry:
        return shapes[entry["outline"]].boundary
    if "limit" in entry:
        area = entry["limit"]
        return inner_limit(disputed_areas()[area], shapes[said_of_areas()[area]["country"]])
    return _frozen(entry)


def line_name(entry: Entry) -> str:
    """Give the name of a dashed line: its own, or that of the area round which it runs."""
    if "name" in entry:
        return str(entry["name"])
    area = said_of_areas()[entry["of"] if "of" in entry else entry["limit"]]
    return f"{area['name']} ({area['note']})"


def _inside(line: Geometry, window: list[float]) -> Geometry:
    """Keep the corners inside the window [west, south, east, north], so that the ends are corners too."""
    west, south, east, north = window
    runs: list[list[tuple[float, float]]] = []
    for part in shapely.get_parts(line):
        inside = itertools.groupby(part.coords, lambda c: west <= c[0] <= east and south <= c[1] <= north)
        runs += [list(corners) for within, corners in inside if within]
    return shapely.MultiLineString([run for run in runs if len(run) > 1])


def _only_lines(found: Geometry) -> Geometry:
    parts = [p for p in shapely.get_parts(found) if p.geom_type == "LineString"]
    return shapely.MultiLineString(parts)
