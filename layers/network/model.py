"""The network as data: places, legs, corridors, presets; nothing is searched or read.

The types of the fields are those of forms.py, and schema.py gives them their limits.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from layers.files.faults import Fault
from layers.model.mode import Status
from layers.network.forms import (
    Border,
    CalendarDate,
    CargoMode,
    Chain,
    Country,
    DayCount,
    Days,
    Fact,
    Km,
    KnownFrom,
    Point,
    Slug,
    Text,
    Use,
)
from layers.network.grounds import Assumption, Ground, KnownTo, Page, PublishedLength, PublishedTime
from layers.network.node import Node

TAKEN = "published"  # so begins the method of a length that was taken over


@dataclass(frozen=True, kw_only=True, slots=True)
class Recipe:
    """How the line of a leg is to be drawn: over a graph through points, along a lane, or by hand."""

    method: Literal["rail graph", "road graph", "searoute", "hand points"]
    via: tuple[Point, ...]
    drawing_ref: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class LegDays:
    """Days from end to end, low and high, with their parts; `basis` names the assumption."""

    low: DayCount
    high: DayCount
    running: Days
    border: Days
    passage: Days
    basis: Text


@dataclass(frozen=True, kw_only=True, slots=True)
class Passage:
    """A charge or wait on a leg that its running days leave out."""

    what: Text
    days: Days


@dataclass(frozen=True, kw_only=True, slots=True)
class PublishedKm:
    """A published length of one leg, how far ours is off, in per cent, and why, where it is much."""

    km: Km
    source: Text
    known_from: KnownFrom
    differs: str = ""
    diff_pct: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Leg:
    """One way between two places by one mode; `countries` and `borders` are in order from `from_` to `to`.

    `opened_source` and `closed_source` are ids of the network's sources; a year without one is not sourced.
    """

    id: Slug
    kind: Literal["rail-leg", "road-leg", "sea-leg", "ferry-leg"]
    from_: Slug
    to: Slug
    mode: CargoMode
    gauge: int | None = None
    countries: tuple[Country, ...]
    borders: tuple[Border, ...]
    status: Status
    as_of: CalendarDate
    opened: int | None = None
    opened_source: str | None = None
    closed_since: int | None = None
    closed_source: str | None = None
    reopening_planned: bool = False
    km: Km
    km_method: Text
    speed: str
    days: LegDays
    passage: Passage | None = None
    chokepoints: tuple[Slug, ...] = ()
    use: Use = "regular"
    published: PublishedKm | None = None
    geometry: Recipe
    snap_km: tuple[float, float] = (0.0, 0.0)
    source: Text
    note: str = ""
    why_longer: str = ""

    def other_end(self, node: str) -> str:
        """Return the end that is not `node`."""
        return self.to if node == self.from_ else self.from_

    @property
    def takes_published(self) -> bool:
        """Whether its km are those of a published length, so that this checks nothing."""
        return self.km_method.startswith(TAKEN)

    @property
    def not_sourced(self) -> tuple[Fact, ...]:
        """Its years, and its length where a published one was taken over, for which no page was found."""
        taken = self.published if self.takes_published else None
        found: dict[Fact, bool] = {
            "opened": self.opened is None or self.opened_source is not None,
            "closed_since": self.closed_since is None or self.closed_source is not None,
            "km": taken is None or taken.known_from == "page",
        }
        return tuple(fact for fact, sourced in found.items() if not sourced)

    @property
    def plan(self) -> bool:
        """Whether the leg opens with the planned links: planned, building, or idle and to be revived."""
        return self.status.to_come or (self.status is Status.IDLE and self.reopening_planned)

    def ran_in(self, year: int | None) -> bool:
        """Whether it is closed today and ran in this year, before."""
        if year is None or self.closed_since is None:
            return False
        return (self.opened or 0) <= year < self.closed_since

    def plan_in(self, year: int | None) -> bool:
        """Whether it is a plan for who asks about this year; None is today."""
        return self.plan and not self.ran_in(year)


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """A corridor or (without ends) a water; a way over its `heart`, through none of `avoids`, is named so."""

    title: Text
    also: tuple[Text, ...] = ()
    layer: Slug | None = None
    place: Slug | None = None
    ends: tuple[Slug, Slug] | None = None
    heart: tuple[Slug, ...] = ()
    legs: Chain
    avoids: tuple[Country, ...] = ()
    closes: tuple[Slug, ...] = ()
    closing: Text

    @property
    def taken(self) -> tuple[str, ...]:
        """The legs that closing it takes."""
        return self.closes or self.legs


@dataclass(frozen=True, kw_only=True, slots=True)
class Preset:
    """What one step of a scenario closes or opens; `essay` cites the paragraphs that discuss it."""

    title: Text
    close: tuple[str, ...] = ()
    open: tuple[Slug, ...] = ()
    planned: bool = False
    says: Text
    essay: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Scenario:
    """Presets that add up step by step, and the pair of places that shows it best."""

    title: Text
    from_: Slug
    to: Slug
    steps: Chain


@dataclass(frozen=True, eq=False)
class Network:
    """Everything of network.json that passed the checks, by id; compared by identity, to key caches."""

    nodes: Mapping[str, Node] = field(default_factory=dict)
    legs: Mapping[str, Leg] = field(default_factory=dict)
    countries: Mapping[str, str] = field(default_factory=dict)
    groups: Mapping[str, Group] = field(default_factory=dict)
    waters: Mapping[str, Group] = field(default_factory=dict)
    presets: Mapping[str, Preset] = field(default_factory=dict)
    scenarios: Mapping[str, Scenario] = field(default_factory=dict)
    speeds: Mapping[str, Assumption] = field(default_factory=dict)
    handling: Mapping[str, Assumption] = field(default_factory=dict)
    grounds: tuple[Ground, ...] = ()
    sources: Mapping[str, Page] = field(default_factory=dict)
    published_lengths: tuple[PublishedLength, ...] = ()
    published_times: tuple[PublishedTime, ...] = ()
    leaves_out: tuple[str, ...] = ()
    cautions: Mapping[str, str] = field(default_factory=dict)
    known_to: tuple[KnownTo, ...] = ()
    faults: tuple[Fault, ...] = field(default=(), repr=False)
