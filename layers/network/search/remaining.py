"""How far each state is from the goals: one search from them, that goes on only as far as it is asked."""

from __future__ import annotations

from collections.abc import Iterable, Set
from heapq import heappop, heappush
from typing import NamedTuple

from layers.network.search.graph import StateGraph

NEVER = 1 << 62  # above every weight of a whole way


class Walk(NamedTuple):
    """Legs in order, and the states from the first to the last: one more."""

    legs: tuple[str, ...]
    states: tuple[int, ...]

    def then(self, other: Walk) -> Walk:
        """Return this walk and the one that begins at the state where it ends."""
        return Walk(self.legs + other.legs, self.states + other.states[1:])


class Remaining:
    """The weight of the best walk from each state between two places to the goal past the legs in `blocked`.

    A walk may pass a place twice, so no way weighs less. `known` holds the states that were reached; all
    others are at least `radius` away.
    """

    def __init__(self, graph: StateGraph, start: str, goals: Iterable[int], blocked: Set[str]) -> None:
        """Begin at every goal, a state of the graph; of the starts only that of `start` is reached."""
        self.graph, self.goals, self.blocked = graph, frozenset(goals), blocked
        self._first = graph.starts[start]
        self._departures: dict[int, list[tuple[str, int]]] = {}
        for there, over, cost in graph.leaving[self._first]:
            if over not in blocked:
                self._departures.setdefault(there, []).append((over, cost))
        self.known: dict[int, int] = {}
        self.radius = 0
        self._next: dict[int, tuple[str, int]] = {}
        self._least: dict[int, int] = {}  # the weight of the best walk met so far
        self._open = [(0, state, "", -1) for state in sorted(self.goals)]

    def reach(self, state: int, limit: int = NEVER) -> int | None:
        """Return what remains from a state, or None where that is more than `limit`."""
        if self.radius > limit and state not in self.known:
            return None
        known, arriving, blocked, heap = self.known, self.graph.arriving, self.blocked, self._open
        least, follow, departures = self._least, self._next, self._departures
        if state in known:
            return known[state]
        while heap:
            if heap[0][0] > limit:
                self.radius = heap[0][0]
                return None
            weight, here, leg, after = heappop(heap)
            if here in known:
                continue
            known[here] = weight
            follow[here] = leg, after
            for before, over, cost in arriving[here]:
                sum_ = weight + cost
                if sum_ <= least.get(before, NEVER) and over not in blocked:
                    least[before] = sum_
                    heappush(heap, (sum_, before, over, here))
            if here in departures:
                for over, cost in departures[here]:
                    heappush(heap, (weight + cost, self._first, over, here))
            if here == state:
                self.radius = weight
                return weight
        self.radius = NEVER
        return None

    def keeps_off(self, state: int, legs: Set[str], told: dict[int, bool]) -> bool:
        """Tell whether the best walk from a known state keeps off `legs`; `told` keeps what was found."""
        asked = []
        while state not in told:
            asked.append(state)
            leg, after = self._next[state]
            if not leg or leg in legs:
                told[state] = not leg
            else:
                state = after
        found = told[state]
        for one in asked:
            told[one] = found
        return found

    def walk(self, state: int) -> Walk:
        """Return the best walk from a state that was reached."""
        legs, states = [], [state]
        leg, state = self._next[state]
        while leg:
            legs.append(leg)
            states.append(state)
            leg, state = self._next[state]
        return Walk(tuple(legs), tuple(states))
