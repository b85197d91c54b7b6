"""The section strip: a corridor straightened to scale, dashed by status, with its section names beside it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from layers.map.style import dash_array
from layers.model.layer import Layer
from layers.views.render import render

WIDTH, MARGIN, LINE_WIDTH = 380.0, 2.0, 4.0  # px of the drawing; it scales with the sidebar
LETTER = 6.1  # px, mean width of a letter of the strip's 12 px type
GAP = 8.0  # px between two names in one row
ROWS = ("below", "above")


@dataclass(frozen=True)
class Section:
    """One leg on the strip; x and width in px, km as counted for the scale."""

    name: str
    status: str
    mode: str
    x: float
    width: float
    km: float
    dash: str | None
    line_width: float


@dataclass(frozen=True)
class StripName:
    """A name at a joint; anchor is SVG's text-anchor."""

    text: str
    x: float
    row: str
    anchor: str


def section_km(properties: dict[str, Any]) -> float:
    """Return a leg's length in km: as published, else the track, else what is drawn."""
    published = properties.get("published_km")
    if isinstance(published, list | tuple):
        published = sum(published) / len(published)
    return float(published or properties.get("track_km") or properties["km"])


def strip_parts(layer: Layer) -> list[dict[str, Any]]:
    """Return the properties of the legs of a layer's main line, in order of travel."""
    return [feature["properties"] for slug in layer.strip if (feature := layer.feature(slug))]


def strip_html(layer: Layer) -> Markup | None:
    """Return the strip as SVG with a spoken text; None for a layer without one."""
    legs = strip_parts(layer)
    if not legs:
        return None
    sections = _sections(legs)
    shaded = None
    if layer.strip_note and layer.strip_note.feature in layer.strip:
        shaded = sections[layer.strip.index(layer.strip_note.feature)]
    spoken = "; ".join(f"{s.name}, {s.status}, about {s.km:.0f} km" for s in sections)
    names = _names(legs, sections)
    return Markup(
        render(
            "strip.svg",
            layer=layer,
            sections=sections,
            names=names,
            shaded=shaded,
            spoken=spoken,
            width=WIDTH,
        )
    )


def _sections(legs: list[dict[str, Any]]) -> list[Section]:
    total = sum(section_km(leg) for leg in legs)
    scale = (WIDTH - 2 * MARGIN) / total
    found, x = [], MARGIN
    for leg in legs:
        km = section_km(leg)
        line_width = LINE_WIDTH * (1 if leg.get("mode") == "rail" else 0.6)
        dash = dash_array(leg["status"], line_width)
        found.append(
            Section(leg["name"], leg["status"], leg.get("mode", ""), x, km * scale, km, dash, line_width)
        )
        x += km * scale
    return found


def _names(legs: list[dict[str, Any]], sections: list[Section]) -> list[StripName]:
    """Place the names that fit: the ends first, then where status or mode changes, then the others."""
    joints = [(MARGIN, legs[0]["from"], 0)]
    for before, after, section in zip(legs, legs[1:], sections[1:], strict=False):
        changes = before["status"] != after["status"] or before.get("mode") != after.get("mode")
        joints.append((section.x, after["from"], 1 if changes else 2))
    joints.append((WIDTH - MARGIN, legs[-1]["to"], 0))
    placed: list[StripName] = []
    taken: dict[str, list[tuple[float, float]]] = {row: [] for row in ROWS}
    for x, text, _rank in sorted(joints, key=lambda joint: joint[2]):
        length = len(text) * LETTER
        anchor, left = "middle", x - length / 2
        if left < 0:
            anchor, left, x = "start", 0.0, 0.0
        elif left + length > WIDTH:
            anchor, left, x = "end", WIDTH - length, WIDTH
        row = next((r for r in ROWS if _free(taken[r], left, left + length)), None)
        if row:
            taken[row].append((left, left + length))
            placed.append(StripName(text, x, row, anchor))
    return placed


def _free(taken: Iterable[tuple[float, float]], left: float, right: float) -> bool:
    return all(right + GAP < other_left or left > other_right + GAP for other_left, other_right in taken)
