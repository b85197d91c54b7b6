"""A finger that moves sideways never leaves the atlas, though the browser has a page to go back to."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Frame, Page

from tests.harness.browser import Screen
from tests.harness.fingers import swipe
from tests.harness.presenting import LONG
from tests.harness.serving import poll
from tests.harness.windows import OpenScreen

BEFORE = "/robots.txt"
TOUR = f"/?tour={LONG}&step=2"
DESK: dict[str, Any] = {"size": (1366, 768), "touch": True}
PHONE: dict[str, Any] = {"phone": True}
PLACES = [
    ("/", ".atlas-list"),
    ("/", "#atlas-map"),
    ("/?selected=middle-corridor", ".card"),
    ("/?panel=routes", ".routes"),
    ("/?panel=read", ".reading"),
    ("/?panel=present", ".present"),
]
MIDDLE = """one => { const { left, top, width, height } = one.getBoundingClientRect();
    return [left + width / 2, top + height / 2]; }"""
TIPS = """() => { window.tips = []; const tip = document.querySelector('.tip');
    const look = () => tip.hidden || tips.push(tip.textContent);
    new MutationObserver(look).observe(tip, { attributes: true }); }"""
AWAY = 1000  # ms: long before that the browser has gone back, where it does


def arrive(open_screen: OpenScreen, path: str, **options: object) -> Screen:
    """Open the atlas in a tab that has shown another page before."""
    screen = open_screen(BEFORE, **options)  # type: ignore[arg-type]
    screen.forgive("favicon")  # of the page before
    screen.open(path).wait_for_map()
    assert screen.page.evaluate("history.length") > 1
    return screen


def across(page: Page, frame: Frame, selector: str, way: int) -> None:
    """Draw a finger over most of what is seen of an element, to the right (1) or to the left (-1)."""
    one = frame.locator(selector).first
    one.wait_for()
    box, window = one.bounding_box(), page.viewport_size
    assert box and window
    left, right = max(box["x"], 0) + 20, min(box["x"] + box["width"], window["width"]) - 20
    y = (max(box["y"], 0) + min(box["y"] + box["height"], window["height"])) / 2
    ends = (left, y), (right, y + 2)
    swipe(page, *(ends if way > 0 else ends[::-1]))


def stays(screen: Screen) -> bool:
    """Tell whether the atlas is still there when the browser would have gone."""
    screen.page.wait_for_timeout(AWAY)
    return screen.page.url != screen.url + BEFORE and screen.page.locator("#atlas-map").count() == 1


def test_without_the_rule_the_browser_goes_back(open_screen: OpenScreen) -> None:
    screen = arrive(open_screen, "/", **DESK)
    screen.page.add_style_tag(content="html, body { overscroll-behavior-x: auto !important }")
    across(screen.page, screen.page.main_frame, ".atlas-list", 1)
    poll(lambda: screen.page.url == screen.url + BEFORE, expected="the page before")


@pytest.mark.parametrize("options", [DESK, PHONE], ids=["board", "phone"])
@pytest.mark.parametrize(("path", "selector"), PLACES)
def test_a_finger_over_page_and_map_stays(
    open_screen: OpenScreen, path: str, selector: str, options: dict[str, Any]
) -> None:
    screen = arrive(open_screen, path, **options)
    for way in (1, -1):
        across(screen.page, screen.page.main_frame, selector, way)
    assert stays(screen)


def test_a_finger_over_the_legend_stays(open_screen: OpenScreen) -> None:
    screen = arrive(open_screen, "/", **PHONE)
    screen.open_legend()
    across(screen.page, screen.map, ".legend", 1)
    assert stays(screen)


def test_a_finger_over_the_speakers_window_stays(open_screen: OpenScreen) -> None:
    screen = open_screen("/", **DESK).wait_for_map()
    address = screen.page.evaluate("document.querySelector('#atlas-map').dataset.src") + "#speaker=1"
    screen.forgive("favicon")
    screen.open(BEFORE).open(f"/{address}")
    screen.page.locator(".speaker").wait_for()
    across(screen.page, screen.page.main_frame, ".speaker", 1)
    screen.page.wait_for_timeout(AWAY)
    assert screen.page.url.endswith("speaker=1") or "begun=" in screen.page.url


@pytest.mark.parametrize("options", [DESK, PHONE, {"size": (1366, 768)}], ids=["board", "phone", "mouse"])
@pytest.mark.parametrize("selector", [".folium-map", ".tour-caption"])
def test_in_a_tour_it_is_a_step(open_screen: OpenScreen, selector: str, options: dict[str, Any]) -> None:
    screen = arrive(open_screen, TOUR, **options)
    assert screen.page.evaluate("matchMedia('(pointer: coarse)').matches") == (
        "touch" in options or "phone" in options
    )
    for way, step in ((1, 1), (-1, 2), (-1, 3)):
        across(screen.page, screen.map, selector, way)
        poll(lambda step=step: screen.state()["step"] == step, expected=f"step {step}")
    assert stays(screen)


def test_in_a_tour_a_mouse_moves_the_map_also_after_a_finger(open_screen: OpenScreen) -> None:
    screen = arrive(open_screen, TOUR, size=(1366, 768))
    across(screen.page, screen.map, ".folium-map", 1)
    poll(lambda: screen.state()["step"] == 1, expected="step 1")
    poll(lambda: not screen.map.evaluate("atlas.map._animatingZoom"))
    before, mouse = screen.state()["view"]["lon"], screen.page.mouse
    mouse.move(500, 250)
    mouse.down()
    mouse.move(700, 250, steps=5)
    mouse.up()
    poll(lambda: screen.state()["view"]["lon"] < before - 1, expected="a map that was moved")
    assert screen.state()["step"] == 1


def test_after_a_finger_nothing_is_named_as_by_a_mouse(open_screen: OpenScreen) -> None:
    screen = arrive(open_screen, "/", size=(1366, 768))
    page, frame = screen.page, screen.page.locator("#atlas-map").bounding_box()
    assert frame
    x, y = screen.map.locator(".point[data-ref]:not(.crowded)").first.evaluate(MIDDLE)
    at = (frame["x"] + x, frame["y"] + y)
    screen.map.evaluate(TIPS)
    swipe(page, at, at)
    poll(lambda: screen.state()["selected"], expected="what was tapped")
    assert screen.map.evaluate("tips") == []
    page.mouse.move(at[0] + 40, at[1] + 40)
    page.mouse.move(*at, steps=3)
    poll(lambda: screen.map.evaluate("tips"), expected="a tip under the mouse")
