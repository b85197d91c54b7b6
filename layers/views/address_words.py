"""The words of an address, without what a link caught around them; what means nothing is kept apart."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping

from layers.network.search.question import AmbiguousNameError, QuestionError

_GLUED = re.compile(r"^\W+|\W+$")  # as around a link in a sentence: “ tamar”, “baku).”

MOST_LOST = 5  # words of a key that are looked up although they mean nothing


def trimmed(text: str) -> str:
    """Return text without blanks and punctuation around it."""
    return _GLUED.sub("", text)


def listed(text: str) -> list[str]:
    """Return the words between commas, each once."""
    return list(dict.fromkeys(word for part in text.split(",") if (word := trimmed(part))))


class AddressWords:
    """The query of an address, each key read once.

    `lost` gathers by key what means nothing; `unsure` holds a sentence for each name of several things.
    """

    def __init__(self, query: Mapping[str, str]) -> None:
        """Take the query."""
        self._query = query
        self.lost: dict[str, list[str]] = {}
        self.unsure: list[str] = []

    def has(self, key: str) -> bool:
        """Whether the address has the key, empty or not."""
        return key in self._query

    def text(self, key: str) -> str:
        """Return the text of a key as it stands, trimmed; "" for none."""
        return trimmed(self._query.get(key, ""))

    def one(self, key: str, choices: Collection[str]) -> str | None:
        """Return the word of a key if it is a choice."""
        word = self.text(key)
        if word in choices:
            return word
        self._lose(key, word)
        return None

    def several(self, key: str, choices: Collection[str]) -> list[str]:
        """Return the words of a key that are choices."""
        words = listed(self._query.get(key, ""))
        for word in words:
            if word not in choices:
                self._lose(key, word)
        return [word for word in words if word in choices]

    def named(self, key: str, meant: Callable[[str], str], is_known: Callable[[str], object]) -> list[str]:
        """Return what the names of a key mean; `meant` raises QuestionError for nothing or several things.

        It looks for near names then, which takes long: after a few such words `is_known` is asked before.
        """
        found: dict[str, None] = {}
        for word in listed(self._query.get(key, "")):
            if len(self.lost.get(key, ())) >= MOST_LOST and not is_known(word):
                self._lose(key, word)
                continue
            try:
                found[meant(word)] = None
            except AmbiguousNameError as error:
                self.unsure.append(str(error))
            except QuestionError:
                self._lose(key, word)
        return list(found)

    def one_named(
        self, key: str, what: str, meant: Callable[[str], str], is_known: Callable[[str], object]
    ) -> str | None:
        """Return what the first name of a key means; of several it says which is taken."""
        found = self.named(key, meant, is_known)
        if len(found) > 1:
            self.unsure.append(f"The address gives several places {what}: the first is taken.")
        return found[0] if found else None

    def year(self, key: str, first: int, last: int) -> int:
        """Return the year of a key, the nearest that there is; the last one for none."""
        text = self.text(key)
        known = text.isdecimal() and len(text) == 4 and first <= int(text) <= last
        if not known:
            self._lose(key, text)
        return min(max(int(text[:4]), first), last) if text.isdecimal() else last

    def _lose(self, key: str, word: str) -> None:
        if word:
            self.lost.setdefault(key, []).append(word)
