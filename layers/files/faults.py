"""What is said about bad input: the fault, one sentence each, and the errors that carry faults onwards."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

Effect = Literal["wrong", "refused", "skipped", "fixed"]


MOST_SHOWN = 6  # entries of an object or a list within a sentence


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong in a file, as a sentence with file, place, found and expected.

    `effect` tells what was done about it: "refused" (nothing of the file is used), "skipped" (one feature or
    entry is left out), "fixed" (mended on reading) or "wrong" (used as it is, but to be corrected).
    A `note` is told but does not make the check fail.
    """

    file: str
    where: str
    found: str
    expected: str
    line: int | None = None
    effect: Effect = "wrong"
    note: bool = False

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        if self.where:
            place = f"{place} ({self.where})"
        return f"{place}: found {self.found}; expected {self.expected}."


class AtlasError(Exception):
    """Any error whose text may be shown to a person as it is."""


class UnfitError(ValueError):
    """What a schema says of an entry in which something is there but will not do: `found` tells what."""

    def __init__(self, found: str, expected: str) -> None:
        """Carry what was found; the error's text is what was expected."""
        self.found = found
        super().__init__(expected)


class RefusedFileError(AtlasError):
    """A file cannot be used at all; `faults` say why."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        """Carry the faults; their sentences are the error's text."""
        self.faults = tuple(faults)
        super().__init__(" ".join(str(fault) for fault in self.faults))


def refused(file: str, found: str, expected: str, line: int | None = None) -> RefusedFileError:
    """Return the error for a file of which nothing is used, with its one fault."""
    return RefusedFileError([Fault(file, "", found, expected, line, "refused")])


def shown(value: object, *, limit: int = 60) -> str:
    """Show a value from a file inside a sentence: in quotes, one line, printable, cut to `limit`.

    A short object is shown whole, a longer one and a list by their number of entries.
    """
    if value is None:
        return "nothing (null)"
    if isinstance(value, bool | int | float):
        try:
            text = str(value)
        except ValueError:  # an integer of more than 4,300 digits has no str()
            return "a number of thousands of digits"
        return text if len(text) <= limit else f"{text[:limit]}… ({len(text)} digits)"
    if isinstance(value, list | tuple):
        return f"a list of {len(value)}"
    if isinstance(value, dict):
        whole = _in_one_line(value, deep=2)
        return whole if len(whole) <= limit else _number_of_keys(value)
    text = "".join(char if char.isprintable() else " " for char in str(value))
    return f"“{text[:limit]}…”" if len(text) > limit else f"“{text}”"


def _in_one_line(value: object, *, deep: int) -> str:
    """Show a value as YAML writes it on one line; what is deeper is counted."""
    if deep and isinstance(value, dict) and len(value) <= MOST_SHOWN:
        pairs = (
            f"{shown(key).strip('“”')}: {_in_one_line(one, deep=deep - 1)}" for key, one in value.items()
        )
        return f"{{{', '.join(pairs)}}}"
    if deep and isinstance(value, list | tuple) and len(value) <= MOST_SHOWN:
        return f"[{', '.join(_in_one_line(one, deep=deep - 1) for one in value)}]"
    return _number_of_keys(value) if isinstance(value, dict) else shown(value)


def _number_of_keys(value: dict[Any, Any]) -> str:
    return f"an object with {len(value)} {'key' if len(value) == 1 else 'keys'}"


def choices(valid: Iterable[object]) -> str:
    """List the valid choices for a sentence: "one of a · b · c"."""
    return "one of " + " · ".join(str(item) for item in valid)
