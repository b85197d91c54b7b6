"""Draws a way as straight pieces: hand points inserted, lengths measured, possible errors bounded."""

import itertools
from dataclasses import dataclass
from math import sqrt

from geodata.steps.files.geodesy import Place, metres_between
from geodata.steps.lines.tracks import Step

LONG_PIECE_KM = 25.0
FILL_SLACK = 1.02  # a filled chord may be this much longer than the graph's track length (rounding of 0.001°)


@dataclass(frozen=True)
class Piece:
    """A straight piece: its ends and, in metres, its length, its share of the true track, its error bound."""

    start: Place
    end: Place
    drawn_m: float
    track_m: float
    bound_m: float
    bridged: bool = False
    shared_out: bool = False  # the graph knows only the sum of several pieces


def lateral_bound(chord_m: float, track_m: float) -> float:
    """Give how far a track of that length can leave its chord: half the minor axis of the ellipse."""
    return 0.5 * sqrt(max(0.0, track_m**2 - chord_m**2))


def pieces_of(steps: list[Step], fills: list[Place]) -> list[Piece]:
    """Turn the steps of a way into pieces, each fill point put into the chord where it costs least detour.

    Raises ValueError where a filled chord gets longer than the track that the graph holds for it.
    """
    inserted: dict[int, list[Place]] = {}
    for fill in fills:
        inserted.setdefault(_chord_of(fill, steps), []).append(fill)
    pieces: list[Piece] = []
    for index, step in enumerate(steps):
        pieces += _split(step, inserted.get(index, []))
    return pieces


def _chord_of(fill: Place, steps: list[Step]) -> int:
    detours = [
        metres_between(s.start, fill) + metres_between(fill, s.end) - metres_between(s.start, s.end)
        for s in steps
    ]
    return detours.index(min(detours))


def _split(step: Step, points: list[Place]) -> list[Piece]:
    points = sorted(points, key=lambda point: metres_between(step.start, point))
    corners = [step.start, *points, step.end]
    drawn = [metres_between(a, b) for a, b in itertools.pairwise(corners)]
    total = sum(drawn)
    if points and total > step.track_m * FILL_SLACK:
        raise ValueError(
            f"fill points {points} make the chord {step.start}–{step.end} {total / 1000:.1f} km long, "
            f"more than its track of {step.track_m / 1000:.1f} km: at least one of them lies off the line"
        )
    return [
        Piece(
            start=a,
            end=b,
            drawn_m=length,
            track_m=step.track_m * (length / total) if total else step.track_m,
            bound_m=0.0 if step.bridged else lateral_bound(length, step.track_m - (total - length)),
            bridged=step.bridged,
            shared_out=bool(points),
        )
        for a, b, length in zip(corners, corners[1:], drawn, strict=False)
    ]


def by_hand(points: list[Place], within_km: float) -> list[Piece]:
    """Join hand points by straight pieces that may lie `within_km` beside the true line."""
    return [Piece(a, b, metres_between(a, b), 0.0, within_km * 1000) for a, b in itertools.pairwise(points)]


def cut(pieces: list[Piece], start: Place | None, end: Place | None) -> list[Piece]:
    """Take the pieces from the corner `start` (None: the beginning) to the corner `end` (None: the end)."""
    corners = [p.start for p in pieces] + [pieces[-1].end]
    first = corners.index(start) if start in corners else 0
    last = corners.index(end) if end in corners else len(pieces)
    return pieces[first:last]


def coordinates(pieces: list[Piece]) -> list[list[float]]:
    """List the corners as [longitude, latitude] with 5 decimals."""
    corners = [p.start for p in pieces] + [pieces[-1].end]
    return [[round(lon, 5), round(lat, 5)] for lon, lat in corners]


def long_pieces(pieces: list[Piece]) -> list[dict[str, object]]:
    """List the straight pieces over 25 km with the bound of their lateral error in km."""
    return [
        {"from": _pair(p.start), "to": _pair(p.end), "bound_km": round(p.bound_m / 1000, 1)}
        for p in pieces
        if p.drawn_m > LONG_PIECE_KM * 1000
    ]


def _pair(place: Place) -> list[float]:
    return [round(place[0], 5), round(place[1], 5)]
