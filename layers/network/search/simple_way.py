"""Finds the best way that passes no place twice.

The best walk is one as a rule. Where it passes a place twice, the search is done again and tells partial
ways apart by whether they have seen that place, and so on until no place is passed twice. To tell them apart
by all places at once would be as exact, and hopeless.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from heapq import heappop, heappush

from layers.network.search.remaining import NEVER, Remaining, Walk

MOST_STEPS = 200_000  # of one way; some hundreds are usual


@dataclass(frozen=True)
class Found:
    """A way that passes no place twice, None when there is none; the best one where that was `decided`."""

    walk: Walk | None
    decided: bool = True


@dataclass
class SimpleWays:
    """Best ways from the state `start` to the goals of `remaining`, past what that leaves out."""

    start: int
    remaining: Remaining
    steps: int = field(default=0, init=False)

    def best(self, without: Set[str] = frozenset(), limit: int = NEVER) -> Found:
        """Return the best way that also keeps off the legs in `without`, if it weighs no more than `limit`.

        Not decided after MOST_STEPS, it returns the best walk it knows with its loops cut off, if that is a
        way, which need not be the best.
        """
        places = self.remaining.graph.places
        watched: dict[str, int] = {}
        self.steps = 0
        walk: Walk | None = None
        while True:
            try:
                walk = self._walk(without, watched, limit)
            except _TooLongError:
                return Found(walk and self._cut_short(walk), decided=False)
            passed = [places[state] for state in walk.states] if walk else []
            if len(set(passed)) == len(passed):
                return Found(walk)
            twice = [place for place, times in Counter(passed).items() if times > 1]
            watched |= {place: 1 << (len(watched) + at) for at, place in enumerate(twice)}

    def _walk(self, without: Set[str], watched: Mapping[str, int], limit: int) -> Walk | None:
        """Return the best walk that passes no watched place twice, led by what remains.

        That is asked for only when a state comes near, so that the search keeps to the way's neighbourhood.
        """
        remaining = self.remaining
        graph, known, blocked, first = remaining.graph, remaining.known, remaining.blocked, self.start
        total = remaining.reach(first, limit)
        if total is None or total > limit:
            return None
        places, goals, count = graph.places, remaining.goals, len(graph.places)
        label = first + count * watched.get(places[first], 0)  # a state, and the watched places seen
        came: dict[int, tuple[int, str]] = {}
        seen: dict[int, list[int]] = {}
        told: dict[int, bool] = {}
        weights, heap = {label: 0}, [(total, label, 0)]
        while heap and heap[0][0] <= limit:
            bound, label, weight = heappop(heap)
            mask, here = divmod(label, count) if watched else (0, label)
            if weight > weights[label] or (here in seen and any(less & mask == less for less in seen[here])):
                continue
            left = self._left(here, bound - weight)
            if weight + left > bound:
                heappush(heap, (weight + left, label, weight))  # above every limit where no way is left
                continue
            self._count_step()
            seen.setdefault(here, []).append(mask)
            if here in goals if watched else remaining.keeps_off(here, without, told):
                return _traced(label, came, count).then(remaining.walk(here))
            for there, over, cost in graph.leaving[here]:
                bit = watched.get(places[there], 0) if watched else 0
                if bit & mask or over in blocked or over in without:
                    continue
                after, sum_ = there + count * (mask | bit), weight + cost
                if sum_ < weights.get(after, NEVER):
                    weights[after], came[after] = sum_, (label, over)
                    heappush(heap, (sum_ + known.get(there, remaining.radius), after, sum_))
        return None

    def _left(self, here: int, limit: int) -> int:
        """Return what remains from a state, at least the radius where that is more than `limit`."""
        left = self.remaining.known.get(here)
        if left is None:
            left = self.remaining.reach(here, limit)
        return self.remaining.radius if left is None else left

    def _cut_short(self, walk: Walk) -> Walk | None:
        """Leave out what lies between two visits to a place; None where cargo cannot go on from there."""
        graph = self.remaining.graph
        last = {graph.places[state]: at for at, state in enumerate(walk.states)}
        legs: list[str] = []
        states = [walk.states[0]]
        while (at := last[graph.places[states[-1]]]) < len(walk.legs):
            legs.append(walk.legs[at])
            on = [there for there, leg, _ in graph.leaving[states[-1]] if leg == legs[-1]]
            if not on:
                return None
            states.append(on[0])
        return Walk(tuple(legs), tuple(states))

    def _count_step(self) -> None:
        self.steps += 1
        if self.steps > MOST_STEPS:
            raise _TooLongError


class _TooLongError(Exception):
    """The search takes more than MOST_STEPS."""


def _traced(label: int, came: Mapping[int, tuple[int, str]], count: int) -> Walk:
    """Follow the labels back to the first."""
    legs, states = [], [label % count]
    while label in came:
        label, leg = came[label]
        legs.append(leg)
        states.append(label % count)
    return Walk(tuple(reversed(legs)), tuple(reversed(states)))
