"""Tours made by hand: what the map shows becomes a file that the atlas reads, and comes back from it."""

from __future__ import annotations

from pathlib import Path

import pytest

from layers.catalogue.load import load_catalogue
from layers.files.folders import ROOT
from layers.views.tour_draft import (
    MOST_BYTES,
    Draft,
    NotATourError,
    faults_of,
    moved,
    new_step,
    open_tour,
    slug,
    tour_id,
    tour_text,
)
from tests.page.test_page import run, sent

CATALOGUE = load_catalogue()
SHOWN = {"layers": ["zangezur"], "selected": "place:meghri", "view": [39.1, 46.2, 8.25]}
ROUTES = {"from": "khorgos", "to": "constanta", "presets": ["georgia-closed"]}


def draft() -> Draft:
    made = Draft(title="Meine Tour, “kurz”: eins", minutes=3, explore=True)
    for headline in ("A gap", "A gap", "Zwei # drei: {{ x }}"):
        made.steps.append(
            new_step(SHOWN, ROUTES, CATALOGUE) | {"headline": headline, "caption": "- “So” [blank:1]: &x"}
        )
    return made


def test_a_written_tour_is_valid_and_comes_back_the_same() -> None:
    made = draft()
    assert faults_of(made, CATALOGUE) == []
    opened, faults = open_tour(tour_text(made).encode(), CATALOGUE)
    assert faults == []
    assert (opened.title, opened.minutes, opened.explore) == (made.title, 3, True)
    for before, after in zip(made.steps, opened.steps, strict=True):
        for key in ("headline", "caption", "layers", "focus", "lit", "spotlight"):
            assert after[key] == before[key]
        assert after["routes"]["presets"] == ["georgia-closed"]
    assert len({step["id"] for step in opened.steps}) == 3
    assert tour_text(opened) == tour_text(opened)


@pytest.mark.parametrize("file", sorted((ROOT / "layers/tours").glob("*.md")), ids=lambda file: file.stem)
def test_every_tour_can_be_opened_and_written_again(file: Path) -> None:
    opened, faults = open_tour(file.read_bytes(), CATALOGUE)
    assert faults == []
    assert faults_of(opened, CATALOGUE) == []
    again, _ = open_tour(tour_text(opened).encode(), CATALOGUE)
    assert [{**step, "uid": 0} for step in again.steps] == [{**step, "uid": 0} for step in opened.steps]


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\xff\xfe\x00",
        b"# words",
        b"---\nid: x\n---\n",
        b"---\nsteps: [\n---\n",
        b"steps: 1",
        b"x" * (MOST_BYTES + 1),
    ],
)
def test_a_bad_file_gets_one_sentence(raw: bytes) -> None:
    with pytest.raises(NotATourError) as error:
        open_tour(raw, CATALOGUE)
    assert "\n" not in str(error.value) and str(error.value).endswith(".")


def test_what_the_browser_reports_is_not_trusted() -> None:
    junk = {"layers": ["<b>", 3, "tamar"], "selected": "zangezur/nothing", "view": ["a", None]}
    step = new_step(junk, None, CATALOGUE)
    assert step["layers"] == ["tamar"] and step["lit"] == ["tamar"] and "spotlight" not in step
    assert step["focus"]["view"] == [41.0, 50.0, 4.0]
    assert new_step({"layers": "x", "view": [999, -999, 99]}, None, CATALOGUE)["focus"]["view"] == [
        85.0,
        -180.0,
        11.0,
    ]


def test_steps_move_and_stay_at_the_ends() -> None:
    steps = [{"uid": number} for number in range(3)]
    assert [step["uid"] for step in moved(steps, 0, 1)] == [1, 0, 2]
    assert [step["uid"] for step in moved(steps, 2, 1)] == [0, 1, 2]
    assert [step["uid"] for step in moved(steps, 0, -1)] == [0, 1, 2]


def test_ids_come_from_titles_in_any_script() -> None:
    assert slug("Üç yol: Bakı – Tiflis!") == "uc-yol-baki-tiflis"
    assert tour_id(Draft(title="Карта")) == "my-tour"


def test_the_panel_lists_every_tour_and_offers_a_new_one() -> None:
    page = run(panel="present")
    assert not page.exception
    html = next(data["html"] for data in sent(page) if "data-tour" in data.get("html", ""))
    for tour in CATALOGUE.tours.values():
        assert f'data-tour="{tour.id}"' in html and tour.title in html
    assert any("data-add" in data.get("html", "") for data in sent(page))
