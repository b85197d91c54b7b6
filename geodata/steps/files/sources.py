"""Reads the facts entered by hand in geodata/sources/*.yaml."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from geodata.steps.files.raw import HERE, SOURCES

REFERENCES = HERE.parent / "layers" / "references"


class _PlainLoader(yaml.CSafeLoader):
    """Leaves dates as the text that was written."""


_PlainLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in rules if tag != "tag:yaml.org,2002:timestamp"]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@cache
def read_source(name: str, *, folder: Path = SOURCES) -> Any:
    """Read `<name>.yaml`; dates stay text such as 2026-03-10."""
    return yaml.load((folder / f"{name}.yaml").read_text(encoding="utf-8"), Loader=_PlainLoader)


@cache
def read_references() -> dict[str, dict[str, Any]]:
    """Read the sources that the atlas cites, by id."""
    files = sorted(path.stem for path in (REFERENCES / "sources").glob("*.yaml"))
    return {
        id: entry for name in files for id, entry in read_source(name, folder=REFERENCES / "sources").items()
    }


def read_points() -> dict[str, dict[str, Any]]:
    """Read the named points that legs run through: id to name, at [lat, lon], source, within_km."""
    points: dict[str, dict[str, Any]] = read_source("points")["points"]
    return points


def read_nodes() -> list[dict[str, Any]]:
    """Read the places of the route network."""
    nodes: list[dict[str, Any]] = read_source("network_nodes")["nodes"]
    return nodes


def read_network_legs() -> list[dict[str, Any]]:
    """Read the legs of the route network by id; where none is said, the kind follows from the mode."""
    legs = [
        {"kind": f"{leg['mode']}-leg"} | leg
        for mode in ("rail", "road", "sea")
        for leg in read_source(f"network_{mode}")["legs"]
    ]
    return sorted(legs, key=lambda leg: str(leg["id"]))


def read_legs() -> tuple[list[dict[str, Any]], dict[str, dict[str, Any]]]:
    """Read every leg of the rail, road and sea files and the ways that several rail legs are cut from."""
    rail = read_source("legs-rail")
    legs = [dict(leg, mode="rail") for leg in rail["legs"]]
    for mode in ("road", "sea"):
        legs += [dict({"mode": mode}, **leg) for leg in read_source(f"legs-{mode}")["legs"]]
    ways: dict[str, dict[str, Any]] = rail["ways"]
    return legs, ways


def place_of(point: str | list[float], points: dict[str, dict[str, Any]]) -> tuple[float, float]:
    """Give (longitude, latitude) of a point's id or of a written [latitude, longitude]."""
    lat, lon = points[point]["at"] if isinstance(point, str) else point
    return float(lon), float(lat)
