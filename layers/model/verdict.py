"""What the record says of a claim: the one table of verdicts, with all that follows from each."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple, Self


class _About(NamedTuple):
    sign: str
    word: str
    needs_note: bool = True
    needs_source: bool = True
    overtaken: bool = False
    chip: str = ""


class Verdict(StrEnum):
    """A verdict with its sign and word, for colour is never alone.

    `needs_note`: it stands only beside a sentence that says what is known, and so corrects the claim.
    `needs_source`: it rests on something published. `overtaken`: time or the record has left the claim
    behind. `chip`: the key of its colours in the tokens; its own key, where the table says nothing.
    """

    sign: str
    word: str
    needs_note: bool
    needs_source: bool
    overtaken: bool
    chip: str

    def __new__(cls, key: str, about: _About) -> Self:
        """Make a member that equals its key."""
        member = str.__new__(cls, key)
        member._value_ = key
        member.sign, member.word, member.needs_note, member.needs_source, member.overtaken, own = about
        member.chip = own or key
        return member

    HOLDS = "holds", _About("✓", "holds", needs_note=False)
    IMPRECISE = "imprecise", _About("≈", "imprecise")
    OUTDATED = "outdated", _About("◷", "out of date", overtaken=True)
    DISPUTED = "disputed", _About("⇄", "disputed")
    UNVERIFIED = "unverified", _About("?", "not verified", needs_source=False)
    CONTRADICTED = "contradicted", _About("✗", "contradicted", overtaken=True)
    # Nothing to check: an opinion, an argument, a forecast that is still open.
    JUDGEMENT = (
        "judgement",
        _About("–", "a judgement", needs_note=False, needs_source=False, chip="unverified"),
    )
