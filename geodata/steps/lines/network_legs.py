"""Draws every leg of the route network: as the layers draw it, along its frozen way, or by hand points."""

import itertools
from functools import cache
from typing import Any

import shapely

from geodata.steps.files.geodesy import Place, metres_between
from geodata.steps.files.raw import read_raw
from geodata.steps.files.sources import read_network_legs, read_nodes, read_source
from geodata.steps.lines import as_layers_draw as network_drawn
from geodata.steps.lines import pieces as polyline
from geodata.steps.lines.layer_legs import GRAPH_SOURCES, ODBL, OWN, Drawn, draw_all
from geodata.steps.lines.pieces import Piece, lateral_bound

Leg = dict[str, Any]
AT_PLACE_M = 100.0  # a line that ends so close to its place ends there
OVERSHOT_M = {"rail": 40_000.0, "road": 60_000.0, "sea": 320_000.0}  # so far back an end may be cut
LANE_BOUND_M = 30_000.0  # ships keep to no track; as for the lanes of the layers
HAND_BOUND_M = 15_000.0  # hand points of the network join towns along the way, not the track itself
CAPE_DEGREES = 0.05  # a lane that passes so close to a cape's middle cuts it; about 5 km
HAND_SOURCE = "own compilation: points entered by hand from cited sources"


@cache
def rules() -> dict[str, Any]:
    """Read how lines are drawn where network_*.yaml does not say enough."""
    read: dict[str, Any] = read_source("network_lines")
    return read


def node_places() -> dict[str, Place]:
    """Give (longitude, latitude) of every node."""
    return {node["id"]: (float(node["lon"]), float(node["lat"])) for node in read_nodes()}


def takes_layers_line(leg: Leg) -> bool:
    """Tell whether a leg takes the line that a layer draws."""
    named = leg["geometry"].get("drawing_ref") and leg["id"] not in rules()["own_way"]
    return bool(named) or leg["id"] in rules()["as_drawn"]


def drawn_by_hand(leg: Leg) -> bool:
    """Tell whether a leg has a line of its own through hand points."""
    if takes_layers_line(leg):
        return False
    return leg["geometry"]["method"] == "hand points" or leg["id"] in rules()["points"]


def layers_legs_of(leg: Leg) -> list[str]:
    """List the layers' legs whose lines a leg takes."""
    return _along_layers(leg)[1]


def _along_layers(leg: Leg) -> tuple[list[Piece], list[str]]:
    only: list[str] = rules()["as_drawn"].get(leg["id"], [])
    start, end = (node_places()[leg[key]] for key in ("from", "to"))
    return network_drawn.as_layers_draw(leg["mode"], only, start, end)


@cache
def draw_network() -> dict[str, Drawn]:
    """Draw all legs by id, each from the place of its `from` to that of its `to`."""
    return {leg["id"]: draw_leg(leg) for leg in read_network_legs()}


def draw_leg(leg: Leg) -> Drawn:
    """Draw one leg; its ends are joined to its places by straight pieces."""
    start, end = (node_places()[leg[key]] for key in ("from", "to"))
    method = leg["geometry"]["method"]
    if takes_layers_line(leg):
        pieces, of_layers = _along_layers(leg)
        drawn = _as_one(pieces, [draw_all()[of_layer] for of_layer in of_layers])
    elif drawn_by_hand(leg):
        drawn = Drawn(_by_hand(leg, start, end), "hand", HAND_SOURCE, OWN)
    elif method == "searoute":
        drawn = Drawn(_along_lane(leg, start, end), "hand", GRAPH_SOURCES["sea"], "Apache-2.0")
    else:
        drawn = _along_track(leg, start, end)
    whole = _to_places(drawn.pieces, start, end)
    return Drawn(whole, drawn.geometry_class, drawn.source, drawn.licence)


def _as_one(pieces: list[Piece], of_layers: list[Drawn]) -> Drawn:
    """Name class, source and licence of a line that joins several legs of the layers, the strictest first."""
    order = ["osm+fill", "osm", "hand"]
    first = min(of_layers, key=lambda drawn: order.index(drawn.geometry_class))
    classes = {drawn.geometry_class for drawn in of_layers}
    mixed = "osm+fill" if first.geometry_class == "osm" and "hand" in classes else first.geometry_class
    sources = "; ".join(dict.fromkeys(drawn.source for drawn in of_layers))
    return Drawn(pieces, mixed, sources, first.licence)


def _by_hand(leg: Leg, start: Place, end: Place) -> list[Piece]:
    points = rules()["points"].get(leg["id"], leg["geometry"]["via"])
    line = [start, *((float(lon), float(lat)) for lon, lat in points), end]
    bound = LANE_BOUND_M if leg["mode"] == "sea" else HAND_BOUND_M
    return polyline.by_hand(line, bound / 1000)


