"""The names that the essays use for places, lines, groupings and events, and where the atlas shows each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Self

from pydantic import Field, model_validator

from layers.files.faults import Fault
from layers.model.vocabulary import Closed, Paragraph, Slug, Text

PLACES_LAYER = "essay-places"  # the layer that draws every place of it, under the ids of the places


class EssayName(Closed):
    """A name, its paragraphs by essay, and one of: a place, a layer, a card, the reason for none."""

    name: Text
    kind: Text
    named_in: dict[Slug, Annotated[tuple[Paragraph, ...], Field(min_length=1)]] = Field(min_length=1)
    place: Slug | None = None
    layer: Slug | None = None
    card: Slug | None = None
    reason: Text | None = None

    @model_validator(mode="after")
    def _is_shown_once(self) -> Self:
        if sum(shown is not None for shown in (self.place, self.layer, self.card, self.reason)) != 1:
            raise ValueError("one of place, layer, card and reason")
        return self

    @property
    def opens(self) -> str | None:
        """The layer or card whose text tells of it."""
        return self.layer or self.card


@dataclass(frozen=True)
class Gazetteer:
    """Every name in the order of the file; a wrong entry is left out, with its faults."""

    names: tuple[EssayName, ...] = ()
    faults: tuple[Fault, ...] = ()

    def of_place(self, place: str) -> tuple[EssayName, ...]:
        """Return the names that are shown at this place."""
        return tuple(name for name in self.names if name.place == place)

    def in_paragraph(self, essay: str, number: Paragraph) -> tuple[EssayName, ...]:
        """Return the names that a paragraph prints."""
        return tuple(name for name in self.names if number in name.named_in.get(essay, ()))
