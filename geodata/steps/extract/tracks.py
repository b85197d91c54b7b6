"""Cuts the rail, road and sea-lane graphs of the packages down to what the legs need."""

import importlib
import sys
import types
from collections.abc import Iterable
from typing import NamedTuple

from geodata.steps.files.geodesy import WGS84

CELL_DEGREES = 0.5


class TrackGraph(NamedTuple):
    """A contracted graph: nodes as (longitude, latitude), edges as (node, node, metres of true track)."""

    nodes: list[tuple[float, float]]
    edges: list[tuple[int, int, int]]


def read_scgraph(module: str) -> TrackGraph:
    """Read a graph module of scgraph_data, whose weights are true track kilometres.

    The data modules import a class from `scgraph` that later versions moved, so a bare stand-in takes its
    place: only the two arrays are wanted.
    """
    stand_in = types.ModuleType("scgraph.core")
    stand_in.GeoGraph = _Arrays  # type: ignore[attr-defined]
    sys.modules["scgraph.core"] = stand_in
    arrays = getattr(importlib.import_module(f"scgraph_data.{module}"), f"{module}_geograph")
    nodes = [(float(lon), float(lat)) for lat, lon in arrays.nodes]
    edges = [
        (a, b, round(km * 1000))
        for a, neighbours in enumerate(arrays.graph)
        for b, km in neighbours.items()
        if a < b
    ]
    return TrackGraph(nodes, edges)


class _Arrays:
    """Holds what scgraph_data hands to its graph class."""

    def __init__(self, graph: list[dict[int, float]], nodes: list[list[float]]) -> None:
        self.graph = graph
        self.nodes = nodes


def cells_along(lines: Iterable[list[tuple[float, float]]], *, reach_km: float) -> set[tuple[int, int]]:
    """List the half-degree cells within about `reach_km` of the given (longitude, latitude) lines."""
    cells: set[tuple[int, int]] = set()
    rings = max(1, round(reach_km / 111.0 / CELL_DEGREES))
    for line in lines:
        for (lon1, lat1), (lon2, lat2) in zip(line, line[1:] or line, strict=False):
            metres = WGS84.inv(lon1, lat1, lon2, lat2)[2]
            between = WGS84.npts(lon1, lat1, lon2, lat2, max(1, int(metres / 20000)))
            for lon, lat in [(lon1, lat1), *between, (lon2, lat2)]:
                wide = round(rings / max(0.3, 1 - (abs(lat) / 90) ** 2))
                column, row = cell_of(lon, lat)
                cells.update(
                    (column + i, row + j) for i in range(-wide, wide + 1) for j in range(-rings, rings + 1)
                )
    return cells


def cell_of(lon: float, lat: float) -> tuple[int, int]:
    """Name the half-degree cell that a point lies in."""
    return int(lon // CELL_DEGREES), int(lat // CELL_DEGREES)


def clip(graph: TrackGraph, cells: set[tuple[int, int]]) -> TrackGraph:
    """Keep the nodes in the given cells and the edges between them, numbered anew in the old order."""
    kept = [i for i, (lon, lat) in enumerate(graph.nodes) if cell_of(lon, lat) in cells]
    number = {old: new for new, old in enumerate(kept)}
    edges = [(number[a], number[b], m) for a, b, m in graph.edges if a in number and b in number]
    return TrackGraph([graph.nodes[i] for i in kept], sorted(edges))
