"""Words that texts use without saying what they mean, and what they mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field, StringConstraints

from layers.files.faults import Fault
from layers.model.vocabulary import Closed, Slug, Text

LONGEST = 220  # letters of a meaning: a note, not an article
Meaning = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST, strip_whitespace=True)]


class Term(Closed):
    """A term: the words that stand for it, as the texts write them, and one or two plain sentences."""

    id: Slug
    words: tuple[Text, ...] = Field(min_length=1)
    meaning: Meaning


@dataclass(frozen=True)
class Glossary:
    """The terms of an atlas, and what is wrong in their file."""

    terms: tuple[Term, ...] = ()
    faults: tuple[Fault, ...] = ()

    @property
    def by_word(self) -> dict[str, Term]:
        """The terms by each of their words."""
        return {word: term for term in self.terms for word in term.words}
