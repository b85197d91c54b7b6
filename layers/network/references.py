"""What the entries of a network point to, declared once; what points to nothing is named and left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from typing import Any, Literal, NamedTuple

from layers.files.faults import shown
from layers.files.words import first_of, listed
from layers.network.search.closures import PLANNED

MOST_NAMED = 3  # ids in one sentence

Entry = dict[str, Any]
Known = Mapping[str, Set[str]]


class Lost(NamedTuple):
    """What points to nothing, in the words of a fault."""

    where: str
    found: str
    expected: str


class Refers(NamedTuple):
    """A key that holds an id, or ids as a list or as keys; `key` has a dot where an entry stands in another.

    Where one of them points to nothing, `needs` says what becomes of the entry: it stands without, it stands
    as long as "one" is left, or it needs "all". A single id that it does not need becomes null.
    """

    key: str
    to: tuple[str, ...]
    needs: Literal["none", "one", "all"] = "none"


_NODES, _LEGS, _COUNTRIES, _SOURCES = ("nodes",), ("legs",), ("countries",), ("sources",)
CLOSABLE = ("legs", "nodes", "countries", "groups", "waters", PLANNED)

# By the lists of network.json. A leg without its speed would have days that rest on nothing, and without one
# of its countries it would cross fewer borders; a published figure is that of all its legs together; and a
# corridor that has lost all legs of its own would close those of others.
REFERENCES: dict[str, tuple[Refers, ...]] = {
    "nodes": (
        Refers("country", _COUNTRIES, "all"),
        Refers("handling", ("handling",)),
        Refers("strait.closes_with", _COUNTRIES),
        Refers("strait.side_legs", _LEGS),
    ),
    "legs": (
        Refers("from", _NODES, "all"),
        Refers("to", _NODES, "all"),
        Refers("countries", _COUNTRIES, "all"),
        Refers("speed", ("speeds",), "all"),
        Refers("chokepoints", _NODES),
        Refers("opened_source", _SOURCES),
        Refers("closed_source", _SOURCES),
    ),
    "groups": (
        Refers("ends", _NODES, "all"),
        Refers("legs", _LEGS, "one"),
        Refers("heart", _LEGS),
        Refers("closes", _LEGS, "one"),
    ),
    "waters": (Refers("legs", _LEGS, "one"), Refers("heart", _LEGS), Refers("closes", _LEGS, "one")),
    "presets": (Refers("close", CLOSABLE), Refers("open", CLOSABLE)),
    "scenarios": (
        Refers("from", _NODES, "all"),
        Refers("to", _NODES, "all"),
        Refers("steps", ("presets",), "one"),
    ),
    "grounds": (Refers("places", _NODES),),
    "published_lengths": (Refers("legs", _LEGS, "all"),),
    "published_times": (
        Refers("from", _NODES, "all"),
        Refers("to", _NODES, "all"),
        Refers("legs", _LEGS, "all"),
    ),
}
CAUTIONS = Refers("cautions", _COUNTRIES)  # of the file itself


def leave_out_lost(data: Entry) -> list[Lost]:
    """Take from the lists of a network's file what points to nothing, until all points to something.

    What is left out may be what others point to, so it is looked through again for as long as that finds
    something; what was found is returned.
    """
    told: list[Lost] = []
    while found := _look_through(data):
        told += found
    return told


def _look_through(data: Entry) -> list[Lost]:
    """Take out what points to nothing that was there when this began."""
    known = {key: _ids(entries) for key, entries in data.items()} | {PLANNED: {PLANNED}}
    told = _mend(data, "", (CAUTIONS,), known)[0]
    for kind, references in REFERENCES.items():
        entries = data[kind]
        keyed = isinstance(entries, dict)
        kept = []
        for name, entry in entries.items() if keyed else ((one.get("id", ""), one) for one in entries):
            lost, stands = _mend(entry, f"{kind} {name}".strip(), references, known)
            told += lost
            if stands:
                kept.append((name, entry))
        data[kind] = dict(kept) if keyed else [entry for _, entry in kept]
    return told


def _mend(entry: Entry, where: str, references: Iterable[Refers], known: Known) -> tuple[list[Lost], bool]:
    """Take out of an entry what it may stand without; return what was lost, and whether it does stand."""
    told, stands = [], True
    for refers in references:
        *outer, key = refers.key.split(".")
        holder = entry
        for part in outer:
            holder = holder[part] or {}
        ids = _ids(holder.get(key))
        lost = ids.difference(*(known[kind] for kind in refers.to))
        if lost:
            place = ", ".join(filter(None, (where, refers.key)))
            told.append(Lost(place, _named(lost), f"an id of {listed(refers.to, 'or')}"))
            holder[key] = _without(holder[key], lost)
            stands &= refers.needs == "none" or (refers.needs == "one" and bool(holder[key]))
    return told, stands


def _named(ids: Iterable[str]) -> str:
    names = [shown(id) for id in sorted(ids)]
    return f"the unknown {'id' if len(names) == 1 else 'ids'} {listed(first_of(names, MOST_NAMED))}"


def _ids(value: Any) -> set[str]:
    """Return the ids in a value: the one that it is, those of a list or of its entries, or its keys."""
    if value is None or isinstance(value, str):
        return set() if value is None else {value}
    return {str(one.get("id", "")) if isinstance(one, dict) else one for one in value}


def _without(value: Any, lost: Set[str]) -> Any:
    if isinstance(value, str):
        return None
    if isinstance(value, dict):
        return {key: part for key, part in value.items() if key not in lost}
    return type(value)(one for one in value if one not in lost)
