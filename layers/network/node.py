"""A place of the route network as data: a city, a port, a border station or a strait."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from layers.network.forms import (
    CalendarDate,
    Country,
    Days,
    Handling,
    Latitude,
    Longitude,
    Slug,
    Text,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Strait:
    """What is known of a strait or canal, and which of its legs lie on the one side."""

    status: Text
    as_of: CalendarDate
    timeline: tuple[Text, ...]
    closes_with: tuple[Country, ...]
    side: Text
    side_legs: frozenset[Slug]


@dataclass(frozen=True, kw_only=True, slots=True)
class Node:
    """A place (WGS84), of the map as `place` where its id is another; `handling` overrides the usual days.

    `serves` is the town of the map that its name means, where it is a quay, yard or station away from it.
    """

    id: Slug
    name: Text
    also: tuple[Text, ...] = ()
    place: Slug | None = None
    serves: Slug | None = None
    country: Country | None
    lon: Longitude
    lat: Latitude
    kinds: tuple[Literal["city", "port", "border", "gauge-break", "chokepoint"], ...]
    gauges: tuple[int, ...] = ()
    unlocode: str | None = None
    unlocode_source: Text | None = None
    geonameid: int | None = None
    handling: dict[Handling, Days] = field(default_factory=dict)
    uncertainty_km: float
    source: Text
    strait: Strait | None = None

    @property
    def own_place(self) -> str:
        """The id of the place of the map that stands there."""
        return self.place or self.id

    @property
    def meant_place(self) -> str:
        """The id of the place of the map that its name means."""
        return self.serves or self.own_place
