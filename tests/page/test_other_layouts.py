"""Keys while a layout of another script is on: each is known by its place, wherever it is pressed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.harness.browser import Screen
from tests.harness.presenting import LONG
from tests.harness.serving import poll
from tests.harness.windows import OpenScreen

RUSSIAN = {
    "KeyT": "е",
    "KeyB": "и",
    "KeyN": "т",
    "KeyH": "р",
    "KeyL": "д",
    "KeyD": "в",
    "KeyC": "с",
    "KeyF": "а",
} | {
    "KeyS": "ы",
    "Period": "ю",
    "Slash": ".",
}


def typist(page: Page) -> Callable[[str], None]:
    """Return what presses the key at a place of a Russian board."""
    session = page.context.new_cdp_session(page)

    def press(code: str) -> None:
        key = RUSSIAN[code]
        for kind in ("keyDown", "keyUp"):
            text = {"text": key} if kind == "keyDown" else {}
            session.send("Input.dispatchKeyEvent", {"type": kind, "key": key, "code": code, **text})

    return press


def touring(open_screen: OpenScreen) -> Screen:
    screen = open_screen(f"/?tour={LONG}&step=1").wait_for_map()
    poll(lambda: screen.page.evaluate("document.activeElement.id") == "atlas-map", 30)
    return screen


@pytest.mark.parametrize("focus", ["map", "page"])
def test_in_a_tour_each_letter_works(open_screen: OpenScreen, focus: str) -> None:
    screen = touring(open_screen)
    press = typist(screen.page)
    if focus == "page":
        screen.page.evaluate("document.activeElement.blur()")
    root = screen.map.locator("html")
    for code, selector in (("KeyB", ".tour-blank"), ("Period", ".tour-blank"), ("KeyN", ".tour-notes")):
        press(code)
        screen.map.locator(selector).wait_for()
        press(code)
        screen.map.locator(selector).wait_for(state="hidden")
    press("KeyH")
    screen.map.locator(".tour-help").wait_for()
    for code, kept in (("KeyL", "pointing"), ("KeyD", "drawing-on")):
        press(code)
        poll(lambda kept=kept: kept in (root.get_attribute("class") or ""), expected=kept)
    press("KeyC")
    poll(lambda: screen.state()["theme"] == "dark", expected="the dark theme")
    press("KeyF")
    full = "document.fullscreenElement?.id"
    poll(lambda: screen.page.evaluate(full) == "atlas-map", expected="all of the screen")
    press("KeyT")
    poll(lambda: screen.state()["exploring"], expected="the map left to the class")
    press("KeyT")
    poll(lambda: not screen.state()["exploring"], expected="the tour again")


def test_the_speakers_window_opens_and_sends_them(open_screen: OpenScreen) -> None:
    screen = touring(open_screen)
    with screen.page.expect_popup() as popup:
        typist(screen.page)("KeyS")
    poll(lambda: popup.value.locator(".speaker").get_attribute("data-step") == "1", expected="the step")
    press = typist(popup.value)
    for code in ("KeyB", "Period"):
        press(code)
        poll(
            lambda code=code: screen.map.locator(".tour-blank").is_visible() == (code == "KeyB"),
            expected=code,
        )
    press("KeyT")
    poll(lambda: screen.state()["exploring"], expected="the map left to the class")


def test_where_the_slash_is_printed_leads_to_the_search(open_screen: OpenScreen) -> None:
    screen = open_screen("/").wait_for_map()
    searched = "document.activeElement.role === 'combobox'"
    for focus in ("document.body.focus()", "document.querySelector('#atlas-map').focus()"):
        screen.page.evaluate("document.activeElement.blur()")
        screen.page.evaluate(focus)
        assert not screen.page.evaluate(searched)
        typist(screen.page)("Slash")
        poll(lambda: screen.page.evaluate(searched), expected="the search")
        assert screen.page.get_by_role("combobox").first.input_value() == ""
