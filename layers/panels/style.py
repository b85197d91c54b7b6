"""The page's colours and line marks from the one table of tokens that the map uses too."""

from __future__ import annotations

from layers.drawing.style import theme_blocks, tokens

__all__ = ["dash_array", "style_variables", "tokens"]


def style_variables() -> str:
    """Return the tokens' colours as CSS variables: light, and dark where the page says so."""
    return theme_blocks()


def dash_array(status: str, width: float) -> str | None:
    """Return the SVG dash pattern of a status for a line of this width in px; None when it is solid."""
    pattern = tokens()["dash"].get(status)
    return None if pattern is None else " ".join(f"{part * width:g}" for part in pattern)
