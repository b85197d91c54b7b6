"""Measures the legs of the route network on the lines that are drawn, so that one leg has one length."""

from dataclasses import dataclass

from geodata.steps.files.geodesy import Place
from geodata.steps.lines.network_legs import (
    Leg,
    draw_network,
    drawn_by_hand,
    layers_legs_of,
    node_places,
    takes_layers_line,
)
from geodata.steps.lines.pieces import Piece

WORTH_LISTING_M = 50.0  # a shorter gap would be listed as 0.0 km
METHODS = {"searoute": "searoute 1.6.0, ends joined to the port"}


@dataclass(frozen=True)
class Measured:
    """A leg's length in km, how it came about, and how far its line's ends lie from the places, in km."""

    km: float
    method: str
    snap_km: tuple[float, float] | None


def measured(leg: Leg) -> Measured:
    """Measure a leg: true track where a graph knows it, else what is drawn, with the joints at both ends.

    A line by hand on land is lengthened by the leg's factor `curves`, since its points leave out the bends.
    """
    pieces = draw_network()[leg["id"]].pieces
    metres = sum(piece.track_m or piece.drawn_m for piece in pieces)
    if drawn_by_hand(leg):
        curves = leg.get("curves")
        method = "hand points, geodesic"
        if curves:
            method += f" {metres / 1000:.0f} km x {curves} for curves"
        return Measured(round(metres * (curves or 1) / 1000, 1), method, None)
    places = node_places()
    joints = _joint_m(pieces[0], places[leg["from"]]), _joint_m(pieces[-1], places[leg["to"]])
    snap_km = round(joints[0] / 1000, 1), round(joints[1] / 1000, 1)
    return Measured(round(metres / 1000, 1), _method(leg, pieces, joints), snap_km)


def _joint_m(piece: Piece, place: Place) -> float:
    return piece.drawn_m if piece.bridged and place in (piece.start, piece.end) else 0.0


def _method(leg: Leg, pieces: list[Piece], joints: tuple[float, float]) -> str:
    if takes_layers_line(leg):
        return f"as the layers draw it: {', '.join(layers_legs_of(leg))}"
    method: str = leg["geometry"]["method"]
    if method in METHODS:
        return METHODS[method]
    inner = pieces[bool(joints[0]) : -1 if joints[1] else None]
    gaps = [piece.drawn_m for piece in inner if piece.bridged and piece.drawn_m >= WORTH_LISTING_M]
    listed = ", ".join(f"{metres / 1000:.1f}" for metres in gaps)
    return f"{method}; gaps bridged: [{listed}] km" if gaps else method
