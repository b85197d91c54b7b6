"""The closed schemas of a layer's definition: names, facts, claims with their check, voices."""

from __future__ import annotations

from typing import Annotated, Any, Self

from pydantic import Field, StringConstraints, model_validator

from layers.files.faults import Fault
from layers.model.kind import ClaimKind
from layers.model.mode import Mode, Status
from layers.model.verdict import Verdict
from layers.model.vocabulary import (
    CalendarDate,
    ClaimId,
    Closed,
    Country,
    GeojsonName,
    Group,
    Hatch,
    Number,
    Paragraph,
    PrintedDate,
    Slug,
    SourceId,
    Subject,
    Text,
)

OURS = "ours"  # the source of what the atlas measured or drew


class Name(Closed):
    """Another name of a subject and who uses it."""

    name: Text
    used_by: Text


class FactValue(Closed):
    """One value of one source in one year; `source: ours` is computed or drawn by the atlas."""

    value: int | Number | Text | tuple[Number, Number]
    unit: str = ""
    year: int | Text | None = None
    source: SourceId
    note: str = ""

    @model_validator(mode="after")
    def _number_has_year(self) -> Self:
        if self.year is None and any(char.isdigit() for char in str(self.value)):
            raise ValueError("a year beside the number (year: 2025)")
        return self


class Fact(Closed):
    """A labelled quantity; sources that disagree stand side by side.

    `in_turn`: its values hold one after or beside another, as years, steps and members do; nobody disagrees.
    """

    label: Text
    in_turn: bool = False
    values: tuple[FactValue, ...] = Field(min_length=1)


class Check(Closed):
    """What is known about a claim."""

    verdict: Verdict
    note: str = ""
    sources: tuple[SourceId, ...] = ()
    since: CalendarDate | None = None

    @model_validator(mode="after")
    def _says_why(self) -> Self:
        if self.verdict.needs_note and not self.note:
            raise ValueError(f"a note that says what is known, since the verdict is “{self.verdict}”")
        if self.verdict.needs_source and not self.sources:
            raise ValueError(f"at least one source for the verdict “{self.verdict}”")
        return self


class Claim(Closed):
    """What an essay says, in our words, with who says it and what is known about it.

    `touches` names the places that it is about; `merged` the claims that this one says as well, and why.
    """

    id: ClaimId
    essay: Slug
    paragraphs: tuple[Paragraph, ...] = Field(min_length=1)
    speaker: Text
    kind: ClaimKind
    text: Text
    check: Check
    touches: tuple[Slug, ...] = ()
    merged: tuple[ClaimId, ...] = ()
    merged_why: str = ""

    @model_validator(mode="after")
    def _merging_has_a_reason(self) -> Self:
        if self.merged and not self.merged_why:
            raise ValueError("merged_why: one sentence that says why the claims were merged")
        return self

    @model_validator(mode="after")
    def _facts_are_checked(self) -> Self:
        if self.kind.can_be_checked and self.check.verdict is Verdict.JUDGEMENT:
            raise ValueError("a verdict other than “judgement” for a fact (a fact can be checked)")
        return self


class Voice(Closed):
    """Somebody who sees it differently, in one neutral line: who, when it was `said`, on what page."""

    who: Text
    said: PrintedDate
    line: Text
    source: SourceId


class Promise(Closed):
    """When something that is missing is to be there, and who said so; `when` may be “no date published”."""

    what: Text
    when: Text
    by: str = ""
    source: SourceId


class StripNote(Closed):
    """The shaded part of the section strip."""

    feature: Slug
    text: Text
    country: Country | None = None


InShort = Annotated[str, StringConstraints(min_length=1, max_length=20)]


class Layer(Closed):
    """One layer: its definition, and what was read beside it; `broken` says why it cannot be shown.

    `in_short` says which facts come first, by the words that they have there.
    `source`, `licence` and `mode` are for features that do not say it themselves; once the features are
    read, `licence` is that of their file. `spellings` are further names for the search, beside `names`, which
    its card shows.
    """

    id: Slug
    title: Text
    short: Text
    group: Group
    subject: Subject
    hatch: Hatch | None = None
    order: int = 100
    on: bool = False
    figure: Annotated[str, StringConstraints(max_length=32)] = ""
    names: tuple[Name, ...] = ()
    spellings: tuple[Text, ...] = ()
    geodata: GeojsonName | None = None
    source: Text | None = None
    licence: Text | None = None
    mode: Mode | None = None
    status: Status | None = None
    as_of: CalendarDate
    status_note: str = ""
    strip: tuple[Slug, ...] = ()
    strip_note: StripNote | None = None
    in_short: dict[InShort, Text] = Field(default_factory=dict)
    promised: tuple[Promise, ...] = ()
    facts: tuple[Fact, ...] = ()
    claims: tuple[Claim, ...] = ()
    voices: tuple[Voice, ...] = ()

    body: str = Field(default="", exclude=True)
    features: list[dict[str, Any]] = Field(default_factory=list, exclude=True, repr=False)
    bounds: tuple[float, float, float, float] | None = Field(default=None, exclude=True)
    attribution: str = Field(default="", exclude=True)
    is_built: bool = Field(default=False, exclude=True)
    broken: str | None = Field(default=None, exclude=True)

    @model_validator(mode="after")
    def _is_drawn_or_not_on_the_map(self) -> Self:
        off_map = self.group == "not-on-the-map"
        if off_map and (self.geodata or self.status):
            raise ValueError("neither geodata nor status in the group “not-on-the-map”")
        if not off_map and self.geodata is None:
            raise ValueError("the key “geodata” (only the group “not-on-the-map” goes without)")
        if self.group in ("corridors", "ports-and-fields", "energy") and self.status is None:
            raise ValueError("the key “status” (only places, events, waters and memberships go without)")
        return self

    @model_validator(mode="after")
    def _in_short_are_facts(self) -> Self:
        labels = {fact.label for fact in self.facts}
        if unknown := next((label for label in self.in_short.values() if label not in labels), None):
            raise ValueError(f"the label of one of its facts instead of “{unknown}” (in_short)")
        return self

    @property
    def drawn(self) -> bool:
        """Whether the map shows it: it has geometry, and nothing is wrong with it."""
        return self.broken is None and bool(self.geodata)

    def without_features(self, why: Fault) -> Self:
        """Return the layer as one that cannot be shown, with the reason."""
        told = f"This layer cannot be shown: {why}"
        return self.model_copy(update={"features": [], "bounds": None, "on": False, "broken": told})

    def feature(self, slug: str) -> dict[str, Any] | None:
        """Return the feature with this id, or None."""
        return next((feature for feature in self.features if feature["id"] == slug), None)


READ_BESIDE = tuple(key for key, field in Layer.model_fields.items() if field.exclude)
