"""The index of names as the browser reads it, for the search and for the boxes of the routes panel."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from layers.catalogue.names.entry import Entry as Named
from layers.catalogue.names.index import Names


class Entry(TypedDict):
    """One thing to find: where it leads ("" for nowhere on the map), its name, other spellings, kind.

    `node`, `passes` (of a strait) and `closes` are what the routes panel takes it for, where it can be taken.
    """

    ref: str
    name: str
    also: str
    kind: str
    node: NotRequired[str]
    passes: NotRequired[str]
    closes: NotRequired[str]


def search_entries(names: Names) -> list[Entry]:
    """Return every entry in the index's order; `also` joins the other spellings by a bar."""
    return [_entry(entry) for entry in names.entries]


def _entry(named: Named) -> Entry:
    made = Entry(ref=named.ref or "", name=named.name, also=" | ".join(named.also), kind=named.kind)
    if named.node:
        made["node"] = named.node
    elif named.passes:
        made["passes"] = named.passes
    if named.closes:
        made["closes"] = named.closes
    return made
