"""The sign of each layer, drawn once for the list beside the map and for the map's legend."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from layers.map.safe_text import safe_text
from layers.map.style import dash_array, subject_of, tokens
from layers.model.layer import Layer
from layers.model.mode import Mode

SIZE = (34, 16)  # px
RAIL = 4.0  # px, a railway's line
BOX = (3, 2, 28, 12)  # x, y, width and height of an area, in px
SHRUNK = 0.55  # of the hatch's gaps on the map
GLYPH = 15  # px
SOLID = "none"
PLAIN: dict[str, Any] = {"angles": (), "gap": 10, "width": 1}  # an area without a hatch
WIDTHS = {str(mode): mode.width for mode in Mode}  # as shares of a railway's
SHAPES = [(kind, f"Multi{kind}") for kind in ("LineString", "Polygon", "Point")]
GLYPHS = Path(__file__).with_name("glyphs.svg")


def sign_sprite(layers: Iterable[Layer]) -> str:
    """Return the signs of the layers that are drawn as one hidden SVG, each a symbol `sign-<layer>`."""
    symbols = "".join(
        f'<symbol id="sign-{safe_text(layer.id)}" viewBox="0 0 {SIZE[0]} {SIZE[1]}">{sign(layer)}</symbol>'
        for layer in layers
        if layer.drawn
    )
    return f'<svg width="0" height="0" style="position:absolute" aria-hidden="true">{symbols}</svg>'


def sign(layer: Layer) -> str:
    """Return a layer's sign as the content of an SVG of SIZE: its hatch, or its line, or its glyph."""
    lines, areas, points = (
        [one["properties"] for one in layer.features if (one.get("geometry") or {}).get("type") in types]
        for types in SHAPES
    )
    hatch, subject = tokens()["hatch"].get(layer.hatch), safe_text(layer.subject)
    if areas and hatch:
        return "".join(_hatched(subject, hatch))
    own = [one for one in lines if subject_of(layer.subject, one) == layer.subject]
    if own:
        over = _glyph(_principal(layer, points)) if layer.group == "ports-and-fields" else ""
        return _line(layer, own) + over
    if areas:
        return "".join(_hatched(subject, PLAIN))
    kinds = Counter(one.get("kind", "") for one in points).most_common(1)
    return _glyph(glyph_of(kinds[0][0]), subject) if kinds else ""


def glyph_of(kind: str) -> str:
    """Return the glyph of a kind of point; a town's for others."""
    glyph: str = tokens()["glyph"]["of"].get(kind, "city")
    return glyph


def _principal(layer: Layer, points: list[Mapping[str, Any]]) -> str:
    """Return the glyph of a port or a field: what the layer is about."""
    if layer.status and layer.status.to_come:
        return "port-planned"
    return "field" if any(glyph_of(one.get("kind", "")) == "field" for one in points) else "port"


def _line(layer: Layer, own: list[Mapping[str, Any]]) -> str:
    """Return the line that is most the layer's own: of its status, and of its widest mode."""

    def worth(one: Mapping[str, Any]) -> tuple[bool, float]:
        return one.get("status") == layer.status, WIDTHS.get(one.get("mode", ""), 1.0)

    best = max(own, key=worth)
    width = RAIL * WIDTHS.get(best.get("mode", ""), 1.0)
    dash = dash_array(best.get("status", ""), width)
    cap = tokens()["cap"].get(best.get("status", ""), "butt")
    strokes = [(width, dash, cap)]
    beads = tokens()["line"]["pipeline_beads"]
    if best.get("mode") == "pipeline" and best.get("status") == beads["only_when"]:
        pattern = " ".join(f"{part * width:g}" for part in beads["dash"])
        strokes.append((width * beads["width"], pattern, "round"))
    colour = f"var(--subject-{safe_text(layer.subject)})"
    return "".join(
        f'<path d="M1 8H33" fill="none" stroke="{colour}" stroke-width="{width:g}"'
        f' stroke-dasharray="{dash or SOLID}" stroke-linecap="{cap}"/>'
        for width, dash, cap in strokes
    )


def _hatched(subject: str, hatch: Mapping[str, Any]) -> Iterator[str]:
    """Yield a box with the hatch in it; a nested SVG cuts the lines off at its edge."""
    x, y, width, height = BOX
    colour, table, gap = f"var(--subject-{subject})", tokens()["hatch"], hatch["gap"] * SHRUNK
    far = width + height
    rows = [f"M{-far} {n * gap:g}H{far}" for n in range(round(-far / gap), round(far / gap) + 1)]
    yield f'<svg x="{x}" y="{y}" width="{width}" height="{height}">'
    yield f'<rect width="{width}" height="{height}" fill="{colour}" fill-opacity="{table["wash_opacity"]}"/>'
    for angle in hatch["angles"]:
        turn = f"translate({width / 2:g} {height / 2:g}) rotate({-angle})"
        yield f'<path d="{"".join(rows)}" transform="{turn}" fill="none" stroke="{colour}"'
        yield f' stroke-width="{hatch["width"]}" stroke-opacity="{table["line_opacity"]}"/>'
    yield f'<rect width="{width}" height="{height}" fill="none" stroke="{colour}" stroke-width="3"/></svg>'


def _glyph(name: str, subject: str = "") -> str:
    """Return a glyph in the middle of the sign, in a subject's colour or in ink."""
    found = re.search(rf'<symbol id="{name}" viewBox="(.*?)"><title>.*?</title>(.*?)</symbol>', _sprite())
    if found is None:
        raise KeyError(f"{GLYPHS.name} has no glyph “{name}”")
    ink = f"var(--subject-{subject})" if subject else "var(--page-ink)"
    look = f"--ink:{ink};--panel:var(--page-panel);--case:var(--map-casing)"
    x, y = (SIZE[0] - GLYPH) / 2, (SIZE[1] - GLYPH) / 2
    place = f'x="{x:g}" y="{y:g}" width="{GLYPH}" height="{GLYPH}"'
    return f'<svg {place} viewBox="{found[1]}" fill="none" style="{look}">{found[2]}</svg>'


def _sprite() -> str:
    return GLYPHS.read_text("utf-8")
