"""Asks for the best way between two places past what is blocked: the one place that searches for ways."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from layers.model.measure import By
from layers.network.model import Network
from layers.network.search.graph import hundredths, state_graph, tenths
from layers.network.search.handling import BEND_KM
from layers.network.search.question import QuestionError
from layers.network.search.remaining import NEVER
from layers.network.search.route import Route, route_over
from layers.network.search.simple_way import MOST_STEPS
from layers.network.search.stretches import Stretches


class UndecidedError(QuestionError):
    """The search took too many steps; the text says so in one sentence."""


class _Asked(NamedTuple):
    """The best route past some legs, which was asked for already."""

    without: frozenset[str]
    limit: int
    best: Route | None

    def tells(self, without: Set[str], limit: int) -> bool:
        """Whether it is the best past these legs too: past more there is no other that could be better."""
        return (
            self.limit == limit
            and self.without <= without
            and (self.best is None or without.isdisjoint(self.best.leg_ids))
        )


@dataclass(frozen=True)
class Search:
    """Best ways between two places by one measure, past the legs in `blocked`, by way of all in `via`.

    What remains from each state to the goal is worked out once, and leads the searches past further legs too,
    for a way can only grow when more is closed.
    """

    network: Network
    by: By
    from_: str
    to: str
    blocked: frozenset[str]
    via: tuple[str, ...] = ()
    _asked: list[_Asked] = field(default_factory=list, init=False, repr=False, compare=False)

    def best(self, without: Set[str] = frozenset(), limit: int = NEVER) -> Route | None:
        """Return the best route that also keeps off the legs in `without`, or None when there is none.

        Ties in the measure go to fewer days, then to fewer km; no place is passed twice between two places
        that the way must pass. A route that weighs more than `limit`, in the units of the state graph, is
        none. Raises UndecidedError when the search is broken off without a way; one that it found before is
        returned as not `proven`.
        """
        for asked in self._asked:
            if asked.tells(without, limit):
                return asked.best
        found = self._ways.best(without, limit)
        if found.decided:
            best = found.walk and route_over(self.network, self.from_, found.walk.legs)
            self._asked.append(_Asked(frozenset(without), limit, best))
            return best
        if found.walk:
            return route_over(self.network, self.from_, found.walk.legs, proven=False)
        ends = [self.network.nodes[end].name for end in (self.from_, self.to)]
        raise UndecidedError(
            f"Whether there is a way from {ends[0]} to {ends[1]} could not be decided in "
            f"{MOST_STEPS:,} steps: close less, or ask for something else first."
        )

    def rank(self, route: Route) -> tuple[int, int, int]:
        """Return what routes are compared by, in the order of the measure: whole numbers, less is better."""
        days, km = sum(hundredths(end) for end in route.days), tenths(route.km)
        if self.by == "days":
            return days, km, 0
        if self.by == "km":
            return km + tenths(BEND_KM) * route.bends, days, 0
        return (
            (route.borders if self.by == "borders" else 100 * route.transshipments + route.gauge_breaks),
            days,
            km,
        )

    @cached_property
    def _ways(self) -> Stretches:
        return Stretches(state_graph(self.network, self.by), self.from_, self.to, self.via, self.blocked)
