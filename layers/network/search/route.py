"""A route: legs in order of travel with the changes between them, and the totals, their exact sums."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from layers.network.forms import MODES, Days, Handling
from layers.network.model import Leg, Network
from layers.network.search.graph import hundredths, tenths
from layers.network.search.handling import carrier, change_days, handled, saves_a_bend


@dataclass(frozen=True)
class Travel:
    """One leg in the direction of travel."""

    leg: Leg
    from_: str
    to: str

    @property
    def countries(self) -> tuple[str, ...]:
        """The countries in order of travel."""
        return self.leg.countries if self.from_ == self.leg.from_ else self.leg.countries[::-1]

    @property
    def days(self) -> Days:
        """Low and high days of the leg."""
        return self.leg.days.low, self.leg.days.high


@dataclass(frozen=True)
class Change:
    """Cargo handled at a place: between rail, road and ship, from ship to ship, or to another gauge."""

    at: str
    what: Handling
    days: Days


@dataclass(frozen=True)
class Route:
    """The parts of a way from end to end.

    Kilometres are sums of the legs' tenths and days sums of hundredths of legs and changes, in whole numbers,
    so that nothing is lost by rounding. The first loading and the last unloading are not counted. A route of
    a search that was broken off is not `proven`: there may be a better one.
    """

    parts: tuple[Travel | Change, ...]
    proven: bool = True

    @cached_property
    def travels(self) -> tuple[Travel, ...]:
        """The legs as they are travelled."""
        return tuple(part for part in self.parts if isinstance(part, Travel))

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """The changes between them."""
        return tuple(part for part in self.parts if isinstance(part, Change))

    @cached_property
    def leg_ids(self) -> tuple[str, ...]:
        """The ids of the legs, in order of travel."""
        return tuple(travel.leg.id for travel in self.travels)

    @property
    def places(self) -> tuple[str, ...]:
        """The nodes from start to end."""
        return (self.travels[0].from_, *(travel.to for travel in self.travels))

    @cached_property
    def km(self) -> float:
        """Kilometres of all legs."""
        return sum(tenths(travel.leg.km) for travel in self.travels) / 10

    @property
    def km_by_mode(self) -> dict[str, float]:
        """Kilometres of each mode that is used; their sum is `km`."""
        sums = {mode: sum(tenths(t.leg.km) for t in self.travels if t.leg.mode == mode) for mode in MODES}
        return {mode: km / 10 for mode, km in sums.items() if km}

    @cached_property
    def days(self) -> Days:
        """Low and high of all legs and changes."""
        low, high = (sum(hundredths(part.days[end]) for part in self.parts) for end in (0, 1))
        return low / 100, high / 100

    @property
    def middle_days(self) -> float:
        """Half-way between the low and the high days."""
        return sum(self.days) / 2

    @cached_property
    def countries(self) -> tuple[str, ...]:
        """The countries in order of travel; one that is entered twice stands twice."""
        passed = (code for travel in self.travels for code in travel.countries)
        return tuple(code for code, _ in groupby(passed))

    @property
    def borders(self) -> int:
        """The number of times that another country is entered."""
        return max(len(self.countries) - 1, 0)

    @property
    def gauge_breaks(self) -> int:
        """The number of changes to another gauge."""
        return sum(change.what == "gauge" for change in self.changes)

    @property
    def transshipments(self) -> int:
        """Changes between rail, road and ship or from ship to ship; not those of gauge."""
        return len(self.changes) - self.gauge_breaks

    @cached_property
    def figures(self) -> tuple[float, ...]:
        """What ways are compared by: days, km, borders, transshipments, gauge breaks; less is better."""
        return self.middle_days, self.km, self.borders, self.transshipments, self.gauge_breaks

    @property
    def bends(self) -> int:
        """Changes that may only save a bend: from ship to ship, between a train and the lorry beside it."""
        return sum(
            isinstance(change, Change) and saves_a_bend(carrier(one.leg), carrier(other.leg))
            for one, change, other in zip(self.parts, self.parts[1:], self.parts[2:], strict=False)
            if isinstance(one, Travel) and isinstance(other, Travel)
        )

    @cached_property
    def chokepoints(self) -> tuple[str, ...]:
        """The straits and canals passed, in order."""
        return tuple(dict.fromkeys(point for t in self.travels for point in self._in_order(t)))

    @cached_property
    def gates(self) -> tuple[str, ...]:
        """The countries between those of the two ends, and the straits."""
        ends = {self.countries[0], self.countries[-1]} if self.countries else set()
        passed = dict.fromkeys((*self.countries, *self.chokepoints))
        return tuple(word for word in passed if word not in ends)

    @property
    def planned(self) -> tuple[str, ...]:
        """The legs that do not operate today."""
        return tuple(leg.id for leg in self._not_operating)

    @property
    def waiting_km(self) -> float:
        """The km of the legs that do not operate today."""
        return sum(leg.km for leg in self._not_operating)

    @property
    def _not_operating(self) -> list[Leg]:
        return [travel.leg for travel in self.travels if travel.leg.status != "operating"]

    def _in_order(self, travel: Travel) -> tuple[str, ...]:
        """Put the straits of a leg in order of travel: they are its ends where they are named."""
        named = travel.leg.chokepoints
        return tuple(sorted(named, key=lambda point: (point == travel.to, point != travel.from_)))


def route_over(network: Network, start: str, legs: Iterable[str], *, proven: bool = True) -> Route:
    """Return the route from a place over legs in order, with the handling between them; none at a strait."""
    parts: list[Travel | Change] = []
    here, before = start, None
    for leg in (network.legs[leg] for leg in legs):
        node = network.nodes[here]
        change = handled(carrier(before), carrier(leg)) if before and not node.strait else None
        if change:
            parts.append(Change(here, change, change_days(network, node, change)))
        there = leg.other_end(here)
        parts.append(Travel(leg, here, there))
        here, before = there, leg
    return Route(tuple(parts), proven)


def shared_part(one: Route, other: Route) -> float:
    """Return the share of the shorter route's km that both run over."""
    common = set(one.leg_ids) & set(other.leg_ids)
    km = sum(tenths(travel.leg.km) for travel in one.travels if travel.leg.id in common) / 10
    return km / min(one.km, other.km)
