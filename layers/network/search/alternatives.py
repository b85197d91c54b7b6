"""Looks for routes that really differ: not one route with a wiggle, but another way of getting there.

Each further route is the best one that remains when something the routes before it depend on is closed: a
country in between, a strait, a sea, or where there is none of these a long leg.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cached_property
from math import ceil, inf
from operator import gt

from layers.model.measure import By
from layers.network.search.best_way import Search, UndecidedError
from layers.network.search.closures import closure
from layers.network.search.graph import hundredths, weight_of_days
from layers.network.search.route import Route, shared_part

# Two routes are too alike to be shown both when the mean of two shares is above this: the km of the shorter
# route that both run over, and the countries and straits in between that both pass. Own choice: it tells Poti
# from Kars as the western end of the Middle Corridor, but not Aktau from Kuryk, nor Poti from Batumi.
ALIKE_AT_MOST = 0.65
# What all ways must pass makes them alike, so much for each place that is asked for.
ALIKE_BY_A_PLACE = 0.1
# A way this many times as long as the first, in days or km, is no alternative that anyone would weigh. The
# ship round the Cape still is one to the train through Russia.
WORSE_AT_MOST = 2.4
MOST_SEARCHES = 40
# Ways are also looked for by a second measure, or a lorry through three countries hides the ship round the
# Cape.
SECOND_MEASURE: dict[By, By] = {
    "days": "transshipments",
    "km": "days",
    "borders": "days",
    "transshipments": "days",
}


def is_worse(one: Route, other: Route) -> bool:
    """Tell whether one is worse than the other in days, km, borders, changes and gauge breaks alike."""
    return all(map(gt, one.figures, other.figures))


def _times(one: float, other: float) -> float:
    """Tell how many times one is the other: endlessly where the other is nothing."""
    return one / other if other else inf if one else 1


def likeness(one: Route, other: Route) -> float:
    """Tell how alike two routes between the same places are: 0 nothing in common, 1 the same."""
    either, both = {*one.gates, *other.gates}, {*one.gates}.intersection(other.gates)
    return (shared_part(one, other) + (len(both) / len(either) if either else 1)) / 2


@dataclass
class _Found:
    """A route and the legs that were closed to find it."""

    route: Route
    without: frozenset[str]


@dataclass
class Alternatives:
    """Up to `count` different routes, best first."""

    search: Search
    count: int
    searches: int = 0
    pool: dict[tuple[str, ...], _Found] = field(default_factory=dict)

    @cached_property
    def _second(self) -> Search:
        return replace(self.search, by=SECOND_MEASURE[self.search.by])

    @cached_property
    def _longest(self) -> int:
        """The weight by days of the longest way that is in proportion."""
        best = self.search.best()
        assert best is not None
        return weight_of_days(1 + ceil(WORSE_AT_MOST * sum(map(hundredths, best.days))))

    @property
    def _alike_at_most(self) -> float:
        return ALIKE_AT_MOST + ALIKE_BY_A_PLACE * len(self.search.via)

    def find(self) -> list[Route]:
        """Return the best way and others that really differ, at most `count`."""
        best = self.search.best()
        if best is None:
            return []
        chosen = [_Found(best, frozenset())]
        while len(chosen) < self.count:
            self._look_beyond(chosen[-1])
            more = self._next(chosen)
            if more is None:
                break
            chosen.append(more)
        return sorted((found.route for found in chosen), key=self.search.rank)

    def _look_beyond(self, known: _Found) -> None:
        """Close in turn each thing that a route depends on, and keep the best ways that remain."""
        for taken in self._dependencies(known.route):
            without = known.without | taken
            if without == known.without or self.searches >= MOST_SEARCHES:
                continue
            self.searches += 2
            for route in self._ways_past(without):
                self.pool.setdefault(route.leg_ids, _Found(route, without))

    def _ways_past(self, without: frozenset[str]) -> list[Route]:
        """Return the best ways by both measures; none where the fastest takes too long, for then all do."""
        searches = (self.search, self._second)
        first, other = searches if self.search.by == "days" else searches[::-1]
        found: dict[By, Route | None] = {}
        with suppress(UndecidedError):
            found[first.by] = first.best(without, self._longest)
            if found[first.by] is None:
                return []
        with suppress(UndecidedError):
            found[other.by] = other.best(without)
        return [route for search in searches if (route := found.get(search.by))]

    def _dependencies(self, route: Route) -> list[frozenset[str]]:
        """List what to close: the countries and straits in between and the waters, else the long legs.

        Closing legs of a route with countries in between would only find it again with a bend in the trunk.
        """
        network = self.search.network
        gates = [closure(network, word).legs for word in route.gates]
        sailed = [frozenset(water.legs) for water in network.waters.values()]
        waters = [legs for legs in sailed if not legs.isdisjoint(route.leg_ids)]
        long_legs = [frozenset({travel.leg.id}) for travel in route.travels if travel.leg.km > 0.1 * route.km]
        return gates + waters or long_legs

    def _next(self, chosen: list[_Found]) -> _Found | None:
        """Take from the pool what is good and unlike all chosen, in proportion and not worse in all."""
        first = chosen[0].route
        fit: list[tuple[tuple[float, ...], _Found]] = []
        for found in self.pool.values():
            route = found.route
            longer = max(_times(route.middle_days, first.middle_days), _times(route.km, first.km))
            if longer > WORSE_AT_MOST:
                continue
            alike = max(likeness(route, other.route) for other in chosen)
            if alike > self._alike_at_most:
                continue
            if not any(is_worse(route, other.route) for other in (*chosen, *self.pool.values())):
                fit.append((tuple(part * (1 + alike) for part in self.search.rank(route)), found))
        return min(fit, key=lambda entry: entry[0], default=((), None))[1]
