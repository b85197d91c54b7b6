"""Reads the built geodata for the tests: features of the layers, sampled lines, the base map."""

import itertools
import json
from functools import cache
from typing import Any

import shapely
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from geodata.steps.files.geodesy import WGS84
from geodata.steps.files.raw import HERE

LAYERS = ("middle-corridor", "north-south", "zangezur", "port-of-baku", "tamar", "anaklia")
Feature = dict[str, Any]
Place = tuple[float, float]


@cache
def collection(name: str) -> dict[str, Any]:
    """Read a built GeoJSON collection."""
    content: dict[str, Any] = json.loads((HERE / f"{name}.geojson").read_bytes())
    return content


def features(layer: str) -> list[Feature]:
    """List the features of one layer."""
    found: list[Feature] = collection(layer)["features"]
    return found


def lines(*modes: str) -> dict[str, Feature]:
    """Give the lines of all layers by id, each shared one once, of the given modes (none given: all)."""
    return {
        f["id"]: f
        for layer in LAYERS
        for f in features(layer)
        if f["geometry"]["type"] == "LineString" and (not modes or f["properties"]["mode"] in modes)
    }


def sampled(coordinates: list[list[float]], step_km: float = 1.0) -> list[Place]:
    """Give points along a line, at most `step_km` apart on the WGS84 ellipsoid."""
    points: list[Place] = []
    for a, b in itertools.pairwise(coordinates):
        between = int(WGS84.inv(*a, *b)[2] / 1000 / step_km)
        points += [(a[0], a[1]), *(WGS84.npts(*a, *b, between) if between else [])]
    return [*points, (coordinates[-1][0], coordinates[-1][1])]


def km_off(shape: BaseGeometry, place: Place) -> float:
    """Give how many km a point lies outside a polygon, 0 inside."""
    (lon, lat), _ = shapely.shortest_line(shape, shapely.Point(place)).coords
    return float(WGS84.inv(lon, lat, *place)[2]) / 1000


@cache
def basemap() -> dict[str, Any]:
    """Read the base map's TopoJSON."""
    topology: dict[str, Any] = json.loads((HERE / "basemap.topojson").read_bytes())
    return topology


@cache
def arcs() -> list[list[Place]]:
    """Undo the quantisation and the deltas of the base map's arcs."""
    transform = basemap()["transform"]
    (sx, sy), (tx, ty) = transform["scale"], transform["translate"]
    found = []
    for arc in basemap()["arcs"]:
        xs = itertools.accumulate(point[0] for point in arc)
        ys = itertools.accumulate(point[1] for point in arc)
        found.append([(x * sx + tx, y * sy + ty) for x, y in zip(xs, ys, strict=True)])
    return found


def ring(indexes: list[int]) -> list[Place]:
    """Join arcs into one line; a negative index means the arc backwards."""
    line: list[Place] = []
    for index in indexes:
        arc = arcs()[index] if index >= 0 else arcs()[~index][::-1]
        line += arc[1:] if line else arc
    return line


def shapes(name: str) -> list[tuple[dict[str, Any], BaseGeometry]]:
    """Give properties and polygon of each geometry of an object of the base map."""
    found = []
    for geometry in basemap()["objects"][name]["geometries"]:
        polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
        parts = [Polygon(ring(rings[0]), [ring(hole) for hole in rings[1:]]) for rings in polygons]
        found.append((geometry.get("properties", {}), shapely.union_all(shapely.make_valid(parts))))
    return found


@cache
def countries() -> dict[str, BaseGeometry]:
    """Give the countries as the base map draws them, by alpha-2 or, where there is none, by name."""
    return {about["iso"] or about["name"]: shape for about, shape in shapes("countries")}
