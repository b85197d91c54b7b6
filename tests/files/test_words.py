"""Words made of data: ids and folded names in every script of the region, dates, counts, lists."""

from __future__ import annotations

import pytest

from layers.files.words import counted, fold, listed, readable_date, slug

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


@pytest.mark.parametrize("typed", ["CONSTANTA", "Constanţa", "constanța", " Constanta ", "Констанца"])
def test_spellings_of_one_name_fold_alike(typed: str) -> None:
    assert fold(typed) in ("constanta", "konstantsa")


def test_folding_forgets_accents_quotes_and_dashes() -> None:
    assert fold("Bandar-e ‘Abbās") == fold("bandar e abbas") == "bandar e abbas"
    assert fold("Xi’an") == "xian"


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
