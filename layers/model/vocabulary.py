"""The words and forms that the files of an atlas share: groups, subjects, ids, dates, degrees."""

from __future__ import annotations

import datetime
import re
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from layers.files.forms import CLAIM_ID, COUNTRY, GEOJSON_NAME, SLUG, SOURCE_ID
from layers.files.words import NOT_PRINTED

Group = Literal[
    "corridors",
    "ports-and-fields",
    "energy",
    "security",
    "waters",
    "places",
    "memberships",
    "not-on-the-map",  # things without a place: a card with claims, no geometry
]
# What a layer's colour says; the numbered ones tell apart what is neither a corridor nor a fuel.
Subject = Literal[
    "middle-corridor",
    "north-south",
    "zangezur",
    "oil",
    "gas",
    "power",
    "other",
    "colour-1",
    "colour-2",
    "colour-3",
    "colour-4",
    "colour-5",
]
Hatch = Literal["rising", "falling", "level", "upright", "crossed", "squared"]  # across the areas of a layer
GeometryClass = Literal["osm", "osm+fill", "hand", "schematic", "area"]
Paragraph = Annotated[int, Field(ge=1, le=999)] | Literal["caption"]


def _calendar_date(value: str) -> str:
    """Let through "2026-03-10" and "2026-03" when the calendar has such a day or month."""
    if not re.fullmatch(r"\d{4}-\d{2}(-\d{2})?", value):
        raise ValueError("a date such as 2026-03-10 or 2026-03")
    try:
        datetime.date.fromisoformat(value if len(value) == 10 else f"{value}-01")
    except ValueError:
        raise ValueError("a day that the calendar has, such as 2026-03-10") from None
    return value


def _printed_date(value: str) -> str:
    """Let through a day, a month or a year as a page prints it, or that it prints none."""
    if value != NOT_PRINTED and not re.fullmatch(r"\d{4}", value):
        try:
            return _calendar_date(value)
        except ValueError:
            expected = f"the page’s date, such as 2026-03-10, 2026-03 or 2026, or “{NOT_PRINTED}”"
            raise ValueError(expected) from None
    return value


Slug = Annotated[str, StringConstraints(pattern=SLUG)]
GeojsonName = Annotated[str, StringConstraints(pattern=GEOJSON_NAME)]
SourceId = Annotated[str, StringConstraints(pattern=SOURCE_ID)]
ClaimId = Annotated[str, StringConstraints(pattern=CLAIM_ID)]
Text = Annotated[str, StringConstraints(min_length=1, max_length=2000, strip_whitespace=True)]
CalendarDate = Annotated[str, AfterValidator(_calendar_date)]
PrintedDate = Annotated[str, AfterValidator(_printed_date)]
Country = Annotated[str, StringConstraints(pattern=COUNTRY)]
Longitude = Annotated[float, Field(ge=-180, le=180)]
Latitude = Annotated[float, Field(ge=-90, le=90)]
Number = Annotated[float, Field(allow_inf_nan=False)]


class Closed(BaseModel):
    """No unknown keys, no change after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True)
