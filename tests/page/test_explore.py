"""The atlas in a real browser, as a student uses it: switch, pick, read, search, share."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from layers.model.catalogue import Catalogue
from tests.harness.browser import SIDEBAR_SWITCH, Screen
from tests.harness.loaded import the_catalogue
from tests.harness.serving import poll
from tests.harness.windows import OpenScreen


def card(screen: Screen, layer: str) -> str:
    """Wait for a layer's card and return its text."""
    found = screen.page.locator(f'.card[data-of="{layer}"] h3.title')
    expect(found).to_have_text(the_catalogue().layers[layer].title, timeout=15_000)
    return screen.page.locator(".card").inner_text()


def show(screen: Screen, *layers: str) -> None:
    """Show exactly these layers, and wait until the list says so: a box is pressed as it stands there."""
    screen.map.evaluate("layers => atlas.apply({layers})", list(layers))
    ticked = "[...document.querySelectorAll('input[data-layer]:checked')].map(box => box.dataset.layer)"
    poll(lambda: sorted(screen.page.evaluate(ticked)) == sorted(screen.state()["layers"]) == sorted(layers))


def test_every_layer_goes_on_and_off_by_the_sidebar(screen: Screen, catalogue: Catalogue) -> None:
    show(screen)
    drawn = [layer.id for layer in catalogue.drawn]
    for layer in drawn:
        screen.switch(layer)
        poll(lambda layer=layer: layer in screen.state()["layers"])
        expect(screen.page.locator(SIDEBAR_SWITCH.format(layer=layer))).to_be_checked()
    assert screen.state()["layers"] == drawn
    for layer in drawn:
        screen.switch(layer)
        poll(lambda layer=layer: layer not in screen.state()["layers"])
    assert "layers=" in screen.address()


def test_boxes_pressed_at_once_all_count(screen: Screen, catalogue: Catalogue) -> None:
    show(screen)
    drawn = [layer.id for layer in catalogue.drawn]
    press = """async ids => { for (const id of ids) {
        document.querySelector(`input[data-layer="${id}"]`).click();
        await new Promise(next => setTimeout(next, 25)); } }"""
    screen.page.evaluate(press, drawn)
    poll(lambda: screen.state()["layers"] == drawn, expected="every layer on")
    screen.page.evaluate(press, drawn[::-1])
    poll(lambda: screen.state()["layers"] == [], expected="no layer on")


def test_a_switch_in_the_map_moves_the_switch_in_the_sidebar(screen: Screen) -> None:
    show(screen, "middle-corridor", "zangezur")
    screen.switch_in_map("zangezur")
    expect(screen.page.locator(SIDEBAR_SWITCH.format(layer="zangezur"))).not_to_be_checked()


def test_every_card_opens_and_closes(screen: Screen, catalogue: Catalogue) -> None:
    for layer in catalogue.layers:
        screen.open_text(layer)
        text = card(screen, layer)
        for claim in catalogue.layers[layer].claims:
            assert claim.check.note[:40] in text.replace("\n", " ")
        poll(lambda layer=layer: f"selected={layer}" in screen.address())
    screen.open_text(layer)
    expect(screen.page.locator(".card[data-of='']")).to_be_visible()


def test_the_card_pressed_last_stays_however_quickly(screen: Screen) -> None:
    screen.page.evaluate(
        """() => { window.seen = [];
            new MutationObserver(() => {
                const id = document.querySelector(".card")?.dataset.of;
                if (id !== seen.at(-1)) seen.push(id);
            }).observe(document.body, { childList: true, subtree: true });
            for (const id of ["zangezur", "anaklia", "north-south", "anaklia", "tamar"]) {
                document.querySelector(`button.open[data-open=${id}]`).click();
            } }"""
    )
    card(screen, "tamar")
    poll(lambda: screen.state()["selected"] == "tamar")
    poll(lambda: "selected=tamar" in screen.address(), expected="the map's last word heard by the page")
    assert screen.page.evaluate("seen.slice(seen.indexOf('tamar'))") == ["tamar"]


def test_picking_a_line_on_the_map_opens_its_layer(screen: Screen, catalogue: Catalogue) -> None:
    show(screen, "zangezur")
    part = catalogue.layers["zangezur"].strip[1]
    screen.map.evaluate("ref => atlas.apply({selected: ref})", f"zangezur/{part}")
    card(screen, "zangezur")
    expect(screen.page.locator("tr.picked")).to_have_attribute("data-ref", f"zangezur/{part}")


def test_a_citation_opens_its_note_and_escape_closes_it(screen: Screen) -> None:
    screen.open_text("anaklia")
    card(screen, "anaklia")
    cite = screen.page.locator(".card a.cite").first
    cite.click()
    note = screen.page.locator(".cite-note")
    expect(note).to_contain_text("Stephen Blank")
    expect(note).to_contain_text("paragraph")
    screen.page.keyboard.press("Escape")
    expect(note).to_have_count(0)


