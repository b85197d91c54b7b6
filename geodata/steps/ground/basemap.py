"""Packs countries, far land, lakes, disputed areas and lines into one TopoJSON file of shared arcs."""

import json
from typing import Any

import geopandas as gpd
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry
from topojson.core.topology import Topology

from geodata.steps.files.raw import read_raw
from geodata.steps.files.sources import read_source
from geodata.steps.ground.chains import chained
from geodata.steps.ground.countries import country_names, merged_countries
from geodata.steps.ground.disputed import (
    country_round,
    disputed_areas,
    disputed_lines,
    line_name,
    said_of_areas,
)

Geometry = BaseGeometry
QUANTISATION = 120_000  # steps over 360° by 145°: 0.003° and 0.0012°


def build_basemap() -> bytes:
    """Build the TopoJSON with the objects countries, world, lakes, areas and disputed."""
    names = country_names()
    shapes = merged_countries()
    lines, areas = disputed_lines(), disputed_areas()
    titles = {entry["id"]: line_name(entry) for entry in read_source("disputed")["lines"]}
    said = said_of_areas()
    objects = {
        "countries": _frame(
            list(shapes.values()),
            iso=[key if key in names else None for key in shapes],
            name=[names.get(key, key) for key in shapes],
        ),
        "world": _frame([shape(read_raw("far_land"))]),
        "lakes": _frame([shape(lake) for lake in read_raw("lakes")]),
        "areas": _frame(
            list(areas.values()),
            id=list(areas),
            **{word: [said[key].get(word) for key in areas] for word in ("name", "note", "place")},
            inside=[country_round(said[key]) for key in areas],
        ),
        "disputed": _frame(list(lines.values()), id=list(lines), name=[titles[key] for key in lines]),
    }
    topology = Topology(
        list(objects.values()),
        object_name=list(objects),
        prequantize=QUANTISATION,
        shared_coords=True,
    ).to_dict()
    for line in topology["objects"]["disputed"]["geometries"]:
        parts = [line["arcs"]] if line["type"] == "LineString" else line["arcs"]
        runs = [run for part in parts for run in chained(part, topology["arcs"])]
        line |= {"type": "MultiLineString", "arcs": runs}
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
