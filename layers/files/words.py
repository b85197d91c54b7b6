"""Words made of data, and data made of words: ids, folded names, dates, counts and lists."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

LONGEST_SLUG = 60
NOT_PRINTED = "not printed"  # in place of the date of a page
_APOSTROPHES = re.compile("[’'ʼ`]")
# What Unicode does not take apart into letter and mark, and letters that stand for others of the same look.
_LETTERS = {
    **{"ı": "i", "ə": "e", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "ς": "σ"},
    **{"ك": "ک", "ي": "ی", "ى": "ی", "ة": "ه", "ٱ": "ا"},
}
# Apostrophes, geresh and gershayim, the stretched line of Arabic; marks and invisible letters go by category.
_DROPPED = "'’‘ʼʻʹ`´׳״ـ"


def slug(text: str, *, longest: int = LONGEST_SLUG) -> str:
    """Return text as an id: a-z, 0-9, hyphens; letters of every script by their sound; "" if none is left."""
    from anyascii import anyascii  # here, so that a search for routes needs the standard library alone

    plain = _APOSTROPHES.sub("", anyascii(text)).lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:longest].rstrip("-")


@lru_cache(maxsize=16384)
def fold(text: str) -> str:
    """Reduce a name to bare words with one space between them, so that what people type otherwise is alike.

    Capitals, marks, invisible letters and punctuation go, twins of one look become one. The same as `fold` in
    layers/page/script/search/fold.js; tests/fixtures/folding.json holds both to it.
    """
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).lower())
    return " ".join("".join(map(_folded, plain)).split())


@lru_cache(maxsize=4096)
def _folded(letter: str) -> str:
    category = unicodedata.category(letter)
    if category[0] == "M" or category == "Cf" or letter in _DROPPED:
        return ""
    if "٠" <= letter <= "٩" or "۰" <= letter <= "۹":
        return str(unicodedata.digit(letter))
    return _LETTERS.get(letter, letter) if category[0] in "LN" else " "


def joined(folded: str) -> str:
    """Return a folded name without its blanks, which people set or leave out."""
    return folded.replace(" ", "")


def listed(words: Iterable[str], last: str = "and") -> str:
    """Join words as a sentence does: “a, b and c”, or with another word before the last."""
    *first, end = [*words] or [""]
    return f"{', '.join(first)} {last} {end}" if first else end


def first_of(words: Sequence[str], most: int) -> list[str]:
    """Return at most so many words, and how many more there are: “Alat”, “Baku”, “4 more”."""
    return [*words[:most], *([f"{len(words) - most} more"] if len(words) > most else [])]


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


def credited(publisher: str, *, reported: bool) -> str:
    """Name who published a page: “Trend”; “reported by Nukta” for a copy, or what others wrote."""
    return f"reported by {publisher}" if reported else publisher


def link_to(address: str) -> str:
    """Return an address as a link may name it, with a scheme; empty for none."""
    return address if "://" in address or not address else f"https://{address}"


def page_date(text: str) -> str:
    """Write the date of a page, or say that it prints none."""
    return f"date {NOT_PRINTED}" if text == NOT_PRINTED else readable_date(text)
