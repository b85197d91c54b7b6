"""What a click on the map, and coordinates in the search, lead to on the page."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.harness.browser import Screen
from tests.harness.page import run
from tests.harness.serving import poll


def test_coordinates_are_found_and_routes_begin_there(screen: Screen) -> None:
    box = screen.page.get_by_role("combobox").first
    box.fill("41°42′54″N 44°49′38″E")
    expect(screen.page.get_by_role("option")).to_contain_text("41.715° N, 44.8272° E")
    screen.page.keyboard.press("Enter")
    poll(lambda: abs(screen.state()["view"]["lat"] - 41.715) < 0.05, expected="the map at that point")
    poll(lambda: "selected=at:41.715,44.8272" in screen.address(), expected="the point in the address")
    card = screen.map.locator(".spot-card")
    expect(card).to_contain_text("Georgia")
    card.get_by_role("button", name="From Tbilisi").click()
    start = screen.page.get_by_role("combobox", name="From")
    expect(start).to_have_value("Tbilisi, Georgia", timeout=15_000)
    assert "panel=routes" in screen.address() and "from=tbilisi" in screen.address()
    screen.page.go_back()
    expect(card).to_be_visible(timeout=15_000)
    assert "panel=routes" not in screen.address()


def test_a_point_of_the_map_leaves_the_card_that_is_read_and_leads_to_its_country(screen: Screen) -> None:
    screen.open_text("zangezur")
    card = screen.page.locator('.card[data-of="zangezur"]')
    expect(card.locator("h3.title")).to_be_visible(timeout=15_000)
    screen.map.evaluate("atlas.apply({selected: 'at:40.5,47.5'})")
    spot = screen.map.locator(".spot-card")
    expect(spot).to_be_visible()
    expect(card).to_be_visible()
    spot.get_by_role("button", name="All about Azerbaijan").click()
    expect(screen.page.locator('.card[data-of="place:azerbaijan"] h3.title')).to_be_visible(timeout=15_000)


def test_an_address_may_name_a_point(screen: Screen) -> None:
    assert not run(selected="at:41.7,44.8").session_state.hints
    assert "at:here" in run(selected="at:here").session_state.hints
