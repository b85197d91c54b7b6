"""What points to nothing is left out of the network, with what cannot stand without it, and is named."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from layers.files.faults import RefusedFileError
from layers.files.folders import ROOT, folders_of
from layers.network.checks import COUNTRIES, network_faults
from layers.network.load import load_network
from layers.network.model import Network
from layers.network.search.answer import find_routes
from layers.network.search.closures import apply_presets
from layers.network.search.question import Question, QuestionError
from layers.network.words.sourced import years_of
from tests.harness.asking_network import ask, ask_everything
from tests.harness.loaded import network_from, network_on_disk
from tests.harness.odd_values import ODD

TEXT = folders_of(ROOT).network.read_text("utf-8")
Test = Callable[[Network], bool]


def spoilt(tmp_path: Path, change: Callable[[Any], object]) -> Network:
    """Load the real network after `change` has been made to its file."""
    data = json.loads(TEXT)
    data["by_id"] = {one["id"]: one for key in ("nodes", "legs", "published_lengths") for one in data[key]}
    change(data)
    del data["by_id"]
    return network_from(data, tmp_path)


# name: (what is wrong, what is so then, words of the faults)
CASES: dict[str, tuple[Callable[[Any], object], Test, list[str]]] = {
    "a list loses an id": (
        lambda data: data["by_id"]["suez"]["strait"].update(side_legs=["ind-suez-bab", "x"]),
        lambda network: network.nodes["suez"].strait.side_legs == {"ind-suez-bab"},  # type: ignore[union-attr]
        ["nodes suez, strait.side_legs", "“x”"],
    ),
    "a leg needs its speed": (
        lambda data: data["by_id"]["cas-aktau-alat"].update(speed="x"),
        lambda network: "cas-aktau-alat" not in network.legs,
        [
            "legs cas-aktau-alat, speed",
            "published_times altynkol-poti, legs",
            "groups middle-corridor, closes",
        ],
    ),
    "a leg needs its countries": (
        lambda data: data["by_id"]["cas-aktau-alat"]["countries"].append("XX"),
        lambda network: "cas-aktau-alat" not in network.legs,
        ["legs cas-aktau-alat, countries", "“XX”"],
    ),
    "a place needs its country, and its legs the place": (
        lambda data: data["by_id"]["kars"].update(country="XX"),
        lambda network: "kars" not in network.nodes and "btk-akhalkalaki-kars" not in network.legs,
        ["nodes kars, country", "legs btk-akhalkalaki-kars, to", "groups baku-tbilisi-kars, ends"],
    ),
    "a year without its page is not sourced": (
        lambda data: data["by_id"]["ir-incheh-gorgan"].update(opened_source="x"),
        lambda network: str(years_of(network, network.legs["ir-incheh-gorgan"])[0]).endswith("not sourced"),
        ["legs ir-incheh-gorgan, opened_source"],
    ),
    "a preset closes the rest": (
        lambda data: data["presets"]["russia-avoided"].update(close=["x", "RU", "planned"]),
        lambda network: network.presets["russia-avoided"].close == ("RU", "planned"),
        ["presets russia-avoided, close", "“x”"],
    ),
    "a scenario goes on without a step": (
        lambda data: data["presets"].pop("suez-and-hormuz-closed"),
        lambda network: network.scenarios["sea-gates"].steps == ("russia-avoided",),
        ["scenarios sea-gates, steps"],
    ),
    "a scenario needs one step and its ends": (
        lambda data: (data["presets"].clear(), data["scenarios"]["sea-gates"].update(to="x")),
        lambda network: not network.scenarios,
        ["scenarios sea-gates, to", "scenarios falling-caspian, steps"],
    ),
    "a published length needs all its legs": (
        lambda data: data["by_id"]["suez-lane"]["legs"].append("x"),
        lambda network: "suez-lane" not in {figure.id for figure in network.published_lengths},
        ["published_lengths suez-lane, legs"],
    ),
    "a corridor leads somewhere": (
        lambda data: data["groups"]["aras-road"].update(ends=["alat", "alat"]),
        lambda network: "aras-road" not in network.groups,
        ["groups aras-road", "does not lead anywhere"],
    ),
    "a leg leads somewhere": (
        lambda data: data["by_id"]["cas-aktau-alat"].update(to="aktau"),
        lambda network: "cas-aktau-alat" not in network.legs,
        ["legs cas-aktau-alat", "“aktau” at both ends"],
    ),
    "cautions of an unknown country": (
        lambda data: data["cautions"].update(XX="Beware."),
        lambda network: "XX" not in network.cautions,
        ["cautions", "“XX”"],
    ),
    "an unknown key": (lambda data: data.update(leggs=[]), lambda network: True, ["(leggs)", "unknown key"]),
    "no legs": (
        lambda data: data.pop("legs"),
        lambda network: not network.legs,
        ["(legs)", "no legs", "a list"],
    ),
    "legs that are no list": (
        lambda data: data.update(legs={}),
        lambda network: not network.legs,
        ["(legs)", "found {}", "a list"],
    ),
    "no countries": (
        lambda data: data.pop("countries"),
        lambda network: not any(node.country for node in network.nodes.values()),
        ["(countries)", "no countries", "keys and values"],
    ),
    "a name that is none": (
        lambda data: data["countries"].update(GE=None),
        lambda network: "tbilisi" not in network.nodes,
        ["countries GE", "nodes tbilisi, country"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_points_to_nothing_is_left_out_and_named(case: str, tmp_path: Path) -> None:
    change, so, words = CASES[case]
    network = spoilt(tmp_path, change)
    told = [str(fault) for fault in network.faults]
    assert so(network)
    assert [word for word in words if word not in " ".join(told)] == []
    assert len(set(told)) == len(told)
    ask(network, Question("khorgos", "constanta", closed=("georgia", "RU")))


def test_without_its_days_a_change_is_not_made(tmp_path: Path) -> None:
    """Nobody knows how long it takes, so no way is offered that would need it."""
    asked = Question("khorgos", "constanta", by="transshipments")
    assert any(
        change.what == "rail_water"
        for route in find_routes(network_on_disk(), asked).routes
        for change in route.changes
    )
    for spoil in (
        lambda data: data["handling"].pop("rail_water"),
        lambda data: data["handling"]["rail_water"].pop("days"),
    ):
        network = spoilt(tmp_path, spoil)
        found = ask(network, asked)
        assert found.routes
        assert all(change.what != "rail_water" for route in found.routes for change in route.changes)
        assert any("handling rail_water" in str(fault) for fault in network.faults)
        assert all("rail_water" not in node.handling for node in network.nodes.values())


def test_a_way_without_days_stands_beside_others(tmp_path: Path) -> None:
    """A leg of no days: how many times as long others take is endless, and no fault."""
    days = {"low": 0, "high": 0, "running": [0, 0], "border": [0, 0], "passage": [0, 0]}
    network = spoilt(tmp_path, lambda data: data["by_id"]["az-baku-alat"]["days"].update(days))
    assert network.faults == ()
    assert [route.days for route in ask(network, Question("baku", "alat")).routes] == [(0, 0)]


@pytest.mark.parametrize("odd", [*ODD, "bytes", "half"])
def test_only_a_file_that_is_no_object_is_refused(odd: str, tmp_path: Path) -> None:
    path = tmp_path / "network.json"
    raw = {"bytes": b"\xff\xfe\x00", "half": TEXT[: len(TEXT) // 2].encode()}
    path.write_bytes(raw[odd] if odd in raw else json.dumps(ODD[odd]).encode())
    if isinstance(ODD.get(odd), dict):
        network = load_network(path)
        assert any("no legs" in str(fault) for fault in network.faults)
        ask_everything(network, path)
    else:
        with pytest.raises(RefusedFileError, match=r"^network\.json"):
            load_network(path)


@pytest.mark.parametrize("odd", [*ODD, "bytes", "half", "no geometry", "a bent ring"])
def test_a_file_of_countries_that_cannot_be_read_is_its_own_fault(odd: str, tmp_path: Path) -> None:
    packed = (folders_of(ROOT).network.parent / COUNTRIES).read_bytes()
    ring = {"type": "Polygon", "coordinates": [[[0, 0], [1, 1]]]}
    raw = {
        "bytes": b"\x1f\x8b\xff",
        "half": packed[: len(packed) // 2],
        "no geometry": gzip.compress(b'[{"iso": "GE"}]'),
        "a bent ring": gzip.compress(json.dumps([{"iso": "GE", "geometry": ring}]).encode()),
    }
    path = tmp_path / COUNTRIES
    path.parent.mkdir()
    path.write_bytes(raw[odd] if odd in raw else gzip.compress(json.dumps(ODD[odd]).encode()))
    [fault] = network_faults(network_on_disk(), tmp_path / "network.json")
    assert fault.file == str(COUNTRIES)
    assert "cannot be read" in fault.found


def test_a_preset_that_is_gone_is_told(tmp_path: Path) -> None:
    network = spoilt(tmp_path, lambda data: data["presets"]["georgia-closed"].pop("says"))
    with pytest.raises(QuestionError, match="no preset “georgia-closed”"):
        apply_presets(network, Question("khorgos", "constanta"), ["georgia-closed"])
