"""What stands behind the numbers of the network: assumptions, published figures, dates of what is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from layers.network.forms import Border, CalendarDate, Chain, Days, Km, KnownFrom, Slug, Text


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """A page behind a year: the atlas's source of that id; `reported`: a copy, or what others wrote."""

    title: Text
    publisher: Text
    date: Text
    address: Text
    reported: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Assumption:
    """A range behind the days, in days or in km a day, with where it comes from."""

    what: Text
    days: Days | None = None
    km_a_day: tuple[float, float] | None = None
    known_from: KnownFrom
    source: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Ground:
    """Where the handling of some places or the wait at some borders comes from."""

    places: tuple[Slug, ...] = ()
    borders: tuple[Border, ...] = ()
    source: Text
    known_from: KnownFrom


@dataclass(frozen=True, kw_only=True, slots=True)
class PublishedLength:
    """A published length over a chain of legs; not a check where our km were taken from it."""

    id: Slug
    title: Text
    legs: Chain
    km: Km
    our_km: Km
    diff_pct: float
    source: Text
    known_from: KnownFrom
    not_a_check: bool = False
    outlier: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class PublishedTime:
    """A published travel time over a chain of legs, and how our range lies to it."""

    id: Slug
    title: Text
    from_: Slug
    to: Slug
    legs: Chain
    days: Days
    relation: Literal["contains", "overlaps", "apart"]
    source: Text
    known_from: KnownFrom
    apart_because: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class KnownTo:
    """Up to which date something of the network is known."""

    what: Text
    date: CalendarDate
