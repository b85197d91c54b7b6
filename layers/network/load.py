"""Reads geodata/network.json into a Network and gathers its faults; what is wrong is left out and named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from layers.files.faults import Fault, refused, shown
from layers.files.json_file import read_json_object
from layers.files.schema_faults import complaints
from layers.network.model import (
    Assumption,
    Ground,
    Group,
    KnownTo,
    Leg,
    Network,
    Node,
    Preset,
    PublishedLength,
    PublishedTime,
    Scenario,
)

Entry = TypeVar("Entry", bound=BaseModel)


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
    read = _Reader(file, data, faults)
    nodes = read.listed("nodes", Node)
    legs = _joined(read.listed("legs", Leg), nodes, read)
    network = Network(
        nodes=nodes,
        legs=legs,
        countries={str(code): str(name) for code, name in _object(data, "countries").items()},
        groups=read.keyed("groups", Group),
        waters=read.keyed("waters", Group),
        presets=read.keyed("presets", Preset),
        scenarios=read.keyed("scenarios", Scenario),
        speeds=read.keyed("speeds", Assumption),
        handling=read.keyed("handling", Assumption),
        grounds=tuple(read.plain("grounds", Ground)),
        published_lengths=tuple(read.listed("published_lengths", PublishedLength).values()),
        published_times=tuple(read.listed("published_times", PublishedTime).values()),
        leaves_out=tuple(read.texts("leaves_out")),
        cautions={str(code): str(text) for code, text in _object(data, "cautions").items()},
        known_to=tuple(read.plain("known_to", KnownTo)),
        faults=tuple(faults),
    )
    faults.extend(_dangling(network, file))
    return Network(**{**vars(network), "faults": tuple(faults)})


class _Reader:
    """Turns the lists and objects of the file into models and keeps what is wrong."""

    def __init__(self, file: str, data: dict[str, Any], faults: list[Fault]) -> None:
        self.file, self.data, self.faults = file, data, faults

    def fault(self, where: str, found: str, expected: str) -> None:
        self.faults.append(Fault(self.file, where, found, expected, effect="skipped"))

    def plain(self, key: str, schema: type[Entry]) -> Iterator[Entry]:
        for place, raw in enumerate(_list(self.data, key)):
            entry = self._entry(f"{key}[{place}]", raw, schema)
            if entry is not None:
                yield entry

    def texts(self, key: str) -> Iterator[str]:
        for place, raw in enumerate(_list(self.data, key)):
            if isinstance(raw, str):
                yield raw
            else:
                self.fault(f"{key}[{place}]", shown(raw), "a sentence")

    def listed(self, key: str, schema: type[Entry]) -> dict[str, Entry]:
        """Read a list of entries that carry an id; an id met again is left out."""
        entries: dict[str, Entry] = {}
        for place, raw in enumerate(_list(self.data, key)):
            name = raw.get("id") if isinstance(raw, dict) else None
            entry = self._entry(f"{key}[{place}] {name or ''}".strip(), raw, schema)
            if entry is None:
                continue
            if str(name) in entries:
                self.fault(f"{key} {name}", "this id a second time", "each id once")
                continue
            entries[str(name)] = entry
        return entries

    def keyed(self, key: str, schema: type[Entry]) -> dict[str, Entry]:
        entries = {}
        for name, raw in _object(self.data, key).items():
            entry = self._entry(f"{key} {name}", raw, schema)
            if entry is not None:
                entries[name] = entry
        return entries

    def _entry(self, where: str, raw: Any, schema: type[Entry]) -> Entry | None:
        if not isinstance(raw, dict):
            self.fault(where, shown(raw), "keys and values")
            return None
        try:
            return schema.model_validate(raw)
        except ValidationError as error:
            for complaint in complaints(error, schema):
                self.fault(where, complaint.found, complaint.expected)
            return None


def _joined(legs: Mapping[str, Leg], nodes: Mapping[str, Node], read: _Reader) -> dict[str, Leg]:
    """Keep the legs whose ends are known places and that no other leg doubles."""
    kept: dict[str, Leg] = {}
    taken: dict[tuple[object, ...], str] = {}
    for leg in legs.values():
        lost = [end for end in (leg.from_, leg.to) if end not in nodes]
        if lost:
            read.fault(f"legs {leg.id}", f"the place {shown(lost[0])}, which no node has", "ids of nodes")
            continue
        # Ships keep a state of their own for each lane; two tracks of one gauge between two places do not.
        track = (frozenset((leg.from_, leg.to)), leg.mode, leg.gauge, leg.mode == "sea" and leg.id)
        if track in taken:
            read.fault(
                f"legs {leg.id}", f"the same ends, mode and gauge as {taken[track]}", "one leg for both"
            )
            continue
        taken[track] = leg.id
        kept[leg.id] = leg
    return kept


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
    for where, ids, known in lists:
        for lost in sorted(set(ids) - known):
            yield Fault(file, where, f"the unknown id {shown(lost)}", "an id that the network has")


def _list(data: dict[str, Any], key: str) -> list[Any]:
    value = data.get(key)
    return value if isinstance(value, list) else []


def _object(data: dict[str, Any], key: str) -> dict[str, Any]:
    value = data.get(key)
    return value if isinstance(value, dict) else {}
