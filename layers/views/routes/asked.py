"""The question of the routes panel: from an address and back, and what a person does to it. No Streamlit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from layers.catalogue.atlas import Atlas
from layers.catalogue.names.index import Names, can_close, can_pass, can_start, names_of
from layers.network.allowed import Allowed
from layers.network.model import Network
from layers.network.search.closures import apply_presets, closable
from layers.network.search.question import (
    FIRST_YEAR,
    LAST_YEAR,
    USUAL_MODES,
    Question,
    QuestionError,
    short_name,
)
from layers.views.address_words import AddressWords

Asked = dict[str, Any]  # see asked_by; a dictionary, for it lives in the session and in the address
BY = {"days": "Fastest", "km": "Shortest", "borders": "Fewest borders", "transshipments": "Fewest reloadings"}
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
    "via",
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
NONE = "none"  # of the modes is allowed
PAIR = "pair"  # the weakest link of the two places asked for; else that of a corridor, by its id


@lru_cache(maxsize=2)
def closing_words(known: Network) -> frozenset[str]:
    """Return every word that can be closed: only these are taken from an address or from the browser."""
    return frozenset(item.word for item in closable(known))


@lru_cache(maxsize=2)
def passable(known: Network) -> frozenset[str]:
    """Return the places and straits that a way can pass."""
    return frozenset(known.nodes)


@lru_cache(maxsize=2)
def ends(known: Network) -> frozenset[str]:
    """Return the places where cargo can start and end: all but straits."""
    return frozenset(node.id for node in known.nodes.values() if not node.strait)


def corridors_with_ends(known: Network) -> dict[str, str]:
    """Return the titles of the corridors whose weakest link can be asked for."""
    return {key: group.title for key, group in known.groups.items() if group.ends}


def asked_by(atlas: Atlas, query: Mapping[str, str]) -> Asked:
    """Read the question of an address; places and what is closed by any name, what is unknown left out."""
    return read_asked(atlas, AddressWords(query))


def read_asked(atlas: Atlas, words: AddressWords) -> Asked:
    """Read the question; afterwards `words` tells what of it meant nothing."""
    known, names = atlas.network, names_of(atlas)

    def start(word: str) -> object:
        return names.called(word, can_start)

    presets = words.several("presets", known.presets)
    if not any(words.has(key) for key in ("from", "to", "presets")):
        presets = [key for key in [START["presets"]] if key in known.presets]
    return {
        "from": words.one_named("from", "to start from", names.node, start) or _usual_end(known, "from"),
        "to": words.one_named("to", "to go to", names.node, start) or _usual_end(known, "to"),
        "via": words.named("via", names.passed, lambda word: names.called(word, can_pass)),
        "by": words.one("by", BY) or USUAL["by"],
        "modes": [] if words.text("modes") == NONE else words.several("modes", MODES) or USUAL["modes"],
        "story": words.one("story", known.scenarios),
        "presets": presets,
        "closed": words.named("closed", names.closing, lambda word: names.called(word, can_close)),
        "planned": words.text("planned") == "1",
        "year": words.year("year", FIRST_YEAR, LAST_YEAR),
        "irregular": words.text("irregular") == "1",
        "scale": "days" if words.text("scale") == "days" else "km",
        "far": words.text("far") == "1",
        "newest": "presets" if words.text("newest") == "presets" else "closed",
        "weakest": _weakest(known, names, words),
    }


def _usual_end(known: Network, end: str) -> str:
    """Return where a way begins or ends if nobody says; another place in a network that lacks it."""
    others = sorted(ends(known), reverse=end == "to")
    return START[end] if START[end] in known.nodes or not others else others[0]


def _weakest(known: Network, names: Names, words: AddressWords) -> str | None:
    """Return whose weakest link is asked for: PAIR, or a corridor called by any of its names."""

    def corridor(text: str) -> str:
        word = names.closing(text)
        if word not in corridors_with_ends(known):
            raise QuestionError(f"{text} is no corridor with two ends.")
        return word

    if words.text("weakest") in ("1", PAIR):
        return PAIR
    return next(iter(words.named("weakest", corridor, lambda word: names.called(word, can_close))), None)


def address(asked: Mapping[str, Any]) -> dict[str, str]:
    """Return the question as the parts of an address; what is usual is left out."""
    parts = {} if asked["modes"] else {"modes": NONE}
    if asked["closed"] and asked["presets"] and asked["newest"] == "presets":
        parts["newest"] = "presets"
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
        via=tuple(asked["via"]),
    )
    return apply_presets(known, question, asked["presets"])


def one_door_less(known: Network, question: Question, asked: Mapping[str, Any]) -> Question:
    """Return the question before what was closed or opened last: a preset, or a thing by itself."""
    by_preset = asked["presets"] and (asked["newest"] == "presets" or not asked["closed"])
    if by_preset:
        return question_of(known, {**asked, "presets": asked["presets"][:-1]})
    if not asked["closed"]:
        return question
    return replace(question, closed=tuple(word for word in question.closed if word != asked["closed"][-1]))


def name_of(known: Network, place: str) -> str:
    """Return what a place to start or end at is called, with its country."""
    node = known.nodes[place]
    return ", ".join(filter(None, (short_name(node.name), known.countries.get(node.country or ""))))


def step_of(known: Network, asked: Mapping[str, Any]) -> int:
    """Return how many steps of the story are taken: those that its presets begin with."""
    steps, taken = known.scenarios[asked["story"]].steps, asked["presets"]
    return next((n for n, step in enumerate(steps) if step not in taken), len(steps))
