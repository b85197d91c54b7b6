"""On a phone one thing lies over the map at a time, and what was asked for is on the screen after the tap."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.harness.browser import LEGEND_FOLD, Screen
from tests.harness.serving import poll
from tests.harness.windows import OpenScreen

SIZES = [(390, 844), (360, 640), (844, 390)]
LEAST = 0.4  # of the window's height
STANDS = "Boolean(document.querySelector('.st-key-panels')) && !document.querySelector('#atlas-front')"
LINE = "middle-corridor/tbilisi-samtredia"

# What is free of the map above whatever lies along its lower edge, in px.
FREE = """() => Math.min(innerHeight, ...[...document.querySelectorAll('.card, .legend:not(.folded)')]
    .filter(one => one.checkVisibility()).map(one => one.getBoundingClientRect().top))"""
IS_ON_TOP = """one => {
    const { left, top, height } = one.getBoundingClientRect();
    return one.contains(document.elementFromPoint(left + 9, top + height / 2));
}"""
# Pairs of parts of the map's furniture that lie over each other.
OVERLAPS = """() => {
    const parts = [...document.querySelectorAll('.map-bar, .legend-fold, .tour-back, .map-scale')]
        .filter(one => one.checkVisibility()).map(one => [one.className, one.getBoundingClientRect()]);
    return parts.flatMap(([name, a], n) => parts.slice(n + 1)
        .filter(([, b]) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
        .map(([other]) => `${name} ${other}`));
}"""


def phone(open_screen: OpenScreen, path: str = "/", size: tuple[int, int] = (390, 844)) -> Screen:
    screen = open_screen(path, size=size, touch=True).wait_for_map()
    poll(lambda: screen.page.evaluate(STANDS), 30, expected="the page with its framework")
    return screen


def tap_line(screen: Screen) -> None:
    screen.map.evaluate("ref => atlas.fit(ref, {fly: false})", LINE)
    frame = screen.page.locator("#atlas-map").bounding_box()
    assert frame
    x, y = screen.map.evaluate(
        """ref => {
            const line = atlas.feature(ref).shape.getLatLngs().flat(2);
            const { x, y } = atlas.map.latLngToContainerPoint(line[Math.floor(line.length / 2)]);
            return [x, y];
        }""",
        LINE,
    )
    screen.page.touchscreen.tap(frame["x"] + x, frame["y"] + y)
    poll(lambda: (screen.state()["selected"] or "").startswith("middle-corridor/"), expected="a line chosen")


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_line_that_is_tapped_is_told_once(open_screen: OpenScreen, size: tuple[int, int]) -> None:
    screen = phone(open_screen, size=size)
    tap_line(screen)
    picked = screen.page.locator("tr.picked")
    expect(picked).to_be_in_viewport()
    assert not screen.map.locator(".card").is_visible()
    assert screen.map.evaluate(FREE) >= LEAST * size[1]


@pytest.mark.parametrize("size", SIZES[:2], ids=str)
def test_whose_part_was_tapped_stands_above_its_row(open_screen: OpenScreen, size: tuple[int, int]) -> None:
    screen = phone(open_screen, size=size)
    tap_line(screen)
    row, title = screen.page.locator("tr.picked"), screen.page.locator(".card[data-of] .titlebar")
    expect(row).to_be_in_viewport(timeout=15_000)
    expect(title.get_by_role("heading", name="Middle Corridor")).to_be_in_viewport(ratio=1)
    poll(lambda: row.evaluate(IS_ON_TOP) and title.evaluate(IS_ON_TOP), expected="neither under the other")
    panels = screen.page.locator(".st-key-panels").bounding_box()
    above, below = title.bounding_box(), row.bounding_box()
    assert panels and above and below
    assert panels["y"] + panels["height"] <= above["y"] + 1, "the panels lie over the title"
    assert above["y"] + above["height"] <= below["y"] + 1, "the title lies over the row"


def test_beside_another_panel_the_map_tells_it(open_screen: OpenScreen) -> None:
    screen = phone(open_screen, "/?panel=read")
    tap_line(screen)
    expect(screen.map.locator(".card .card-title")).to_be_visible()
    screen.page.get_by_role("radio", name="Explore").tap()
    expect(screen.map.locator(".card .card-title")).to_be_hidden()


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_every_row_of_the_legend_can_be_reached(open_screen: OpenScreen, size: tuple[int, int]) -> None:
    screen = phone(open_screen, size=size)
    screen.map.locator(LEGEND_FOLD).tap()
    rows = screen.map.locator(".legend .legend-row")
    assert rows.count() > 8
    lefts = {round(row.evaluate("one => one.getBoundingClientRect().left")) for row in rows.all()}
    assert len(lefts) >= 2, "columns"
    for row in rows.all():
        row.scroll_into_view_if_needed()
        expect(row).to_be_in_viewport(ratio=1)
        assert row.evaluate(IS_ON_TOP)


def is_open(screen: Screen) -> bool:
    return screen.map.locator(LEGEND_FOLD).get_attribute("aria-expanded") == "true"


def open_legend(screen: Screen) -> None:
    screen.map.locator(LEGEND_FOLD).tap()
    poll(lambda: is_open(screen))


def test_the_legend_goes_when_anything_else_is_meant(open_screen: OpenScreen) -> None:
    screen = phone(open_screen)
    page, before = screen.page, screen.state()
    open_legend(screen)
    page.touchscreen.tap(300, 57)  # the strip of map above it
    poll(lambda: not is_open(screen), expected="no legend after a tap beside it")
    open_legend(screen)
    page.keyboard.press("Escape")
    assert not is_open(screen)
    assert screen.map.evaluate("document.activeElement.className") == "legend-fold"
    open_legend(screen)
    page.go_back()
    poll(lambda: not is_open(screen), expected="no legend after Back")
    assert screen.state() == before
    open_legend(screen)
    page.get_by_text("Who won the bid for Anaklia?").tap()
    poll(lambda: not is_open(screen), expected="no legend after a tap on the text")
    poll(lambda: screen.state()["selected"] == "anaklia")


def test_a_layer_switched_in_the_legend_leaves_it_open_and_is_a_step(open_screen: OpenScreen) -> None:
    screen = phone(open_screen)
    screen.open_text("anaklia")
    poll(lambda: screen.state()["selected"] == "anaklia", expected="a step before")
    for is_closed_by_hand in (False, True):
        open_legend(screen)
        screen.switch_in_map("middle-corridor")
        poll(lambda: "middle-corridor" not in screen.state()["layers"], expected="it off")
        poll(lambda: "middle-corridor" not in screen.address(), expected="the address without it")
        assert is_open(screen)
        if is_closed_by_hand:
            screen.map.locator(LEGEND_FOLD).tap()
        screen.page.go_back()
        poll(lambda: "middle-corridor" in screen.state()["layers"], expected="it on again")
        poll(lambda: not is_open(screen), expected="no legend")
        assert screen.state()["selected"] == "anaklia"


def test_a_legend_that_was_closed_costs_no_press_of_back(open_screen: OpenScreen) -> None:
    screen = phone(open_screen)
    screen.page.get_by_role("radio", name="Routes").tap()
    poll(lambda: "panel=routes" in screen.address())
    open_legend(screen)
    screen.page.keyboard.press("Escape")
    screen.page.go_back()
    poll(lambda: "panel=routes" not in screen.address(), expected="what was seen before the panel")
    screen.page.go_forward()
    poll(lambda: "panel=routes" in screen.address())


@pytest.mark.parametrize("size", [*SIZES, (820, 1180)], ids=str)
def test_what_leads_back_to_a_tour_covers_nothing(open_screen: OpenScreen, size: tuple[int, int]) -> None:
    screen = phone(open_screen, "/?tour=one-minute&step=3", size)
    screen.map.get_by_role("button", name="Next step").tap()
    expect(screen.map.locator(".tour-back")).to_be_visible()
    poll(lambda: screen.map.evaluate(OVERLAPS) == [], expected="nothing over another")
    screen.map.get_by_role("button", name="End it").tap()
    poll(lambda: screen.state()["tour"] is None)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_what_a_closure_costs_is_in_sight_after_the_tap(
    open_screen: OpenScreen, size: tuple[int, int]
) -> None:
    screen = phone(open_screen, "/?panel=routes", size)
    said, preset = screen.page.locator(".routes .said .change"), screen.page.get_by_text("Georgia closed")
    poll(said.count, 20)
    before = said.inner_text()
    preset.tap()
    poll(lambda: said.inner_text() != before, 20, expected="the answer")
    expect(said).to_be_in_viewport(ratio=1)
