"""Answers a question: up to four different routes, or the sentence that says why there is none."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import cast

from layers.model.measure import By
from layers.network.model import Network
from layers.network.node import Node
from layers.network.search.alternatives import Alternatives
from layers.network.search.best_way import Search, UndecidedError
from layers.network.search.closures import Closure, closures_of
from layers.network.search.question import (
    Question,
    QuestionError,
    check_words,
    find_place,
    find_via,
    unusable,
)
from layers.network.search.reasons import why_none
from layers.network.search.route import Route


@dataclass(frozen=True)
class Answer:
    """What was asked and found, best route first by the question's measure.

    Without a route `no_route` says why in one sentence, and `cuts` holds the smallest sets of closures that
    would have to open again, by their words. `faulty` marks a question that makes no sense; then `from_` and
    `to` may be None. `blocked` holds the legs that were left out.
    """

    question: Question
    from_: Node | None = None
    to: Node | None = None
    via: tuple[Node, ...] = ()
    closed: tuple[Closure, ...] = ()
    routes: tuple[Route, ...] = ()
    no_route: str | None = None
    cuts: tuple[tuple[str, ...], ...] = ()
    faulty: bool = False
    blocked: frozenset[str] = field(default=frozenset(), repr=False)

    @property
    def best(self) -> Route | None:
        """The best way, if there is one."""
        return self.routes[0] if self.routes else None

    @property
    def cut_by(self) -> tuple[str, ...]:
        """The closures that stand in any of the `cuts`, in the order asked for."""
        cutting = {word for cut in self.cuts for word in cut}
        return tuple(thing.word for thing in self.closed if thing.word in cutting)


@lru_cache(maxsize=512)
def find_routes(network: Network, question: Question) -> Answer:
    """Find up to `question.count` routes that really differ; never raises for what the question says."""
    try:
        ready = prepare(network, question)
    except QuestionError as error:
        return Answer(question, no_route=str(error), faulty=True)
    answer = Answer(question, ready.from_, ready.to, ready.via, ready.closed, blocked=ready.search.blocked)
    try:
        found = Alternatives(ready.search, question.count).find()
        if found:
            return replace(answer, routes=tuple(found))
        reason = why_none(network, ready.question, ready.search, ready.closed)
    except UndecidedError as error:
        return replace(answer, no_route=str(error))
    return replace(answer, no_route=reason.sentence, cuts=reason.cuts)


@dataclass(frozen=True)
class Ready:
    """A question whose words have been looked up; `opened` of its question holds ids of legs."""

    question: Question
    from_: Node
    to: Node
    via: tuple[Node, ...]
    closed: tuple[Closure, ...]
    search: Search


@lru_cache(maxsize=256)
def _blocked(network: Network, question: Question) -> frozenset[str]:
    """Return the legs that a question leaves out, whatever its places; kept, since the network may be big."""
    closed = closures_of(network, question.closed).values()
    return frozenset(unusable(network, question)).union(*(thing.legs for thing in closed))


def prepare(network: Network, question: Question) -> Ready:
    """Look up the words of a question; raise QuestionError for the first that makes no sense."""
    check_words(question)
    from_, to = find_place(network, question.from_), find_place(network, question.to)
    if from_.id == to.id:
        raise QuestionError(f"Start and end are the same place, {from_.name}: choose two different places.")
    via = find_via(network, question)
    closed = tuple(closures_of(network, question.closed).values())
    opened = {leg for thing in closures_of(network, question.opened).values() for leg in thing.legs}
    question = replace(question, opened=tuple(sorted(opened)))
    blocked = _blocked(network, replace(question, from_="", to="", by="", count=0, via=()))
    by, ids = cast(By, question.by), tuple(place.id for place in via)
    return Ready(question, from_, to, via, closed, Search(network, by, from_.id, to.id, blocked, ids))
