"""The forms that numbers and words of a network have."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, ConfigDict, Field, StringConstraints

from layers.files.faults import choices
from layers.model import vocabulary
from layers.model.mode import Mode
from layers.model.vocabulary import Latitude, Longitude, Text

MODES = tuple(mode for mode in Mode if mode.cargo)  # that cargo takes


def _takes_cargo(mode: Mode) -> Mode:
    if mode not in MODES:
        raise ValueError(f"a mode that cargo takes, {choices(MODES)}")
    return mode


CargoMode = Annotated[Mode, AfterValidator(_takes_cargo)]


Handling = Literal["ship_ship", "rail_water", "road_water", "rail_road", "gauge"]


Use = Literal["regular", "gap", "parallel", "irregular", "sanctions"]


KnownFrom = Literal["page", "memory", "page and memory", "assumption"]


Border = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}/[A-Z]{2}$")]


Km = Annotated[float, Field(gt=0, le=30_000, allow_inf_nan=False)]


DayCount = Annotated[float, Field(ge=0, le=100, allow_inf_nan=False)]


Days = tuple[DayCount, DayCount]  # low, high


Point = tuple[Longitude, Latitude]


class Closed(vocabulary.Closed):
    """No unknown keys, no change after loading; made in Python by the names of its fields."""

    model_config = ConfigDict(populate_by_name=True)


class PublishedKm(Closed):
    """A published length of one leg, how far ours is off, in per cent, and why, where it is much."""

    km: Km
    source: Text
    known_from: KnownFrom
    differs: str = ""
    diff_pct: float
