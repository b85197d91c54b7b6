"""A network with anything anywhere loads without what is wrong, names it, and answers whatever is asked."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from layers.files.folders import ROOT, folders_of
from layers.network.forms import key_of
from layers.network.load import ABOUT
from layers.network.model import Network
from layers.network.references import REFERENCES
from tests.harness.asking_network import ask_everything
from tests.harness.loaded import network_from
from tests.harness.odd_values import ODD, Spot, at, places, put

REAL = json.loads(folders_of(ROOT).network.read_bytes())
KINDS = [key for key in REAL if key not in ABOUT]
NAMED = {*KINDS} - {"grounds", "leaves_out", "cautions", "known_to"}
Named = tuple[str, str]  # a list of the file, an id
LEGS = {  # ways that do not meet, with a strait, a ferry, a gauge break, a border that is shut
    *("asia-shanghai-sunda", "ind-cape-sunda", "atl-cape-rotterdam", "ind-suez-bab"),
    *("ge-tbilisi-akhalkalaki", "btk-akhalkalaki-kars", "am-gyumri-kars"),
    *("cas-aktau-alat", "az-baku-alat"),
}


def as_file(network: Network) -> Any:
    """Return a network as its file might be, with every key that an entry may have."""

    def plain(value: Any) -> Any:
        if isinstance(value, dict):
            return {key_of(key): plain(part) for key, part in value.items()}
        if isinstance(value, frozenset):
            return sorted(value)
        return [plain(one) for one in value] if isinstance(value, tuple | list) else value

    data = {key: plain(value) for key, value in asdict(network).items() if key != "faults"}
    return data | {key: [*data[key].values()] for key in ("nodes", "legs")}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A piece of the real file, with what it points to and all keys: it loads without faults."""
    data = dict(REAL)
    legs = data["legs"] = [leg for leg in REAL["legs"] if leg["id"] in LEGS]
    ends = {leg[end] for leg in legs for end in ("from", "to")}
    nodes = data["nodes"] = [node for node in REAL["nodes"] if node["id"] in ends]
    used = {
        "countries": {"RU", "EG"}.union(
            *(leg["countries"] for leg in legs), (one["country"] for one in nodes)
        ),
        "sources": {leg.get(key) for leg in legs for key in ("opened_source", "closed_source")},
        "speeds": {leg["speed"] for leg in legs},
    }
    for kind, names in used.items():
        data[kind] = {name: one for name, one in REAL[kind].items() if name in names}
    data = as_file(network_from(data, tmp_path_factory.mktemp("small")))
    assert [key for key, part in data.items() if not part] == []
    return data


def pattern(spot: Spot) -> Spot:
    """Return where a value stands in any entry, and in any list."""
    return tuple("*" if deep == 1 or isinstance(key, int) else key for deep, key in enumerate(spot))


def entries(part: Any) -> dict[str, Any]:
    """Return the entries of a part of a file by name, as far as they have names."""
    return part if isinstance(part, dict) else {one["id"]: one for one in part if "id" in one}


def name_of(data: Any, spot: Spot) -> str:
    """Return the name of the entry in which a value stands."""
    kind, key, *_ = spot
    return key if isinstance(key, str) else str(data[kind][key]["id"])


def named(network: Network) -> set[Named]:
    """Return all entries of a network that have names."""
    parts = {kind: getattr(network, kind) for kind in NAMED}
    return {
        (kind, name if isinstance(name, str) else name.id) for kind, part in parts.items() for name in part
    }


def goes_with(data: Any, gone: set[Named]) -> set[Named]:
    """Return what cannot stand where these are gone, and they."""
    more = {
        (kind, name)
        for kind in NAMED & REFERENCES.keys()
        for name, entry in entries(data[kind]).items()
        for refers in REFERENCES[kind]
        if refers.needs != "none"
        and (ids := within(entry[refers.key]))
        and (any if refers.needs == "all" else all)(any((to, id) in gone for to in refers.to) for id in ids)
    }
    return gone if more <= gone else goes_with(data, gone | more)


def within(value: Any) -> list[str]:
    """Return the ids in a value."""
    return [value] if isinstance(value, str) else value or []


def test_the_piece_has_a_value_for_every_key(small: Any) -> None:
    known = {pattern(path) for path in places(small) if at(small, path) is not None}
    assert len(known) > 190


@pytest.mark.parametrize("kind", ["the file", *KINDS])
def test_any_value_at_any_key_is_left_out_alone(kind: str, small: Any, tmp_path: Path) -> None:
    """All else stays, but what cannot stand without it, and every question has an answer."""
    whole = named(network_from(small, tmp_path))
    spots = [spot for spot in places(small) if (spot[0] == kind if len(spot) > 1 else kind == "the file")]
    assert spots
    for spot in {pattern(spot): spot for spot in reversed(spots)}.values():
        asked: list[dict[str, Any]] = []
        may_go = goes_with(small, {(kind, name_of(small, spot))}) if kind in NAMED else set()
        for value in ODD.values():
            old = put(small, spot, value)
            network = network_from(small, tmp_path)
            put(small, spot, old)
            left = {key: part for key, part in vars(network).items() if key != "faults"}
            if left not in asked:
                asked.append(left)
                ask_everything(network, tmp_path / "network.json")
            if kind in NAMED and spot[-1] != "id":
                lost = whole - named(network)
                assert lost <= may_go, (spot, value)
                assert network.faults or not lost, (spot, value)
