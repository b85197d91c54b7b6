"""Colours and dashes: tokens.json read once, for CSS variables, for what the page draws and for the tests."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal

from layers.files.faults import Fault
from layers.model.mode import Status
from layers.model.verdict import Verdict

Theme = Literal["light", "dark"]
THEMES: tuple[Theme, ...] = ("light", "dark")
TOKENS = Path(__file__).with_name("tokens.json")
# Branches that a corridor's layer shows for comparison; its colour would claim them for the corridor.
FOREIGN_BRANCHES = ("way-round", "armenia", "other-ports")


def token_faults() -> Iterator[Fault]:
    """Yield what the table of tokens lacks of a verdict or a status: it would be shown without its sign."""
    for theme in THEMES:
        for verdict in Verdict:
            if verdict.chip not in tokens()[theme]["chip"]:
                where, expected = f"{theme}.chip", "text, fill and edge: the colours of its chip"
                yield Fault(TOKENS.name, where, f"no “{verdict.chip}” for the verdict {verdict}", expected)
    for status in Status:
        if status not in tokens()["dash"]:
            yield Fault(TOKENS.name, "dash", f"no “{status}”", "a pattern in widths of the line, or null")


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


def dash_array(status: str, width: float) -> str | None:
    """Return the SVG dash pattern of a status for a line of this width in px; None when it is solid."""
    pattern = tokens()["dash"].get(status)
    return None if pattern is None else " ".join(f"{part * width:g}" for part in pattern)


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
