"""Finds the best way by way of other places: stretch by stretch, whatever order the places come in.

Between two of the places that a way must pass it passes no place twice. The whole may: cargo may go to a
place on a branch line and back again.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise, permutations

from layers.network.search.graph import StateGraph
from layers.network.search.remaining import NEVER, Remaining, Walk
from layers.network.search.simple_way import Found, SimpleWays

Goals = tuple[int, ...]


@dataclass
class Stretches:
    """Best ways from the place `start` to `goal` by way of all in `via`, past the legs in `blocked`."""

    graph: StateGraph
    start: str
    goal: str
    via: tuple[str, ...]
    blocked: Set[str]
    _remaining: dict[Goals, Remaining] = field(default_factory=dict, init=False, repr=False)

    def best(self, without: Set[str] = frozenset(), limit: int = NEVER) -> Found:
        """Return the best way that also keeps off the legs in `without` and weighs no more than `limit`."""
        if not self.via:
            return self._last.best(without, limit)
        best, decided = None, True
        for order in permutations(self.via):
            found, weight = self._in_order(order, without, limit)
            decided = decided and found.decided
            if found.walk and (best is None or weight < limit):
                best, limit = found.walk, weight
        return Found(best, decided)

    @cached_property
    def _last(self) -> SimpleWays:
        """The ways from the start with no place between."""
        return self._between(self.graph.starts[self.start], tuple(self.graph.goals.get(self.goal, ())))

    def _in_order(self, order: Sequence[str], without: Set[str], limit: int) -> tuple[Found, int]:
        """Go from place to place, to every state that cargo can arrive in, and of each keep the best."""
        known = {self.graph.starts[self.start]: (0, Walk((), (self.graph.starts[self.start],)))}
        stages: list[list[Goals]] = [[(state,) for state in self.graph.goals.get(at, ())] for at in order]
        decided = True
        for stage in [*stages, [tuple(self.graph.goals.get(self.goal, ()))]]:
            arrived: dict[int, tuple[int, Walk]] = {}
            for goals in stage:
                least = limit
                for here, (weight, walk) in sorted(known.items(), key=lambda item: item[1][0]):
                    found = self._between(here, goals).best(without, least - weight)
                    decided = decided and found.decided
                    if not found.walk:
                        continue
                    total = weight + weight_of(self.graph, found.walk)
                    there = found.walk.states[-1]
                    if there not in arrived or total < arrived[there][0]:
                        arrived[there], least = (total, walk.then(found.walk)), total
            known = arrived
        weight, way = min(known.values(), key=lambda item: item[0], default=(NEVER, None))
        return Found(way, decided), weight

    def _between(self, start: int, goals: Goals) -> SimpleWays:
        if goals not in self._remaining:
            self._remaining[goals] = Remaining(self.graph, self.start, goals, self.blocked)
        return SimpleWays(start, self._remaining[goals])


def weight_of(graph: StateGraph, walk: Walk) -> int:
    """Return what a walk weighs: the sum of its arcs."""
    return sum(
        next(weight for after, over, weight in graph.leaving[here] if after == there and over == leg)
        for leg, (here, there) in zip(walk.legs, pairwise(walk.states), strict=True)
    )
