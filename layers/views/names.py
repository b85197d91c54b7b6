"""The essays' names as the reading panel shows them: by who uses them, and as links in an opened essay."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from layers.model.catalogue import Catalogue
from layers.model.gazetteer import EssayName, Gazetteer
from layers.views.render import render

USERS = ("all", "both")  # by whom a name may be used, beside the key of the one essay that uses it


@dataclass(frozen=True)
class Piece:
    """A run of a paragraph's words, and the name that it is, if it is one that can be shown."""

    text: str
    leads: EssayName | None = None


def names_html(gazetteer: Gazetteer, by: str) -> str:
    """Return the list of names that are used `by` this essay alone, by "both" or by "all" that is any."""
    found = used_by(gazetteer.names, by)
    return render(
        "names.html",
        found=len(found),
        total=len(gazetteer.names),
        unread=gazetteer.faults[0] if gazetteer.faults else None,
        kinds=by_kind(found),
        placeless=placeless(found),
    )


def used_by(names: Iterable[EssayName], by: str) -> list[EssayName]:
    """Return the names that this essay alone uses; "both" for those of all essays, "all" for every name."""
    if by == "all":
        return list(names)
    if by == "both":
        return [name for name in names if len(name.named_in) > 1]
    return [name for name in names if list(name.named_in) == [by]]


def by_kind(names: Iterable[EssayName]) -> list[tuple[str, list[EssayName]]]:
    """Return the names that lead somewhere by kind, each kind from A to Z."""
    kinds: dict[str, list[EssayName]] = {}
    for name in names:
        if not name.reason:
            kinds.setdefault(name.kind, []).append(name)
    return [(kind, sorted(rows, key=lambda row: row.name.casefold())) for kind, rows in kinds.items()]


def placeless(names: Iterable[EssayName]) -> list[EssayName]:
    """Return the names that cannot be placed; each says why."""
    return [name for name in names if name.reason]


def linked(words: str, names: Iterable[EssayName], catalogue: Catalogue) -> tuple[Piece, ...]:
    """Cut a paragraph's words at the names in it, the longest first; joined, the pieces are the words."""
    spelled: dict[str, EssayName] = {}
    for name in names:
        for spelling in _spellings(name, catalogue):
            spelled.setdefault(spelling, name)
    if not spelled:
        return (Piece(words),)
    longest_first = sorted(map(re.escape, spelled), key=len, reverse=True)
    pieces = re.split(rf"(?<!\w)({'|'.join(longest_first)})(?!\w)", words)
    return tuple(Piece(text, spelled.get(text) if n % 2 else None) for n, text in enumerate(pieces) if text)


def _spellings(name: EssayName, catalogue: Catalogue) -> list[str]:
    """Return how a name may be written in a text; none for what leads nowhere."""
    if name.reason:
        return []
    plain = re.sub(r" \(.*\)", "", name.name)
    place = catalogue.places.get(name.place or "")
    more = (place.name, *place.names) if place else ()
    return [spelling.strip() for spelling in (*plain.split(" / "), *more) if len(spelling.strip()) > 1]
