"""What a person does to the question: only known words are taken, and a story is a row of such questions."""

from __future__ import annotations

from typing import Any

import pytest

from layers.views.routes import asked as asked_now
from layers.views.routes import deeds
from layers.views.routes.answer import story_view
from layers.views.routes.controls import controls
from tests.harness.loaded import network_on_disk, the_atlas, the_network

JUNK: list[Any] = [
    "<img src=x>",
    "",
    "__proto__",
    "nowhere",
    7,
    None,
    ["RU"],
    {"RU": 1},
    "RU,GE",
    "ru",
    "x" * 10_000,
]


def start(**query: str) -> asked_now.Asked:
    return asked_now.asked_by(the_atlas(), {"from": "khorgos", "to": "constanta", **query})


def test_an_address_may_call_things_by_any_name() -> None:
    named = {"from": " Tiflis", "to": "Стамбул).", "closed": "Turkey, Ормузский пролив,TR", "weakest": "BTK"}
    coded = {"from": "tbilisi", "to": "istanbul", "closed": "TR,hormuz", "weakest": "baku-tbilisi-kars"}
    assert start(**named) == start(**coded)
    assert start(**named)["closed"] == ["TR", "hormuz"]
    assert start(weakest="Hormuz")["weakest"] is None
    assert start(year=" 2017.")["year"] == 2017


@pytest.mark.parametrize("word", JUNK)
def test_words_that_nothing_is_called_by_change_nothing(word: Any) -> None:
    asked = start(presets="russia-avoided", closed="suez", story="bypassing-russia")
    before = asked_now.address(asked)
    deeds.close(the_network(), asked, word)
    deeds.open_again(the_network(), asked, word)
    deeds.put_end(the_network(), asked, "from", word)
    deeds.put_end(the_network(), asked, "to", word)
    deeds.pass_by(the_network(), asked, word)
    deeds.pass_no_more(asked, word)
    if not isinstance(word, int):
        deeds.go_to_step(the_network(), asked, word)
    assert asked_now.address(asked) == before


@pytest.mark.parametrize(
    "word", ["GE", "suez", "poti", "middle-corridor", "caspian", "ge-senaki-poti", "planned"]
)
def test_what_is_closed_can_be_opened_again(word: str) -> None:
    asked = start()
    deeds.close(the_network(), asked, word)
    deeds.close(the_network(), asked, word)
    assert asked["closed"] == [word]
    deeds.open_again(the_network(), asked, word)
    assert asked["closed"] == []


def test_what_a_preset_closed_is_not_closed_twice_and_opens_alone() -> None:
    asked = start(presets="suez-and-hormuz-closed")
    deeds.close(the_network(), asked, "suez")
    assert asked["closed"] == []
    deeds.open_again(the_network(), asked, "suez")
    assert (asked["presets"], asked["closed"]) == ([], ["hormuz"])


def test_a_way_is_led_by_places_and_straits_each_once() -> None:
    known, asked = the_network(), start(via="Tiflis, Bosporus, tbilisi")
    assert asked["via"] == ["tbilisi", "bosporus"]
    deeds.pass_by(known, asked, "bosporus")
    assert asked_now.address(asked)["via"] == "tbilisi,bosporus"
    assert asked_now.question_of(known, asked).via == ("tbilisi", "bosporus")
    deeds.put_end(known, asked, "to", "tbilisi")
    assert asked["via"] == ["bosporus"], "an end needs no stop"
    deeds.pass_no_more(asked, "bosporus")
    assert "via" not in asked_now.address(asked)


def test_a_story_begins_without_places_on_the_way() -> None:
    known, asked = the_network(), start(via="tehran")
    deeds.begin_story(known, asked, next(iter(known.scenarios)))
    assert asked["via"] == []


def test_a_strait_is_no_place_to_start_from() -> None:
    asked = start()
    deeds.put_end(the_network(), asked, "from", "suez")
    assert asked["from"] == "khorgos"


def test_the_other_end_changes_places_and_swap_asks_for_the_way_back() -> None:
    asked = start()
    deeds.put_end(the_network(), asked, "from", "constanta")
    assert (asked["from"], asked["to"]) == ("constanta", "khorgos")
    deeds.swap(asked)
    assert (asked["from"], asked["to"]) == ("khorgos", "constanta")


