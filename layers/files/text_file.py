"""A text file that people write: its letters, its front matter, and text without unwanted characters."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from frontmatter.default_handlers import YAMLHandler

from layers.files.faults import refused, shown

# Control characters, line and paragraph separators, marks that turn the reading direction, lone surrogates.
_UNWANTED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]"
)


def read_text(path: Path, *, file: str) -> str:
    """Return a text file with plain line ends; raise RefusedFileError for none, or other letters."""
    return text_of(read_bytes(path, file=file), file=file)


def read_bytes(path: Path, *, file: str, expected: str = "a text file") -> bytes:
    """Return what stands in a file of the atlas.

    Raises RefusedFileError if it is not there, cannot be read, or is a link that leads out of its folder:
    what is read may be shown to everybody.
    """
    try:
        if not path.resolve().is_relative_to(path.parent.resolve()):
            raise refused(file, "a link that leads out of its folder", expected)
        return path.read_bytes()
    except (OSError, RuntimeError) as error:  # the second for links that lead in a circle
        found = "no such file" if isinstance(error, FileNotFoundError) else "a file that cannot be read"
        raise refused(file, found, expected) from error


def text_of(raw: bytes, *, file: str) -> str:
    """Return bytes as text with plain line ends; raise RefusedFileError if they are not UTF-8."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        expected = "UTF-8 (save the file as UTF-8)"
        raise refused(file, "letters that are not UTF-8", expected, line) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def front_matter(text: str, file: str) -> tuple[str, int, str, int]:
    """Return front matter, its first line, the text below it, and that text's first line."""
    handler = YAMLHandler()
    if not handler.detect(text):
        found, expected = shown(text.split("\n")[0]), "“---” on the first line, above the keys"
        raise refused(file, found, expected, 1)
    try:
        front, body = handler.split(text)
    except ValueError as error:
        expected = "a second line “---” between the keys and the text"
        raise refused(file, "no end of the front matter", expected, 1) from error
    end = text.rindex(body) if body else len(text)
    front_line = text.count("\n", 0, text.index(front, 3)) + 1 if front.strip() else 2
    body_line = text.count("\n", 0, end + len(body) - len(body.lstrip())) + 1
    return front, front_line, clean_text(body.strip()), body_line


def clean_text(text: str) -> str:
    """Drop control, direction and surrogate characters; everything else stays and is only ever text."""
    return _UNWANTED.sub("", text)


def clean_value(value: Any) -> Any:
    """Apply clean_text to every text and key inside `value`."""
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, list):
        return [clean_value(item) for item in value]
    if isinstance(value, dict):
        return {
            clean_text(key) if isinstance(key, str) else key: clean_value(item) for key, item in value.items()
        }
    return value
