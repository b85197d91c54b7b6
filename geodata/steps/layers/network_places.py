"""Makes a place of each node of the route network that no listed place stands for, to be found by name."""

from functools import cache
from typing import Any

from geodata.steps.files.sources import read_nodes

LATE = 6  # rank: named on the map from zoom 8 on
LARGE_TOWN = 100_000  # people
KINDS = (("city", "city"), ("port", "port"), ("border", "crossing"), ("gauge-break", "crossing"))

Frozen = dict[int, list[Any]]  # GeoNames id to its row in raw/places


def place_of(node: dict[str, Any]) -> str:
    """Give the id of the place that a node is."""
    return str(node.get("place", node["id"]))


@cache
def standing() -> dict[str, dict[str, Any]]:
    """Give the node at which a place stands, by the place's id.

    Straits are left out: their name stands where there is room on the water, not where ships pass.
    """
    return {place_of(node): node for node in read_nodes() if "strait" not in node}


def position_source(node: dict[str, Any]) -> str:
    """Say where the point of a node comes from: the list or graph that it was taken from, or a hand."""
    source = str(node["source"])
    return "by hand" if source.startswith("entered by hand") else source


def plain_name(node: dict[str, Any]) -> str:
    """Leave out what stands in brackets or behind a slash."""
    return str(node["name"]).split(" (")[0].split(" / ")[0]


def nodes_without_place(listed: set[str]) -> list[dict[str, Any]]:
    """Give the nodes that none of the listed places stands for.

    Raises ValueError for a strait among them: where its name stands is chosen by hand, on the water.
    """
    lost = [node for node in read_nodes() if place_of(node) not in listed]
    for node in lost:
        if "strait" in node or "place" in node:
            raise ValueError(f"network_nodes.yaml: {node['id']} is no place; list it in places.yaml")
    return lost


def about(node: dict[str, Any], frozen: Frozen) -> dict[str, Any]:
    """Give what a node's place says of itself, but its spellings, source and licence."""
    row = frozen.get(node.get("geonameid", 0))
    people = row[3] if row else 0
    kind = next(kind for key, kind in KINDS if key in node["kinds"])
    return {
        "id": node["id"],
        "name": plain_name(node),
        "kind": "town" if kind == "city" and 0 < people < LARGE_TOWN else kind,
        "country": node["country"],
        "population": people or None,
        "rank": LATE,
        "uncertainty_km": node["uncertainty_km"],
    }
