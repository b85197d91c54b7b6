"""Holds every GeoNames id of the sources against the country and the names that its author meant."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from geodata.steps.files.raw import read_raw
from geodata.steps.files.sources import read_nodes, read_points
from layers.files.words import fold, joined

Row = list[Any]  # id, name, country, population, longitude, latitude, further names


@cache
def frozen() -> dict[int, Row]:
    """Read the rows of raw/places by their GeoNames id."""
    return {row[0]: row for row in read_raw("places")}


def listed(key: int, where: str, country: str | None, names: Iterable[str]) -> Row:
    """Return the row of a GeoNames id that has one of the names and lies in the country.

    `where` names the file and the place; a country of None, in dispute, is not compared. Raises ValueError
    with found and expected where GeoNames has another country or none of the names.
    """
    row = frozen().get(key)
    if row is None:
        raise ValueError(f"{where}: GeoNames {key} is not frozen; run python -m geodata.extract places")
    found, there = row[1], row[2]
    if country is not None and there != country:
        raise ValueError(
            f"{where}: GeoNames {key} ({found}) lies in {there}, expected {country}; correct the id"
        )
    meant = tuple(names)
    if not {_key(name) for name in meant} & {_key(name) for name in (found, *row[6])}:
        expected = " or ".join(meant)
        raise ValueError(f"{where}: GeoNames {key} is called {found}, expected {expected}; correct the id")
    return row


def check_points_and_nodes() -> None:
    """Hold the points and nodes that name a GeoNames id against it; raises ValueError as `listed` does."""
    for key, point in read_points().items():
        if match := re.fullmatch(r"GeoNames (\d+)", point["source"]):
            names = (point["name"], *([point["listed"]] if "listed" in point else []))
            listed(int(match[1]), f"sources/points.yaml, {key}", point["country"], names)
    for node in read_nodes():
        if "geonameid" in node:
            parts = re.split(r" / | \(|, |\)", node["name"])
            names = (*filter(None, parts), str(node.get("place", node["id"])), *node.get("also", ()))
            listed(node["geonameid"], f"sources/network_nodes.yaml, {node['id']}", node["country"], names)


def _key(name: str) -> str:
    """Leave out brackets, accents, capitals and blanks."""
    return joined(fold(name.partition(" (")[0]))
