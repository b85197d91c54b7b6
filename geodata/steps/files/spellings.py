"""Chooses the spellings under which a place is found: hand-given ones first, then GeoNames' by script.

GeoNames calls places by names that belong to others, such as Gori by "Goris"; what another place of the atlas
is called, no place takes from there.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable

from layers.files.words import fold, slug

MOST_NAMES = 12
SCRIPTS = {  # the alphabets of the region's languages; letters beside these are kept out
    "cyrillic": re.compile(r"^[А-Яа-яЁёІіЇїЄєҚқҒғӘәӨөҰұҮүҢңҲҳЎўҶҷ \-.]+$"),
    "arabic": re.compile(r"^[\u0621-\u064A\u067E\u0686\u0698\u06A9\u06AF\u06CC\u200c ]+$"),
    "hebrew": re.compile(r"^[\u05D0-\u05EA \-'\"]+$"),
    "armenian": re.compile(r"^[\u0531-\u0587 ]+$"),
    "georgian": re.compile(r"^[\u10D0-\u10FF ]+$"),
}
LATIN = re.compile(r"^[A-Za-zÀ-žƏəĞğİıŞşȘșȚț’ʻ' \-]+$")
MOST_LATIN = 2


def spellings(
    english: str, given: Iterable[str], geonames: Iterable[str], *, of_others: Collection[str] = ()
) -> list[str]:
    """List at most twelve other names: `given` first, then one of GeoNames' per script, then Latin ones.

    `of_others` are the folded names of the atlas's other places.
    """
    chosen = [name for name in given if name != english]
    pool = [unicodedata.normalize("NFC", name).strip() for name in geonames]
    pool = [name for name in pool if fold(name) not in of_others]
    for pattern in SCRIPTS.values():
        if not any(pattern.match(name) for name in chosen):
            chosen += sorted((n for n in pool if pattern.match(n) and len(n) > 1), key=_plainness)[:1]
    latin = sorted((n for n in pool if LATIN.match(n) and _likeness(n, english)), key=_plainness)
    written = {slug(name) for name in (english, *chosen) if LATIN.match(name)}
    chosen += [name for name in latin if slug(name) not in written][:MOST_LATIN]
    return list(dict.fromkeys(n for n in chosen if n != english))[:MOST_NAMES]


def _plainness(name: str) -> tuple[int, int, str]:
    return len(name.split()), len(name), name


def _likeness(name: str, english: str) -> bool:
    """Say whether a Latin spelling is a word of its own: a capital, no airport code, over two letters."""
    is_word = name[:1].isupper() and len(name) > 2 and not (name.isupper() and len(name) <= 4)
    return is_word and slug(name) != slug(english)
