"""Packs countries, far land, lakes and disputed lines into one TopoJSON file of shared arcs."""

import itertools
import json
from functools import cache
from typing import Any

import geopandas as gpd
import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry
from topojson.core.topology import Topology

from geodata.steps.files.raw import read_raw
from geodata.steps.files.sources import read_source

Geometry = BaseGeometry
QUANTISATION = 120_000  # steps over 360° by 145°: 0.003° and 0.0012°
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
MERGED = {"XK": "RS"}  # drawn with a dashed line inside, see sources/disputed.yaml


@cache
def read_country_shapes() -> dict[str, Geometry]:
    """Read the simplified polygons as they were frozen: alpha-2, or the name where there is none."""
    parts: dict[str, list[Geometry]] = {}
    for row in read_raw("countries"):
        parts.setdefault(row["iso"] or row["name"], []).append(shape(row["geometry"]))
    return {key: shapely.union_all(shapes) for key, shapes in parts.items()}


@cache
def merged_countries() -> dict[str, Geometry]:
    """Give the polygons that the map shows, by alpha-2 (or name: Golan Heights, Abyei, Bir Tawil)."""
    shapes = dict(read_country_shapes())
    for part, whole in MERGED.items():
        shapes[whole] = shapely.union(shapes[whole], shapes.pop(part))
    return dict(sorted(shapes.items()))


@cache
def country_names() -> dict[str, str]:
    """Give the English name of every alpha-2 on the map."""
    raw = {row["iso"]: row["name"] for row in read_raw("countries") if row["iso"]}
    return {iso: NAMES.get(iso, name) for iso, name in sorted(raw.items()) if iso not in MERGED}


def disputed_lines() -> dict[str, Geometry]:
    """Give the dashed lines by id: Natural Earth's, common edges of polygons, or hand points."""
    shapes = read_country_shapes()
    frozen = read_raw("disputed")
    lines = {}
    for entry in read_source("disputed")["lines"]:
        if "edge" in entry:
            first, second = (shapes[key].boundary for key in entry["edge"])
            line = shapely.intersection(first, second)
            line = shapely.line_merge(_only_lines(line))
            if "window" in entry:
                line = _inside(line, entry["window"])
        elif "by_hand" in entry:
            line = shapely.LineString([(lon, lat) for lat, lon in entry["by_hand"]])
        else:
            line = shapely.simplify(shape(frozen[entry["id"]]), 0.004)
        lines[entry["id"]] = line
    return lines


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


def build_basemap() -> bytes:
    """Build the TopoJSON with the objects countries, world, lakes and disputed."""
    names = country_names()
    shapes = merged_countries()
    lines = disputed_lines()
    titles = {entry["id"]: entry["name"] for entry in read_source("disputed")["lines"]}
    objects = {
        "countries": _frame(
            list(shapes.values()),
            iso=[key if key in names else None for key in shapes],
            name=[names.get(key, key) for key in shapes],
        ),
        "world": _frame([shape(read_raw("far_land"))]),
        "lakes": _frame([shape(lake) for lake in read_raw("lakes")]),
        "disputed": _frame(list(lines.values()), id=list(lines), name=[titles[key] for key in lines]),
    }
    topology = Topology(
        list(objects.values()),
        object_name=list(objects),
        prequantize=QUANTISATION,
        shared_coords=True,
    ).to_dict()
    return _write(topology)


def _frame(geometry: list[Geometry], **columns: list[str | None]) -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame(columns, geometry=geometry, crs=4326)


def _write(topology: dict[str, Any]) -> bytes:
    about = read_source("layers")["basemap"]
    objects = {
        name: {"type": "GeometryCollection", "geometries": [_slim(g) for g in content["geometries"]]}
        for name, content in sorted(topology["objects"].items())
    }
    head = {
        "generated": "by geodata.build; do not edit",
        "type": "Topology",
        "licence": about["licence"],
        "attribution": about["attribution"],
        "transform": topology["transform"],
        "objects": objects,
        "arcs": topology["arcs"],
    }
    return (json.dumps(head, ensure_ascii=False, separators=(",", ":"), allow_nan=False) + "\n").encode()


def _slim(geometry: dict[str, Any]) -> dict[str, Any]:
    """Keep type, arcs and what is known of the properties."""
    slim = {"type": geometry["type"], "arcs": geometry["arcs"]}
    if geometry.get("properties"):
        known = geometry["properties"].items()  # a frame holds None as NaN, which JSON does not know
        slim["properties"] = {key: value if value == value else None for key, value in known}
    return slim
