"""The command `routes`: text, JSON with exactly the promised keys, exit codes."""

from __future__ import annotations

import argparse
import json
from typing import Any

import pytest

from layers.catalogue.names.index import names_of
from layers.network.cli import add_parser
from layers.network.model import Network
from tests.harness.loaded import the_atlas

ROUTE_KEYS = [
    *("km", "km_by_mode", "days", "countries", "borders", "gauge_breaks", "transshipments", "chokepoints"),
    *("planned", "legs", "changes"),
]

LEG_KEYS = [
    *("id", "mode", "from", "to", "km", "days", "status", "source"),
    *("opened", "opened_source", "closed_since", "closed_source", "not_sourced"),
]


def routes(*arguments: str) -> int:
    """Run the command as the command line of the atlas does."""
    parser = argparse.ArgumentParser()
    add_parser(parser.add_subparsers(), lambda: (the_atlas().network, names_of(the_atlas())))
    options = parser.parse_args(["routes", *arguments])
    return int(options.run(options))


def as_json(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict[str, Any]]:
    code = routes(*arguments, "--json")
    return code, json.loads(capsys.readouterr().out)


def test_json_has_the_promised_keys(capsys: pytest.CaptureFixture[str]) -> None:
    code, told = as_json(capsys, "--from", "aktau", "--to", "Constanța", "--close", "RU,IR")
    assert code == 0
    assert list(told) == ["from", "to", "via", "closed", "routes", "no_route", "left_out_by_year"]
    assert (told["from"], told["to"], told["closed"]) == ("aktau", "constanta", ["RU", "IR"])
    assert told["no_route"] is None
    for route in told["routes"]:
        assert list(route) == ROUTE_KEYS
        assert all(list(leg) == LEG_KEYS for leg in route["legs"])
        parts = [*route["legs"], *route["changes"]]
        days = [round(sum(part["days"][end] for part in parts), 2) for end in (0, 1)]
        assert days == route["days"]
        assert route["days"][0] < route["days"][1]
    assert told["routes"][0]["countries"] == ["KZ", "AZ", "GE", "RO"]


def test_text_says_what_the_map_shows(capsys: pytest.CaptureFixture[str]) -> None:
    assert routes("--from", "aktau", "--to", "constanta", "--close", "RU", "--by", "km") == 0
    told = capsys.readouterr().out
    for words in (
        "Aktau → Constanța, fewest kilometres first",
        "Closed: Russia",
        "Kazakhstan – Azerbaijan – Georgia – Romania: 3 borders",
        "Aktau – Alat: sea, 508.0 km",
        "Alat: between train and ship",
        "What the kilometres leave out:",
        "Sanctions",
        "Statuses are known for: corridors up to 2026-03",
    ):
        assert words in told


def test_no_route_is_an_answer(capsys: pytest.CaptureFixture[str]) -> None:
    code, told = as_json(capsys, "--from", "mumbai", "--to", "moscow", "--close", "RU")
    assert code == 0
    assert told["routes"] == []
    assert "Moscow lies in Russia" in told["no_route"]
    assert routes("--from", "mumbai", "--to", "moscow", "--close", "RU") == 0
    assert "Moscow lies in Russia" in capsys.readouterr().out


def test_nonsense_is_said_in_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert routes("--from", "aktau", "--to", "Atlantis") == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1
    code, told = as_json(capsys, "--from", "aktau", "--to", "aktau")
    assert code == 2
    assert "same place" in told["no_route"]
    assert routes("--from", "aktau", "--to", "poti", "--preset", "nonsense") == 2


def test_names_mean_the_same_as_ids_and_codes(capsys: pytest.CaptureFixture[str]) -> None:
    named = as_json(capsys, "--from", "Tiflis", "--to", "Стамбул", "--close", "Turkey,Ормузский пролив")
    coded = as_json(capsys, "--from", "tbilisi", "--to", "istanbul", "--close", "TR,hormuz")
    assert named == coded
    assert named[1]["closed"] == ["TR", "hormuz"]


def test_a_network_that_cannot_be_read_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    parser = argparse.ArgumentParser()
    add_parser(parser.add_subparsers(), lambda: (Network(), names_of(the_atlas())))
    options = parser.parse_args(["routes", "--from", "baku", "--to", "poti"])
    assert options.run(options) == 2
    assert capsys.readouterr().err == "This atlas has no network.\n"


def test_modes_year_planned_and_presets(capsys: pytest.CaptureFixture[str]) -> None:
    _, told = as_json(capsys, "--from", "xian", "--to", "duisburg", "--modes", "rail", "--count", "1")
    assert list(told["routes"][0]["km_by_mode"]) == ["rail"]
    _, told = as_json(capsys, "--from", "alat", "--to", "kars", "--close", "GE,IR,RU", "--planned")
    assert told["routes"][0]["planned"]
    _, told = as_json(capsys, "--from", "khorgos", "--to", "almaty", "--as-of", "2005", "--modes", "rail")
    assert "In 2005" in told["no_route"]
    _, told = as_json(
        capsys, "--from", "khorgos", "--to", "constanta", "--preset", "russia-avoided,georgia-closed"
    )
    assert told["closed"] == ["RU", "GE"]


def test_weakest_links_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert routes("--from", "khorgos", "--to", "constanta", "--weakest", "--json") == 0
    links = json.loads(capsys.readouterr().out)
    assert links[0]["closed"] == "RU" and links[0]["name"] == "Russia" and links[0]["kind"] == "country"
    assert links[0]["more"]["borders"] == 1 and links[0]["instead"]["km"] > 0
    assert [link["more"]["days"] for link in links] == sorted(
        (link["more"]["days"] for link in links), key=sum, reverse=True
    )


def test_weakest_links_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert routes("--from", "yerevan", "--to", "baku", "--modes", "rail", "--weakest") == 0
    assert "single point of failure" in capsys.readouterr().out.splitlines()[0]
