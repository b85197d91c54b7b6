"""Reads geodata/network.json into a Network and gathers its faults; what is wrong is left out and named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from layers.files.faults import Fault, refused, shown
from layers.files.json_file import read_json_object
from layers.files.schema_faults import complaints
from layers.network.grounds import Assumption, Ground, KnownTo, Page, PublishedLength, PublishedTime
from layers.network.model import Group, Leg, Network, Preset, Scenario
from layers.network.node import Node
from layers.network.plain import network_of
from layers.network.schema import schema_of

Entry = dict[str, Any]


def load_network(path: Path) -> Network:
    """Read the network; entries with faults are left out and named in its `faults`.

    Raises RefusedFileError when the file is missing or is not JSON.
    """
    file = path.name
    try:
        raw = path.read_bytes()
    except OSError as error:
        found = "no such file (run python -m geodata.build)"
        raise refused(file, found, "the built network") from error
    data, faults = read_json_object(raw, file=file)
    network = network_of(_Sieve(file, data, faults).good())
    return replace(network, faults=(*faults, *_dangling(network, file)))


class _Sieve:
    """Holds the lists and objects of the file against their schemas and keeps what is wrong."""

    def __init__(self, file: str, data: dict[str, Any], faults: list[Fault]) -> None:
        self.file, self.data, self.faults = file, data, faults

    def good(self) -> dict[str, Any]:
        """Return what is right of every part, as plain.network_of reads it."""
        nodes = self.with_ids("nodes", Node)
        return {
            "nodes": nodes,
            "legs": self.joined(self.with_ids("legs", Leg), {node["id"] for node in nodes}),
            "countries": self.words("countries"),
            "groups": self.keyed("groups", Group),
            "waters": self.keyed("waters", Group),
            "presets": self.keyed("presets", Preset),
            "scenarios": self.keyed("scenarios", Scenario),
            "speeds": self.keyed("speeds", Assumption),
            "handling": self.keyed("handling", Assumption),
            "grounds": self.listed("grounds", Ground),
            "sources": self.keyed("sources", Page),
            "published_lengths": self.with_ids("published_lengths", PublishedLength),
            "published_times": self.with_ids("published_times", PublishedTime),
            "leaves_out": self.texts("leaves_out"),
            "cautions": self.words("cautions"),
            "known_to": self.listed("known_to", KnownTo),
        }

    def fault(self, where: str, found: str, expected: str) -> None:
        self.faults.append(Fault(self.file, where, found, expected, effect="skipped"))

    def listed(self, key: str, kind: type) -> list[Entry]:
        entries = (self.entry(f"{key}[{at}]", raw, kind) for at, raw in enumerate(self.list_of(key)))
        return [entry for entry in entries if entry is not None]

    def texts(self, key: str) -> list[str]:
        texts = []
        for place, raw in enumerate(self.list_of(key)):
            if isinstance(raw, str):
                texts.append(raw)
            else:
                self.fault(f"{key}[{place}]", shown(raw), "a sentence")
        return texts

    def words(self, key: str) -> dict[str, str]:
        return {name: str(text) for name, text in self.object_of(key).items()}

    def with_ids(self, key: str, kind: type) -> list[Entry]:
        """Sift a list of entries that carry an id; an id met again is left out."""
        entries: dict[str, Entry] = {}
        for place, raw in enumerate(self.list_of(key)):
            name = raw.get("id") if isinstance(raw, dict) else None
            entry = self.entry(f"{key}[{place}] {name or ''}".strip(), raw, kind)
            if entry is None:
                continue
            if str(name) in entries:
                self.fault(f"{key} {name}", "this id a second time", "each id once")
                continue
            entries[str(name)] = entry
        return list(entries.values())

    def keyed(self, key: str, kind: type) -> dict[str, Entry]:
        entries = (
            (name, self.entry(f"{key} {name}", raw, kind)) for name, raw in self.object_of(key).items()
        )
        return {name: entry for name, entry in entries if entry is not None}

    def entry(self, where: str, raw: Any, kind: type) -> Entry | None:
        """Return an entry as its schema understands it, with all keys, or None."""
        if not isinstance(raw, dict):
            self.fault(where, shown(raw), "keys and values")
            return None
        schema = schema_of(kind)
        try:
            return schema.model_validate(raw).model_dump(by_alias=True)
        except ValidationError as error:
            for complaint in complaints(error, schema):
                self.fault(where, complaint.found, complaint.expected)
            return None

    def joined(self, legs: Iterable[Entry], nodes: Set[str]) -> list[Entry]:
        """Keep the legs whose ends are known places and that no other leg doubles."""
        kept: dict[tuple[object, ...], Entry] = {}
        for leg in legs:
            ends, where = (leg["from"], leg["to"]), f"legs {leg['id']}"
            lost = [end for end in ends if end not in nodes]
            if lost:
                self.fault(where, f"the place {shown(lost[0])}, which no node has", "ids of nodes")
                continue
            # Two lanes between two places may both be kept, two tracks of one gauge not.
            track = (frozenset(ends), leg["mode"], leg["gauge"], leg["mode"] == "sea" and leg["id"])
            if track in kept:
                found = f"the same ends, mode and gauge as {kept[track]['id']}"
                self.fault(where, found, "one leg for both")
                continue
            kept[track] = leg
        return list(kept.values())

    def list_of(self, key: str) -> list[Any]:
        value = self.data.get(key)
        return value if isinstance(value, list) else []

    def object_of(self, key: str) -> dict[str, Any]:
        value = self.data.get(key)
        return value if isinstance(value, dict) else {}


def _dangling(network: Network, file: str) -> Iterator[Fault]:
    """Name the ids that lists refer to and that do not exist."""
    legs, nodes = set(network.legs), set(network.nodes)
    lists: list[tuple[str, tuple[str, ...], set[str]]] = []
    for kind, groups in (("groups", network.groups), ("waters", network.waters)):
        for name, group in groups.items():
            lists.append((f"{kind} {name}", (*group.legs, *group.closes, *group.heart), legs))
            lists.append((f"{kind} {name}", group.ends or (), nodes))
    lists += [("grounds", ground.places, nodes) for ground in network.grounds]
    lists.append(("cautions", tuple(network.cautions), set(network.countries)))
    for name, preset in network.presets.items():
        closable = legs | nodes | set(network.countries) | set(network.groups) | set(network.waters)
        lists += [(f"presets {name}", preset.open, legs), (f"presets {name}", preset.close, closable)]
    for name, scenario in network.scenarios.items():
        lists.append((f"scenarios {name}", scenario.steps, set(network.presets)))
        lists.append((f"scenarios {name}", (scenario.from_, scenario.to), nodes))
    lists += [(f"published_lengths {figure.id}", figure.legs, legs) for figure in network.published_lengths]
    lists += [(f"published_times {figure.id}", figure.legs, legs) for figure in network.published_times]
    for node in network.nodes.values():
        lists.append((f"nodes {node.id}", tuple(node.strait.side_legs) if node.strait else (), legs))
    for leg in network.legs.values():
        lists.append((f"legs {leg.id}", leg.chokepoints, nodes))
        lists.append((f"legs {leg.id}", leg.countries, set(network.countries)))
        lists.append((f"legs {leg.id}", (leg.speed,), set(network.speeds)))
        pages = filter(None, (leg.opened_source, leg.closed_source))
        lists.append((f"legs {leg.id}", tuple(pages), set(network.sources)))
    for where, ids, known in lists:
        for lost in sorted(set(ids) - known):
            yield Fault(file, where, f"the unknown id {shown(lost)}", "an id that the network has")
