"""What is said of a name that means nothing here, or more than one thing: one sentence with a way out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

from layers.catalogue.names.entry import Entry
from layers.files.faults import shown
from layers.files.words import fold, listed
from layers.network.search.question import AmbiguousNameError, QuestionError

SHOWN = 5  # places of a country


class _Index(Protocol):
    """What the sentences ask of the index (index.py)."""

    entries: tuple[Entry, ...]

    def called(self, text: str, wanted: Callable[[Entry], bool]) -> list[Entry]: ...
    def near(self, text: str, wanted: Callable[[Entry], bool], *, most: int = 4) -> list[Entry]: ...


def no_place(index: _Index, text: str, found: list[Entry]) -> QuestionError:
    """Say that no place, or more than one, is called so."""
    if not fold(text):
        return QuestionError(
            "A place is missing: give the place the cargo comes from and the one it goes to."
        )
    if found:
        return _ambiguous(text, found)
    return QuestionError(f"No place of the routes is called {shown(text)}; {_hint(index, text)}.")


def not_closed(index: _Index, text: str, found: list[Entry]) -> QuestionError:
    """Say that nothing, or more than one thing, that can be closed is called so."""
    if found:
        return _ambiguous(text, found)
    close = index.near(text, lambda entry: entry.closes is not None, most=3)
    return QuestionError(
        f"Nothing called {shown(text)} can be closed: give a country, strait, water, corridor, place or leg, "
        "by its name, id or code, or planned" + (f"; perhaps {_one_of(close)} is meant." if close else ".")
    )


def _ambiguous(text: str, found: list[Entry]) -> QuestionError:
    meant = listed((f"{entry.handle} ({entry.name}, {entry.kind})" for entry in found), "or")
    return AmbiguousNameError(f"{shown(text)} may be {meant}: give one of these.")


def _hint(index: _Index, text: str) -> str:
    elsewhere = index.called(text, lambda entry: entry.closes is not None or entry.ref is not None)
    lands = [entry for entry in elsewhere if entry.kind == "country"]
    if lands and (inside := _inside(index, lands[0])):
        return f"it is a country, so choose a place in it, such as {_one_of(inside)}"
    close = index.near(text, lambda entry: entry.node is not None)
    meant = f"perhaps {_one_of(close)} is meant" if close else ""
    if elsewhere:
        no_end = f"it is on the map ({elsewhere[0].kind}), but no cargo starts or ends there"
        return f"{no_end}; {meant}" if meant else no_end
    return meant or "choose one of the network’s places, such as Khorgos, Alat, Poti or Constanța"


def _inside(index: _Index, land: Entry) -> list[Entry]:
    """Return some places of a country, cities first."""
    ending = f", {land.name}"
    inside = [entry for entry in index.entries if entry.node and entry.kind.endswith(ending)]
    inside.sort(key=lambda entry: not entry.kind.startswith(("capital", "city")))
    return inside[:SHOWN]


def _one_of(entries: Iterable[Entry]) -> str:
    return listed((entry.name for entry in entries), "or")
