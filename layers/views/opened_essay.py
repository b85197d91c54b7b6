"""An essay that a reader opens as a text file: matched to the paragraphs by fingerprints, never kept.

The project holds no paragraph's words, only a fingerprint of them (layers/references/essay_prints.yaml), so
that a file that a reader owns can be recognised and shown beside the map in that reader's session.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from layers.files.faults import AtlasError
from layers.files.folders import ROOT
from layers.views.brought import NotTextError, text_brought

PRINTS = ROOT / "layers" / "references" / "essay_prints.yaml"
MOST_BYTES = 1_000_000
MOST_LINES = 5_000
LONGEST = 20_000  # letters of a paragraph
ENOUGH = 0.5  # of an essay's paragraphs must be found for a file to count as that essay
_NUMBER = re.compile(r"^\s*\[?(\d{1,3}|caption)\]?[.):]?\s+", re.IGNORECASE)


@dataclass(frozen=True)
class Opened:
    """A recognised essay: its key, and the words of the paragraphs that were found."""

    essay: str
    words: dict[int | str, str]


class NotAnEssayError(AtlasError):
    """The file cannot be shown; the text says in one sentence why and what was expected."""


def open_essay(name: str, content: bytes) -> Opened:
    """Recognise an essay in a text file; raise NotAnEssayError with one sentence otherwise."""
    try:
        text = text_brought(content, most=MOST_BYTES)
    except NotTextError as error:
        raise NotAnEssayError(f"{name}: {error}") from error
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) > MOST_LINES:
        raise NotAnEssayError(
            f"{name}: found {len(lines):,} lines; expected at most {MOST_LINES:,}, a paragraph a line."
        )
    paragraphs = [_NUMBER.sub("", line).strip() for line in lines]
    found: dict[str, dict[int | str, str]] = {}
    for paragraph in (one for one in paragraphs if len(one) <= LONGEST):
        for essay, number in _known().get(fingerprint(paragraph), ()):
            found.setdefault(essay, {})[number] = paragraph
    best = max(found, key=lambda essay: len(found[essay]), default=None)
    if best is None or len(found[best]) < ENOUGH * _size(best):
        matched = len(found[best]) if best else 0
        raise NotAnEssayError(
            f"{name}: found {matched} paragraphs of an essay in {len(paragraphs)} lines; expected the text "
            "of one of the two essays, a paragraph a line."
        )
    return Opened(best, found[best])


def fingerprint(paragraph: str) -> str:
    """Return 12 hex digits of the SHA-256 of a paragraph's bare words: no case, accents, dashes or marks."""
    plain = unicodedata.normalize("NFKD", paragraph).casefold()
    words = re.findall(r"[a-z0-9]+", plain)
    return hashlib.sha256(" ".join(words).encode()).hexdigest()[:12]


@cache
def _prints() -> dict[str, dict[int | str, str]]:
    table: dict[str, Any] = yaml.safe_load(PRINTS.read_text("utf-8"))
    return {essay: dict(prints) for essay, prints in table.items()}


@cache
def _known() -> dict[str, tuple[tuple[str, int | str], ...]]:
    known: dict[str, tuple[tuple[str, int | str], ...]] = {}
    for essay, prints in _prints().items():
        for number, mark in prints.items():
            known[str(mark)] = (*known.get(str(mark), ()), (essay, number))
    return known


def _size(essay: str) -> int:
    return len(_prints()[essay])
