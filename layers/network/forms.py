"""The forms that numbers and words of a network have: their types here, their limits in schema.py."""

from __future__ import annotations

from typing import Literal

from layers.model.mode import Mode

MODES = tuple(mode for mode in Mode if mode.cargo)  # that cargo takes
CargoMode = Mode

Handling = Literal["ship_ship", "rail_water", "road_water", "rail_road", "gauge"]
Use = Literal["regular", "gap", "parallel", "irregular", "sanctions"]
KnownFrom = Literal["page", "partly sourced", "not sourced", "assumption"]
Fact = Literal["opened", "closed_since", "km"]  # of a leg, for which a page may stand

Slug = str
Chain = tuple[Slug, ...]  # one at least
Text = str
CalendarDate = str
Country = str  # alpha-2
Border = str  # of two countries, in order of travel: AZ/GE

Longitude = float
Latitude = float
Point = tuple[Longitude, Latitude]
Km = float
DayCount = float
Days = tuple[DayCount, DayCount]  # low, high


def key_of(name: str) -> str:
    """Return the key that a field has in the file: `from` for `from_`, since Python keeps that word."""
    return name.rstrip("_")
