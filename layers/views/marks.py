"""The marks of the page: swatches and glyphs drawn as on the map, as small inline SVG."""

from __future__ import annotations

from markupsafe import Markup

from layers.map.style import dash_array
from layers.model.layer import Layer
from layers.views.render import render

LINE_KINDS = ("LineString", "MultiLineString")
SWATCH_WIDTH = 4.0  # px, as the looks draw it


def swatch(layer: Layer) -> Markup:
    """Return the layer's mark: a line in its colour and dash, or a ring for points and areas."""
    has_lines = any((feature.get("geometry") or {}).get("type") in LINE_KINDS for feature in layer.features)
    return mark(subject=layer.subject, status=layer.status, line=has_lines and layer.group == "corridors")


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
