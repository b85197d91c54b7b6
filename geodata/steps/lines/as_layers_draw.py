"""Cuts a leg of the route network out of the lines that the layers draw, so that nothing differs."""

import itertools
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import networkx as nx
import shapely

from geodata.steps.files.geodesy import Place, metres_between
from geodata.steps.files.sources import read_legs
from geodata.steps.lines.layer_legs import draw_all
from geodata.steps.lines.pieces import FILL_SLACK, Piece, lateral_bound
from geodata.steps.lines.tracks import GAP_COST
from layers.geometry.lengths import told_km

JOINED_M = (
    6_000.0  # ends of layer legs closer than this belong together (a station's tracks, a cut at a town)
)
FARTHEST_M = 20_000.0  # a place farther from the drawn line than this has no way on it


@dataclass(frozen=True)
class Owned:
    """A piece of a layer's leg with that leg's id."""

    piece: Piece
    leg: str


@cache
def drawn_pieces(mode: str) -> list[Owned]:
    """List the pieces of all legs of a mode that layers draw."""
    legs = {leg["id"]: leg for leg in read_legs()[0] if leg["mode"] == mode}
    return [Owned(p, key) for key, leg in legs.items() for p in _as_told(draw_all()[key].pieces, leg)]


def _as_told(pieces: list[Piece], leg: dict[str, Any]) -> list[Piece]:
    """Share the published length of a line by hand, whose track no graph knows, out over its pieces."""
    published = leg.get("published")
    if not published or any(piece.track_m for piece in pieces):
        return pieces
    drawn_m = sum(piece.drawn_m for piece in pieces)
    told_m = told_km({"km": drawn_m / 1000, "published_km": published["km"]}) * 1000
    return [replace(piece, track_m=piece.drawn_m * told_m / drawn_m) for piece in pieces]


def as_layers_draw(mode: str, only: list[str], start: Place, end: Place) -> tuple[list[Piece], list[str]]:
    """Give the pieces between two places along the layers' lines, of the legs `only` or of all of the mode.

    The second value lists the ids of the layers' legs that were taken.

    Raises ValueError where a place lies more than FARTHEST_M off, networkx.NetworkXNoPath where no line joins
    the two.
    """
    owned = [own for own in drawn_pieces(mode) if not only or own.leg in only]
    for place in (start, end):
        owned = _split_at(owned, place)
    graph = _joined(owned, mode)
    ends = [_nearest_corner(graph, place) for place in (start, end)]
    path = nx.shortest_path(graph, ends[0], ends[1], weight="cost")
    taken = [(graph.edges[pair]["owned"], pair) for pair in itertools.pairwise(path)]
    pieces = [_directed(own.piece if own else _link(*pair), pair[0]) for own, pair in taken]
    return pieces, list(dict.fromkeys(own.leg for own, _ in taken if own))


def _nearest_corner(graph: "nx.Graph[Place]", place: Place) -> Place:
    return min(graph, key=lambda corner: metres_between(corner, place))


def _split_at(owned: list[Owned], place: Place) -> list[Owned]:
    """Cut the piece that lies nearest to a place where it is nearest, its track shared out in proportion."""
    point = shapely.Point(place)
    lines = shapely.linestrings([[own.piece.start, own.piece.end] for own in owned])
    at = int(shapely.distance(lines, point).argmin())
    own, line = owned[at], lines[at]
    foot = line.interpolate(line.project(point))
    cut = (round(foot.x, 5), round(foot.y, 5))
    if metres_between(cut, place) > FARTHEST_M:
        raise ValueError(f"no layer draws a line within {FARTHEST_M / 1000:.0f} km of {place}")
    if cut in (own.piece.start, own.piece.end):
        return owned
    return [*owned[:at], *(Owned(half, own.leg) for half in halves(own.piece, cut)), *owned[at + 1 :]]


def halves(piece: Piece, cut: Place) -> list[Piece]:
    """Cut a straight piece in two at a point on it."""
    corners = [piece.start, cut, piece.end]
    drawn = [metres_between(a, b) for a, b in itertools.pairwise(corners)]
    track = [piece.track_m * metres / sum(drawn) for metres in drawn]
    return [
        Piece(a, b, metres, share, piece.bound_m, piece.bridged, shared_out=True)
        for a, b, metres, share in zip(corners, corners[1:], drawn, track, strict=False)
    ]


def _joined(owned: list[Owned], mode: str) -> "nx.Graph[Place]":
    """Make a graph of the pieces; on land, ends of legs are linked to what lies close by."""
    graph: nx.Graph[Place] = nx.Graph()
    for own in owned:
        graph.add_edge(own.piece.start, own.piece.end, owned=own, cost=own.piece.drawn_m)
    if mode == "sea":
        return graph
    corners = list(graph)
    points = shapely.points(corners)
    tree = shapely.STRtree(points)
    for corner, point in zip(corners, points, strict=True):
        if graph.degree(corner) != 1:
            continue
        for near in tree.query(point, predicate="dwithin", distance=0.1):
            metres = metres_between(corner, corners[near])
            if 0 < metres < JOINED_M and not graph.has_edge(corner, corners[near]):
                graph.add_edge(corner, corners[near], owned=None, cost=GAP_COST * metres)
    return graph


def _link(a: Place, b: Place) -> Piece:
    metres = metres_between(a, b)
    return Piece(a, b, metres, metres, 0.0, bridged=True)


def _directed(piece: Piece, start: Place) -> Piece:
    return piece if piece.start == start else turned(piece)


def turned(piece: Piece) -> Piece:
    """Give the same piece in the other direction."""
    return Piece(
        piece.end, piece.start, piece.drawn_m, piece.track_m, piece.bound_m, piece.bridged, piece.shared_out
    )


def filled(step: Piece, mode: str) -> list[Piece]:
    """Replace a long straight piece by what a layer draws between its ends, where the track is as long."""
    graph = _filled_graph(mode)
    if step.start not in graph or step.end not in graph or graph.has_edge(step.start, step.end):
        return [step]
    try:
        path = nx.shortest_path(graph, step.start, step.end, weight="cost")
    except nx.NetworkXNoPath:
        return [step]
    pieces = [_directed(graph.edges[p]["piece"], p[0]) for p in itertools.pairwise(path)]
    total = sum(p.drawn_m for p in pieces)
    if total > step.track_m * FILL_SLACK:
        return [step]
    return [
        Piece(
            p.start,
            p.end,
            p.drawn_m,
            step.track_m * p.drawn_m / total,
            lateral_bound(p.drawn_m, step.track_m - (total - p.drawn_m)),
            shared_out=True,
        )
        for p in pieces
    ]


@cache
def _filled_graph(mode: str) -> "nx.Graph[Place]":
    graph: nx.Graph[Place] = nx.Graph()
    for own in drawn_pieces(mode):
        graph.add_edge(own.piece.start, own.piece.end, piece=own.piece, cost=own.piece.drawn_m)
    return graph
