"""A second calculation of the best way, to hold the engine against: from the rules, not from its code.

It shares with the engine nothing but the network's data. A state is a leg in a direction; partial ways that
carry all places they have seen are extended, the most promising first, until one arrives. Slow and exact.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass
from functools import cached_property
from heapq import heappop, heappush
from itertools import count

from layers.network.model import Leg, Network

Cost = tuple[int, int, int]  # what the measure says, then the two ties: whole numbers
Step = tuple[str, str]  # a leg, and the end that it leads to
ChangeOfShip = Callable[
    [Network, str, Leg, Leg], int | None
]  # tenths of a km that it counts; None: forbidden

BEND = 1000  # tenths of a km that a change counts by km which may only save a bend
LONG = 1000  # partial ways, from which on those that cannot arrive are told apart
HANDLED = {"rail": "rail", "road": "road", "sea": "water"}


def any_ship(_network: Network, _port: str, _one: Leg, _other: Leg) -> int:
    """Let cargo change ships at any port; by km the change counts."""
    return BEND


def free_ship(_network: Network, _port: str, _one: Leg, _other: Leg) -> int:
    """Let cargo change ships at any port, at no kilometres."""
    return 0


@dataclass(frozen=True)
class Way:
    """What a way costs and the legs that it takes, in order."""

    cost: Cost
    legs: tuple[str, ...]


@dataclass(frozen=True)
class Referee:
    """The rules of the road on a network: which leg may follow which, and what that costs."""

    network: Network
    change_of_ship: ChangeOfShip = any_ship

    def best(
        self, start: str, end: str, by: str, closed: Set[str] = frozenset(), *, most: int | None = None
    ) -> Way | None:
        """Return the best way past the closed legs; raise TimeoutError after `most` partial ways."""
        left = self._left(end, by, closed)
        order = count()
        heap: list[tuple[Cost, int, Cost, str, str | None, tuple[Step, ...], frozenset[str]]] = [
            ((0, 0, 0), next(order), (0, 0, 0), start, None, (), frozenset({start}))
        ]
        tried = 0
        while heap:
            _, _, cost, here, flag, steps, seen = heappop(heap)
            if here == end:
                return Way(cost, tuple(leg for leg, _ in steps))
            tried += 1
            if most is not None and tried > most:
                raise TimeoutError
            if tried > LONG and not self._joined(here, end, closed, seen):
                continue
            for leg in self._legs_at[here]:
                there = leg.to if here == leg.from_ else leg.from_
                if leg.id in closed or there in seen or (leg.id, there) not in left:
                    continue
                change = self._change(here, steps[-1][0] if steps else None, leg)
                if change is None:
                    continue
                called, borders = self._borders(here, leg, there, flag)
                sum_ = _sum(cost, change[by], self._alone(leg)[by], (borders if by == "borders" else 0, 0, 0))
                bound = _sum(sum_, left[leg.id, there])
                step = (leg.id, there)
                heappush(heap, (bound, next(order), sum_, there, called, (*steps, step), seen | {there}))
        return None

    def _joined(self, here: str, end: str, closed: Set[str], seen: Set[str]) -> bool:
        """Tell whether any legs lead on to the end without a place that was seen."""
        reached, todo = {here}, [here]
        while todo and end not in reached:
            at = todo.pop()
            for leg in self._legs_at[at]:
                there = leg.to if at == leg.from_ else leg.from_
                if leg.id not in closed and there not in seen and there not in reached:
                    reached.add(there)
                    todo.append(there)
        return end in reached

    def cost(self, start: str, legs: Iterable[Leg], by: str) -> Cost | None:
        """Return what a way costs, or None when one of its legs may not follow the one before it."""
        cost, here, flag, before = (0, 0, 0), start, None, None
        for leg in legs:
            change = self._change(here, before, leg)
            if change is None:
                return None
            there = leg.to if here == leg.from_ else leg.from_
            flag, borders = self._borders(here, leg, there, flag)
            cost = _sum(cost, change[by], self._alone(leg)[by], (borders if by == "borders" else 0, 0, 0))
            here, before = there, leg.id
        return cost

    def _left(self, end: str, by: str, closed: Set[str]) -> dict[Step, Cost]:
        """Return a lower bound for what remains after each leg, in which places may be seen twice."""
        left: dict[Step, Cost] = {}
        heap: list[tuple[Cost, Step]] = [
            ((0, 0, 0), (leg.id, end)) for leg in self._legs_at[end] if leg.id not in closed
        ]
        while heap:
            cost, step = heappop(heap)
            if step in left:
                continue
            left[step] = cost
            leg = self.network.legs[step[0]]
            here = leg.from_ if step[1] == leg.to else leg.to
            for before in self._legs_at[here]:
                if before.id in closed or (before.id, here) in left:
                    continue
                change = self._change(here, before.id, leg)
                if change is not None:
                    _, borders = self._borders(here, leg, step[1], None)
                    at_least = (borders if by == "borders" else 0, 0, 0)
                    total = _sum(cost, change[by], self._alone(leg)[by], at_least)
                    heappush(heap, (total, (before.id, here)))
        return left

    def _change(self, at: str, before: str | None, leg: Leg) -> dict[str, Cost] | None:
        """Return what getting from one leg onto the next costs by each measure; None when it cannot be."""
        free = dict.fromkeys(("days", "km", "borders", "transshipments"), (0, 0, 0))
        if before is None:
            return free
        key = (at, before, leg.id)
        if key not in self._known:
            self._known[key] = self._worked_out(at, self.network.legs[before], leg, free)
        return self._known[key]

    def _worked_out(self, at: str, one: Leg, other: Leg, free: dict[str, Cost]) -> dict[str, Cost] | None:
        node = self.network.nodes[at]
        if node.strait:
            sides = [leg.id in node.strait.side_legs for leg in (one, other)]
            return free if sides[0] != sides[1] else None
        what, bend = self._handling(at, one, other)
        if bend is None:
            return None
        if what is None:
            return free
        own = node.handling.get(what)  # type: ignore[call-overload]
        low, high = own or self.network.handling[what].days or (0, 0)
        days = round(100 * low) + round(100 * high)
        return {
            "days": (days, 0, 0),
            "km": (bend, days, 0),
            "borders": (0, days, 0),
            "transshipments": (1 if what == "gauge" else 100, days, 0),
        }

    def _handling(self, at: str, one: Leg, other: Leg) -> tuple[str | None, int | None]:
        """Name the handling between two legs, and the tenths of a km that it counts; None: forbidden."""
        modes = sorted({one.mode, other.mode}, key=["rail", "road", "sea"].index)
        if modes == ["sea"]:
            return "ship_ship", self.change_of_ship(self.network, at, one, other)
        if modes == ["rail"]:
            return ("gauge" if one.gauge != other.gauge else None), 0
        if modes == ["road"]:
            return None, 0
        beside = any(leg.mode == "road" and leg.use == "parallel" for leg in (one, other))
        bend = BEND if modes == ["rail", "road"] and beside else 0
        return "_".join(HANDLED[mode] for mode in modes), bend

    def _alone(self, leg: Leg) -> dict[str, Cost]:
        days, km = round(100 * leg.days.low) + round(100 * leg.days.high), round(10 * leg.km)
        return {"days": (days, km, 0), "km": (km, days, 0)} | dict.fromkeys(
            ("borders", "transshipments"), (0, days, km)
        )

    def _borders(self, here: str, leg: Leg, there: str, flag: str | None) -> tuple[str | None, int]:
        """Return the country of the last port and the borders of a leg; a ship crosses one where it calls."""
        nodes = self.network.nodes
        if leg.mode != "sea":
            return None, len(leg.borders)
        called = flag if nodes[here].strait else nodes[here].country
        if nodes[there].strait:
            return called, 0
        return None, int(called is not None and called != nodes[there].country)

    @cached_property
    def _known(self) -> dict[tuple[str, str, str], dict[str, Cost] | None]:
        return {}

    @cached_property
    def _legs_at(self) -> dict[str, list[Leg]]:
        at: dict[str, list[Leg]] = defaultdict(list)
        for leg in self.network.legs.values():
            at[leg.from_].append(leg)
            at[leg.to].append(leg)
        return at


def _sum(*costs: Cost) -> Cost:
    first, second, third = (sum(parts) for parts in zip(*costs, strict=True))
    return first, second, third


def all_ways(network: Network, start: str, end: str, closed: Set[str]) -> Iterator[tuple[Leg, ...]]:
    """Yield every way that passes no place twice: brute force, for small networks."""

    def further(here: str, seen: frozenset[str], legs: tuple[Leg, ...]) -> Iterator[tuple[Leg, ...]]:
        if here == end:
            yield legs
            return
        for leg in network.legs.values():
            if leg.id not in closed and here in (leg.from_, leg.to):
                there = leg.to if here == leg.from_ else leg.from_
                if there not in seen:
                    yield from further(there, seen | {there}, (*legs, leg))

    yield from further(start, frozenset({start}), ())
