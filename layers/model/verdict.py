"""What the record says of a claim: the one table of verdicts, with all that follows from each."""

from __future__ import annotations

from typing import NamedTuple

from layers.model.table import Table


class _About(NamedTuple):
    sign: str
    word: str
    means: str
    needs_note: bool = True
    needs_source: bool = True
    overtaken: bool = False
    coloured_as: str = ""


class Verdict(Table):
    """A verdict with its sign and word, for colour is never alone, and what it `means` in a sentence.

    `needs_note`: it stands only beside a sentence that says what is known, and so corrects the claim.
    `needs_source`: it rests on something published. `overtaken`: time or the record has left the claim
    behind. `coloured_as`: the verdict whose colours it has, where it has none of its own.
    """

    sign: str
    word: str
    means: str
    needs_note: bool
    needs_source: bool
    overtaken: bool
    coloured_as: str

    HOLDS = "holds", _About("✓", "holds", "What is known agrees with it.", needs_note=False)
    IMPRECISE = "imprecise", _About("≈", "imprecise", "Right in outline; a number, a name or a limit is off.")
    OUTDATED = (
        "outdated",
        _About("◷", "out of date", "Something has changed since it was written.", overtaken=True),
    )
    DISPUTED = "disputed", _About("⇄", "disputed", "Good sources, or those concerned, contradict each other.")
    UNVERIFIED = (
        "unverified",
        _About("?", "not verified", "No source was found that settles it."),
    )
    CONTRADICTED = (
        "contradicted",
        _About("✗", "contradicted", "The record says otherwise, as the note tells.", overtaken=True),
    )
    JUDGEMENT = (
        "judgement",
        _About(
            "–",
            "a judgement",
            "Nothing to check: an opinion, an argument, a forecast that is still open.",
            needs_note=False,
            needs_source=False,
            coloured_as="unverified",
        ),
    )

    @property
    def chip(self) -> str:
        """The key of its colours in the tokens."""
        return self.coloured_as or self.value