@pytest.mark.parametrize("key", sorted(network_on_disk().scenarios))
def test_a_story_goes_step_by_step_to_its_end_and_back(key: str) -> None:
    asked, story = start(closed="poti"), the_network().scenarios[key]
    deeds.begin_story(the_network(), asked, key)
    assert (asked["from"], asked["to"], asked["closed"]) == (story.from_, story.to, [])
    for number in range(len(story.steps) + 1):
        deeds.go_to_step(the_network(), asked, number)
        assert asked["presets"] == list(story.steps[:number])
        assert asked_now.step_of(the_network(), asked) == number
        told = story_view(the_atlas(), key, number)
        assert told is not None and told["says"].endswith(".")
        assert bool(told["next"]) == (number < len(story.steps))
        again = asked_now.asked_by(the_atlas(), asked_now.address(asked))
        assert asked_now.address(again) == asked_now.address(asked)
    for number in (99, -5):
        deeds.go_to_step(the_network(), asked, number)
        assert asked_now.step_of(the_network(), asked) == (len(story.steps) if number > 0 else 0)


def test_a_story_says_where_the_essay_speaks_of_it() -> None:
    told = story_view(the_atlas(), "bypassing-russia", 2)
    assert told is not None
    assert told["essay"] == "Blank, paragraphs 52 and 57"


def test_another_pair_of_places_ends_the_story() -> None:
    asked = start(presets="russia-avoided", story="bypassing-russia")
    deeds.leave_lost_story(the_network(), asked)
    assert asked["story"] == "bypassing-russia"
    deeds.swap(asked)
    deeds.leave_lost_story(the_network(), asked)
    assert asked["story"] is None


@pytest.mark.parametrize(
    "told",
    [
        *map(str, JUNK),
        "by:magic",
        "year:1066",
        "modes:swim",
        "story:none",
        "presets",
        "presets:iran-closed",
        "planned=maybe",
    ],
)
def test_a_control_that_there_is_not_changes_nothing(told: str) -> None:
    asked = start(presets="russia-avoided")
    before = dict(asked)
    deeds.change(the_network(), asked, told)
    assert asked == before


def test_each_control_is_pressed_once_and_once_more() -> None:
    known, asked = the_network(), start(presets="russia-avoided")
    before = dict(asked)
    lines = controls(known, asked)
    for line in ("presets", "modes", "flags"):
        for control in lines[line]:
            deeds.change(known, asked, f"{control.told}={'off' if control.pressed else 'on'}")
            pressed = {one.told: one.pressed for one in controls(known, asked)[line]}
            assert pressed[control.told] is not control.pressed
            for _ in range(2):
                deeds.change(known, asked, f"{control.told}={'on' if control.pressed else 'off'}")
    assert {
        **asked,
        "newest": before["newest"],
        "presets": sorted(asked["presets"]),
        "modes": sorted(asked["modes"]),
    } == {
        **before,
        "presets": sorted(before["presets"]),
        "modes": sorted(before["modes"]),
    }
    for line in ("by", "scales"):
        for control in lines[line]:
            deeds.change(known, asked, control.told)
            assert [one.told for one in controls(known, asked)[line] if one.pressed] == [control.told]
    deeds.change(known, asked, "year:2017")
    assert asked["year"] == 2017


@pytest.mark.parametrize("address", [False, True])
def test_what_was_closed_last_is_what_is_spoken_of(address: bool) -> None:
    known, asked = the_network(), start(closed="TR")
    deeds.change(known, asked, "presets:suez-and-hormuz-closed=on")
    if address:
        asked = asked_now.asked_by(the_atlas(), asked_now.address(asked))
    before = asked_now.one_door_less(known, asked_now.question_of(known, asked), asked)
    assert before.closed == ("TR",)
    deeds.close(known, asked, "IR")
    deeds.change(known, asked, "modes:road=on")  # which closes nothing
    before = asked_now.one_door_less(known, asked_now.question_of(known, asked), asked)
    assert "IR" not in before.closed and {"TR", "suez"} <= set(before.closed)


def test_no_mode_at_all_is_kept_in_the_address() -> None:
    known, asked = the_network(), start(modes="rail")
    deeds.change(known, asked, "modes:rail=off")
    again = asked_now.asked_by(the_atlas(), asked_now.address(asked))
    assert asked["modes"] == again["modes"] == []
