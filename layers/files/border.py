"""The border round one file: whatever reading it raises becomes faults of that file, and the others go on."""

from __future__ import annotations

import traceback
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType

from layers.files.faults import Fault, RefusedFileError

PACKAGE = Path(__file__).resolve().parents[1]


class Border(AbstractContextManager["Border"]):
    """What is raised inside is noted in `faults` as the file's own and goes no further.

    A RefusedFileError brings its faults. Anything else that a file can make the atlas raise was foreseen by
    nobody: its fault names the place in our code, for whoever mends that. What was to be made inside is then
    not there; give it a value before.
    """

    def __init__(self, file: str, faults: list[Fault], where: str = "") -> None:
        """Draw the border round `file`, or round one place in it."""
        self.file, self.faults, self.where = file, faults, where

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        """Note what was raised; let a person's own interruption through."""
        if isinstance(error, RefusedFileError):
            self.faults.extend(error.faults)
        elif isinstance(error, Exception):
            self.faults.append(unforeseen(self.file, error, self.where))
        return isinstance(error, Exception)


def unforeseen(file: str, error: Exception, where: str = "") -> Fault:
    """Return the fault of a file that made the atlas raise what it should not have."""
    ours = [
        frame
        for frame in traceback.extract_tb(error.__traceback__)
        if PACKAGE in Path(frame.filename).parents
    ]
    last = (
        f" at {Path(ours[-1].filename).relative_to(PACKAGE.parent).as_posix()}:{ours[-1].lineno}"
        if ours
        else ""
    )
    found = f"something that this version of the atlas cannot take ({type(error).__name__}{last})"
    return Fault(file, where, found, "a file like the others", effect="refused")
