"""What pupils are asked, by real clicks at 1366×768: few of them bring the answer on screen, unscrolled."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import pytest
from playwright.sync_api import Locator, expect

from tests.harness.browser import Screen
from tests.harness.serving import poll
from tests.harness.windows import OpenScreen

Deed = Callable[[Screen], Locator]

# Whether a text is seen: within the window, and nothing lies over it. Blanks of any kind count as one.
SEEN = """wanted => {
    const plain = text => text.replace(/\\s+/g, ' ');
    const holds = one => plain(one.textContent).includes(wanted);
    const all = [...document.querySelectorAll('body *')].filter(holds);
    const least = all.filter(one => !all.some(other => other !== one && one.contains(other)));
    return least.some(one => {
        const { left, top, right, bottom } = one.getBoundingClientRect();
        const isIn = top >= 0 && left >= 0 && right <= innerWidth && bottom <= innerHeight;
        if (!isIn || right === left) return false;
        const shown = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
        return Boolean(shown) && (one.contains(shown) || shown.contains(one));
    });
}"""


def row(layer: str) -> Deed:
    return lambda screen: screen.page.locator(f'button.open[data-open="{layer}"]')


def words(text: str) -> Deed:
    return lambda screen: screen.page.get_by_text(text).first


def panel(name: str) -> Deed:
    return lambda screen: screen.page.locator(".st-key-panels").get_by_role("radio", name=name)


@dataclass(frozen=True)
class Task:
    """A question, the clicks that lead to its answer, and what is then read beside the map or on it."""

    asked: str
    clicks: tuple[Deed, ...]
    answers: tuple[str, ...]


TASKS = {
    1: Task(
        "Which countries does the Middle Corridor cross, how long is it, how many days?",
        (row("middle-corridor"),),
        ("Kazakhstan → Azerbaijan → Georgia", "5,690 km", "11–28 days"),
    ),
    3: Task("Is the railway through Armenia built?", (row("zangezur"),), ("42 km, planned",)),
    4: Task(
        "What if Georgia closes, and Iran, and what is the weakest link?",
        (panel("Routes"), words("Georgia closed"), words("Iran closed")),
        ("Weakest link",),
    ),
    5: Task(
        "Where is the gap of North–South, and when is it finished?",
        (words("Where is the gap in the North–South railway?"),),
        ("Astara – Talesh – Rasht (163 km, planned)", "three years after the start"),
    ),
    20: Task("What is here?", (), ()),
}


@pytest.fixture
def laptop(open_screen: OpenScreen) -> Screen:
    return open_screen("/", size=(1366, 768)).wait_for_map()


@pytest.mark.parametrize("number", [key for key in TASKS if TASKS[key].answers])
def test_a_task_is_answered(laptop: Screen, number: int) -> None:
    task = TASKS[number]
    assert len(task.clicks) <= (2 if number in (1, 3, 5, 6, 7, 8) else 3)
    for deed in task.clicks:
        target = deed(laptop)
        expect(target).to_be_in_viewport(timeout=15_000)
        target.click()
    for answer in task.answers:
        seen = partial(laptop.page.evaluate, SEEN, answer)
        poll(seen, 10, expected=f"on the screen: {answer}")
