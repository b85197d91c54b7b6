"""The network's data: as its sources build it, without faults, and held against the published figures."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from geodata.steps.network.network_json import build_network
from layers.files.faults import RefusedFileError
from layers.files.folders import ROOT, folders_of
from layers.network.checks import COUNTRIES, astray, code_faults, country_finder, network_faults
from layers.network.grounds import PublishedLength, PublishedTime
from layers.network.load import load_network
from layers.network.model import Network
from layers.network.search.best_way import Search
from layers.network.search.route import Route
from tests.harness.loaded import network_from, network_on_disk

NETWORK_FILE = folders_of(ROOT).network
WITHIN_PERCENT = 6.0


def along(network: Network, figure: PublishedTime) -> Route | None:
    """The route over just the legs of a published time."""
    others = frozenset(network.legs) - frozenset(figure.legs)
    return Search(network, "days", figure.from_, figure.to, others).best()


def broken(tmp_path: Path, change: Callable[[Any], object]) -> Network:
    """Load the network after `change` has been made to its data."""
    data = json.loads(NETWORK_FILE.read_bytes())
    change(data)
    return network_from(data, tmp_path)


def test_the_committed_file_is_what_the_sources_give() -> None:
    assert NETWORK_FILE.read_bytes() == build_network()


def test_the_network_is_whole(network: Network) -> None:
    assert network.faults == ()
    assert len(network.nodes) == 193
    assert len(network.legs) == 420
    assert all(leg.source and leg.as_of and leg.days.basis for leg in network.legs.values())


def test_the_check_finds_nothing_to_mend() -> None:
    assert network_faults(load_network(NETWORK_FILE), NETWORK_FILE) == []
    country_of = country_finder(NETWORK_FILE.parent / COUNTRIES)
    assert (country_of(44.8, 41.72), country_of(51.0, 41.5)) == ("GE", None)  # Tbilisi, open Caspian


def test_a_place_in_another_country_is_a_fault(tmp_path: Path) -> None:
    def spoil(data: Any) -> None:
        next(node for node in data["nodes"] if node["id"] == "tbilisi")["country"] = "AM"

    country_of = country_finder(NETWORK_FILE.parent / COUNTRIES)
    faults = [str(fault) for fault in astray(broken(tmp_path, spoil), country_of, "network.json")]
    assert any("tbilisi" in fault and "GE" in fault and "AM" in fault for fault in faults)


def test_a_code_is_looked_up_and_is_of_its_country_and_place(tmp_path: Path) -> None:
    def spoil(data: dict[str, list[dict[str, object]]]) -> None:
        nodes = {node["id"]: node for node in data["nodes"]}
        nodes["aktau"].pop("unlocode_source")
        nodes["poti"]["unlocode"] = "TRPTI"
        nodes["baku"]["unlocode"] = nodes["alat"]["unlocode"]

    told = " ".join(str(fault) for fault in code_faults(broken(tmp_path, spoil), "network.json"))
    for word in ("KZAAU without unlocode_source", "TRPTI", "begins with GE", "AZALA, which alat has"):
        assert word in told


@pytest.mark.parametrize(
    ("node", "code"),
    [
        ("alat", "AZALA"),
        ("astana", "KZAST"),
        ("bandar-abbas", "IRBSR"),
        ("istanbul", "TRAMR"),
        ("navoi", "UZNWY"),
        ("shanghai", "CNSHG"),
        ("suez", "EGSCN"),
        ("termez", "UZTER"),
        ("urumqi", "CNURM"),
    ],
)
def test_codes_are_of_quay_and_station_and_not_of_the_airport(node: str, code: str, network: Network) -> None:
    assert network.nodes[node].unlocode == code


def test_a_leg_without_source_is_a_fault_and_is_left_out(tmp_path: Path) -> None:
    network = broken(tmp_path, lambda data: data["legs"][0].pop("source"))
    lost = json.loads(NETWORK_FILE.read_bytes())["legs"][0]["id"]
    assert lost not in network.legs
    assert any(lost in str(fault) and "source" in str(fault) for fault in network.faults)


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    def spoil(data: dict[str, list[dict[str, object]]]) -> None:
        data["legs"][1]["km"] = -5
        data["legs"][2]["to"] = "atlantis"
        data["legs"].append(data["legs"][3])
        data["nodes"][0]["country"] = "Georgia"

    told = " ".join(str(fault) for fault in broken(tmp_path, spoil).faults)
    for word in ("km: -5", "atlantis", "a second time", "Georgia"):
        assert word in told


def test_a_missing_file_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(RefusedFileError, match=r"geodata\.build"):
        load_network(tmp_path / "network.json")


def test_figures_without_a_page_stay_marked(network: Network) -> None:
    assert {figure.id for figure in network.published_lengths if figure.known_from != "page"} == {
        "titr-rail", "titr-sea", "altynkol-almaty", "kti", "lianyungang-alashankou", "trans-siberian",
    }  # fmt: skip


def test_there_are_the_22_lengths_and_16_times(network: Network) -> None:
    assert (len(network.published_lengths), len(network.published_times)) == (22, 16)


@pytest.mark.parametrize("figure", network_on_disk().published_lengths, ids=lambda figure: figure.id)
def test_lengths_agree_with_published_ones(figure: PublishedLength, network: Network) -> None:
    km = sum(network.legs[leg].km for leg in figure.legs)
    assert figure.our_km == pytest.approx(km, abs=0.05)
    apart = 100 * abs(km / figure.km - 1)
    if figure.id == "chongqing-duisburg":
        assert "disagree" in figure.outlier
        assert apart > WITHIN_PERCENT
    else:
        assert not figure.outlier
        assert apart <= WITHIN_PERCENT


@pytest.mark.parametrize("figure", network_on_disk().published_times, ids=lambda figure: figure.id)
def test_days_contain_or_stand_beside_published_ones(figure: PublishedTime, network: Network) -> None:
    route = along(network, figure)
    assert route is not None
    assert set(route.leg_ids) == set(figure.legs)
    low, high = route.days
    contains = low <= figure.days[0] and figure.days[1] <= high
    overlaps = low <= figure.days[1] and figure.days[0] <= high
    relation = "contains" if contains else "overlaps" if overlaps else "apart"
    assert relation == figure.relation
    assert bool(figure.apart_because) == (relation == "apart")


def test_days_of_a_leg_are_running_border_and_canal(network: Network) -> None:
    for leg in network.legs.values():
        parts = (leg.days.running, leg.days.border, leg.days.passage)
        assert leg.days.low == pytest.approx(sum(part[0] for part in parts), abs=0.001)
        assert leg.days.high == pytest.approx(sum(part[1] for part in parts), abs=0.001)
    assert network.legs["ind-suez-bab"].days.passage == (0.5, 1.5)
    assert network.legs["az-alat-gardabani"].days.border == (0.3, 1.2)


def test_every_corridor_joins_its_ends_and_closes_only_what_is_its_own(network: Network) -> None:
    for name, group in network.groups.items():
        assert group.ends is not None
        others = frozenset(network.legs) - frozenset(group.legs)
        assert Search(network, "days", *group.ends, others).best(), name
        assert set(group.closes) <= set(group.legs), name


def test_every_strait_has_legs_on_both_sides(network: Network) -> None:
    for node in network.nodes.values():
        if node.strait:
            touching = {leg.id for leg in network.legs.values() if node.id in (leg.from_, leg.to)}
            assert node.strait.side_legs < touching, node.id
