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


class Remaining:
    """The weight of the best walk from each state to a goal past the legs in `blocked`.

    A walk may pass a place twice, so no way weighs less. `known` holds the states that were reached; all
    others are at least `radius` away.
    """

    def __init__(self, graph: StateGraph, goals: Iterable[int], blocked: Set[str]) -> None:
        """Begin at every goal, a state of the graph."""
        self.graph, self.goals, self.blocked = graph, frozenset(goals), blocked
        self.known: dict[int, int] = {}
        self.radius = 0
        self._next: dict[int, tuple[str, int]] = {}
        self._open = [(0, state, "", -1) for state in sorted(self.goals)]

    def reach(self, state: int, limit: int = NEVER) -> int | None:
        """Return what remains from a state, or None where that is more than `limit`."""
        known, arriving, blocked, heap = self.known, self.graph.arriving, self.blocked, self._open
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
            self._next[here] = leg, after
            for before, over, cost in arriving[here]:
                if before not in known and over not in blocked:
                    heappush(heap, (weight + cost, before, over, here))
            if here == state:
                self.radius = weight
                return weight
        self.radius = NEVER
        return None

    def walk(self, state: int) -> Walk:
        """Return the best walk from a state that was reached."""
        legs, states = [], [state]
        leg, state = self._next[state]
        while leg:
            legs.append(leg)
            states.append(state)
            leg, state = self._next[state]
        return Walk(tuple(legs), tuple(states))
