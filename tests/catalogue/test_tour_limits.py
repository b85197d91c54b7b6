"""A long tour costs little: its first steps are read, its texts are bounded, and a sentence says so."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import pytest

from layers.catalogue.atlas import Atlas
from layers.catalogue.tour_limits import MOST_SIGNS, first_steps, signs_of
from layers.catalogue.tours import read_tour
from layers.files.faults import Fault
from layers.model.catalogue import Catalogue
from layers.model.tour import MOST_LETTERS, MOST_NAMES, MOST_STEPS, Tour

STEP = """  - id: s{n}
    headline: A
    caption: b
    layers: [zangezur]
    focus: zangezur
"""
LONG = 200_000  # letters
MOST_SECONDS = 0.6  # of the processor; a third of it where the machine is calm


def text_of(steps: int, *, before: str = "", after: str = "", body: str = "") -> str:
    listed = "".join(STEP.format(n=number) for number in range(steps))
    return f"---\nid: t\ntitle: T\nminutes: 5\n{before}steps:\n{listed}{after}---\n{body}"


def read(text: str, atlas: Atlas) -> tuple[Tour | None, list[Fault]]:
    return read_tour(text, file="t.md", name="t", catalogue=atlas.catalogue, network=atlas.network)


def test_the_first_steps_of_a_long_tour_are_shown(loaded: Atlas) -> None:
    tour, faults = read(text_of(MOST_STEPS), loaded)
    assert tour and len(tour.steps) == MOST_STEPS and faults == []
    for steps in (MOST_STEPS + 1, 2_000):
        tour, faults = read(text_of(steps, after="ends: explore\n", body="Why."), loaded)
        assert tour and [step.id for step in tour.steps] == [f"s{n}" for n in range(MOST_STEPS)]
        assert (tour.ends, tour.body) == ("explore", "Why.")
        [fault] = faults
        assert f"found {steps:,} steps; expected at most {MOST_STEPS}" in str(fault)
    [flow] = [
        str(fault) for fault in read(text_of(0).replace("steps:", "steps: [" + "a, " * 101 + "]"), loaded)[1]
    ][:1]
    assert "found 101 steps" in flow


def test_lines_keep_their_numbers_when_steps_are_left_out(loaded: Atlas) -> None:
    text = text_of(150, after="minuts: 5\n")
    line = text.split("\n").index("minuts: 5") + 1
    _, faults = read(text, loaded)
    assert [fault.line for fault in faults if "minuts" in fault.found] == [line]


@pytest.mark.parametrize(
    "front",
    [
        "",
        "id: x",
        "steps:",
        "steps:\n",
        "steps: []",
        "steps:\n\n# none\n",
        "steps:\n- a\n- b",
        "steps:\n  x: y",
        "- a",
    ],
)
def test_short_front_matter_stays_as_it_is(front: str) -> None:
    assert first_steps(front)[0] == front


def test_lists_within_steps_are_no_steps() -> None:
    front = "steps:\n" + "- id: a\n  lit:\n  - x\n  - y\n# note\n\n" * 60 + "ends: explore"
    assert first_steps(front) == (front, 60)


@pytest.mark.parametrize("key", ["caption", "notes", "headline"])
def test_a_text_that_is_too_long_is_said_and_the_step_shows(key: str, loaded: Atlas) -> None:
    text = text_of(2, after=f"    {'notes' if key == 'notes' else 'x'}: y\n").replace("    x: y\n", "")
    old = {"caption": "caption: b", "headline": "headline: A", "notes": "notes: y"}[key]
    tour, faults = read(text.replace(old, f"{key}: {'long ' * 500}"), loaded)
    assert tour and len(tour.steps) == 2 and tour.steps[1].layers == ("zangezur",)
    assert any(f"expected at most {MOST_LETTERS} characters" in str(fault) for fault in faults)


def test_the_text_below_is_shown_as_far_as_it_may_go(loaded: Atlas) -> None:
    tour, [fault] = read(text_of(1, body="long " * 500), loaded)
    assert tour and tour.body == ("long " * 500)[:MOST_LETTERS]
    assert f"found 2,499 letters; expected at most {MOST_LETTERS:,}" in str(fault)


def test_a_list_of_too_many_names_is_left_out(loaded: Atlas) -> None:
    names = ", ".join(["zangezur"] * (MOST_NAMES + 1))
    tour, faults = read(text_of(1).replace("[zangezur]", f"[{names}]"), loaded)
    assert tour and tour.steps[0].layers == () and tour.steps[0].focus == "zangezur"
    assert any(f"expected at most {MOST_NAMES} of them" in str(fault) for fault in faults)


def test_front_matter_of_signs_alone_is_refused_unread(loaded: Atlas) -> None:
    assert signs_of("a: [b, {c: d}]\n- e-f http://x") == 9
    tour, [fault] = read(f"---\nx: [{'a, ' * MOST_SIGNS}]\n---\n", loaded)
    assert tour is None and f"expected at most {MOST_SIGNS:,} above the text" in str(fault)


SIGNS = [
    "[",
    "*_",
    "[*",
    "[a](place:",
    "[blank:1, ",
    "**a",
    "=\n",
    "a\n=\n",
    "-\n",
    "\\",
    "&#",
    "“",
    "- ",
    "{",
    '"',
    "\t",
]
HOSTS = {
    "body": lambda signs: text_of(1, body=signs),
    "caption": lambda signs: text_of(1).replace(
        "caption: b", "caption: >\n      " + signs.replace("\n", "\n      ")
    ),
    "quoted": lambda signs: text_of(1).replace("caption: b", f'caption: "{signs}"'),
    "key": lambda signs: f"---\nid: t\n{signs}\n---\n",
    "list": lambda signs: text_of(1).replace("[zangezur]", f"[{signs}]"),
    "texts": lambda signs: text_of(100).replace(
        "caption: b", "caption: >\n      " + signs.replace("\n", "")[:1_900]
    ),
}


@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.parametrize("sign", SIGNS)
def test_whatever_lies_in_a_file_costs_little(host: str, sign: str, loaded: Atlas) -> None:
    signs = (sign * LONG)[: LONG - 200]
    text = HOSTS[host](signs)[:LONG]
    before = time.process_time()
    read(text, loaded)
    assert time.process_time() - before < MOST_SECONDS


class Counted(dict[str, Any]):
    """Layers that count how often somebody goes through all of them."""

    walks = 0

    def values(self) -> Any:
        self.walks += 1
        return super().values()

    def __iter__(self) -> Iterator[str]:
        self.walks += 1
        return super().__iter__()


def test_the_set_of_all_features_is_made_once_for_a_catalogue(loaded: Atlas) -> None:
    known = loaded.catalogue
    layers = Counted(known.layers)
    catalogue = Catalogue(layers, known.sources, known.essays, known.places)
    for _ in range(3):
        read_tour(text_of(100), file="t.md", name="t", catalogue=catalogue, network=loaded.network)
    assert layers.walks == 2  # the parts and the broken layers
