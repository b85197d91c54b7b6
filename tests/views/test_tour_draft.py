"""Tours made by hand: what the map shows becomes a file that the atlas reads, and comes back from it."""

from __future__ import annotations

import builtins
import io
import os
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from layers.catalogue.atlas import Atlas
from layers.catalogue.tours import read_tour
from layers.files.folders import ROOT
from layers.model.catalogue import Catalogue
from layers.model.tour import MOST_STEPS
from layers.views import tour_draft
from layers.views.tour_draft import (
    MOST_BYTES,
    Draft,
    NotATourError,
    add,
    move,
    moved,
    new_step,
    open_tour,
    put_back,
    remove,
    tour_id,
    tour_text,
    written,
)
from tests.harness.loaded import the_catalogue
from tests.harness.page import run, sent

SHOWN = {"layers": ["zangezur"], "selected": "place:meghri", "view": [39.1, 46.2, 8.25]}
ROUTES = {"from": "khorgos", "to": "constanta", "presets": ["georgia-closed"]}


def draft() -> Draft:
    made = Draft(title="Meine Tour, “kurz”: eins", minutes=3, explore=True)
    for headline in ("A gap", "A gap", "Zwei # drei: {{ x }}"):
        made.steps.append(
            new_step(SHOWN, ROUTES, the_catalogue())
            | {"headline": headline, "caption": "- “So” [blank:1]: &x"}
        )
    return made


def test_a_written_tour_is_valid_and_comes_back_the_same(loaded: Atlas) -> None:
    made = draft()
    assert written(made, loaded).faults == []
    opened, faults = open_tour(tour_text(made).encode(), loaded)
    assert faults == []
    assert (opened.title, opened.minutes, opened.explore) == (made.title, 3, True)
    for before, after in zip(made.steps, opened.steps, strict=True):
        for key in ("headline", "caption", "layers", "focus", "lit", "spotlight"):
            assert after[key] == before[key]
        assert after["routes"]["presets"] == ["georgia-closed"]
    assert len({step["id"] for step in opened.steps}) == 3
    assert tour_text(opened) == tour_text(opened)


@pytest.mark.parametrize("file", sorted((ROOT / "layers/tours").glob("*.md")), ids=lambda file: file.stem)
def test_every_tour_can_be_opened_and_written_again(file: Path, loaded: Atlas) -> None:
    opened, faults = open_tour(file.read_bytes(), loaded)
    assert faults == []
    assert written(opened, loaded).faults == []
    again, _ = open_tour(tour_text(opened).encode(), loaded)
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
def test_a_bad_file_gets_one_sentence(raw: bytes, loaded: Atlas) -> None:
    with pytest.raises(NotATourError) as error:
        open_tour(raw, loaded)
    assert "\n" not in str(error.value) and str(error.value).endswith(".")


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        (b"PK\x03\x04rest", "found a zip archive or an office document"),
        (b"%PDF-1.7", "found a PDF"),
        ("---\nid: x".encode("utf-16"), "found text saved as UTF-16"),
        ("---\nid: x".encode("utf-16-be"), "found NUL bytes"),
        (b"---\nid: \x00\n---\n", "found NUL bytes"),
        ("---\nid: \u00fc".encode("latin-1"), "found letters that are not UTF-8 on line 2"),
        (b"x" * (MOST_BYTES + 1), "found 200,001 bytes; expected at most 200,000"),
    ],
)
def test_a_file_of_another_kind_is_called_what_it_is(raw: bytes, found: str, loaded: Atlas) -> None:
    with pytest.raises(NotATourError, match=found):
        open_tour(raw, loaded)


def test_a_draft_is_looked_at_anew_only_after_a_change(
    loaded: Atlas, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []

    def counting(text: str, *rest: Any, **more: Any) -> Any:
        looked.append(text)
        return read_tour(text, *rest, **more)

    monkeypatch.setattr(tour_draft, "read_tour", counting)
    made, nowhere = draft(), 999
    first = written(made, loaded)
    assert written(made, loaded) is first and len(looked) == 1
    made.steps[1]["caption"] = f"Another [blank:{nowhere}]."
    assert [fault.found for fault in written(made, loaded).faults] == [f"the citation [blank:{nowhere}]"]
    assert written(made, replace(loaded)) is not first and len(looked) == 3


def test_a_removed_step_comes_back_whole_until_another_changes_place() -> None:
    made = draft()
    whole = [dict(step) for step in made.steps]
    remove(made, 1)
    assert made.steps == [whole[0], whole[2]]
    made.steps[0]["notes"] = "typed meanwhile"
    put_back(made)
    assert made.steps == [{**whole[0], "notes": "typed meanwhile"}, whole[1], whole[2]]
    assert made.removed is None
    for change in ("move", "add"):
        remove(made, 1)
        if change == "move":
            move(made, 0, 1)
        else:
            add(made, dict(whole[1]))
        left = list(made.steps)
        put_back(made)
        assert made.steps == left
    for _ in range(MOST_STEPS):
        add(made, dict(whole[0]))
    assert len(made.steps) == MOST_STEPS


def test_opening_a_file_needs_no_disk(loaded: Atlas, monkeypatch: pytest.MonkeyPatch) -> None:
    raw = tour_text(draft()).encode()

    def full(*_: Any, **__: Any) -> Any:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(tempfile, "tempdir", "/nowhere")
        for place, name in ((builtins, "open"), (io, "open"), (os, "open")):
            patched.setattr(place, name, full)
        opened, faults = open_tour(raw, loaded)
        assert (len(opened.steps), faults) == (3, [])
        assert written(opened, loaded).faults == []


def test_what_the_browser_reports_is_not_trusted(catalogue: Catalogue) -> None:
    junk = {"layers": ["<b>", 3, "tamar"], "selected": "zangezur/nothing", "view": ["a", None]}
    step = new_step(junk, None, catalogue)
    assert step["layers"] == ["tamar"] and step["lit"] == ["tamar"] and "spotlight" not in step
    assert step["focus"]["view"] == [41.0, 50.0, 4.0]
    assert new_step({"layers": "x", "view": [999, -999, 99]}, None, catalogue)["focus"]["view"] == [
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
    assert tour_id(Draft(title="Üç yol: Bakı – Tiflis!")) == "uc-yol-baki-tiflis"
    assert tour_id(Draft(title="Карта")) == "karta"
    assert tour_id(Draft(title="—")) == "my-tour"


def test_the_panel_lists_every_tour_and_offers_a_new_one(catalogue: Catalogue) -> None:
    page = run(panel="present")
    assert not page.exception
    html = next(data["html"] for data in sent(page) if "data-tour" in data.get("html", ""))
    for tour in catalogue.tours.values():
        assert f'data-tour="{tour.id}"' in html and tour.title in html
    assert any("data-add" in data.get("html", "") for data in sent(page))
