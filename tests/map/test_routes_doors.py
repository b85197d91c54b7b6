"""Closing by clicking on the map: a country's land, a strait, a place; and starting or ending at a place."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.harness.browser import Screen
from tests.harness.loaded import the_network
from tests.harness.map_alone import open_map
from tests.harness.routes import OPEN, SUEZ, answer, open_routes, show
from tests.harness.serving import poll
from tests.harness.windows import OpenScreen

TURKMEN_DESERT = (39.2, 57.2)
SUEZ_OPEN = {**SUEZ, "presets": ""}


def click_at(screen: Screen, lat: float, lon: float) -> None:
    """Click on the map, in the page or alone, at a place of the Earth (WGS84)."""
    holder = screen.page.locator("#atlas-map")
    frame = holder.bounding_box() if holder.count() else None
    spot = screen.map.evaluate("at => atlas.map.latLngToContainerPoint(at)", [lat, lon])
    left, top = (frame["x"], frame["y"]) if frame else (0, 0)
    screen.page.mouse.click(left + spot["x"], top + spot["y"])


def node_of(name: str) -> tuple[float, float]:
    """Return where the network has a place, by its id."""
    node = the_network().nodes[name]
    return node.lat, node.lon


def test_a_country_is_closed_and_opened_by_a_click_on_its_land(open_screen: OpenScreen) -> None:
    screen = open_routes(open_screen)
    card = screen.map.locator(".door-card")
    click_at(screen, *TURKMEN_DESERT)
    card.get_by_role("button", name="Close Turkmenistan").click()
    poll(lambda: "closed=TM" in screen.address(), expected="Turkmenistan closed")
    poll(lambda: "TM" in screen.state()["routes"]["countries"], expected="another answer on the map")
    assert card.count() == 0
    click_at(screen, *TURKMEN_DESERT)
    card.get_by_role("button", name="Open Turkmenistan again").click()
    poll(lambda: "TM" not in screen.state()["routes"]["countries"], expected="an open Turkmenistan")
    assert "closed=" not in screen.address()


def test_the_card_of_a_place_closes_its_country_too(open_screen: OpenScreen) -> None:
    screen = open_map(open_screen)
    show(screen.map, answer({**OPEN, "presets": "georgia-closed"}))
    click_at(screen, *node_of("tbilisi"))
    buttons = screen.map.locator(".door-card .card-zoom").all_inner_texts()
    assert buttons == ["From here", "To here", "By way of here", "Close Tbilisi", "Open Georgia again"]


def test_a_strait_is_closed_by_a_click(open_screen: OpenScreen) -> None:
    screen = open_routes(open_screen)
    click_at(screen, *node_of("suez"))
    card = screen.map.locator(".door-card")
    assert "Strait or canal" in card.inner_text()
    assert card.get_by_role("button", name="From here").count() == 0
    card.get_by_role("button", name="Close Suez Canal").click()
    poll(lambda: "suez" in screen.state()["routes"]["places"], expected="Suez closed")
    poll(lambda: "closed=suez" in screen.address(), expected="Suez in the address")


def test_the_name_of_a_strait_stands_for_it(open_screen: OpenScreen) -> None:
    screen = open_map(open_screen)
    show(screen.map, answer(OPEN))
    screen.map.evaluate("atlas.apply({view: {lat: 26.5, lon: 56, zoom: 7}}, {fly: false})")
    find = "atlas.labels().find(label => label.id === 'place:strait-of-hormuz')?.box"
    box = poll(lambda: screen.map.evaluate(find), expected="the name of the strait")
    screen.page.mouse.click((box["left"] + box["right"]) / 2, (box["top"] + box["bottom"]) / 2)
    card = screen.map.locator(".door-card")
    assert card.get_by_role("button", name="Close Strait of Hormuz").count() == 1


def test_a_leg_closes_the_strait_at_its_end(open_screen: OpenScreen) -> None:
    screen = open_map(open_screen)
    show(screen.map, answer(SUEZ_OPEN))
    screen.map.locator("[data-leg=ind-suez-bab]").focus()
    screen.page.keyboard.press("Enter")
    buttons = screen.map.locator(".leg-card .card-zoom").all_inner_texts()
    assert buttons[:3] == ["Close this leg", "Close Suez Canal", "Close Bab el-Mandeb"]


@pytest.mark.parametrize(("button", "part"), [("From here", "from=aktau"), ("To here", "to=aktau")])
def test_a_place_becomes_the_start_or_the_end(open_screen: OpenScreen, button: str, part: str) -> None:
    screen = open_routes(open_screen)
    click_at(screen, *node_of("aktau"))
    screen.map.locator(".door-card").get_by_role("button", name=button).click()
    poll(lambda: part in screen.address(), expected=part)
    poll(lambda: "aktau" in screen.state()["routes"]["ends"], expected="routes to or from Aktau")


def test_a_way_is_led_by_a_place_from_its_card_the_box_and_back(open_screen: OpenScreen) -> None:
    """The map's card and the box do the same, and the sign by the answer takes it back."""
    screen = open_routes(open_screen)
    page, card = screen.page, screen.map.locator(".door-card")
    click_at(screen, *node_of("tehran"))
    card.get_by_role("button", name="By way of here").click()
    poll(lambda: "via=tehran" in screen.address(), expected="Tehran in the address")
    poll(lambda: screen.state()["routes"]["via"] == ["tehran"], expected="Tehran on the way")
    click_at(screen, *node_of("tehran"))
    assert "By way of here" not in card.inner_text()
    card.get_by_role("button", name="No longer by way of here").click()
    poll(lambda: "via=" not in screen.address(), expected="no place on the way")

    box = page.get_by_role("combobox", name="By way of")
    expect(box).to_be_hidden()
    page.get_by_role("button", name="via: lead the way by a place").click()
    expect(box).to_be_focused()
    box.fill("Bosporus")
    box.press("Enter")
    poll(lambda: "via=bosporus" in screen.address(), expected="the strait in the address")
    taken = page.get_by_role("button", name="No longer by way of Bosporus")
    expect(taken).to_be_visible()
    expect(box).to_have_value("")
    box.fill("Constanța")
    expect(page.get_by_text("Constanța is an end of the way already.")).to_be_visible()
    box.fill("Tehran")
    box.press("Enter")
    poll(lambda: "via=bosporus,tehran" in screen.address(), expected="two places in the address")
    box.fill("Baku")
    expect(page.get_by_text("The way is led by two places already: take one out first.")).to_be_visible()
    box.press("Escape")
    assert screen.axe() == []
    page.get_by_role("button", name="No longer by way of Tehran").click()
    taken.click()
    poll(lambda: "via=" not in screen.address(), expected="no strait in the address")
    expect(taken).to_have_count(0)