def _frozen(leg: Leg) -> tuple[list[Place], list[list[int]]]:
    raw = read_raw_ways()
    way = raw["ways"][leg["id"]]
    return [(raw["nodes"][node][0], raw["nodes"][node][1]) for node, _, _ in way], way


@cache
def read_raw_ways() -> dict[str, Any]:
    """Read the ways frozen by geodata.extract: nodes, and by leg [node, metres, bridged]."""
    raw: dict[str, Any] = read_raw("network_ways")
    return raw


def _along_lane(leg: Leg, start: Place, end: Place) -> list[Piece]:
    lane = polyline.by_hand(_round_capes(_frozen(leg)[0]), LANE_BOUND_M / 1000)
    out, back = (approach(leg, leg[key]) for key in ("from", "to"))
    lane = _cut_back(lane, out[-1] if out else start, back[-1] if back else end, OVERSHOT_M["sea"])
    corners = [lane[0].start, *(piece.end for piece in lane)]
    return polyline.by_hand([*out, *corners, *reversed(back)], LANE_BOUND_M / 1000)


def _round_capes(lane: list[Place]) -> list[Place]:
    """Lead the straight pieces of a lane that cut a cape round it."""
    whole = [lane[0]]
    for a, b in itertools.pairwise(lane):
        piece = shapely.LineString([a, b])
        for cape in rules()["round"]:
            if piece.distance(shapely.Point(cape["over"])) < CAPE_DEGREES:
                by = [(float(lon), float(lat)) for lon, lat in cape["by"]]
                whole += by if a[0] < b[0] else reversed(by)
        whole.append(b)
    return whole


def approach(leg: Leg, node: str) -> list[Place]:
    """List the hand points between a port and the lane of a leg, from the port outwards."""
    for entry in rules()["approach"]:
        if entry["node"] == node and leg["id"].startswith(entry["legs"]):
            return [(float(lon), float(lat)) for lon, lat in entry["points"]]
    return []


def _along_track(leg: Leg, start: Place, end: Place) -> Drawn:
    places, way = _frozen(leg)
    pieces: list[Piece] = []
    for a, b, (_, track_m, bridged) in zip(places, places[1:], way[1:], strict=False):
        drawn_m = metres_between(a, b)
        bound = 0.0 if bridged else lateral_bound(drawn_m, track_m)
        step = Piece(a, b, drawn_m, float(track_m), bound, bridged=bool(bridged))
        pieces += network_drawn.filled(step, leg["mode"]) if drawn_m > 10_000 else [step]
    pieces = _cut_back(pieces, start, end, OVERSHOT_M[leg["mode"]])
    by_layer = any(piece.shared_out for piece in pieces)
    return Drawn(pieces, "osm+fill" if by_layer else "osm", GRAPH_SOURCES[leg["mode"]], ODBL)


def _cut_back(pieces: list[Piece], start: Place, end: Place, reach_m: float) -> list[Piece]:
    """Cut both ends where the line comes nearest to its places, within `reach_m` of the end."""
    for place in (end, start):  # each time the last end, then the line is turned
        pieces = [network_drawn.turned(p) for p in reversed(_cut_last(pieces, place, reach_m))]
    return pieces


def _cut_last(pieces: list[Piece], place: Place, reach_m: float) -> list[Piece]:
    point = shapely.Point(place)
    best: tuple[float, int, Place] = (metres_between(pieces[-1].end, place), len(pieces), pieces[-1].end)
    back = 0.0
    for at in range(len(pieces) - 1, -1, -1):
        line = shapely.LineString([pieces[at].start, pieces[at].end])
        if line.length:
            foot = line.interpolate(line.project(point))
            corner = (round(foot.x, 5), round(foot.y, 5))
            best = min(best, (metres_between(corner, place), at, corner))
        back += pieces[at].drawn_m
        if back > reach_m:
            break
    _, at, corner = best
    if at == len(pieces):
        return pieces
    kept = pieces[:at]
    if corner == pieces[at].end:
        return [*kept, pieces[at]]
    if corner != pieces[at].start:
        kept.append(network_drawn.halves(pieces[at], corner)[0])
    return kept or pieces


def _to_places(pieces: list[Piece], start: Place, end: Place) -> list[Piece]:
    """Join both ends to the places by straight pieces, which count as bridged."""
    whole = [p for p in pieces if p.start != p.end]
    for place, other in ((start, whole[0].start), (end, whole[-1].end)):
        metres = metres_between(place, other)
        if metres < AT_PLACE_M:
            continue
        piece = Piece(place, other, metres, metres, 0.0, bridged=True)
        whole = [piece, *whole] if place is start else [*whole, network_drawn.turned(piece)]
    return whole


def corners(leg: str) -> list[list[float]]:
    """Give a leg's line as [longitude, latitude] with 5 decimals."""
    line = polyline.coordinates(draw_network()[leg].pieces)
    return [line[0], *(b for a, b in itertools.pairwise(line) if a != b)]
