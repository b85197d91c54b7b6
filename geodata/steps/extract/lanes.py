"""Reads searoute's sea lanes and closes to a leg what no ship of that leg goes through."""

import importlib
from collections.abc import Callable, Iterator
from typing import Any

import networkx as nx
import shapely

from geodata.steps.extract.tracks import TrackGraph
from geodata.steps.files.geodesy import Place, metres_between

FARTHEST_END_KM = 50.0
CORINTH_CANAL = shapely.LineString([(22.95, 37.90), (23.03, 37.97)])  # across the canal, which is 21 m wide
RIVERS = shapely.box(40.0, 47.0, 49.0, 90.0)  # Don, Volga and the canal between them
STRAITS = {  # what searoute calls a passage, and the place of the network that names it
    "babalmandab": "bab-el-mandeb",
    "bosporus": "bosporus",
    "dardanelles": "dardanelles",
    "gibraltar": "gibraltar",
    "malacca": "malacca",
    "ormuz": "hormuz",
    "south_africa": "cape",
    "suez": "suez",
    "sunda": "sunda",
}
NEVER = {"northwest", "bering", "panama", "chili"}  # the Arctic and the Americas, where no leg goes
OPEN_SEA = {"segment", "segment2", "pacific_ocean"}  # helper edges on the open sea


def read_sea_lanes() -> TrackGraph:
    """Read the lanes, without canals and rivers that no ship of the sea can take; metres on WGS84."""
    edges = [(a, b) for a, b, _ in _edges() if not too_narrow(a, b)]
    nodes = list(dict.fromkeys(place for edge in edges for place in edge))
    number = {node: index for index, node in enumerate(nodes)}
    return TrackGraph(nodes, [(number[a], number[b], round(metres_between(a, b))) for a, b in edges])


def read_passages() -> dict[frozenset[Place], str]:
    """Give the passage that a lane between two places runs through.

    Raises ValueError where searoute names a passage that this step does not know.
    """
    named = {frozenset((a, b)): passage for a, b, passage in _edges() if passage and passage not in OPEN_SEA}
    if unknown := set(named.values()) - set(STRAITS) - NEVER:
        raise ValueError(f"searoute names the passages {sorted(unknown)}; expected {sorted(STRAITS)}")
    return named


def cost_to(
    leg: dict[str, Any], passages: dict[frozenset[Place], str], graph: "nx.Graph[int]"
) -> Callable[[int, int, dict[str, Any]], float | None]:
    """Give what a lane costs a leg: its metres, None (not to be taken) in a passage it does not name."""
    named = {leg["from"], leg["to"], *leg.get("chokepoints", ())}

    def cost(a: int, b: int, edge: dict[str, Any]) -> float | None:
        passage = passages.get(frozenset((graph.nodes[a]["place"], graph.nodes[b]["place"])))
        return float(edge["cost"]) if passage is None or STRAITS.get(passage) in named else None

    return cost


def far_ends(leg: str, found: tuple[Place, Place], wanted: tuple[Place, Place]) -> Iterator[str]:
    """Name each end of a leg's lane that lies farther than FARTHEST_END_KM from where it should begin."""
    for end, place in zip(found, wanted, strict=True):
        off_km = metres_between(end, place) / 1000
        if off_km > FARTHEST_END_KM:
            expected = f"expected within {FARTHEST_END_KM:.0f} km"
            yield f"{leg}: the lane ends {off_km:.0f} km from {place}; {expected}"


def _edges() -> Iterator[tuple[Place, Place, str | None]]:
    """Give each lane once: its ends and the passage that it belongs to."""
    data: Any = importlib.import_module("searoute.data.marnet_dict")
    number = {node: index for index, node in enumerate(data.node_list)}
    for a, neighbours in data.edge_list.items():
        for b, edge in neighbours.items():
            if number[a] < number[b]:
                yield (float(a[0]), float(a[1])), (float(b[0]), float(b[1])), edge.get("passage")


def too_narrow(a: Place, b: Place) -> bool:
    """Tell whether a lane is one of those canals and rivers."""
    lane = shapely.LineString([a, b])
    return bool(lane.intersects(CORINTH_CANAL) or lane.intersects(RIVERS))
