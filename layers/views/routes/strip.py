"""A route as a strip: its legs and changes to scale, with ticks at borders, gauge breaks and countries."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from layers.map.style import dash_array
from layers.network.model import Network
from layers.network.search.question import leg_name, short_name
from layers.network.search.route import Change, Route, Travel
from layers.network.words.answer_text import CHANGES
from layers.network.words.phrases import km_text
from layers.network.words.status import status_then
from layers.views.strip_lands import Land, Span, lands_below

STRIP_WIDTH = 372.0  # px; all strips of an answer share one scale


@dataclass(frozen=True)
class Piece:
    """A leg or a change on a strip; x and width in px."""

    x: float
    width: float
    mode: str
    status: str
    leg: str
    title: str
    dash: str | None
    line_width: float


@dataclass(frozen=True)
class Mark:
    """A tick on a strip: `border`, `change` of mode, or `gauge` break."""

    x: float
    kind: str
    text: str


def size(route: Route, scale: str) -> float:
    """Return a route's km, or the middle of its days."""
    return route.km if scale == "km" else route.middle_days


def strip(
    known: Network, route: Route, unit: float, scale: str, as_of: int | None = None
) -> tuple[list[Piece], list[Mark], list[Land]]:
    """Return a route's pieces from left to right, what stands on them and below; `unit`: px per km or day.

    Legs have the status of the year `as_of`, of today for None.
    """
    pieces: list[Piece] = []
    marks: list[Mark] = []
    spans: list[Span] = []
    x = 0.0
    for part in route.parts:
        if isinstance(part, Change):
            width = sum(part.days) / 2 * unit if scale == "days" else 0.0
            kind = "gauge" if part.what == "gauge" else "change"
            marks.append(
                Mark(x + width / 2, kind, f"{short_name(known.nodes[part.at].name)}: {CHANGES[part.what]}")
            )
            if width:
                pieces.append(Piece(x, width, "wait", "", "", "handling", None, 1.5))
        else:
            width = (part.leg.km if scale == "km" else sum(part.days) / 2) * unit
            pieces.append(_piece(known, part, x, width, as_of))
            each = width / max(len(part.countries), 1)
            spans += [(code, x + i * each, x + (i + 1) * each) for i, code in enumerate(part.countries)]
        x += width
    lands = lands_below(spans, known.countries)
    marks += [
        Mark(after.left, "border", f"Border {before.name} → {after.name}")
        for before, after in pairwise(lands)
    ]
    return pieces, marks, lands


def _piece(known: Network, travel: Travel, x: float, width: float, as_of: int | None) -> Piece:
    leg, status = travel.leg, status_then(travel.leg, as_of)
    line_width = 5.0 if leg.mode == "rail" else 3.0
    title = f"{leg_name(known, leg)}: {leg.mode}, {km_text(leg.km)}, {status}"
    return Piece(x, width, leg.mode, status, leg.id, title, dash_array(status, line_width), line_width)
