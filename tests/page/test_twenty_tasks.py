"""What pupils are asked: few deeds bring the answer in sight; by mouse, by keyboard, on a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.harness.browser import Screen
from tests.harness.deeds import Deed, wait_until_seen
from tests.harness.serving import poll
from tests.harness.tasks import TASKS
from tests.harness.windows import OpenScreen

LABELS = "atlas.labels().map(({ text, box }) => [text, Math.round(box.left), Math.round(box.top)])"
STANDS = "Boolean(document.querySelector('.st-key-panels')) && !document.querySelector('#atlas-front')"
BY_KEY = [number for number, task in TASKS.items() if task.by_key]
BY_TAP = [number for number, task in TASKS.items() if task.by_tap]


def stand(screen: Screen) -> Screen:
    screen.wait_for_map()
    poll(lambda: screen.page.evaluate(STANDS), 30, expected="the page with its framework")
    return screen


@pytest.fixture
def laptop(open_screen: OpenScreen) -> Screen:
    return stand(open_screen("/", size=(1366, 768)))


def answer(screen: Screen, number: int, deeds: tuple[Deed, ...]) -> None:
    """Do what is to be done, and read the answer."""
    for deed in deeds:
        deed(screen)
    for text in TASKS[number].answers:
        wait_until_seen(screen, text)


@pytest.mark.parametrize("number", list(TASKS))
def test_a_task_is_answered(laptop: Screen, number: int) -> None:
    assert len(TASKS[number].deeds) <= TASKS[number].most
    answer(laptop, number, TASKS[number].deeds)


def test_a_link_shows_another_what_its_sender_saw(laptop: Screen, open_screen: OpenScreen) -> None:
    before = laptop.state()["view"]
    answer(laptop, 13, TASKS[13].deeds)
    sent = poll(lambda: laptop.state()["view"] != before and laptop.state(), expected="a nearer view")
    poll(lambda: f"{sent['view']['zoom']:g}" in laptop.address() and "belt-and-road" in laptop.address())
    other = stand(open_screen(laptop.address().removeprefix(laptop.url), size=(1366, 768)))
    assert {"black-sea-access", "belt-and-road"} <= set(other.state()["layers"])
    assert other.state() == laptop.state()
    drawn = laptop.map.evaluate(LABELS)
    assert drawn
    poll(lambda: other.map.evaluate(LABELS) == drawn, expected="the same names at the same places")


@pytest.mark.parametrize("number", BY_KEY)
def test_a_task_is_answered_by_keyboard_alone(laptop: Screen, number: int) -> None:
    answer(laptop, number, TASKS[number].by_key)
    find = TASKS[number].focus
    assert find
    expect(find(laptop)).to_be_focused()
    expect(find(laptop)).to_be_in_viewport()


@pytest.mark.parametrize("number", BY_TAP)
def test_a_task_is_answered_on_a_phone(open_screen: OpenScreen, number: int) -> None:
    answer(stand(open_screen("/", phone=True)), number, TASKS[number].by_tap)
