"""The ledger of what the atlas must hold by name: claims, paragraphs, names, statements to be corrected."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from layers.model.vocabulary import ClaimId, Closed, Paragraph, Slug, Text

Last = Annotated[int, Field(ge=1, le=999)]


class LedgerSubject(Closed):
    """A subject whose claims are numbered from 1 to `to`."""

    subject: Text
    to: Last


class LedgerParagraphs(Closed):
    """An essay's paragraphs: 1 to `to`, and what stands beside them."""

    to: Last
    beside: tuple[Paragraph, ...] = ()


class Statement(Closed):
    """A statement that must not stand uncorrected, and the claims that quote it."""

    where: Text
    claims: tuple[ClaimId, ...]


class Exemption(Closed):
    """How a claim of such a statement is handled differently, and why."""

    rule: Literal["note-only", "off-map"]
    why: Text


class Ledger(Closed):
    """What must be there; see the comments of the file."""

    claims: dict[str, LedgerSubject]
    corrected: tuple[Statement, ...]
    differently: dict[ClaimId, Exemption] = Field(default_factory=dict)
    paragraphs: dict[Slug, LedgerParagraphs]
    names_nothing: dict[Slug, tuple[Paragraph, ...]] = Field(default_factory=dict)
    claims_nothing: dict[Slug, tuple[Paragraph, ...]] = Field(default_factory=dict)
    names: dict[str, tuple[Text, ...]]

    def claim_ids(self) -> Iterator[tuple[str, str]]:
        """Yield the id and the subject of every claim."""
        for letters, about in self.claims.items():
            for number in range(1, about.to + 1):
                yield f"{letters}{number}", about.subject

    def numbered(self) -> Iterator[tuple[str, Paragraph]]:
        """Yield every paragraph of every essay."""
        for essay, about in self.paragraphs.items():
            for number in (*range(1, about.to + 1), *about.beside):
                yield essay, number
