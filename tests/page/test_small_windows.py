"""The page in small windows: zoomed to 200 and 400 %, on a phone upright and sideways, on a tablet."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.harness.browser import Screen
from tests.harness.routes import open_routes
from tests.harness.serving import poll
from tests.harness.windows import OpenScreen

ZOOMED = [(683, 384), (720, 450), (320, 256)]
TOUCHED = [(390, 844), (844, 390), (820, 1180)]
LEAST = 0.4  # of the window's height
STANDS = (
    "() => Boolean(document.querySelector('#root .atlas-head')) && !document.querySelector('#atlas-front')"
)
IS_MAPS = "([x, y]) => document.elementFromPoint(x, y)?.id === 'atlas-map'"


def stand(screen: Screen) -> Page:
    """Wait until the framework has its place beside the map."""
    screen.wait_for_map()
    poll(lambda: screen.page.evaluate(STANDS), 30, expected="the page with its framework")
    return screen.page


def top_and_bottom(page: Page, selector: str) -> tuple[float, float]:
    box = page.locator(selector).first.bounding_box()
    assert box, selector
    return box["y"], box["y"] + box["height"]


@pytest.mark.parametrize("size", ZOOMED + TOUCHED, ids=str)
def test_map_and_text_share_a_small_window(open_screen: OpenScreen, size: tuple[int, int]) -> None:
    screen = open_screen(size=size, touch=size in TOUCHED)
    page = stand(screen)
    height = screen.map.evaluate("atlas.map.getSize().y")
    assert height >= LEAST * size[1]
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    assert page.get_by_role("heading", name="Corridor Atlas").is_visible()
    for name in ("Explore", "Read", "Routes", "Present"):
        box = page.get_by_role("radio", name=name).bounding_box()
        assert box and box["x"] + box["width"] <= size[0] and box["y"] + box["height"] <= size[1]
    frame = page.locator("#atlas-map").bounding_box()
    buttons = screen.map.locator(".map-button:visible, .legend-fold")
    for box in (buttons.nth(n).bounding_box() for n in range(buttons.count())):
        assert box and frame
        assert page.evaluate(IS_MAPS, [box["x"] + box["width"] / 2, box["y"] + box["height"] / 2])


def test_a_turned_phone_is_as_one_that_was_opened_so(open_screen: OpenScreen) -> None:
    page = stand(open_screen(size=(844, 390), touch=True))
    page.set_viewport_size({"width": 390, "height": 844})
    poll(lambda: page.evaluate(IS_MAPS, [30, 30]) and page.evaluate(IS_MAPS, [360, 30]))
    frame = page.locator("#atlas-map").bounding_box()
    assert frame and frame["width"] == 390 and frame["height"] == pytest.approx(0.46 * 844, abs=1)


@pytest.mark.parametrize("size", ZOOMED[:2], ids=str)
def test_all_routes_are_seen_in_a_small_map(open_screen: OpenScreen, size: tuple[int, int]) -> None:
    screen = open_routes(open_screen, size=size)
    outside = """() => {
        const { x, y } = atlas.map.getSize();
        return [...document.querySelectorAll('.leaflet-routes-pane .hit')].filter((leg) => {
            const { left, right, top, bottom } = leg.getBoundingClientRect();
            return left < -2 || top < -2 || right > x + 2 || bottom > y + 2;
        }).length;
    }"""
    poll(lambda: screen.map.evaluate("document.querySelectorAll('.leaflet-routes-pane .hit').length"))
    poll(lambda: screen.map.evaluate(outside) == 0, expected="every leg in view")
    assert screen.state()["view"]["zoom"] < 6


@pytest.mark.parametrize("size", [(390, 844), (683, 384), (1366, 768)], ids=str)
def test_a_card_that_is_asked_for_is_seen(open_screen: OpenScreen, size: tuple[int, int]) -> None:
    page = stand(open_screen("/?selected=zangezur", size=size, touch=size[0] == 390))
    poll(lambda: page.locator(".card .title").count(), expected="the card's text")
    poll(lambda: top_and_bottom(page, ".card .title")[1] < size[1], expected="the card's title in sight")
    assert top_and_bottom(page, ".card .title")[0] >= top_and_bottom(page, ".st-key-panels")[1] - 1
    is_above = top_and_bottom(page, ".intro")[1] <= top_and_bottom(page, ".st-key-panels")[1]
    assert is_above == (size[1] != 768)


def test_head_and_panels_stay_in_sight(open_screen: OpenScreen) -> None:
    page = stand(open_screen(size=(1366, 768)))
    page.evaluate("document.querySelector('[data-testid=stSidebarContent]').scrollTop = 700")
    head, panels = top_and_bottom(page, ".atlas-head"), top_and_bottom(page, ".st-key-panels")
    assert head[0] == 0 and panels[0] == pytest.approx(head[1], abs=1)


def test_on_a_phone_the_answer_is_in_sight_after_a_tap_on_a_preset(open_screen: OpenScreen) -> None:
    page = open_routes(open_screen, phone=True).page
    presets = page.locator(".routes .what-if button")
    for n in range(presets.count()):
        before = page.locator(".routes .said").inner_text()
        presets.nth(n).tap()
        poll(lambda before=before: page.locator(".routes .said").inner_text() != before, 20)
        poll(
            lambda: 0 < top_and_bottom(page, ".routes .said")[1] <= 844, expected=f"the answer to preset {n}"
        )


def test_on_a_phone_the_hits_stand_above_the_keyboard(open_screen: OpenScreen) -> None:
    keyboard = 336  # px: an iPhone's
    page = stand(open_screen(phone=True))
    box = page.get_by_role("combobox", name="Find a layer")
    box.tap()
    box.press_sequentially("ba")
    poll(lambda: page.get_by_role("option").count() >= 4, expected="hits")
    fourth = page.get_by_role("option").nth(3)
    foot = "one => one.getBoundingClientRect().bottom"
    poll(lambda: fourth.evaluate(foot) <= 844 - keyboard, expected="four hits above the keyboard")
    top, bottom = top_and_bottom(page, ".search [role=combobox]")
    assert top_and_bottom(page, "[role=listbox]:visible")[0] >= bottom and top >= 0
    sizes = "[...document.querySelectorAll('input:not([type=checkbox], [type=range])')]"
    assert page.evaluate(f"{sizes}.every(e => parseFloat(getComputedStyle(e).fontSize) >= 16)")
