"""A route: legs in order of travel with the changes between them, and the totals, their exact sums."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from layers.network.forms import MODES, Days, Handling
from layers.network.model import Leg
from layers.network.search.graph import hundredths, tenths


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
    so that nothing is lost by rounding. The first loading and the last unloading are not counted.
    """

    parts: tuple[Travel | Change, ...]

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

    @property
    def loop(self) -> tuple[str, ...]:
        """The legs between the two visits to the first place that is passed twice; empty as a rule."""
        seen: dict[str, int] = {}
        for at, place in enumerate(self.places):
            if place in seen:
                return self.leg_ids[seen[place] : at]
            seen[place] = at
        return ()

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

    @property
    def hops(self) -> int:
        """Changes between a train and a lorry on a road beside a railway."""
        on_road = [leg for leg in self.parts if isinstance(leg, Travel) and leg.leg.use == "parallel"]
        ends = [at for travel in on_road for at in (travel.from_, travel.to)]
        return sum(change.what == "rail_road" and change.at in ends for change in self.changes)

    @cached_property
    def chokepoints(self) -> tuple[str, ...]:
        """The straits and canals passed, in order."""
        return tuple(dict.fromkeys(point for t in self.travels for point in self._in_order(t)))

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


def shared_part(one: Route, other: Route) -> float:
    """Return the share of the shorter route's km that both run over."""
    common = set(one.leg_ids) & set(other.leg_ids)
    km = sum(tenths(travel.leg.km) for travel in one.travels if travel.leg.id in common) / 10
    return km / min(one.km, other.km)
