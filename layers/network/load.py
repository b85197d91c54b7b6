"""Reads geodata/network.json into a Network and gathers its faults; what is wrong is left out and named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from layers.files.faults import Fault, choices, shown
from layers.files.json_file import read_json_object
from layers.files.schema_faults import complaints
from layers.files.text_file import read_bytes
from layers.network.forms import Country, Handling, Text
from layers.network.grounds import Assumption, Ground, KnownTo, Page, PublishedLength, PublishedTime
from layers.network.model import Group, Leg, Network, Preset, Scenario
from layers.network.node import Node
from layers.network.plain import network_of
from layers.network.references import leave_out_lost
from layers.network.schema import schema_of

Entry = dict[str, Any]

ABOUT = ("generated", "licence", "attribution", "as_of")  # what the file says of itself and nobody reads
ESSENTIAL = ("nodes", "legs", "countries", "speeds", "handling")  # without which nothing is found
MOST_FAULTS = 200  # of one file: who reads more of them mends the first ones first
LONGEST_FOUND = 300  # characters of what was found, in one sentence
_NAME = re.compile(r"[\w-]{1,64}")  # of an entry with a name of its own


@dataclass(frozen=True, kw_only=True, slots=True)
class _Sentence:
    """A sentence of the file, in a list of them."""

    text: Text


@dataclass(frozen=True, kw_only=True, slots=True)
class _AboutLand:
    """A country's code with its name, or a sentence about it."""

    code: Country
    text: Text


def load_network(path: Path) -> Network:
    """Read the network; entries with faults, and what points to nothing, are left out and named in `faults`.

    So every id in what is left leads somewhere. Raises RefusedFileError when the file is missing or is no
    JSON object.
    """
    file = path.name
    raw = read_bytes(path, file=file, expected="the built network (run python -m geodata.build)")
    data, faults = read_json_object(raw, file=file)
    sieve = _Sieve(file, data, faults)
    good = sieve.good()
    return network_of(good, first_faults(sieve.faults, file, sieve.more))


def first_faults(faults: Sequence[Fault], file: str, more: int = 0) -> list[Fault]:
    """Return at most MOST_FAULTS of a file, and one that counts those beyond, and `more`."""
    first, more = [*faults[:MOST_FAULTS]], more + max(len(faults) - MOST_FAULTS, 0)
    if more:
        first.append(Fault(file, "", f"{more:,} more faults", "none (mend the first ones and check again)"))
    return first


