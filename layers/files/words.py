"""Words made of data, and data made of words: ids, folded names, dates, counts and lists."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from functools import lru_cache

from anyascii import anyascii

LONGEST_SLUG = 60
_APOSTROPHES = re.compile("[’'ʼ`]")


def slug(text: str, *, longest: int = LONGEST_SLUG) -> str:
    """Return text as an id: a-z, 0-9, hyphens; letters of every script by their sound; "" if none is left."""
    plain = _APOSTROPHES.sub("", anyascii(text)).lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:longest].rstrip("-")


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Reduce a name to bare lower-case words, so that script, accents, quotes and dashes do not matter."""
    plain = _APOSTROPHES.sub("", anyascii(text)).casefold()
    return " ".join(plain.replace("-", " ").split())


def listed(words: Iterable[str], last: str = "and") -> str:
    """Join words as a sentence does: “a, b and c”, or with another word before the last."""
    *first, end = [*words] or [""]
    return f"{', '.join(first)} {last} {end}" if first else end


def counted(number: int, word: str) -> str:
    """Say how many: “1 border”, “2 borders”."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def readable_date(text: str, *, long: bool = False) -> str:
    """Write 2026-03-10 as “10 Mar 2026”, 2026-03 as “March 2026”; other text, such as a year, stays.

    `long` writes out the month beside a day too.
    """
    try:
        day = datetime.date.fromisoformat(f"{text}-01" if len(text) == 7 else text)
    except ValueError:
        return text
    if len(text) == 7:
        return f"{day:%B %Y}"
    return f"{day.day} {day:%B %Y}" if long else f"{day.day} {day:%b %Y}"
