"""Years and lengths have a page, or every answer that uses them says that they are not sourced."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from layers.catalogue.atlas import Atlas
from layers.files.folders import ROOT, folders_of
from layers.network.checks import wrong_legs
from layers.network.grounds import Page
from layers.network.model import Network
from layers.network.plain import entry_of
from layers.network.search.answer import find_routes
from layers.network.search.question import Question
from layers.network.words.answer_text import answer_text
from layers.network.words.as_json import answer_json
from layers.network.words.sourced import left_out_by_year, not_sourced, year_line, years_of
from layers.views.routes.answer import answer_view
from tests.harness.loaded import network_from
from tests.harness.small_network import leg, network, place

NETWORK_FILE = folders_of(ROOT).network
PAGE = {"title": "A page", "publisher": "The Paper", "date": "2014-12-03", "address": "paper.example/1"}
DATED = {  # of each leg, the year and the publisher of its page
    "tr-izmit-istanbul": (2019, "Rail Turkey"),
    "tm-mangystau-bereket": (2013, "Kazinform"),
    "uz-navoi-kungrad": (2001, "EADaily"),
    "kz-makat-atyrau": (1942, "rail-news.kz"),
    "pk-quetta-zahedan": (1920, "iranrail.net"),
    "af-mashhad-rozanak": (2020, "Trend"),
    "btk-akhalkalaki-kars": (2017, "Tabula"),
    "kz-shalkar-beyneu": (2014, "The Astana Times"),
    "ir-incheh-gorgan": (2014, "TASS"),
    "ir-sarakhs-mashhad": (1996, "UPI"),
    "kz-shu-mointy": (1953, "rail-news.kz"),
    "ir-qazvin-rasht": (2019, "OSJD"),
}
WITHOUT_YEAR = ("ge-tbilisi-akhalkalaki", "tm-bereket-turkmenbashi", "kz-aktogay-mointy")


def small(**facts: Any) -> Network:
    """Two legs from a to c by b and one straight; the first has these facts."""
    places = [place(name) for name in "abc"]
    legs = [leg("a-b", "rail", 10, **facts), leg("b-c", "rail", 10), leg("a-c", "road", 900, use="gap")]
    return network(places, legs)


@pytest.mark.parametrize("name", DATED)
def test_a_year_that_was_looked_up_has_its_page(name: str, network: Network) -> None:
    known = network.legs[name]
    year, publisher = DATED[name]
    assert known.opened == year
    assert known.opened_source is not None
    assert network.sources[known.opened_source].publisher == publisher
    assert "opened" not in known.not_sourced


def test_years_of_something_else_are_left_open(network: Network) -> None:
    assert [network.legs[name].opened for name in WITHOUT_YEAR] == [None, None, None]


def test_what_is_not_sourced_is_counted(network: Network) -> None:
    years = [known for known in network.legs.values() if known.opened is not None]
    assert (len(years), sum("opened" in known.not_sourced for known in years)) == (258, 224)
    assert sum("closed_since" in known.not_sourced for known in network.legs.values()) == 10
    taken = [known.id for known in network.legs.values() if "km" in known.not_sourced]
    assert len(taken) == 12
    assert "cas-aktau-alat" in taken
    assert "ir-rasht-anzali" not in taken


def test_pages_are_the_sources_of_the_atlas(loaded: Atlas) -> None:
    assert loaded.network.sources
    for id, page in loaded.network.sources.items():
        source = loaded.catalogue.sources[id]
        assert (page.title, page.publisher, page.date, page.address, page.reported) == (
            source.title, source.publisher, source.date, source.address, source.reported,
        )  # fmt: skip
        assert source.read


def test_a_page_without_its_year_and_an_unknown_page_are_faults(tmp_path: Any) -> None:
    data = json.loads(NETWORK_FILE.read_bytes())
    by_id = {one["id"]: one for one in data["legs"]}
    del by_id["kz-shu-mointy"]["opened"]
    by_id["ir-incheh-gorgan"]["opened_source"] = "nowhere"
    spoilt = network_from(data, tmp_path)
    assert any("nowhere" in str(fault) and "ir-incheh-gorgan" in str(fault) for fault in spoilt.faults)
    told = " ".join(map(str, wrong_legs(spoilt, "network.json")))
    assert "kz-shu-mointy" in told and "without a year" in told


def test_the_years_of_a_leg_name_their_pages_or_that_there_is_none() -> None:
    known = small(opened=2014, opened_source="P1", closed_since=2020)
    known = replace(known, sources={"P1": _page()})
    assert [str(year) for year in years_of(known, known.legs["a-b"])] == [
        "opened 2014: The Paper, 3 Dec 2014, paper.example/1",
        "closed since 2020: not sourced",
    ]


def test_a_copy_is_told_as_a_report() -> None:
    known = small(opened=2014, opened_source="P1")
    known = replace(known, sources={"P1": _page(reported=True)})
    assert str(years_of(known, known.legs["a-b"])[0]).startswith("opened 2014: reported by The Paper, ")


@pytest.mark.parametrize(
    ("facts", "as_of", "said"),
    [
        ({}, None, ""),
        ({"opened": 2014, "opened_source": "P1"}, 2016, ""),
        ({"opened": 1950}, None, "Not sourced: the opening year of A–B."),
        (
            {"opened": 1950}, 2016,
            "Not sourced: the opening year of A–B; whether all ran in 2016 is not certain.",
        ),
        (
            {"km_method": "published length", "published": {
                "km": 10, "source": "x", "known_from": "not sourced", "diff_pct": 0
            }}, 2016,
            "Not sourced: the length of A–B.",
        ),
    ],
)  # fmt: skip
def test_one_line_says_what_of_a_way_is_not_sourced(
    facts: dict[str, Any], as_of: int | None, said: str
) -> None:
    known = small(**facts)
    best = find_routes(known, Question("a", "c", as_of=as_of)).best
    assert best is not None
    assert not_sourced(known, best, as_of) == said


def test_more_than_one_leg_is_counted(network: Network) -> None:
    best = find_routes(network, Question("khorgos", "constanta", closed=("RU",))).best
    assert best is not None
    assert not_sourced(network, best, None) == (
        "Not sourced: the opening years of 11 of 14 legs and the lengths of Aktau–Alat and Poti–Constanța."
    )


@pytest.mark.parametrize(
    ("facts", "by"),
    [
        ({"opened": 2018}, "opened"),
        ({"opened": 1950, "status": "closed", "closed_since": 2010}, "closed_since"),
    ],
)  # fmt: skip
def test_a_way_lost_to_a_year_without_a_source_is_said(facts: dict[str, Any], by: str) -> None:
    known = small(**facts)
    found = find_routes(known, Question("a", "c", as_of=2016))
    assert year_line(known, found).endswith(
        "Left out as not open in 2016: 1 leg, by a year that is not sourced; "
        "with A–B the best way would be another."
    )
    assert [(one.id, fact) for one, fact in left_out_by_year(known, found)] == [("a-b", by)]
    assert [one["id"] for one in answer_json(known, found)["left_out_by_year"]] == ["a-b"]


def test_a_year_that_changes_nothing_or_has_a_page_is_not_made_much_of() -> None:
    asked = Question("b", "c", as_of=2016)
    unsure = small(opened=2018)
    assert year_line(unsure, find_routes(unsure, asked)).endswith("that changes nothing in the best way.")
    sure = replace(small(opened=2018, opened_source="P1"), sources={"P1": _page()})
    assert "not sourced" not in year_line(sure, find_routes(sure, asked))
    assert year_line(sure, find_routes(sure, replace(asked, as_of=None))) == ""


def test_an_answer_without_a_way_says_what_its_years_stand_on(network: Network) -> None:
    found = find_routes(network, Question("khorgos", "constanta", as_of=2005))
    assert found.no_route
    assert "by a year that is not sourced; that takes no way away" in year_line(network, found)


def test_a_past_year_that_hangs_on_a_year_without_a_source(network: Network) -> None:
    found = find_routes(network, Question("chongqing", "duisburg", as_of=2015, count=1))
    assert "with Chongqing–Lanzhou the best way would be another" in year_line(network, found)


def test_page_text_and_program_say_the_same(loaded: Atlas) -> None:
    asked = Question("khorgos", "kars", as_of=2018, modes=("rail", "sea"), closed=("RU",))
    known, found = loaded.network, find_routes(loaded.network, asked)
    assert found.best is not None
    line = not_sourced(known, found.best, 2018)
    assert line.startswith("Not sourced: the opening years of ")
    view = answer_view(loaded, found, found, scale="km")
    text = answer_text(known, found)
    assert view["routes"][0]["not_sourced"] == line and line in text
    assert view["asked"]["year"] == year_line(known, found) and year_line(known, found) in text
    row = next(part for part in view["routes"][0]["parts"] if part.get("leg") == "btk-akhalkalaki-kars")
    assert str(row["years"][0]) == "opened 2017: Tabula, 30 Oct 2017, tabula.ge/ge/node/125979"
    assert row["years"][0].page in text
    told = {one["id"]: one for one in answer_json(known, found)["routes"][0]["legs"]}
    assert told["btk-akhalkalaki-kars"]["not_sourced"] == []
    assert told["kz-beyneu-mangystau"]["not_sourced"] == ["opened"]
    assert "memory" not in text


def _page(**more: Any) -> Any:
    return entry_of(Page, PAGE | more)