def test_the_card_is_left_by_escape_by_the_sea_and_with_the_routes(open_screen: OpenScreen) -> None:
    screen = open_map(open_screen)
    card, shown = screen.map.locator(".door-card"), answer(OPEN)
    click_at(screen, *TURKMEN_DESERT)
    assert card.count() == 0, "without routes nothing can be closed"
    show(screen.map, shown)
    ways: list[Callable[[], None]] = [
        lambda: screen.page.keyboard.press("Escape"),
        lambda: click_at(screen, 37.6, 51.2),
        lambda: show(screen.map, None),
    ]
    for leave in ways:
        click_at(screen, *TURKMEN_DESERT)
        assert card.count() == 1
        assert screen.axe() == []
        leave()
        assert card.count() == 0


def test_a_leg_and_a_country_share_one_card(open_screen: OpenScreen) -> None:
    screen = open_map(open_screen)
    show(screen.map, answer(OPEN))
    click_at(screen, *TURKMEN_DESERT)
    screen.map.locator("[data-leg=tr-kars-erzurum]").focus()
    screen.page.keyboard.press("Enter")
    assert screen.map.locator(".leg-card").count() == 1
    assert "Kars – Erzurum" in screen.map.locator(".leg-card").inner_text()
    click_at(screen, *TURKMEN_DESERT)
    assert screen.map.locator(".leg-card").all_inner_texts()[0].count("Turkmenistan") >= 1
    assert screen.map.locator(".leg-card").count() == 1
