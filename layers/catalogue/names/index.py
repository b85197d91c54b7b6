"""The index of names: what is called so, and which node of the network or which closing a text means."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from difflib import get_close_matches
from functools import lru_cache

from layers.catalogue.atlas import Atlas
from layers.catalogue.names import sentences
from layers.catalogue.names.entries import entries_of
from layers.catalogue.names.entry import Entry
from layers.files.words import fold, joined

Wanted = Callable[[Entry], bool]

LIKE = 0.65  # the share of letters that two names must have in common


def can_start(entry: Entry) -> bool:
    """Whether cargo can start or end there."""
    return entry.node is not None


def can_pass(entry: Entry) -> bool:
    """Whether a way can pass it."""
    return entry.passes is not None


def can_close(entry: Entry) -> bool:
    """Whether it can be closed."""
    return entry.closes is not None


class Names:
    """Every entry, and the entries by what they are called, whatever accents, capitals and blanks."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Take the entries in the order in which equally near ones are found."""
        self.entries = tuple(entries)
        self._by_word: dict[str, list[Entry]] = {}
        self._by_name: dict[str, list[Entry]] = {}
        self._by_spelling: dict[str, list[Entry]] = {}
        for entry in self.entries:
            for index, texts in (
                (self._by_word, entry.words),
                (self._by_name, (entry.name,)),
                (self._by_spelling, (entry.name, *entry.also)),
            ):
                for key in dict.fromkeys(_key(text) for text in texts):
                    index.setdefault(key, []).append(entry)

    def called(self, text: str, wanted: Wanted) -> list[Entry]:
        """Return the wanted entries that are called `text`.

        Those that it is an id or a code of come before those of that name, these before those that are also
        spelled so: only the first that there are count.
        """
        key = _key(text)
        for index in (self._by_word, self._by_name, self._by_spelling):
            if key and (found := [entry for entry in index.get(key, ()) if wanted(entry)]):
                return found
        return []

    def near(self, text: str, wanted: Wanted, *, most: int = 4) -> list[Entry]:
        """Return the wanted entries whose names begin with, contain or resemble `text`, best first."""
        key = _key(text)
        names = {name: kept for name, of in self._by_spelling.items() if (kept := list(filter(wanted, of)))}
        if not key:
            return []
        starting = (name for name in names if name.startswith(key))
        within = (name for name in names if key in name)
        close = get_close_matches(key, names, n=8, cutoff=LIKE)
        found = (entry for name in (*starting, *within, *close) for entry in names[name])
        return list(dict.fromkeys(found))[:most]

    def node(self, text: str) -> str:
        """Return the id of the node that is called `text`; raise QuestionError for none or several."""
        return str(self._place(text, can_start).node)

    def passed(self, text: str) -> str:
        """Return the id of the place or strait that is called so; raise QuestionError for none or several."""
        return str(self._place(text, can_pass).passes)

    def _place(self, text: str, wanted: Wanted) -> Entry:
        found = self.called(text, wanted)
        if len(found) != 1:
            raise sentences.no_place(self, text, found)
        return found[0]

    def closing(self, text: str) -> str:
        """Return the word that closes what is called `text`; raise QuestionError for nothing or several."""
        found = self.called(text, can_close)
        if len(found) != 1:
            raise sentences.not_closed(self, text, found)
        return str(found[0].closes)


def _key(text: str) -> str:
    return joined(fold(text))


@lru_cache(maxsize=8)
def names_of(atlas: Atlas) -> Names:
    """Return the index of an atlas, made once."""
    return Names(entries_of(atlas))
