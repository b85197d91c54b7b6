"""The closed schema of a tour: its steps, what each shows, lights up, asks the network, and says."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, Literal, TypeVar

from pydantic import (
    Field,
    StringConstraints,
    ValidationError,
    WrapValidator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from layers.model.measure import MOST_ROUTES, By
from layers.model.reference import Reference
from layers.model.vocabulary import Closed, Latitude, Longitude, Slug, Text

MOST_STEPS = 100
TITLE_LETTERS = 120  # of a title that is typed in the page, or taken over from a head that is wrong
MOST_LETTERS = 2000  # of one text
MOST_NAMES = 100  # in one list of a step
Word = Annotated[str, StringConstraints(min_length=1, max_length=80)]
Named = TypeVar("Named")
Names = Annotated[tuple[Named, ...], Field(max_length=MOST_NAMES)]
ZOOMS = (3, 11)  # the last at which a base map of about 500 m still looks like a coast
FOCUS = (
    "a layer, layer/feature, place:id, {view: [lat, lon, zoom]} or {bounds: [west, south, east, north]},"
    f" in degrees, with a zoom of {ZOOMS[0]} to {ZOOMS[1]}"
)


class View(Closed):
    """A middle in degrees and a zoom of the map."""

    view: tuple[Latitude, Longitude, Annotated[float, Field(ge=ZOOMS[0], le=ZOOMS[1])]]


class Bounds(Closed):
    """West, south, east and north in degrees."""

    bounds: tuple[Longitude, Latitude, Longitude, Latitude]

    @model_validator(mode="after")
    def _are_in_order(self) -> Bounds:
        west, south, east, north = self.bounds
        if west >= east or south >= north:
            raise ValueError("west before east and south before north")
        return self


def _in_one_sentence(value: Any, validate: Callable[[Any], Any]) -> Any:
    """Say once what a focus may be instead of what each alternative lacks."""
    try:
        return validate(value)
    except ValidationError as error:
        raise PydanticCustomError("focus", FOCUS) from error


Focus = Annotated[Reference | View | Bounds, WrapValidator(_in_one_sentence)]


class RouteQuestion(Closed):
    """A question to the route network; the words are those of its command line; `count` routes are drawn."""

    from_: Word = Field(alias="from")
    to: Word
    via: Names[Word] = ()
    by: By = "days"
    presets: Names[Word] = ()
    closed: Names[Word] = ()
    planned: bool = False
    count: Annotated[int, Field(ge=1, le=MOST_ROUTES)] = 1


class Step(Closed):
    """One step: what is on the map, where to look, and what is said.

    Only what `lit` names keeps its colour; the spotlight is a ring round one thing. Texts may hold citations
    but no links; the `answer` to the question is the teacher's. `missing` tells at run time what the file
    asks for and this atlas cannot show.
    """

    id: Slug
    headline: Text
    caption: Text
    layers: Names[Slug]
    focus: Focus
    lit: Names[Reference] = ()
    spotlight: Reference | None = None
    routes: RouteQuestion | None = None
    question: Annotated[str, StringConstraints(max_length=400)] = ""
    answer: Annotated[str, StringConstraints(max_length=600)] = ""
    notes: Annotated[str, StringConstraints(max_length=MOST_LETTERS)] = ""
    missing: tuple[str, ...] = Field(default=(), exclude=True)


class TourHead(Closed):
    """What a tour is: title, length, and whether its last step leaves the map to the class."""

    id: Slug
    title: Text
    minutes: Annotated[int, Field(ge=1, le=240)]
    ends: Literal["explore"] | None = None


class Tour(TourHead):
    """A tour with its steps in order; `body` is Markdown that says what the tour is for."""

    steps: Annotated[tuple[Step, ...], Field(max_length=MOST_STEPS)]
    body: str = Field(default="", max_length=MOST_LETTERS, exclude=True)
