"""The closed schema of properties in the atlas's own GeoJSON: lines need their ends, km and countries."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from layers.files.forms import FEATURE_KIND
from layers.model.kind import PlaceKind
from layers.model.mode import Mode, Status
from layers.model.vocabulary import (
    CalendarDate,
    Closed,
    Country,
    GeometryClass,
    Latitude,
    Longitude,
    Number,
    Paragraph,
    Slug,
    Text,
)

Kilometres = Annotated[Number, Field(ge=0, le=25_000)]
Position = tuple[Longitude, Latitude]


class Chord(Closed):
    """A straight piece over 25 km; the true line lies within `bound_km` of it."""

    from_: Position = Field(alias="from")
    to: Position
    bound_km: Kilometres


class PointOrAreaProperties(Closed):
    """What every feature of a layer says about itself."""

    id: Slug
    layer: Slug
    name: Text
    kind: Annotated[str, StringConstraints(pattern=FEATURE_KIND)]
    status: Status
    as_of: CalendarDate
    status_note: Text | None = None
    geometry_class: GeometryClass
    source: Text
    licence: Text
    countries: tuple[Country, ...] = ()
    uncertainty_km: Kilometres | None = None
    published_km: Kilometres | tuple[Kilometres, Kilometres] | None = None
    published_source: Text | None = None
    branch: Slug | None = None
    shared_with: tuple[Slug, ...] = ()
    opened: Annotated[int, Field(ge=1800, le=2100)] | None = None
    opened_source: Text | None = None
    note: Text | None = None


class HandLineProperties(PointOrAreaProperties):
    """A line that somebody drew: all of the above, its length, and how it is travelled."""

    mode: Mode
    from_: Text | None = Field(default=None, alias="from")
    to: Text | None = None
    km: Kilometres
    track_km: Kilometres | None = None
    generalised: bool = False
    chords: tuple[Chord, ...] = ()
    gauge: Annotated[int, Field(ge=600, le=1700)] | None = None


class LineProperties(HandLineProperties):
    """A built leg: its ends and its countries in order of travel must be there as well."""

    from_: Text = Field(alias="from")
    to: Text
    countries: tuple[Country, ...]


class PlaceProperties(Closed):
    """A labelled point of places.geojson; latitude and longitude come from its geometry.

    Its card shows `names`; `spellings` are further ones under which it is found. Those of them that one side
    hears as a claim have in `used_by` who says so, and stand in the card with that.
    """

    id: Slug
    name: Text
    names: tuple[Text, ...] = Field(default=(), max_length=12)
    spellings: tuple[Text, ...] = Field(default=(), max_length=40)
    used_by: dict[Text, Text] = Field(default_factory=dict)
    kind: PlaceKind
    country: Country | None = None
    population: Annotated[int, Field(ge=0)] | None = None
    rank: Annotated[int, Field(ge=1, le=6)]
    source: Text
    licence: Text
    uncertainty_km: Kilometres | None = None
    named_in: dict[str, tuple[Paragraph, ...]] = Field(default_factory=dict)
    anchors: tuple[Position, ...] = ()
    label: Text | None = None


class Place(PlaceProperties):
    """A labelled point that text may link to; `anchors` are further points where its label may stand."""

    lat: Latitude
    lon: Longitude
