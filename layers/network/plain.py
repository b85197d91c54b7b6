"""Reads a network without a check: a built network.json, or what load.py let through. Needs no package."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from layers.files.faults import Fault
from layers.model.table import Table
from layers.network.forms import key_of
from layers.network.grounds import Assumption, Ground, KnownTo, Page, PublishedLength, PublishedTime
from layers.network.model import Group, Leg, Network, Preset, Scenario
from layers.network.node import Node

Entry = TypeVar("Entry")
Reader = Callable[[Any], Any]  # of a value of JSON


def network_of(data: Mapping[str, Any], faults: Iterable[Fault] = ()) -> Network:
    """Return the network of an object of JSON with every list of network.json; what is wrong may raise."""

    def with_ids(key: str, kind: type[Entry]) -> dict[str, Entry]:
        return {raw["id"]: entry_of(kind, raw) for raw in data[key]}

    def keyed(key: str, kind: type[Entry]) -> dict[str, Entry]:
        return {name: entry_of(kind, raw) for name, raw in data[key].items()}

    def listed(key: str, kind: type[Entry]) -> tuple[Entry, ...]:
        return tuple(entry_of(kind, raw) for raw in data[key])

    return Network(
        nodes=with_ids("nodes", Node),
        legs=with_ids("legs", Leg),
        countries=data["countries"],
        groups=keyed("groups", Group),
        waters=keyed("waters", Group),
        presets=keyed("presets", Preset),
        scenarios=keyed("scenarios", Scenario),
        speeds=keyed("speeds", Assumption),
        handling=keyed("handling", Assumption),
        grounds=listed("grounds", Ground),
        sources=keyed("sources", Page),
        published_lengths=listed("published_lengths", PublishedLength),
        published_times=listed("published_times", PublishedTime),
        leaves_out=tuple(data["leaves_out"]),
        cautions=data["cautions"],
        known_to=listed("known_to", KnownTo),
        faults=tuple(faults),
    )


def entry_of(kind: type[Entry], data: Mapping[str, Any]) -> Entry:
    """Return an entry of this class, with lists as tuples and words of a table as its members."""
    read: Callable[[Any], Entry] = _reader(kind)  # type: ignore[arg-type]  # a class can be hashed
    return read(data)


@cache
def _reader(form: Any) -> Reader:
    """Return what turns a value of JSON into one of this type."""
    if is_dataclass(form):
        return _entry_reader(form)
    origin, args = get_origin(form), get_args(form)
    if origin is UnionType:  # with None
        inner = _reader(args[0])
        return lambda value: None if value is None else inner(value)
    if origin is tuple and args[-1] is not ...:
        readers = [_reader(arg) for arg in args]
        return lambda value: tuple(read(part) for read, part in zip(readers, value, strict=True))
    if origin in (tuple, frozenset):
        inner, gather = _reader(args[0]), origin
        return lambda value: gather(map(inner, value))
    if origin is dict:
        inner = _reader(args[1])
        return lambda value: {key: inner(part) for key, part in value.items()}
    if form is float:
        return float
    return form.of if isinstance(form, type) and issubclass(form, Table) else _as_it_is


def _entry_reader(kind: Any) -> Reader:
    hints = get_type_hints(kind)
    parts = [(field.name, key_of(field.name), _reader(hints[field.name])) for field in fields(kind)]
    return lambda data: kind(**{name: read(data[key]) for name, key, read in parts if key in data})


def _as_it_is(value: Any) -> Any:
    return value
