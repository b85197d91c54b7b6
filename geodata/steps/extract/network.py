"""Finds the ways of the route network over the whole graphs and freezes those ways alone."""

import itertools
from collections.abc import Iterator
from typing import Any

import networkx as nx
import numpy as np
import shapely

from geodata.steps.extract import lanes
from geodata.steps.extract import tracks as extract_tracks
from geodata.steps.files.geodesy import WGS84, Place
from geodata.steps.files.sources import read_network_legs
from geodata.steps.lines.network_legs import approach, drawn_by_hand, node_places, rules, takes_layers_line
from geodata.steps.lines.tracks import GAP_COST, LONGEST_GAP_KM, nearest_node, places_of

GRAPHS = {"rail graph": "world_railways", "road graph": "world_highways", "searoute": "marnet_dict"}
REACH_KM = 400.0
DEAD_END_KM = 9.0

Walked = list[tuple[Place, int, bool]]  # place, metres of track from the one before, whether it bridges a gap


def network_ways() -> dict[str, Any]:
    """Give nodes and, by leg id, the way over them of every leg of network.json that follows a graph."""
    places = node_places()
    ways: dict[str, Walked] = {}
    for method in GRAPHS:
        legs = [
            leg for leg in read_network_legs() if leg["geometry"]["method"] == method and _lacks_line(leg)
        ]
        vias = {leg["id"]: _via(leg, places) for leg in legs}
        graph = _read(method, list(vias.values()))
        ways |= _sail(graph, legs, vias) if method == "searoute" else _walk(graph, vias)
    return _numbered(ways)


def _lacks_line(leg: dict[str, Any]) -> bool:
    return not drawn_by_hand(leg) and not takes_layers_line(leg)


def _via(leg: dict[str, Any], places: dict[str, Place]) -> list[Place]:
    points = rules()["via"].get(leg["id"], leg["geometry"]["via"])
    between = [(float(lon), float(lat)) for lon, lat in points]
    ends = [(approach(leg, leg[key]) or [places[leg[key]]])[-1] for key in ("from", "to")]
    return [ends[0], *between, ends[1]]


def _read(method: str, lines: list[list[Place]]) -> "nx.Graph[int]":
    """Load the graph within REACH_KM of the lines, its gaps bridged but at sea."""
    if method == "searoute":
        part = lanes.read_sea_lanes()
    else:
        whole = extract_tracks.read_scgraph(GRAPHS[method])
        part = extract_tracks.clip(whole, extract_tracks.cells_along(lines, reach_km=REACH_KM))
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from((i, {"place": place}) for i, place in enumerate(part.nodes))
    graph.add_edges_from((a, b, {"cost": m, "track_m": m, "bridged": False}) for a, b, m in part.edges)
    if method != "searoute":
        _join_gaps(graph)
    return graph


def _join_gaps(graph: "nx.Graph[int]") -> None:
    """Link every node of a smaller part to the nearest node of each larger part within LONGEST_GAP_KM.

    More than one link between two parts, since some run side by side and meet at both ends.
    """
    places = places_of(graph)
    parts = sorted(nx.connected_components(graph), key=lambda part: (-len(part), min(part)))
    part_of = np.zeros(len(graph), dtype=int)
    for number, members in enumerate(parts):
        part_of[list(members)] = number
    tree = shapely.STRtree([shapely.Point(place) for place in places])
    _join_dead_ends(graph, places, tree)
    for members in parts[1:]:
        own = np.array(sorted(members))
        found = tree.query(shapely.points(places[own]), predicate="dwithin", distance=0.4)
        a, b = own[found[0]], found[1]
        larger = part_of[b] < part_of[a]
        a, b = a[larger], b[larger]
        metres = WGS84.inv(places[a, 0], places[a, 1], places[b, 0], places[b, 1])[2] if len(a) else a
        nearest: dict[tuple[int, int], tuple[float, int]] = {}
        for i in np.flatnonzero(metres < LONGEST_GAP_KM * 1000):
            key = (int(a[i]), int(part_of[b[i]]))
            nearest[key] = min(nearest.get(key, (np.inf, 0)), (float(metres[i]), int(b[i])))
        for (start, _), (length, end) in nearest.items():
            graph.add_edge(start, end, cost=GAP_COST * length, track_m=length, bridged=True)


