"""Ranks the single closures that hurt most, for a pair of places or a corridor."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache

from layers.network.model import Group, Network
from layers.network.search.answer import Ready, prepare
from layers.network.search.best_way import Search, UndecidedError
from layers.network.search.closures import Closure, closure
from layers.network.search.compare import Difference, difference
from layers.network.search.question import Question, QuestionError
from layers.network.search.route import Route

Instead = dict[str, Route | None]  # the best way past a closure, by its word
_ORDER = ("country", "strait", "water", "corridor", "place", "leg", "plans")


@dataclass(frozen=True)
class WeakLink:
    """One closure, the best way that is left without it, and what that costs more.

    Where no way is left it is a single point of failure, and `instead` and `cost` are None. For a corridor,
    `instead` stays within the corridor and `around` is the best way through the whole network. Where the
    search was broken off it is not `decided` whether a way is left.
    """

    closure: Closure
    instead: Route | None
    cost: Difference | None
    around: Route | None = None
    decided: bool = True

    @property
    def single_point_of_failure(self) -> bool:
        """Whether no way is left without it."""
        return self.instead is None and self.decided


@lru_cache(maxsize=128)
def weakest_links(network: Network, question: Question) -> tuple[WeakLink, ...]:
    """Rank the single closures of the best way's countries, straits, waters, places and legs, worst first.

    The ends, the places it must pass and the countries of both are left out. Empty when there is no way to
    begin with. Raises QuestionError for a question that makes no sense.
    """
    ready = prepare(network, question)
    best = ready.search.best()
    if best is None:
        return ()
    things = _closable(network, best, ready.search.via)
    instead = _instead(ready.search, things)
    return _worst_first([_link(thing, best, instead) for thing in things], ready.search)


@lru_cache(maxsize=128)
def weakest_links_of(network: Network, corridor: str, question: Question) -> tuple[WeakLink, ...]:
    """Rank them for a corridor between its two ends, over its own legs with the planned ones counted.

    The question gives measure and closures; its places are not used. `around` is searched in the whole
    network. Raises QuestionError for an unknown corridor and for a question that makes no sense.
    """
    group, ready, within = _within(network, corridor, question)
    best = within.best()
    if best is None:
        return ()
    things = _closable(network, best, group.ends or ())
    instead, around = _instead(within, things), _instead(ready.search, things)
    links = [_link(thing, best, instead, around) for thing in things]
    return _worst_first(links, within)


@lru_cache(maxsize=32)
def best_within(network: Network, corridor: str) -> Route | None:
    """Return the fastest way between a corridor's ends over its own legs, the planned ones counted.

    Raises QuestionError for an unknown corridor.
    """
    _, _, within = _within(network, corridor, Question("", ""))
    return within.best()


def _within(network: Network, corridor: str, question: Question) -> tuple[Group, Ready, Search]:
    """Return a corridor, the question between its ends, and the search that stays on its legs."""
    group = network.groups.get(corridor)
    if group is None or group.ends is None:
        raise QuestionError(f"There is no corridor “{corridor}”: choose one of {' · '.join(network.groups)}.")
    ready = prepare(network, replace(question, from_=group.ends[0], to=group.ends[1], via=()))
    outside = frozenset(network.legs) - frozenset(group.legs)
    plans = frozenset(leg for leg in group.legs if network.legs[leg].plan)
    shut = frozenset().union(*(thing.legs for thing in ready.closed))
    within = replace(ready.search, blocked=outside | ((ready.search.blocked - plans) | shut))
    return group, ready, within


def _instead(search: Search, things: Iterable[Closure]) -> Instead:
    """Return the best way past each thing, by its word; those are missing where the search was broken off.

    Small things first: a way round a leg may lead round its country too, and is not looked for again.
    """
    found: Instead = {}
    for thing in sorted(things, key=lambda one: len(one.legs)):
        with suppress(UndecidedError):
            found[thing.word] = search.best(thing.legs)
    return found


def _link(thing: Closure, best: Route, instead: Instead, around: Instead | None = None) -> WeakLink:
    """Say what a closure leaves and costs; `around` leads through the whole network, round a corridor."""
    left, word = instead.get(thing.word), thing.word
    cost = difference(best, left) if left else None
    return WeakLink(thing, left, cost, (around or {}).get(word), decided=word in instead)


def _closable(network: Network, best: Route, ends: Iterable[str]) -> list[Closure]:
    """List what the best way passes and could lose: not its ends, not their countries.

    A country with which a strait closes is passed with the strait, such as Egypt with Suez.
    """
    first, *between, last = best.places
    homes = {network.nodes[end].country for end in (first, last, *ends)}
    straits = [place for place in between if network.nodes[place].strait]
    places = [place for place in between if not network.nodes[place].strait]
    waters = [key for key, water in network.waters.items() if not set(water.legs).isdisjoint(best.leg_ids)]
    gates = [network.nodes[at].strait for at in (*best.chokepoints, *straits)]
    holders = [code for gate in gates if gate for code in gate.closes_with]
    countries = [code for code in (*best.countries, *holders) if code not in homes]
    words = dict.fromkeys((*countries, *best.chokepoints, *straits, *waters, *places, *best.leg_ids))
    ends_too = {first, last, *ends}
    return [closure(network, word) for word in words if word not in ends_too]


def _worst_first(links: Iterable[WeakLink], search: Search) -> tuple[WeakLink, ...]:
    """Put the worst by the measure first, and of equals the wider thing: a country before its places."""

    def place(link: WeakLink) -> tuple[int, ...]:
        wide = _ORDER.index(link.closure.kind)
        if link.instead is None:
            return (0 if link.decided else 2, wide)
        return (1, *(-part for part in search.rank(link.instead)), wide)

    return tuple(sorted(links, key=place))
