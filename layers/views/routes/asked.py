"""The question of the routes panel: from an address and back, and what a person does to it. No Streamlit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from layers.network.allowed import Allowed
from layers.network.model import Network
from layers.network.search.closures import apply_presets, closable
from layers.network.search.question import FIRST_YEAR, LAST_YEAR, USUAL_MODES, Question, short_name

Asked = dict[str, Any]  # see asked_by; a dictionary, for it lives in the session and in the address
BY = {"days": "Fastest", "km": "Shortest", "borders": "Fewest borders", "transshipments": "Fewest changes"}
MODES = {str(mode): mode.label for mode in Allowed}
START = {"from": "khorgos", "to": "constanta", "presets": "russia-avoided"}
USUAL: dict[str, Any] = {
    "by": "days",
    "modes": [*map(str, USUAL_MODES)],
    "year": LAST_YEAR,
    "scale": "km",
}
KEYS = (
    "from",
    "to",
    "by",
    "modes",
    "story",
    "presets",
    "closed",
    "planned",
    "year",
    "irregular",
    "scale",
    "weakest",
    "far",
)
SCALES = {"km": "km", "days": "days"}
PAIR = "pair"  # the weakest link of the two places asked for; else that of a corridor, by its id


@lru_cache(maxsize=2)
def closing_words(known: Network) -> frozenset[str]:
    """Return every word that can be closed: only these are taken from an address or from the browser."""
    return frozenset(item.word for item in closable(known))


@lru_cache(maxsize=2)
def ends(known: Network) -> frozenset[str]:
    """Return the places where cargo can start and end: all but straits."""
    return frozenset(node.id for node in known.nodes.values() if not node.strait)


def corridors_with_ends(known: Network) -> dict[str, str]:
    """Return the titles of the corridors whose weakest link can be asked for."""
    return {key: group.title for key, group in known.groups.items() if group.ends}


def asked_by(known: Network, query: Mapping[str, str]) -> Asked:
    """Read the question of an address; what is unknown is left out."""

    def listed(key: str, choices: frozenset[str] | set[str], otherwise: str = "") -> list[str]:
        words = query.get(key, otherwise).split(",")
        return [word for word in dict.fromkeys(words) if word in choices]

    def one(key: str, choices: frozenset[str] | Mapping[str, Any], otherwise: str | None) -> str | None:
        return query[key] if query.get(key) in choices else otherwise

    asked = any(key in query for key in ("from", "to"))
    weakest = PAIR if query.get("weakest") == "1" else query.get("weakest")
    return {
        "from": one("from", ends(known), START["from"]),
        "to": one("to", ends(known), START["to"]),
        "by": one("by", BY, USUAL["by"]),
        "modes": listed("modes", set(MODES)) or USUAL["modes"],
        "story": one("story", known.scenarios, None),
        "presets": listed("presets", set(known.presets), "" if asked else START["presets"]),
        "closed": listed("closed", closing_words(known)),
        "planned": query.get("planned") == "1",
        "year": _year(query.get("year", "")),
        "irregular": query.get("irregular") == "1",
        "scale": "days" if query.get("scale") == "days" else "km",
        "far": query.get("far") == "1",
        "weakest": weakest if weakest in (PAIR, *corridors_with_ends(known)) else None,
    }


def _year(text: str) -> int:
    return min(max(int(text[:4]), FIRST_YEAR), LAST_YEAR) if text.isdecimal() else LAST_YEAR


def address(asked: Mapping[str, Any]) -> dict[str, str]:
    """Return the question as the parts of an address; what is usual is left out."""
    parts = {}
    for key in KEYS:
        value = asked[key]
        if value == USUAL.get(key) or value in ([], False, None):
            continue
        parts[key] = (
            ",".join(value) if isinstance(value, list) else str(int(value) if value is True else value)
        )
    return parts


def question_of(known: Network, asked: Mapping[str, Any]) -> Question:
    """Return the engine's question."""
    question = Question(
        asked["from"],
        asked["to"],
        by=asked["by"],
        modes=tuple(asked["modes"]),
        closed=tuple(asked["closed"]),
        planned=asked["planned"],
        as_of=None if asked["year"] == LAST_YEAR else asked["year"],
        irregular=asked["irregular"],
    )
    return apply_presets(known, question, asked["presets"])


def one_door_less(known: Network, question: Question, asked: Mapping[str, Any]) -> Question:
    """Return the question before its last closing: the newest single closure, else the last preset."""
    if asked["closed"]:
        return replace(
            question, closed=tuple(word for word in question.closed if word != asked["closed"][-1])
        )
    if asked["presets"]:
        return question_of(known, {**asked, "presets": asked["presets"][:-1]})
    return question


def name_of(known: Network, place: str) -> str:
    """Return what a place to start or end at is called, with its country."""
    node = known.nodes[place]
    return ", ".join(filter(None, (short_name(node.name), known.countries.get(node.country or ""))))


def step_of(known: Network, asked: Mapping[str, Any]) -> int:
    """Return how many steps of the story are taken: those that its presets begin with."""
    steps, taken = known.scenarios[asked["story"]].steps, asked["presets"]
    return next((n for n, step in enumerate(steps) if step not in taken), len(steps))
