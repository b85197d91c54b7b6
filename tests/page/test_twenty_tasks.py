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

Deed = Callable[[Screen], None]
FEWEST = (1, 3, 5, 6, 7, 8)  # tasks that two clicks must answer; others may take three

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


def press(find: Callable[[Screen], Locator]) -> Deed:
    """Press what must be in sight: whoever has to scroll has lost the way."""

    def deed(screen: Screen) -> None:
        target = find(screen)
        expect(target).to_be_in_viewport(timeout=15_000)
        target.click()

    return deed


def row(layer: str) -> Deed:
    return press(lambda screen: screen.page.locator(f'button.open[data-open="{layer}"]'))


def words(text: str) -> Deed:
    return press(lambda screen: screen.page.get_by_text(text).first)


def panel(name: str) -> Deed:
    return press(lambda screen: screen.page.locator(".st-key-panels").get_by_role("radio", name=name))


def legend(screen: Screen) -> None:
    screen.map.get_by_role("button", name="Legend").click()


def spot(x: int, y: int) -> Deed:
    """Click a spot of the map; a second click that comes too soon would mean to come nearer."""

    def deed(screen: Screen) -> None:
        before = screen.state()["selected"]
        screen.page.mouse.click(x, y)
        poll(lambda: screen.state()["selected"] != before, expected="the spot to be told")

    return deed


def typed(text: str) -> Deed:
    def deed(screen: Screen) -> None:
        screen.page.get_by_role("combobox").first.fill(text)
        screen.page.keyboard.press("Enter")

    return deed


@dataclass(frozen=True)
class Task:
    """A question, the deeds that lead to its answer, and what is then read beside the map or on it."""

    asked: str
    deeds: tuple[Deed, ...]
    answers: tuple[str, ...]


TASKS = {
    1: Task(
        "Which countries does the Middle Corridor cross, how long is it, how many days?",
        (row("middle-corridor"),),
        ("Kazakhstan → Azerbaijan → Georgia", "Türkiye: Tbilisi – Kars", "5,690 km", "11–28 days"),
    ),
    2: Task(
        "Who says Zangezur corridor, and who does not?",
        (words("What is TRIPP, and who calls it the Zangezur corridor?"),),
        ("United States and Armenia, since August 2025", "Zangezur corridor"),
    ),
    3: Task("Is the railway through Armenia built?", (row("zangezur"),), ("(42 km, planned)",)),
    4: Task(
        "What if Georgia closes, and Iran, and what is the weakest link?",
        (panel("Routes"), words("Georgia closed"), words("Iran closed")),
        ("Iran is left out", "Weakest link"),
    ),
    5: Task(
        "Where is the gap of North–South, and when is it finished?",
        (words("Where is the gap in the North–South railway?"),),
        ("Astara – Talesh – Rasht (163 km, planned)", "three years after the start"),
    ),
    6: Task(
        "Whose is Tamar, where does the gas go, what has Azerbaijan to do with it?",
        (row("tamar"),),
        ("Isramco 28.75 %", "SOCAR 10 %", "Israel; in part Egypt and Jordan"),
    ),
    7: Task(
        "Who builds Anaklia, and when does it open?",
        (words("Who won the bid for Anaklia?"),),
        ("51 % Georgian state", "contract unsigned", "end of 2027"),
    ),
    8: Task(
        "How much goes through the Port of Baku, and what can it take?",
        (row("port-of-baku"),),
        ("7.6 million t", "100,000 TEU", "150,000 TEU"),
    ),
    9: Task(
        "Where is Blank contradicted?",
        (panel("Read"), words("Claims"), words("contradicted")),
        ("3 of 201 claims",),
    ),
    10: Task(
        "How far has the Caspian fallen, and do the sources agree?",
        (words("Waters"), row("shrinking-waters")),
        ("0.93 m", "0.24 m"),
    ),
    12: Task("Where is Krasnaja Sloboda?", (typed("krasnaja sloboda"),), ("Red Village",)),
    14: Task(
        "How do I cite what Blank says of Tamar?",
        (row("tamar"), press(lambda screen: screen.page.locator(".card [data-cite]").first)),
        ("para. ", "Baku Dialogues"),
    ),
    17: Task("What do the lines mean?", (legend,), ("road", "approximate", "planned")),
    19: Task(
        "How far is it from here to there?", (spot(1010, 225), spot(660, 645)), ("km in a straight line",)
    ),
    20: Task("What is here?", (spot(1010, 225),), ("Kazakhstan",)),
}


@pytest.fixture
def laptop(open_screen: OpenScreen) -> Screen:
    screen = open_screen("/", size=(1366, 768)).wait_for_map()
    expect(screen.page.locator(".st-key-panels")).to_be_visible(timeout=20_000)
    return screen


@pytest.mark.parametrize("number", list(TASKS))
def test_a_task_is_answered(laptop: Screen, number: int) -> None:
    task = TASKS[number]
    assert len(task.deeds) <= (2 if number in FEWEST else 3)
    for deed in task.deeds:
        deed(laptop)
    for answer in task.answers:
        poll(partial(is_seen, laptop, answer), 10, expected=f"on the screen: {answer}")


def is_seen(screen: Screen, text: str) -> bool:
    return bool(screen.page.evaluate(SEEN, text) or screen.map.evaluate(SEEN, text))
