"""Places in a real browser: from a paragraph or the search to the map and the place's card, and back."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from layers.model.catalogue import Catalogue
from tests.harness.browser import Screen
from tests.harness.loaded import the_catalogue
from tests.harness.serving import poll
from tests.harness.windows import OpenScreen


def is_at(screen: Screen, place: str) -> bool:
    view, known = screen.state()["view"], the_catalogue().places[place]
    return bool(abs(view["lat"] - known.lat) < 0.3 and abs(view["lon"] - known.lon) < 0.3)


def place_card(screen: Screen, place: str) -> str:
    """Wait for a place's card and return its text."""
    title = screen.page.locator(f'.card[data-of="place:{place}"] h3.title')
    expect(title).to_have_text(the_catalogue().places[place].name, timeout=15_000)
    return screen.page.locator(".card").inner_text()


def test_search_opens_the_card_of_a_place_and_closes_it(screen: Screen, catalogue: Catalogue) -> None:
    screen.page.get_by_role("combobox").fill("Suez")
    screen.page.keyboard.press("Enter")
    poll(lambda: is_at(screen, "suez"))
    text = place_card(screen, "suez")
    assert "السويس" in text and "SH1" not in text
    assert catalogue.essays["blank"].paragraphs[17] in text
    assert screen.map.locator(".place-ring").count() == 1
    assert "selected=place:suez" in screen.address()
    expect(screen.page.locator(".card h3.title")).to_be_in_viewport()
    screen.page.locator(".card").get_by_role("button", name="Close").click()
    expect(screen.page.locator(".card[data-of='']")).to_be_attached()
    assert screen.state()["selected"] is None


def test_a_paragraph_leads_to_a_place_to_its_card_and_back(open_screen: OpenScreen) -> None:
    screen = open_screen("/?panel=read&essay=blank").wait_for_map()
    passage = screen.page.locator("#p-blank-60")
    passage.locator('[data-fly="lake-balkhash"]').click()
    poll(lambda: is_at(screen, "lake-balkhash"))
    expect(passage.locator('[data-fly="lake-balkhash"]')).to_have_class("lit")
    passage.get_by_role("link", name="All on Lake Balkhash").click()
    place_card(screen, "lake-balkhash")
    screen.page.locator('.card [data-read="blank:60"]').click()
    expect(passage).to_be_in_viewport()
    passage.locator("summary").click()
    passage.locator('[data-card="shrinking-waters"]').first.click()
    expect(screen.page.locator('.card[data-of="shrinking-waters"]')).to_be_visible(timeout=15_000)


def test_a_place_in_a_layers_card_does_not_close_it(screen: Screen) -> None:
    screen.open_text("zangezur")
    card = screen.page.locator('.card[data-of="zangezur"]')
    link = card.locator("[data-fly]").first
    place = str(link.get_attribute("data-fly"))
    link.click()
    poll(lambda: is_at(screen, place))
    assert screen.state()["selected"] == "zangezur"
    expect(card).to_be_visible()


def test_a_dot_of_the_essays_places_opens_the_card_of_its_place(screen: Screen) -> None:
    screen.map.evaluate("atlas.apply({layers: ['essay-places'], selected: 'essay-places/ankara'})")
    place_card(screen, "ankara")


@pytest.mark.parametrize("dark", [False, True])
def test_names_and_cards_have_no_serious_accessibility_fault(open_screen: OpenScreen, dark: bool) -> None:
    screen = open_screen("/?selected=place:azerbaijan", dark=dark).wait_for_map()
    place_card(screen, "azerbaijan")
    assert not screen.axe()
    screen.open("/?panel=read&show=names&only=both").wait_for_map()
    expect(screen.page.locator(".names-of").first).to_be_visible()
    assert not screen.axe()
    screen.open("/?panel=read&essay=heybatov&selected=place:baku").wait_for_map()
    expect(screen.page.locator(".placeless-list")).to_be_attached()
    assert not screen.axe()
