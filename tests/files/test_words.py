"""Words made of data: ids and folded names in every script of the region, dates, counts, lists."""

from __future__ import annotations

import json

import pytest

from layers.files.words import counted, fold, joined, listed, readable_date, slug
from tests.harness.serving import ROOT

CASES: list[list[str]] = json.loads((ROOT / "tests/fixtures/folding.json").read_text("utf-8"))

SLUGS = {
    "Anaklia – Constanța": "anaklia-constanta",
    "Gəncə": "gence",
    "Kapıkule": "kapikule",
    "İzmir": "izmir",
    "Łódź": "lodz",
    "Xi’an": "xian",
    "Баку": "baku",
    "ბათუმი": "batumi",
    "  A  /  b ": "a-b",
    "—": "",
}


@pytest.mark.parametrize(("name", "made"), SLUGS.items(), ids=list(SLUGS.values()))
def test_a_name_makes_an_id(name: str, made: str) -> None:
    assert slug(name) == made


def test_an_id_is_cut_between_letters_not_at_a_hyphen() -> None:
    assert slug("a" * 9 + " " + "b" * 90, longest=10) == "a" * 9
    assert len(slug("x" * 200)) == 60


@pytest.mark.parametrize(("typed", "folded"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_names_fold_as_in_the_browser(typed: str, folded: str) -> None:
    assert fold(typed) == folded
    assert fold(folded) == folded


def test_blanks_do_not_tell_names_apart() -> None:
    assert joined(fold("Bandar-e ‘Abbās")) == joined(fold("bandareabbas"))


DATES = {"2026-03-10": "10 Mar 2026", "2026-03": "March 2026", "2009": "2009", "2025–26": "2025–26", "": ""}


@pytest.mark.parametrize(("text", "read"), DATES.items(), ids=list(DATES))
def test_a_date_is_read_as_people_write_it(text: str, read: str) -> None:
    assert readable_date(text) == read


def test_a_long_date_writes_out_its_month() -> None:
    assert readable_date("2020-09-15", long=True) == "15 September 2020"
    assert readable_date("2026-02-30") == "2026-02-30"


def test_lists_and_counts_are_sentences() -> None:
    assert listed([]) == ""
    assert listed(["a"]) == "a"
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert listed(iter("ab"), "or") == "a or b"
    assert counted(1, "border") == "1 border"
    assert counted(2, "border") == "2 borders"
