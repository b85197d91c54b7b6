"""A place of the route network as data: a city, a port, a border station or a strait."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from layers.model.vocabulary import CalendarDate, Country, Latitude, Longitude, Slug, Text
from layers.network.forms import Closed, Days, Handling


class Strait(Closed):
    """What is known of a strait or canal, and which of its legs lie on the one side."""

    status: Text
    as_of: CalendarDate
    timeline: tuple[Text, ...]
    closes_with: tuple[Country, ...]
    side: Text
    side_legs: frozenset[Slug]


class Node(Closed):
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
    handling: dict[Handling, Days] = Field(default_factory=dict)
    uncertainty_km: float
    source: Text
    from_memory: tuple[str, ...] = ()
    strait: Strait | None = None
