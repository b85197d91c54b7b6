"""The ledger of what the atlas must hold by name: claims, paragraphs, names, statements to be corrected."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from layers.definition import read_text, validated
from layers.errors import RefusedFileError
from layers.model import ClaimId, Paragraph, Slug, Text
from layers.yaml_lines import read_yaml

LEDGER = Path("layers") / "claims_ledger.yaml"
Last = Annotated[int, Field(ge=1, le=999)]


class _Closed(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class LedgerSubject(_Closed):
    """A subject whose claims are numbered from 1 to `to`."""

    subject: Text
    to: Last


class LedgerParagraphs(_Closed):
    """An essay's paragraphs: 1 to `to`, and what stands beside them."""

    to: Last
    beside: tuple[Paragraph, ...] = ()


class Statement(_Closed):
    """A statement that must not stand uncorrected, and the claims that quote it."""

    where: Text
    claims: tuple[ClaimId, ...]


class Exemption(_Closed):
    """How a claim of such a statement is handled differently, and why."""

    rule: Literal["note-only", "off-map"]
    why: Text


class Ledger(_Closed):
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


def read_ledger(root: Path) -> Ledger:
    """Read the ledger of the atlas at `root`; raise RefusedFileError with every fault in it."""
    file = LEDGER.as_posix()
    yaml = read_yaml(read_text(root / LEDGER, file=file), file=file)
    ledger, faults = validated(Ledger, yaml.data, file=file, yaml=yaml)
    if ledger is None:
        raise RefusedFileError(faults)
    return ledger
