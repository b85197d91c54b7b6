"""The marks of the page: swatches and glyphs drawn as on the map, as small inline SVG."""

from __future__ import annotations

from markupsafe import Markup

from layers.map.style import dash_array
from layers.map.swatches import SIZE, sign
from layers.model.layer import Layer
from layers.views.render import render

SWATCH_WIDTH = 4.0  # px, as the looks draw it


def swatch(layer: Layer) -> Markup:
    """Return the layer's sign, as in the map's legend."""
    width, height = SIZE
    box = f'viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    return Markup(f'<svg class="mark" {box} aria-hidden="true" focusable="false">{sign(layer)}</svg>')


def mark(*, subject: str, status: str | None, line: bool = True, thin: bool = False) -> Markup:
    """Return a line or point mark of a subject and a status."""
    width = SWATCH_WIDTH * (0.6 if thin else 1)
    return Markup(
        render(
            "mark.svg",
            colour=f"var(--subject-{subject})",
            line=line,
            width=width,
            dash=dash_array(status, width) if status else None,
            round_caps=status == "closed",
            hollow=status in ("planned", "building"),
        )
    )
