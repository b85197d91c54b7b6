"""The controls of the routes panel for its template: what can be pressed, and what is. No Streamlit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from layers.network.model import Network
from layers.network.search.question import FIRST_YEAR, LAST_YEAR
from layers.views.routes.asked import BY, MODES, PAIR, SCALES, Asked, corridors_with_ends


@dataclass(frozen=True)
class Control:
    """A button: what it says, what the browser tells when it is pressed, and whether it is."""

    label: str
    told: str
    pressed: bool


def controls(known: Network, asked: Asked) -> dict[str, Any]:
    """Return the buttons by the line in which they stand."""
    presets = {key: preset.title for key, preset in known.presets.items()}
    stories = {key: story.title for key, story in known.scenarios.items()}
    subjects = {PAIR: "this pair", **corridors_with_ends(known)}
    flags = {"planned": "With every planned link open", "irregular": "With ferries without a timetable"}
    return {
        "presets": _line("presets", presets, asked["presets"]),
        "by": _line("by", BY, [asked["by"]]),
        "stories": _line("story", stories, [asked["story"]]),
        "subjects": _line("weakest", subjects, [asked["weakest"] or PAIR]),
        "modes": _line("modes", MODES, asked["modes"]),
        "scales": _line("scale", SCALES, [asked["scale"]]),
        "flags": [Control(label, name, bool(asked[name])) for name, label in flags.items()],
        "year": {"first": FIRST_YEAR, "last": LAST_YEAR, "now": asked["year"]},
    }


def _line(name: str, labels: Mapping[str, str], pressed: Iterable[str | None]) -> list[Control]:
    chosen = set(pressed)
    return [Control(label, f"{name}:{word}", word in chosen) for word, label in labels.items()]
