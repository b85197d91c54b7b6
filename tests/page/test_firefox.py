"""A small part of what is done in Chromium, done in Firefox."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Playwright

from tests.harness.browser import Screen
from tests.harness.cable import PulledCable
from tests.harness.firefox import WITHOUT_WASM, firefox
from tests.harness.presenting import LONG
from tests.harness.serving import Server, poll
from tests.harness.windows import OpenScreen

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def fox(driver: Playwright) -> Iterator[Browser]:
    """One Firefox for this file."""
    with firefox(driver) as running:
        yield running


@pytest.fixture
def open_fox(fox: Browser, cable: PulledCable, app_server: Server) -> Iterator[OpenScreen]:
    """A function that opens watched windows of Firefox."""
    opener = OpenScreen(fox, cable, lambda: app_server)
    yield opener
    for screen in opener.screens:
        screen.context.close()
    assert not opener.complaints(), "\n".join(opener.complaints())


def stand(screen: Screen) -> Screen:
    """Wait for map and framework."""
    screen.forgive(WITHOUT_WASM)
    screen.wait_for_map(60)
    poll(lambda: screen.page.locator("#root .atlas-head").count(), 40, expected="the framework")
    return screen


def test_list_search_and_card(open_fox: OpenScreen) -> None:
    screen = stand(open_fox("/"))
    screen.switch("bases")
    poll(lambda: "bases" in screen.state()["layers"], expected="the layer on the map")
    box = screen.page.get_by_role("combobox", name="Find a layer")
    box.fill("zangezur")
    poll(lambda: screen.page.get_by_role("option").count(), expected="hits")
    box.press("Enter")
    poll(lambda: screen.page.locator(".card .title").count(), expected="the card")
    assert "TRIPP" in screen.page.locator(".card .title").inner_text()
    assert screen.axe() == [] and screen.axe(screen.map) == []


def test_routes_follow_what_is_closed(open_fox: OpenScreen) -> None:
    screen = stand(open_fox("/?panel=routes&from=khorgos&to=constanta"))
    poll(lambda: screen.page.locator(".routes .route").count(), 40, expected="routes")
    before = screen.page.locator(".routes .said").inner_text()
    screen.page.get_by_role("button", name="Georgia closed").click()
    poll(lambda: screen.page.locator(".routes .said").inner_text() != before, 20, expected="another answer")
    poll(lambda: "georgia-closed" in screen.address(), expected="it in the address")
    assert screen.axe() == []


def test_a_tour_by_keys_with_its_large_glyphs(open_fox: OpenScreen) -> None:
    screen = open_fox(f"/?tour={LONG}&step=2", size=(1920, 1080))
    screen.forgive(WITHOUT_WASM)
    screen.wait_for_map(60)
    scale = "getComputedStyle(document.querySelector('.point .glyph')).scale"
    assert float(screen.map.evaluate(scale)) == pytest.approx(1.55 * 1.5)
    screen.map.locator("body").press("ArrowRight")
    poll(lambda: screen.state()["step"] == 3, expected="the next step")
    assert screen.axe(screen.map) == []
    screen.map.get_by_role("button", name="Leave the tour").click()
    poll(lambda: screen.state()["tour"] is None, expected="no tour")


def test_small_windows_are_shared(open_fox: OpenScreen) -> None:
    screen = stand(open_fox("/", size=(683, 384)))
    assert screen.map.evaluate("atlas.map.getSize().y") >= 0.4 * 384
    screen.page.set_viewport_size({"width": 390, "height": 844})
    poll(lambda: screen.page.evaluate("document.elementFromPoint(30, 30)?.id") == "atlas-map")
