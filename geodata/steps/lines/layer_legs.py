"""Draws every leg as straight pieces: over a graph, as a piece of a longer way, or by hand."""

from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from geodata.steps.files.geodesy import Place
from geodata.steps.files.sources import place_of, read_legs, read_points
from geodata.steps.lines import pieces as polyline
from geodata.steps.lines.pieces import Piece
from geodata.steps.lines.tracks import shortest_way

ODBL = "ODbL 1.0"
OWN = "facts, own compilation (MIT)"
GRAPH_SOURCES = {
    "rail": "OpenStreetMap railways via scgraph_data 2.0.0 (junctions only, straight between them)",
    "road": "OpenStreetMap highways via scgraph_data 2.0.0 (junctions only, straight between them)",
    "sea": "searoute 1.6.0 sea lanes, ends by hand",
}
WORTH_SAYING_M = 250.0

Leg = dict[str, Any]
Points = dict[str, dict[str, Any]]


@dataclass(frozen=True)
class Drawn:
    """A leg as pieces, with what has to be said about it."""

    pieces: list[Piece]
    geometry_class: str
    source: str
    licence: str
    remarks: tuple[str, ...] = ()


@cache
def draw_all() -> dict[str, Drawn]:
    """Draw all legs by id; where a leg begins or ends on an earlier leg's track, that track is left to it."""
    points = read_points()
    legs, ways = read_legs()
    drawn: dict[str, Drawn] = {}
    taken: dict[frozenset[Place], str] = {}
    for leg in legs:
        made = draw_leg(leg, points, ways)
        if made.licence == ODBL:
            made = _leave_shared_ends(made, taken)
            for piece in made.pieces:
                taken.setdefault(frozenset((piece.start, piece.end)), leg["name"])
        drawn[leg["id"]] = made
    return drawn


def draw_leg(leg: Leg, points: Points, ways: dict[str, dict[str, Any]]) -> Drawn:
    """Draw one leg as its `line` entry says, whole."""
    line = leg["line"]
    if "by_hand" in line:
        pieces = polyline.by_hand([place_of(p, points) for p in line["by_hand"]], line["within_km"])
        return Drawn(pieces, "hand", "own compilation: points entered by hand from cited sources", OWN)
    if line.get("graph") == "sea":
        return _draw_lane(line)
    way = ways[line["way"]] if "way" in line else line
    fills = [place_of(p, points) for p in way.get("fill", [])]
    steps = shortest_way(way["graph"], [place_of(p, points) for p in way["via"]])
    pieces = polyline.pieces_of(steps, fills)
    if "way" in line:
        pieces = polyline.cut(pieces, *(place_of(line[end], points) for end in ("from", "to")))
    filled = any(p.shared_out for p in pieces)
    source = GRAPH_SOURCES[way["graph"]] + ("; hand points along straight pieces" if filled else "")
    return Drawn(pieces, "osm+fill" if filled else "osm", source, ODBL, _remarks(line, pieces))


def _draw_lane(line: dict[str, Any]) -> Drawn:
    before, after = ([(lon, lat) for lat, lon in line.get(key, [])] for key in ("before", "after"))
    steps = shortest_way("sea", [(lon, lat) for lat, lon in line["via"]])
    lane = [steps[0].start, *(step.end for step in steps)]
    pieces = polyline.by_hand([*before, *lane, *after], line["within_km"])
    return Drawn(pieces, "hand", GRAPH_SOURCES["sea"], "Apache-2.0")


def _remarks(line: dict[str, Any], pieces: list[Piece]) -> tuple[str, ...]:
    remarks = []
    gaps = [f"{p.drawn_m / 1000:.1f}" for p in pieces if p.bridged and p.drawn_m >= WORTH_SAYING_M]
    if gaps:
        word = "Gap" if len(gaps) == 1 else "Gaps"
        remarks.append(f"{word} of {', '.join(gaps)} km in the graph bridged by a straight line.")
    if any(p.shared_out for p in (pieces[0], pieces[-1])) and "way" in line:
        remarks.append("Cut at a town on a straight piece, whose track length is shared out in proportion.")
    return tuple(remarks)


def _leave_shared_ends(drawn: Drawn, taken: dict[frozenset[Place], str]) -> Drawn:
    """Drop the pieces at both ends that an earlier leg has drawn already, and say so."""
    pieces = list(drawn.pieces)
    remarks = list(drawn.remarks)
    for end in ("first", "last"):
        at = 0 if end == "first" else -1
        metres, owner = 0.0, ""
        while len(pieces) > 1 and (key := frozenset((pieces[at].start, pieces[at].end))) in taken:
            metres, owner = metres + pieces.pop(at).track_m, taken[key]
        if metres >= WORTH_SAYING_M:
            remarks.append(
                f"The {end} {metres / 1000:.1f} km run on the track of {owner} and are drawn there."
            )
    return replace(drawn, pieces=pieces, remarks=tuple(remarks))
