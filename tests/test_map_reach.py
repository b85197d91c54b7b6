"""Everything on the map can be reached, opened and read: by pointer, by keys, on a phone, by axe-core."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.conftest import OpenScreen
from tests.drawn import LAYERS, START, open_map, spot_of
from tests.serving import poll

ALAT = "port-of-baku/alat-port"
NEAR = f"layers={LAYERS}&view=40.3,48.5,7"
FOCUSED = "document.activeElement.dataset.ref ?? document.activeElement.className"


def card(page: Page) -> str:
    return page.locator(".card").inner_text()


def test_the_pointer_meets_the_nearest_line(open_screen: OpenScreen) -> None:
    page = open_map(open_screen, NEAR).page
    x, y = spot_of(page, "zangezur/horadiz-aghband")
    page.mouse.move(x, y)
    tip = page.locator(".tip")
    tip.wait_for(state="visible")
    assert tip.inner_text() == "Horadiz – Minjivan – Aghband · being built"
    page.mouse.click(x, y)
    assert page.evaluate("atlas.state().selected") == "zangezur/horadiz-aghband"
    assert tip.is_hidden()


def test_the_card_tells_what_the_file_says(open_screen: OpenScreen) -> None:
    page = open_map(open_screen, f"{START}&selected=north-south/astara-rasht").page
    said = card(page)
    for words in (
        "Astara – Talesh – Rasht",
        "Railway · North–South",
        "Planned",
        "as of ",
        "up to 5 km off",
        "Iran",
    ):
        assert words in said
    assert "Length drawn" in said and " km" in said and "Licence" in said


def test_a_card_is_opened_left_and_closed_by_keys(open_screen: OpenScreen) -> None:
    page = open_map(open_screen, NEAR).page
    page.evaluate("ref => atlas.feature(ref).shape.getElement().focus()", ALAT)
    page.keyboard.press("Enter")
    assert page.evaluate("atlas.state().selected") == ALAT
    assert page.evaluate(FOCUSED).startswith("card")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.ariaLabel") == "Close"
    page.keyboard.press("Escape")
    assert page.locator(".card").is_hidden()
    assert page.evaluate(FOCUSED) == ALAT
    assert page.evaluate("atlas.state().selected") is None


def test_tab_stops_once_for_each_layer_and_arrows_go_on(open_screen: OpenScreen) -> None:
    page = open_map(open_screen, NEAR).page
    stops = page.evaluate(
        "[...document.querySelectorAll('[data-ref][tabindex=\"0\"]')].map(e => e.dataset.ref)"
    )
    assert sorted(ref.split("/")[0] for ref in stops) == sorted(LAYERS.split(","))
    page.evaluate('document.querySelector(\'[data-ref^="zangezur/"][tabindex="0"]\').focus()')
    assert page.evaluate(FOCUSED) == "zangezur/alat-hajigabul"
    page.keyboard.press("ArrowRight")
    assert page.evaluate(FOCUSED) == "zangezur/hajigabul-shirvan"
    assert page.locator(".focus-box").is_visible()
    page.keyboard.press("Home")
    page.keyboard.press("ArrowLeft")
    last = page.evaluate(FOCUSED)
    page.keyboard.press("End")
    assert page.evaluate(FOCUSED) == last != "zangezur/alat-hajigabul"


def test_every_feature_can_be_focused_and_is_brought_into_view(open_screen: OpenScreen) -> None:
    page = open_map(open_screen, f"layers={LAYERS}&view=40.3,48.5,8").page
    page.evaluate('document.querySelector(\'[data-ref^="tamar/"][tabindex="0"]\').focus()')
    seen = []
    for _ in range(20):
        page.keyboard.press("ArrowDown")
        ref = page.evaluate(FOCUSED)
        if ref in seen:
            break
        seen.append(ref)
        assert page.locator(".focus-box").is_visible(), ref
    expected = "Object.keys(JSON.parse(document.getElementById('atlas-facts').textContent).features)"
    assert sorted(seen) == sorted(ref for ref in page.evaluate(expected) if ref.startswith("tamar/"))


def test_every_feature_has_a_name_that_can_be_spoken(open_screen: OpenScreen) -> None:
    page = open_map(open_screen).page
    names = page.evaluate(
        "[...document.querySelectorAll('[data-ref]')].map(e => [e.dataset.ref, e.getAttribute('aria-label')])"
    )
    assert len(names) > 100
    assert [ref for ref, name in names if not name or "undefined" in name or "null" in name] == []
    said = dict(names)["zangezur/aghband-agarak"]
    assert said.startswith("Aghband – Meghri – Agarak (TRIPP), railway, planned, ")


@pytest.mark.parametrize("size", [(1440, 900), (1280, 720), (390, 844), (390, 356)])
@pytest.mark.parametrize(
    "ref", [ALAT, "anaklia/anaklia-port", "north-south/mumbai-port", "tamar/tamar-platform"]
)
def test_a_card_does_not_cover_what_it_speaks_of(
    open_screen: OpenScreen, size: tuple[int, int], ref: str
) -> None:
    page = open_map(open_screen, START, size=size).page
    page.evaluate("ref => { atlas.fit(ref, {fly: false}); atlas.apply({selected: ref}); }", ref)
    covered = """ref => { const box = document.querySelector('.card').getBoundingClientRect(),
        spot = atlas.feature(ref).shape.getElement().getBoundingClientRect();
        return spot.left < box.right && spot.right > box.left
            && spot.top < box.bottom && spot.bottom > box.top; }"""
    poll(lambda: not page.evaluate(covered, ref), expected="a card beside its subject")
    frame = page.locator(".card").bounding_box()
    assert frame
    assert frame["x"] >= 0 and frame["x"] + frame["width"] <= size[0]
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("phone", [False, True])
def test_axe_finds_nothing_serious(open_screen: OpenScreen, dark: bool, phone: bool) -> None:
    screen = open_map(open_screen, f"{START}&selected={ALAT}", dark=dark, phone=phone)
    assert screen.axe() == []
    screen.page.keyboard.press("Escape")
    assert screen.axe() == []
