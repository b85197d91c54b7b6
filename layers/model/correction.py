"""What the atlas had wrong, and what is right instead: a list kept by hand, for its readers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field, StringConstraints

from layers.files.faults import Fault
from layers.model.reference import Reference
from layers.model.vocabulary import CalendarDate, Closed, SourceId

LONGEST = 300  # letters of a side: what stood there, not why
Side = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST, strip_whitespace=True)]


class Correction(Closed):
    """What stood at some places of the atlas, what stands there since a `day`, and the page that says so."""

    day: CalendarDate
    at: tuple[Reference, ...] = Field(min_length=1)
    was: Side
    now: Side
    source: SourceId


@dataclass(frozen=True)
class Corrections:
    """The corrections, the latest first, and what is wrong in their file."""

    rows: tuple[Correction, ...] = ()
    faults: tuple[Fault, ...] = ()