def test_a_place_name_in_the_text_flies_there(screen: Screen, catalogue: Catalogue) -> None:
    layer = next(layer for layer in catalogue.drawn if "](place:" in layer.body)
    screen.open_text(layer.id)
    card(screen, layer.id)
    link = screen.page.locator(".card [data-fly]").first
    place = catalogue.places[str(link.get_attribute("data-fly"))]
    link.click()
    poll(lambda: abs(screen.state()["view"]["lat"] - place.lat) < 0.3)
    assert abs(screen.state()["view"]["lon"] - place.lon) < 0.3


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("zangezur", "TRIPP / “Zangezur corridor”"),
        ("tripp", "TRIPP / “Zangezur corridor”"),
        ("Crossroads of Peace", "TRIPP / “Zangezur corridor”"),
        ("Bakı", "Baku"),
        ("Баку", "Baku"),
        ("tiblisi", "Tbilisi"),
        ("Constanta", "Constanța"),
    ],
)
def test_search_finds_every_spelling(screen: Screen, typed: str, found: str) -> None:
    screen.page.get_by_role("combobox").fill(typed)
    expect(screen.page.get_by_role("option").first.locator(".name")).to_have_text(
        re.compile(re.escape(found))
    )


def test_search_by_keyboard_flies_to_a_place(screen: Screen, catalogue: Catalogue) -> None:
    box = screen.page.get_by_role("combobox")
    box.focus()
    screen.page.keyboard.type("Tbilisi")
    expect(screen.page.get_by_role("option").first).to_be_visible()
    screen.page.keyboard.press("Enter")
    poll(lambda: abs(screen.state()["view"]["lat"] - catalogue.places["tbilisi"].lat) < 0.3)
    box.fill("qqqqqq")
    expect(screen.page.locator(".search .none")).to_contain_text("Nothing has this name")


def test_the_address_restores_everything_in_a_second_browser(open_screen: OpenScreen) -> None:
    first = open_screen().wait_for_map()
    show(first, "tamar", "anaklia")
    first.map.evaluate("atlas.apply({view: {lat: 33.1, lon: 33.9, zoom: 8}, selected: 'tamar'})")
    card(first, "tamar")
    poll(lambda: "view=33.1,33.9,8" in first.address())
    for again in (first.open(first.address().removeprefix(first.url)), open_screen(None)):
        if again is not first:
            again.open(first.address().removeprefix(first.url))
        again.wait_for_map()
        state = again.state()
        assert sorted(state["layers"]) == ["anaklia", "tamar"]
        assert state["view"] == {"lat": 33.1, "lon": 33.9, "zoom": 8}
        assert state["selected"] == "tamar"
        card(again, "tamar")


def test_junk_in_the_address_is_ignored_with_a_hint(open_screen: OpenScreen) -> None:
    screen = open_screen("/?layers=nonsense,tamar&view=900,x,2&selected=%3Cimg%20src=x%3E&theme=plaid")
    screen.wait_for_map()
    assert screen.state()["layers"] == ["tamar"]
    assert screen.state()["selected"] is None
    expect(screen.page.get_by_role("status").first).not_to_be_empty()
    assert screen.page.locator(".stException").count() == 0


def test_the_map_survives_fifty_interactions(screen: Screen, catalogue: Catalogue) -> None:
    drawn = [layer.id for layer in catalogue.drawn]
    screen.map.evaluate("() => { window.mark = 'alive'; atlas.map.mark = 'alive'; }")
    for round_number in range(10):
        layer = drawn[round_number % len(drawn)]
        shown = layer in screen.state()["layers"]
        screen.switch(layer)
        poll(lambda layer=layer, shown=shown: (layer in screen.state()["layers"]) != shown)
        screen.open_text(layer)
        card(screen, layer)
        screen.open_text(layer)
        screen.map.evaluate(
            "n => atlas.apply({view: {lat: 40 + n / 10, lon: 48, zoom: 5 + n % 3}})", round_number
        )
        screen.page.get_by_role("combobox").fill("Baku")
        screen.page.keyboard.press("Enter")
    assert screen.map.evaluate("[window.mark, atlas.map.mark]") == ["alive", "alive"]


def test_theme_switches_map_and_page_without_a_reload(screen: Screen) -> None:
    screen.map.evaluate("() => { window.mark = 1; atlas.apply({theme: 'dark'}); }")
    expect(screen.page.locator("html")).to_have_attribute("data-theme", "dark")
    dark = "getComputedStyle(document.querySelector('.stApp')).backgroundColor"
    poll(lambda: screen.page.evaluate(dark) == "rgb(23, 29, 35)")
    assert screen.map.evaluate("window.mark") == 1


@pytest.mark.parametrize("dark", [False, True])
def test_no_serious_accessibility_fault(open_screen: OpenScreen, dark: bool) -> None:
    screen = open_screen("/?selected=zangezur", dark=dark).wait_for_map()
    card(screen, "zangezur")
    assert not screen.axe()
    assert not screen.axe(screen.map)


def test_phone_shows_map_and_text_without_sideways_scroll(open_screen: OpenScreen) -> None:
    screen = open_screen("/?selected=zangezur", phone=True).wait_for_map()
    card(screen, "zangezur")
    assert screen.page.evaluate("document.documentElement.scrollWidth") <= 390
    sidebar = screen.page.locator("[data-testid=stSidebar]").bounding_box()
    frame = screen.page.locator("#atlas-map").bounding_box()
    assert sidebar and frame
    assert sidebar["width"] == frame["width"] == 390
    assert frame["y"] == 0 and frame["height"] >= 300
    assert sidebar["y"] >= frame["height"] - 1
    wide = (
        "[...document.querySelectorAll('.card *')].filter(e => e.getBoundingClientRect().right > 391).length"
    )
    assert screen.page.evaluate(wide) == 0