def _join_dead_ends(graph: "nx.Graph[int]", places: "np.ndarray[Any, Any]", tree: shapely.STRtree) -> None:
    """Link nodes where a track stops to the three nearest nodes within DEAD_END_KM, whatever their part."""
    ends = np.array([node for node, degree in graph.degree() if degree == 1])
    found = tree.query(shapely.points(places[ends]), predicate="dwithin", distance=0.1)
    a, b = ends[found[0]], found[1]
    metres = WGS84.inv(places[a, 0], places[a, 1], places[b, 0], places[b, 1])[2]
    near: dict[int, list[tuple[float, int]]] = {}
    for i in np.flatnonzero((metres < DEAD_END_KM * 1000) & (a != b)):
        near.setdefault(int(a[i]), []).append((float(metres[i]), int(b[i])))
    for start, others in near.items():
        for length, end in sorted(others)[:3]:
            if not graph.has_edge(start, end):
                graph.add_edge(start, end, cost=GAP_COST * length, track_m=length, bridged=True)


def _walk(graph: "nx.Graph[int]", vias: dict[str, list[Place]]) -> Iterator[tuple[str, Walked]]:
    """Walk each leg by the least metres through the nodes nearest to its points.

    Raises networkx.NetworkXNoPath where two of the points are not connected even over bridged gaps.
    """
    places = places_of(graph)
    for leg, via in vias.items():
        yield leg, _way(graph, places, via, "cost")


def _sail(
    graph: "nx.Graph[int]", legs: list[dict[str, Any]], vias: dict[str, list[Place]]
) -> dict[str, Walked]:
    """Sail each leg by the least metres, through no passage but those that it names.

    Raises networkx.NetworkXNoPath where these do not join its ends, ValueError naming lanes that end far off.
    """
    places, passages = places_of(graph), lanes.read_passages()
    ways: dict[str, Walked] = {}
    faults: list[str] = []
    for leg in legs:
        via = vias[leg["id"]]
        way = _way(graph, places, via, lanes.cost_to(leg, passages, graph))
        faults += lanes.far_ends(leg["id"], (way[0][0], way[-1][0]), (via[0], via[-1]))
        ways[leg["id"]] = way
    if faults:
        raise ValueError("\n".join(faults))
    return ways


def _way(graph: "nx.Graph[int]", places: "np.ndarray[Any, Any]", via: list[Place], cost: Any) -> Walked:
    nodes = [nearest_node(places, place) for place in via]
    path = [nodes[0]]
    for start, end in itertools.pairwise(nodes):
        path += nx.bidirectional_dijkstra(graph, start, end, weight=cost)[1][1:]
    path = _without_spurs(path)
    steps = [graph.edges[pair] for pair in itertools.pairwise(path)]
    track = [(0, False), *((round(step["track_m"]), step["bridged"]) for step in steps)]
    return [(graph.nodes[i]["place"], m, bridged) for i, (m, bridged) in zip(path, track, strict=True)]


def _without_spurs(path: list[int]) -> list[int]:
    """Leave out what is walked to and fro, to a station on a spur."""
    kept: list[int] = []
    for node in path:
        if len(kept) > 1 and kept[-2] == node:
            kept.pop()
        else:
            kept.append(node)
    return kept


def _numbered(ways: dict[str, Walked]) -> dict[str, Any]:
    """Write each place once and the ways as [place number, metres, bridged 0 or 1]."""
    number: dict[Place, int] = {}
    frozen = {
        leg: [[number.setdefault(place, len(number)), m, int(bridged)] for place, m, bridged in way]
        for leg, way in sorted(ways.items())
    }
    return {"nodes": [list(place) for place in number], "ways": frozen}
