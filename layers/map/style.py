"""Colours, dashes and widths: tokens.json read once, for folium, for CSS variables and for the tests."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal

from layers.model.verdict import Verdict

Theme = Literal["light", "dark"]
THEMES: tuple[Theme, ...] = ("light", "dark")
TOKENS = Path(__file__).with_name("tokens.json")
# Branches that a corridor's layer shows for comparison; its colour would claim them for the corridor.
FOREIGN_BRANCHES = ("way-round", "armenia")
AREA_FILL = 0.14  # light enough that labels and lines above it keep their contrast


@cache
def tokens() -> dict[str, Any]:
    """Return the whole table; lengths in CSS px, dashes in multiples of the drawn width."""
    table: dict[str, Any] = json.loads(TOKENS.read_text("utf-8"))
    return table


def subject_of(layer_subject: str, properties: Mapping[str, Any]) -> str:
    """Return a feature's colour key: its layer's, its product, or `other` where it is for comparison."""
    if str(properties.get("branch", "")).startswith(FOREIGN_BRANCHES):
        return "other"
    product = str(properties.get("kind", "")).partition("-pipeline")
    return product[0] if product[1] and product[0] in tokens()["light"]["subject"] else layer_subject


def line_width(*, zoom: float, mode: str = "rail") -> float:
    """Return a line's width in CSS px: the table's steps by zoom, straight between them, times the mode's."""
    steps = sorted((float(at), width) for at, width in tokens()["line"]["width_by_zoom"].items())
    if zoom <= steps[0][0]:
        width = steps[0][1]
    elif zoom >= steps[-1][0]:
        width = steps[-1][1]
    else:
        (low, narrow), (high, wide) = next(
            pair for pair in pairwise(steps) if pair[0][0] <= zoom <= pair[1][0]
        )
        width = narrow + (wide - narrow) * (zoom - low) / (high - low)
    return float(width) * float(tokens()["line"]["mode_factor"].get(mode, 1))


def dash_array(status: str, width: float) -> str | None:
    """Return the SVG dash pattern of a status for a line of this width in px; None when it is solid."""
    pattern = tokens()["dash"].get(status)
    return None if pattern is None else " ".join(f"{part * width:g}" for part in pattern)


def line_cap(status: str) -> str:
    """Return the SVG line cap: dashes end straight, dots and unbroken lines round."""
    caps = tokens()["cap"]
    solid = "solid" if tokens()["dash"].get(status) is None else "default"
    return str(caps.get(status, caps[solid]))


def path_style(
    *, subject: str, mode: str, status: str, area: bool, zoom: float = 5, theme: Theme = "light"
) -> dict[str, object]:
    """Return Leaflet's path options for a feature; the names are those of the fixed vocabularies only."""
    table = tokens()[theme]["subject"]
    width = line_width(zoom=zoom, mode=mode)
    style: dict[str, object] = {
        "color": table.get(subject, table["other"]),
        "weight": width,
        "opacity": 1,
        "dashArray": dash_array(status, width),
        "lineCap": line_cap(status),
        "lineJoin": tokens()["line"]["join"],
        "fill": area,
    }
    return style | ({"fillOpacity": AREA_FILL} if area else {})


def presenter_colours(theme: Theme) -> dict[str, str]:
    """Return the colours of text while presenting: the usual ones, or darker where those are below 7:1."""
    usual: dict[str, str] = {key: tokens()[theme]["label"][key] for key in ("country", "sea")}
    own: dict[str, str] = tokens()["presenter_label"][theme]
    subjects: dict[str, str] = tokens()[theme]["subject_text"]
    return usual | subjects | own


def style_variables() -> str:
    """Return every colour as a CSS variable (--subject-gas …): light, and dark where the page says so."""
    blocks = theme_blocks({theme: {"presenter": presenter_colours(theme)} for theme in THEMES})
    subjects = "".join(
        f".s-{subject}{{--c:var(--subject-{subject});--ct:var(--subject-text-{subject});--cp:var(--presenter-{subject})}}"
        for subject in tokens()["light"]["subject"]
    )
    return blocks + subjects + "\n"


def page_variables() -> str:
    """Return the tokens' colours as CSS variables in both themes, and those of each verdict's chip."""
    chips = "".join(
        f".v-{verdict}{{--text:var(--chip-{verdict.chip}-text);--fill:var(--chip-{verdict.chip}-fill);"
        f"--edge:var(--chip-{verdict.chip}-edge)}}\n"
        for verdict in Verdict
    )
    return theme_blocks() + chips


def theme_blocks(more: Mapping[Theme, Mapping[str, Any]] | None = None) -> str:
    """Return both themes as CSS: the tokens' colours as variables, and behind them `more` of a theme."""
    blocks = []
    for theme, selector in zip(THEMES, (":root", ':root[data-theme="dark"]'), strict=True):
        colours = [*_flat(tokens()[theme], ()), *_flat((more or {}).get(theme, {}), ())]
        lines = "".join(f"--{name}:{value};" for name, value in colours)
        blocks.append(f"{selector}{{color-scheme:{theme};{lines}}}\n")
    return "".join(blocks)


def _flat(table: Mapping[str, Any], path: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield each colour with its path as a name, deeper tables included."""
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _flat(value, (*path, key))
        elif isinstance(value, list):
            yield from _flat({str(number): each for number, each in enumerate(value, 1)}, (*path, key))
        elif isinstance(value, str):
            yield "-".join((*path, key)).replace("_", "-"), value