class _Sieve:
    """Holds the lists and objects of the file against their schemas and keeps what is wrong."""

    def __init__(self, file: str, data: dict[str, Any], faults: list[Fault]) -> None:
        self.file, self.data, self.faults = file, data, faults
        self.more = 0  # faults beyond MOST_FAULTS, which are only counted

    def good(self) -> Entry:
        """Return what is right of every part, as plain.network_of reads it."""
        good = {
            "nodes": self.with_ids("nodes", Node),
            "legs": self.joined(self.with_ids("legs", Leg)),
            "countries": self.words("countries"),
            "groups": self.with_ends(self.keyed("groups", Group)),
            "waters": self.keyed("waters", Group),
            "presets": self.keyed("presets", Preset),
            "scenarios": self.keyed("scenarios", Scenario),
            "speeds": self.keyed("speeds", Assumption),
            "handling": self.whole(self.keyed("handling", Assumption)),
            "grounds": self.listed("grounds", Ground),
            "sources": self.keyed("sources", Page),
            "published_lengths": self.with_ids("published_lengths", PublishedLength),
            "published_times": self.with_ids("published_times", PublishedTime),
            "leaves_out": self.texts("leaves_out"),
            "cautions": self.words("cautions"),
            "known_to": self.listed("known_to", KnownTo),
        }
        for key in sorted(self.data.keys() - {*good, *ABOUT}):
            self.fault(_short(key), "an unknown key", choices(good))
        for lost in leave_out_lost(good):
            self.fault(*lost)
        return good

    def fault(self, where: str, found: str, expected: str) -> None:
        if len(self.faults) < MOST_FAULTS:
            found = _short(found, LONGEST_FOUND)
            self.faults.append(Fault(self.file, where, found, expected, effect="skipped"))
        else:
            self.more += 1

    def listed(self, key: str, kind: type) -> list[Entry]:
        entries = (self.entry(f"{key}[{at}]", raw, kind) for at, raw in enumerate(self.list_of(key)))
        return [entry for entry in entries if entry is not None]

    def texts(self, key: str) -> list[str]:
        raw = [{"text": text} for text in self.list_of(key)]
        entries = (self.entry(f"{key}[{at}]", one, _Sentence) for at, one in enumerate(raw))
        return [entry["text"] for entry in entries if entry is not None]

    def words(self, key: str) -> dict[str, str]:
        raw = [{"code": code, "text": text} for code, text in self.object_of(key).items()]
        entries = (self.entry(f"{key} {_short(one['code'])}", one, _AboutLand) for one in raw)
        return {entry["code"]: entry["text"] for entry in entries if entry is not None}

    def with_ids(self, key: str, kind: type) -> list[Entry]:
        """Sift a list of entries that carry an id; an id met again is left out."""
        entries: dict[str, Entry] = {}
        for place, raw in enumerate(self.list_of(key)):
            name = raw.get("id") if isinstance(raw, dict) else None
            entry = self.entry(f"{key}[{place}] {_short(name)}".strip(), raw, kind)
            if entry is None:
                continue
            if str(name) in entries:
                self.fault(f"{key} {name}", "this id a second time", "each id once")
                continue
            entries[str(name)] = entry
        return list(entries.values())

    def keyed(self, key: str, kind: type) -> dict[str, Entry]:
        entries = {}
        for name, raw in self.object_of(key).items():
            where = f"{key} {_short(name)}"
            if not _NAME.fullmatch(name):
                self.fault(where, f"the name {shown(name)}", "letters, digits and hyphens, at most 64")
            elif (entry := self.entry(where, raw, kind)) is not None:
                entries[name] = entry
        return entries

    def entry(self, where: str, raw: Any, kind: type) -> Entry | None:
        """Return an entry as its schema understands it, with all keys, or None."""
        if not isinstance(raw, dict):
            self.fault(where, shown(raw), "keys and values")
            return None
        schema = schema_of(kind)
        try:
            return schema.model_validate(raw).model_dump(by_alias=True)
        except ValidationError as error:
            self.complain(where, error, schema)
            return None

    def complain(self, where: str, error: ValidationError, schema: type[BaseModel]) -> None:
        """Tell what a schema does not accept, or how much where nobody would read it all."""
        count = error.error_count()
        if len(self.faults) >= MOST_FAULTS:
            self.more += count
        elif count > MOST_FAULTS:
            self.fault(where, f"{count:,} wrong values", "keys and values as other entries have them")
        else:
            for complaint in complaints(error, schema):
                self.fault(where, complaint.found, complaint.expected)

    def joined(self, legs: Iterable[Entry]) -> list[Entry]:
        """Keep the legs that lead from one place to another and that no other leg doubles."""
        kept: dict[tuple[object, ...], Entry] = {}
        for leg in legs:
            ends, where = frozenset((leg["from"], leg["to"])), f"legs {leg['id']}"
            if len(ends) == 1:
                self.fault(where, f"{shown(leg['to'])} at both ends", "two places")
                continue
            # Two lanes between two places may both be kept, two tracks of one gauge not.
            track = (ends, leg["mode"], leg["gauge"], leg["mode"] == "sea" and leg["id"])
            if track in kept:
                found = f"the same ends, mode and gauge as {kept[track]['id']}"
                self.fault(where, found, "one leg for both")
                continue
            kept[track] = leg
        return list(kept.values())

    def with_ends(self, corridors: dict[str, Entry]) -> dict[str, Entry]:
        """Keep the corridors that lead from one place to another."""
        kept = {key: one for key, one in corridors.items() if one["ends"] and len({*one["ends"]}) == 2}
        for key in sorted(corridors.keys() - kept):
            self.fault(f"groups {key}", "a corridor that does not lead anywhere", "two places as its ends")
        return kept

    def whole(self, handling: dict[str, Entry]) -> dict[str, Entry]:
        """Keep the kinds of handling that have days; without one of the kinds, no cargo changes so."""
        kinds = get_args(Handling)
        kept = {kind: handling[kind] for kind in kinds if handling.get(kind, {}).get("days")}
        for kind in kinds:
            if kind not in kept:
                self.fault(f"handling {kind}", "no days", "days, or no cargo changes so")
        for kind in sorted(handling.keys() - {*kinds}):
            self.fault(f"handling {kind}", "an unknown kind of change", choices(kinds))
        return kept

    def list_of(self, key: str) -> list[Any]:
        return self.part(key, list, "a list") or []

    def object_of(self, key: str) -> dict[str, Any]:
        return self.part(key, dict, "keys and values") or {}

    def part(self, key: str, kind: type, expected: str) -> Any:
        value = self.data.get(key)
        if isinstance(value, kind):
            return value
        if key in self.data or key in ESSENTIAL:
            self.fault(key, shown(value) if key in self.data else f"no {key}", expected)
        return None


def _short(text: object, most: int = 60) -> str:
    """Show a piece of the file within a sentence, without quotes; nothing for nothing."""
    return shown(text, limit=most)[1:-1] if isinstance(text, str) else ""
