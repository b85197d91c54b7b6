"""The schemas of a network: each entry of model.py with the limits of its forms, for data not yet checked."""

from __future__ import annotations

from dataclasses import MISSING, Field, fields
from functools import cache
from typing import Annotated, Any, get_type_hints

import pydantic
from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints

from layers.files.faults import choices
from layers.model import vocabulary
from layers.model.mode import Mode
from layers.network.forms import MODES, key_of
from layers.network.model import LegDays, Passage, PublishedKm, Recipe
from layers.network.node import Strait

LONGEST_TEXT = 2000
INNER = (Strait, Recipe, LegDays, Passage, PublishedKm)  # entries that stand within others


def _takes_cargo(mode: Mode) -> Mode:
    if mode not in MODES:
        raise ValueError(f"a mode that cargo takes, {choices(MODES)}")
    return mode


class _Entry(vocabulary.Closed):
    """No endless number and no endless text, whatever the form."""

    model_config = ConfigDict(allow_inf_nan=False, str_max_length=LONGEST_TEXT)


_DayCount = Annotated[float, pydantic.Field(ge=0, le=100, allow_inf_nan=False)]
# What the names of forms.py that have limits stand for, and Python's own.
LIMITS: dict[str, Any] = {
    "int": Annotated[int, pydantic.Field(strict=True, ge=0, le=999_999_999)],
    "bool": Annotated[bool, pydantic.Field(strict=True)],
    "CargoMode": Annotated[Mode, AfterValidator(_takes_cargo)],
    "Slug": vocabulary.Slug,
    "Text": vocabulary.Text,
    "CalendarDate": vocabulary.CalendarDate,
    "Country": vocabulary.Country,
    "Border": Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}/[A-Z]{2}$")],
    "Longitude": vocabulary.Longitude,
    "Latitude": vocabulary.Latitude,
    "Point": tuple[vocabulary.Longitude, vocabulary.Latitude],
    "Km": Annotated[float, pydantic.Field(ge=0.1, le=30_000, allow_inf_nan=False)],
    "DayCount": _DayCount,
    "Days": tuple[_DayCount, _DayCount],
    "Chain": Annotated[tuple[vocabulary.Slug, ...], pydantic.Field(min_length=1)],
}


@cache
def schema_of(entry: type) -> type[BaseModel]:
    """Return the schema of an entry: no unknown keys, the forms within their limits."""
    names = LIMITS | {inner.__name__: schema_of(inner) for inner in INNER if entry not in INNER}
    hints = get_type_hints(entry, localns=names, include_extras=True)
    made: dict[str, Any] = {field.name: (hints[field.name], _default(field)) for field in fields(entry)}
    return pydantic.create_model(entry.__name__, __base__=_Entry, **made)


def _default(field: Field[Any]) -> Any:
    """Return what pydantic is to know of a field beside its type: its default and the key that it has."""
    alias = key_of(field.name)
    if field.default_factory is not MISSING:
        return pydantic.Field(default_factory=field.default_factory, alias=alias)
    return pydantic.Field(... if field.default is MISSING else field.default, alias=alias)
