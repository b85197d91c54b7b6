"""The network as data: places, legs, corridors, presets, published figures; nothing is searched or read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from pydantic import Field

from layers.files.faults import Fault
from layers.model.mode import Status
from layers.model.vocabulary import CalendarDate, Country, Latitude, Longitude, Slug, Text
from layers.network.forms import (
    Border,
    CargoMode,
    Closed,
    DayCount,
    Days,
    Handling,
    Km,
    KnownFrom,
    Point,
    PublishedKm,
    Use,
)


class Strait(Closed):
    """What is known of a strait or canal, and which of its legs lie on the one side."""

    status: Text
    as_of: CalendarDate
    timeline: tuple[Text, ...]
    closes_with: tuple[Country, ...]
    side: Text
    side_legs: frozenset[Slug]


class Node(Closed):
    """A place (WGS84), of the map as `place` where its id is another; `handling` overrides the usual days."""

    id: Slug
    name: Text
    also: tuple[Text, ...] = ()
    place: Slug | None = None
    country: Country | None
    lon: Longitude
    lat: Latitude
    kinds: tuple[Literal["city", "port", "border", "gauge-break", "chokepoint"], ...]
    gauges: tuple[int, ...] = ()
    unlocode: str | None = None
    geonameid: int | None = None
    handling: dict[Handling, Days] = Field(default_factory=dict)
    uncertainty_km: float
    source: Text
    from_memory: tuple[str, ...] = ()
    strait: Strait | None = None


class Recipe(Closed):
    """How the line of a leg is to be drawn: over a graph through points, along a lane, or by hand."""

    method: Literal["rail graph", "road graph", "searoute", "hand points"]
    via: tuple[Point, ...]
    drawing_ref: str | None = None


class LegDays(Closed):
    """Days from end to end, low and high, with their parts; `basis` names the assumption."""

    low: DayCount
    high: DayCount
    running: Days
    border: Days
    passage: Days
    basis: Text


class Passage(Closed):
    """A charge or wait on a leg that its running days leave out."""

    what: Text
    days: Days


class Leg(Closed):
    """One way between two places by one mode; `countries` and `borders` are in order from `from_` to `to`."""

    id: Slug
    kind: Literal["rail-leg", "road-leg", "sea-leg", "ferry-leg"]
    from_: Slug = Field(alias="from")
    to: Slug
    mode: CargoMode
    gauge: int | None = None
    countries: tuple[Country, ...]
    borders: tuple[Border, ...]
    status: Status
    as_of: CalendarDate
    opened: int | None = None
    closed_since: int | None = None
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
    snap_km: tuple[float, float] = (0, 0)
    source: Text
    note: str = ""
    why_longer: str = ""
    from_memory: tuple[str, ...] = ()

    def other_end(self, node: str) -> str:
        """Return the end that is not `node`."""
        return self.to if node == self.from_ else self.from_

    @property
    def plan(self) -> bool:
        """Whether the leg opens with the planned links: planned, building, or idle and to be revived."""
        return self.status.to_come or (self.status is Status.IDLE and self.reopening_planned)


class Group(Closed):
    """A corridor or (without ends) a water; a way over its `heart`, through none of `avoids`, is named so."""

    title: Text
    also: tuple[Text, ...] = ()
    layer: Slug | None = None
    place: Slug | None = None
    ends: tuple[Slug, Slug] | None = None
    heart: tuple[Slug, ...] = ()
    legs: tuple[Slug, ...]
    avoids: tuple[Country, ...] = ()
    closes: tuple[Slug, ...] = ()
    closing: Text

    @property
    def taken(self) -> tuple[str, ...]:
        """The legs that closing it takes."""
        return self.closes or self.legs


class Preset(Closed):
    """What one step of a scenario closes or opens; `essay` cites the paragraphs that discuss it."""

    title: Text
    close: tuple[str, ...] = ()
    open: tuple[Slug, ...] = ()
    planned: bool = False
    says: Text
    essay: str


class Scenario(Closed):
    """Presets that add up step by step, and the pair of places that shows it best."""

    title: Text
    from_: Slug = Field(alias="from")
    to: Slug
    steps: tuple[Slug, ...]


class Assumption(Closed):
    """A range behind the days, in days or in km a day, with where it comes from."""

    what: Text
    days: Days | None = None
    km_a_day: tuple[float, float] | None = None
    known_from: KnownFrom
    source: str


class Ground(Closed):
    """Where the handling of some places or the wait at some borders comes from."""

    places: tuple[Slug, ...] = ()
    borders: tuple[Border, ...] = ()
    source: Text
    known_from: KnownFrom


class PublishedLength(Closed):
    """A published length over a chain of legs; not a check where our km were taken from it."""

    id: Slug
    title: Text
    legs: tuple[Slug, ...]
    km: Km
    our_km: Km
    diff_pct: float
    source: Text
    known_from: KnownFrom
    not_a_check: bool = False
    outlier: str = ""


class PublishedTime(Closed):
    """A published travel time over a chain of legs, and how our range lies to it."""

    id: Slug
    title: Text
    from_: Slug = Field(alias="from")
    to: Slug
    legs: tuple[Slug, ...]
    days: Days
    relation: Literal["contains", "overlaps", "apart"]
    source: Text
    known_from: KnownFrom
    apart_because: str = ""


class KnownTo(Closed):
    """Up to which date something of the network is known."""

    what: Text
    date: CalendarDate


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
    published_lengths: tuple[PublishedLength, ...] = ()
    published_times: tuple[PublishedTime, ...] = ()
    leaves_out: tuple[str, ...] = ()
    cautions: Mapping[str, str] = field(default_factory=dict)
    known_to: tuple[KnownTo, ...] = ()
    faults: tuple[Fault, ...] = field(default=(), repr=False)
