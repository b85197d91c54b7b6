"""What closing means: which legs a country, leg, place, strait, corridor or water takes; and the presets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from layers.files.faults import shown
from layers.network.model import Network
from layers.network.search.question import Question, QuestionError, leg_name, short_name

Kind = Literal["country", "leg", "place", "strait", "corridor", "water", "plans"]
PLANNED = "planned"


@dataclass(frozen=True)
class Closure:
    """A thing that can be closed: its word, what it is, its name for people and the legs it takes."""

    word: str
    kind: Kind
    name: str
    legs: frozenset[str]


def closure(network: Network, word: str) -> Closure:
    """Return what `word` closes: a country code, "planned", or an id of anything but a preset.

    A country takes its places, every leg that touches it, and the straits that close with it: Egypt takes
    Suez, but Türkiye does not take the Turkish straits nor Iran Hormuz. A strait takes every leg that runs
    through or up to it. A corridor takes the legs that it alone lives on. What people call these things, the
    index of names knows, which gives the word. Raises QuestionError for any other word.
    """
    found = _closures(network).get(word)
    if found is None:
        raise QuestionError(
            f"Nothing called {shown(word)} can be closed: give a country code such as RU, planned, "
            "or the id of a leg, place, strait, corridor or water."
        )
    return found


def closures_of(network: Network, words: Iterable[str]) -> dict[str, Closure]:
    """Return the closures by their own word, each once, in the order asked for."""
    return {found.word: found for found in (closure(network, word) for word in words if word.strip())}


def closable(network: Network) -> list[Closure]:
    """List everything that can be closed: countries, straits, waters, corridors, plans, places, legs."""
    order = ("country", "strait", "water", "corridor", "plans", "place", "leg")
    return sorted(_closures(network).values(), key=lambda item: (order.index(item.kind), item.name))


def apply_presets(network: Network, question: Question, presets: Iterable[str]) -> Question:
    """Add what presets close and open to a question; raise QuestionError for an unknown preset."""
    for name in presets:
        preset = network.presets.get(name)
        if preset is None:
            known = " · ".join(network.presets)
            raise QuestionError(f"There is no preset {shown(name)}: choose one of {known}.")
        question = replace(
            question,
            closed=tuple(dict.fromkeys((*question.closed, *preset.close))),
            opened=tuple(dict.fromkeys((*question.opened, *preset.open))),
            planned=question.planned or preset.planned,
        )
    return question


@lru_cache(maxsize=8)
def _closures(network: Network) -> dict[str, Closure]:
    """List everything that can be closed, by its word."""
    touching: dict[str, set[str]] = {node: set() for node in network.nodes}
    by_country: dict[str, set[str]] = {code: set() for code in network.countries}
    for leg in network.legs.values():
        for place in {leg.from_, leg.to, *leg.chokepoints}:
            touching[place].add(leg.id)
        for code in leg.countries:
            by_country[code].add(leg.id)
    for node in network.nodes.values():
        holders: tuple[str | None, ...] = node.strait.closes_with if node.strait else (node.country,)
        for holder in holders:
            if holder:
                by_country[holder] |= touching[node.id]
    found = [Closure(id, "leg", leg_name(network, leg), frozenset({id})) for id, leg in network.legs.items()]
    found += [
        Closure(
            node.id, "strait" if node.strait else "place", short_name(node.name), frozenset(touching[node.id])
        )
        for node in network.nodes.values()
    ]
    found += [
        Closure(code, "country", network.countries[code], frozenset(legs))
        for code, legs in by_country.items()
    ]
    groups: tuple[tuple[Kind, Iterable[tuple[str, str, tuple[str, ...]]]], ...] = (
        ("corridor", ((key, group.title, group.taken) for key, group in network.groups.items())),
        ("water", ((key, group.title, group.taken) for key, group in network.waters.items())),
    )
    found += [
        Closure(key, kind, title, frozenset(legs)) for kind, rows in groups for key, title, legs in rows
    ]
    plans = frozenset(leg.id for leg in network.legs.values() if leg.plan)
    found.append(Closure(PLANNED, "plans", "all planned links", plans))
    return {item.word: item for item in found}
