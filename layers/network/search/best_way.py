"""Finds the best way through the state graph past what is blocked: the one place that searches for ways."""

from __future__ import annotations

from collections.abc import Callable, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any

import networkx as nx

from layers.model.vocabulary import By
from layers.network.model import Network
from layers.network.search.graph import HOP_KM, StateGraph, change_days, hundredths, state_graph, tenths
from layers.network.search.route import Change, Route, Travel

Cost = Callable[[int, int, dict[str, Any]], int | None]
UNREACHABLE = 10**18  # above every weight of a whole way


@dataclass(frozen=True)
class Search:
    """Best ways between two places by one measure, past the legs in `blocked`.

    One search from the goal tells how far every state is from it; the search for a way past further legs is
    then led by that, for a way can only grow when more is closed.
    """

    network: Network
    by: By
    from_: str
    to: str
    blocked: frozenset[str]

    def best(self, without: Set[str] = frozenset()) -> Route | None:
        """Return the best route that also keeps off the legs in `without`, or None when there is none.

        Ties in the measure go to fewer days, then to fewer km. No place is passed twice: where the cheapest
        way has a loop, each leg of the loop is left out in turn and the cheapest of these ways is next, for a
        way without loops lacks at least one of them.
        """
        tried = {frozenset(without)}
        open_ways = [(route, frozenset(without))] if (route := self.cheapest(without)) else []
        while open_ways:
            route, left_out = min(open_ways, key=lambda way: self.rank(way[0]))
            if not route.loop:
                return route
            open_ways.remove((route, left_out))
            for more in {left_out | {leg} for leg in route.loop} - tried:
                tried.add(more)
                if other := self.cheapest(more):
                    open_ways.append((other, more))
        return None

    def rank(self, route: Route) -> tuple[int, int, int]:
        """Return what routes are compared by, in the order of the measure: whole numbers, less is better."""
        days, km = sum(hundredths(end) for end in route.days), tenths(route.km)
        if self.by == "days":
            return days, km, 0
        if self.by == "km":
            return km + tenths(HOP_KM) * route.hops, days, 0
        return (
            (route.borders if self.by == "borders" else 100 * route.transshipments + route.gauge_breaks),
            days,
            km,
        )

    def cheapest(self, without: Set[str]) -> Route | None:
        """Return the cheapest way past the legs in `without`, which in rare cases passes a place twice."""
        ends = self._states.ends(self.from_, self.to)
        if ends is None or ends[0] not in self._left:
            return None
        left = self._left
        closed = self.blocked | without
        try:
            path = nx.astar_path(
                self._states.graph,
                *ends,
                heuristic=lambda state, _goal: left.get(state, UNREACHABLE),
                weight=_past(closed, self.by),
            )
        except nx.NetworkXNoPath:
            return None
        return self._route(path)

    @cached_property
    def _states(self) -> StateGraph:
        return state_graph(self.network, self.by)

    @cached_property
    def _left(self) -> dict[int, float]:
        """The weight of the best way from each state to the goal, for those that have one."""
        ends = self._states.ends(self.from_, self.to)
        if ends is None:
            return {}
        lengths: dict[int, float] = nx.single_source_dijkstra_path_length(
            self._states.backwards, ends[1], weight=_past(self.blocked, self.by)
        )
        return lengths

    def _route(self, path: list[int]) -> Route:
        parts: list[Travel | Change] = []
        for here, there in pairwise(path):
            edge = self._states.graph.edges[here, there]
            place = self._states.states[here].node
            if edge["leg"]:
                leg = self.network.legs[edge["leg"]]
                parts.append(Travel(leg, place, leg.other_end(place)))
            elif edge["change"]:
                days = change_days(self.network, self.network.nodes[place], edge["change"])
                parts.append(Change(place, edge["change"], days))
        return Route(tuple(parts))


def _past(blocked: Set[str], by: By) -> Cost:
    """Return a weight for networkx that hides the blocked legs."""

    def cost(_here: int, _there: int, edge: dict[str, Any]) -> int | None:
        if edge["leg"] in blocked:
            return None
        weight: int = edge[by]
        return weight

    return cost
