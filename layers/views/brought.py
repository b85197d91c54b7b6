"""A file that somebody brings: its text, or in one sentence what it is instead."""

from __future__ import annotations

from layers.files.faults import AtlasError, RefusedFileError
from layers.files.text_file import text_of

MOST_MEGABYTES = 1  # that are taken from a browser at all
_OTHERS = {
    b"PK\x03\x04": "a zip archive or an office document",
    b"%PDF": "a PDF",
    b"\xff\xfe": "text saved as UTF-16",
    b"\xfe\xff": "text saved as UTF-16",
}


class NotTextError(AtlasError):
    """The file is no text that can be read; the error says what was found and what was expected."""


def text_brought(raw: bytes, *, most: int) -> str:
    """Return the text of a file with at most so many bytes; raise NotTextError for anything else."""
    if len(raw) > most:
        raise NotTextError(f"found {len(raw):,} bytes; expected at most {most:,}.")
    other = next((words for start, words in _OTHERS.items() if raw.startswith(start)), None)
    if other or b"\0" in raw:
        found = other or "NUL bytes, which no text has"
        raise NotTextError(f"found {found}; expected plain text, saved as UTF-8.")
    try:
        return text_of(raw, file="")
    except RefusedFileError as error:
        line = error.faults[0].line
        raise NotTextError(
            f"found letters that are not UTF-8 on line {line}; expected plain text, saved as UTF-8."
        ) from error
