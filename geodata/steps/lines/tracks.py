"""Finds shortest ways over the frozen rail, road and sea-lane graphs, and bridges the gaps in them."""

import itertools
from collections.abc import Iterable
from functools import cache
from typing import Any, NamedTuple

import networkx as nx
import numpy as np
import shapely

from geodata.steps.files.geodesy import WGS84, Place
from geodata.steps.files.raw import read_raw

LONGEST_GAP_KM = 28.0  # research/geodata.md: the graph is split at borders and gauge breaks
GAP_COST = 4.0  # a bridged gap counts fourfold, so that real track is preferred


class Step(NamedTuple):
    """One edge of a way: its ends, its true track length in metres, and whether it bridges a gap."""

    start: Place
    end: Place
    track_m: float
    bridged: bool


@cache
def load_graph(name: str) -> "nx.Graph[int]":
    """Load the frozen graph `rail`, `road` or `sea` with its gaps bridged; edge weights are metres."""
    raw = read_raw(name)
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from((i, {"place": (lon, lat)}) for i, (lon, lat) in enumerate(raw["nodes"]))
    graph.add_edges_from((a, b, {"cost": m, "track_m": m, "bridged": False}) for a, b, m in raw["edges"])
    for a, b, metres in _gaps(graph):
        graph.add_edge(a, b, cost=GAP_COST * metres, track_m=metres, bridged=True)
    return graph


def _gaps(graph: "nx.Graph[int]") -> Iterable[tuple[int, int, float]]:
    """Give the shortest link between each two components that lie less than LONGEST_GAP_KM apart."""
    places = places_of(graph)
    part_of = np.zeros(len(graph), dtype=int)
    components = sorted(nx.connected_components(graph), key=lambda c: (-len(c), min(c)))
    for number, members in enumerate(components):
        part_of[list(members)] = number
    tree = shapely.STRtree([shapely.Point(place) for place in places])
    shortest: dict[tuple[int, int], tuple[float, int, int]] = {}
    for number, members in enumerate(components[1:], start=1):
        own = np.array(sorted(members))
        found = tree.query(shapely.points(places[own]), predicate="dwithin", distance=0.5)
        a, b = own[found[0]], found[1]
        a, b = a[part_of[b] < number], b[part_of[b] < number]
        if not len(a):
            continue
        metres = WGS84.inv(places[a, 0], places[a, 1], places[b, 0], places[b, 1])[2]
        for i in np.flatnonzero(metres < LONGEST_GAP_KM * 1000):
            key = (number, int(part_of[b[i]]))
            shortest[key] = min(shortest.get(key, (np.inf, 0, 0)), (float(metres[i]), int(a[i]), int(b[i])))
    return [(a, b, metres) for metres, a, b in (shortest[key] for key in sorted(shortest))]


def places_of(graph: "nx.Graph[int]") -> "np.ndarray[Any, Any]":
    """Give the place of every node, by its number."""
    return np.array([graph.nodes[i]["place"] for i in range(len(graph))])


def nearest_node(places: "np.ndarray[Any, Any]", place: Place) -> int:
    """Give the node that lies nearest to (longitude, latitude)."""
    near = np.argsort(
        np.hypot((places[:, 0] - place[0]) * np.cos(np.radians(place[1])), places[:, 1] - place[1])
    )
    return int(near[0])


def shortest_way(name: str, via: list[Place]) -> list[Step]:
    """Walk the graph `name` through the nodes nearest to `via`, by the least metres of track.

    Raises ValueError where two of the points are not connected even over bridged gaps.
    """
    graph = load_graph(name)
    places = places_of(graph)
    nodes = [nearest_node(places, place) for place in via]
    steps: list[Step] = []
    for start, end in itertools.pairwise(nodes):
        try:
            path = nx.shortest_path(graph, start, end, weight="cost")
        except nx.NetworkXNoPath:
            ends = graph.nodes[start]["place"], graph.nodes[end]["place"]
            raise ValueError(f"no way over the {name} graph between {ends[0]} and {ends[1]}") from None
        for a, b in itertools.pairwise(path):
            edge = graph.edges[a, b]
            step = Step(graph.nodes[a]["place"], graph.nodes[b]["place"], edge["track_m"], edge["bridged"])
            _append(steps, step)
    return steps


def _append(steps: list[Step], step: Step) -> None:
    """Add a step, or drop the last one when the new step only turns back over it (a spur to a station)."""
    if steps and (steps[-1].start, steps[-1].end) == (step.end, step.start):
        steps.pop()
    else:
        steps.append(step)
