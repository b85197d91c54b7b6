"""The section strip: a main line straightened to scale, dashed by status; each stretch answers for itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any

from markupsafe import Markup

from layers.map.style import dash_array
from layers.model.catalogue import Catalogue
from layers.model.layer import Layer
from layers.model.mode import Mode, Status
from layers.views.render import render
from layers.views.strip_lands import LETTER, lands_below
from layers.views.ways import Stretch, Way, bare, main_line

WIDTH, MARGIN, LINE_WIDTH = 380.0, 2.0, 4.0  # px of the drawing; it scales with the sidebar
GAP = 8.0  # px between two names in one row
ROWS = ("below", "above")


@dataclass(frozen=True)
class Section:
    """One stretch on the strip; x and width in px. `says` is what it answers to pointer, focus and reader."""

    slug: str
    says: str
    mode: str
    x: float
    width: float
    dash: str | None
    line_width: float


@dataclass(frozen=True)
class StripName:
    """A stop at a joint, with a name where there is room (`row`); anchor is SVG's text-anchor."""

    text: str
    says: str
    joint: float
    x: float
    row: str
    anchor: str


def strip_html(layer: Layer, catalogue: Catalogue) -> Markup | None:
    """Return the strip: a drawing, and over it the list of its stretches; None for a layer without one."""
    way = main_line(layer)
    if way is None:
        return None
    scale = (WIDTH - 2 * MARGIN) / way.km
    sections = [_section(stretch, scale, catalogue) for stretch in way.stretches]
    note = layer.strip_note
    shaded = next((one for one in sections if note and one.slug == note.feature), None)
    spans = [
        (
            code,
            MARGIN + scale * (stretch.start_km + n * each),
            MARGIN + scale * (stretch.start_km + (n + 1) * each),
        )
        for stretch in way.stretches
        for each in [stretch.km / max(len(stretch.countries), 1)]
        for n, code in enumerate(stretch.countries)
    ]
    return Markup(
        render(
            "strip.html",
            layer=layer,
            way=way,
            sections=sections,
            names=_names(way, scale),
            lands=lands_below(spans, catalogue.country_names),
            shaded=shaded,
            modes=", then ".join(_modes(way.stretches)),
            width=WIDTH,
        )
    )


def _section(stretch: Stretch, scale: float, catalogue: Catalogue) -> Section:
    part = stretch.properties
    mode, status = Mode.of(part["mode"]), Status.of(part["status"])
    line_width = LINE_WIDTH * (1 if mode is Mode.RAIL else 0.6)
    countries = " → ".join(catalogue.country_names.get(code, code) for code in stretch.countries)
    along = f"km {stretch.start_km:,.0f}–{stretch.end_km:,.0f}"
    says = ", ".join(filter(None, (mode.word, along, countries, status.word)))
    return Section(
        str(part["id"]),
        f"{part['name']}: {says}",
        mode,
        MARGIN + stretch.start_km * scale,
        stretch.km * scale,
        dash_array(status, line_width),
        line_width,
    )


def _modes(stretches: Iterable[Stretch]) -> list[str]:
    """Return how one travels from end to end: “by rail”, “by sea”, “by rail”."""
    return [f"by {mode}" for mode, _ in groupby(stretch.properties["mode"] for stretch in stretches)]


def _names(way: Way, scale: float) -> list[StripName]:
    """Place the names that fit: the ends first, then where status or mode changes, then the others."""
    stretches = way.stretches
    joints: list[tuple[float, str, int]] = [(0.0, stretches[0].stops[0], 0)]
    for before, after in pairwise(stretches):
        joints.append((after.start_km, after.stops[0], 2 - _changes(before.properties, after.properties)))
    joints.append((way.km, stretches[-1].stops[1], 0))
    taken: dict[str, list[tuple[float, float]]] = {row: [] for row in ROWS}
    return [_placed(*joint, scale, taken) for joint in sorted(joints, key=lambda joint: joint[2])]


def _changes(before: dict[str, Any], after: dict[str, Any]) -> bool:
    return bool(before["status"] != after["status"] or before.get("mode") != after.get("mode"))


def _placed(
    km: float, text: str, _rank: int, scale: float, taken: dict[str, list[tuple[float, float]]]
) -> StripName:
    joint = x = MARGIN + km * scale
    short = bare(text)
    length = len(short) * LETTER
    anchor, left = "middle", x - length / 2
    if left < 0:
        anchor, left, x = "start", 0.0, 0.0
    elif left + length > WIDTH:
        anchor, left, x = "end", WIDTH - length, WIDTH
    row = next((r for r in ROWS if _free(taken[r], left, left + length)), "")
    if row:
        taken[row].append((left, left + length))
    return StripName(short, f"{text}, km {km:,.0f}", joint, x, row, anchor)


def _free(taken: Iterable[tuple[float, float]], left: float, right: float) -> bool:
    return all(right + GAP < other_left or left > other_right + GAP for other_left, other_right in taken)
