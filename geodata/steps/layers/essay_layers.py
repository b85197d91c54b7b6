"""Builds the layers of what the essays name beside the six main subjects: points, areas, country sets."""

from typing import Any

from shapely.geometry.base import BaseGeometry

from geodata.steps.files.sources import read_legs, read_source
from geodata.steps.ground import areas
from geodata.steps.ground.countries import merged_countries
from geodata.steps.layers.features import (
    Feature,
    feature,
    leg_feature,
    licence_of,
    line_feature,
    site_feature,
)
from geodata.steps.layers.memberships import member_features, member_layers
from geodata.steps.layers.pipelines import LAYER as PIPELINES
from geodata.steps.layers.pipelines import pipeline_features

PLAIN = ("id", "name", "kind", "mode", "status", "as_of", "status_note", "branch", "opened", "note")
PIPELINES_ABOUT = {
    "licence": "points CC BY 4.0 (GeoNames); facts, own compilation (MIT)",
    "attribution": "Schematic, own compilation from cited sources; towns © GeoNames (CC BY 4.0)",
}

Entry = dict[str, Any]


def essay_layers() -> dict[str, tuple[list[Feature], dict[str, str]]]:
    """Give every such layer's features with its licence and attribution, by layer id."""
    source = read_source("essay-layers")["layers"]
    members = read_source("memberships")
    built = {PIPELINES: (pipeline_features(), PIPELINES_ABOUT)}
    for layer in sorted({*source, *member_layers()}):
        own = source.get(layer, {})
        made = [_own_feature(entry, layer) for entry in own.get("features", [])]
        made += [*_legs(own.get("legs", []), layer), *_sites(own.get("sites", []), layer)]
        if layer in members:
            made += member_features(layer)
        built[layer] = made, own.get("about") or members[layer]["about"]
    return built


def _legs(wanted: list[str], layer: str) -> list[Feature]:
    legs = {leg["id"]: leg for leg in read_legs()[0]}
    return [leg_feature({**legs[key], "layers": {**legs[key]["layers"], layer: ""}}, layer) for key in wanted]


def _sites(wanted: list[str], layer: str) -> list[Feature]:
    sites = {site["id"]: site for site in read_source("sites")["sites"]}
    return [
        site_feature({**sites[key], "layers": {**sites[key]["layers"], layer: ""}}, layer) for key in wanted
    ]


def _own_feature(entry: Entry, layer: str) -> Feature:
    properties = {key: entry.get(key) for key in PLAIN} | {
        "layer": layer,
        "geometry_class": entry.get("geometry_class") or _geometry_class(entry),
        "source": entry["source"],
        "licence": entry.get("licence") or licence_of(entry["source"]),
        "uncertainty_km": entry["within_km"],
        "countries": entry["countries"] or None,
    }
    if "line" in entry:
        return line_feature(entry, properties)
    if area := _area(entry):
        return feature(properties, areas.area_geometry(area))
    lat, lon = entry["at"]
    return feature(properties, {"type": "Point", "coordinates": [lon, lat]})


def _area(entry: Entry) -> BaseGeometry | None:
    if "circle_km" in entry:
        lat, lon = entry["at"]
        return areas.circle_area(lon, lat, entry["circle_km"], water=entry.get("water", False))
    if "lake" in entry:
        lat, lon = entry["lake"]
        return areas.lake_area(lon, lat)
    if "part" in entry:
        iso, *window = entry["part"]
        return areas.part_of(iso, window)
    if "gap" in entry:
        return merged_countries()[entry["gap"]]
    return areas.country_area(entry["country"]) if "country" in entry else None


def _geometry_class(entry: Entry) -> str:
    if "line" in entry:
        return "schematic"
    return "hand" if "at" in entry and "circle_km" not in entry else "area"
