"""Everything on the map can be reached, opened and read: by pointer, by keys, on a phone, by axe-core."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.harness.map_alone import LAYERS, START, open_map, spot_of
from tests.harness.serving import poll
from tests.harness.windows import OpenScreen

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
        "known to ",
        "Length",
        " km",
        "Iran",
    ):
        assert words in said
    assert "Licence" not in said and "rail graph" not in said  # how it was drawn says the card beside the map


def test_a_card_is_opened_left_and_closed_by_keys(open_screen: OpenScreen) -> None:
    page = open_map(open_screen, NEAR).page
    page.evaluate("ref => atlas.feature(ref).shape.getElement().focus()", ALAT)
    page.keyboard.press("Enter")
    assert page.evaluate("atlas.state().selected") == ALAT
    assert page.evaluate(FOCUSED).startswith("card")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.ariaLabel") == "Close this card"
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


COVERED = """ref => {
    const { shape } = atlas.feature(ref), map = atlas.map, { x: width, y: height } = map.getSize();
    const boxes = [...document.querySelectorAll('.map-bar, .legend-fold, .card')]
        .map(one => one.getBoundingClientRect());
    return shape.getLatLngs().flat(2).map(spot => map.latLngToContainerPoint(spot))
        .filter(({ x, y }) => x < 0 || y < 0 || x > width || y > height
            || boxes.some(box => x > box.left && x < box.right && y > box.top && y < box.bottom)).length;
}"""


@pytest.mark.parametrize("size", [(390, 844), (390, 388), (360, 388)])
def test_on_a_phone_nothing_lies_over_what_is_fitted(open_screen: OpenScreen, size: tuple[int, int]) -> None:
    page = open_map(open_screen, START, size=size).page
    line = "middle-corridor/tbilisi-samtredia"
    page.evaluate("ref => atlas.fit(ref, {fly: false})", line)
    assert page.evaluate(COVERED, line) == 0
    page.evaluate("ref => { atlas.apply({selected: ref}); atlas.fit(ref, {fly: false}); }", line)
    poll(lambda: page.evaluate(COVERED, line) == 0, expected="the line between the buttons and the card")


def test_on_a_phone_the_card_leaves_the_buttons_and_the_legend_free(open_screen: OpenScreen) -> None:
    page = open_map(open_screen, f"{START}&selected={ALAT}", phone=True).page
    sheet = page.locator(".card").bounding_box()
    assert sheet and (sheet["x"], sheet["width"]) == (0, 390)
    for button in page.locator(".map-button, .legend-fold").all():
        box = button.bounding_box()
        assert box and box["y"] + box["height"] < sheet["y"]
        assert box["width"] >= 44 and box["height"] >= 44
    page.get_by_role("button", name="Zoom in").tap()
    page.get_by_role("button", name="Legend").tap()
    over = "document.elementFromPoint(30, 30).closest('.map-bar') !== null"
    assert page.locator(".legend-body").is_visible() and page.evaluate(over)


def test_the_name_of_a_country_that_a_layer_holds_opens_its_card(open_screen: OpenScreen) -> None:
    page = open_map(open_screen, "layers=essay-places&view=41,46,5.5").page
    find = "atlas.labels().find(label => label.id === 'place:iran')?.box"
    box = poll(lambda: page.evaluate(find), expected="the name of Iran")
    assert page.evaluate("document.querySelector('[data-ref=\"essay-places/iran\"]').matches('.crowded')")
    x, y = (box["left"] + box["right"]) / 2, (box["top"] + box["bottom"]) / 2
    page.mouse.move(x, y)
    assert page.locator(".tip").inner_text() == "Iran"
    page.mouse.click(x, y)
    assert page.evaluate("atlas.state().selected") == "essay-places/iran"
    page.keyboard.press("Escape")
    assert page.evaluate(FOCUSED) == "essay-places/iran"
    assert page.evaluate("atlas.state().selected") is None


def test_crossings_stand_apart_in_a_wide_view_and_a_selected_one_stays(open_screen: OpenScreen) -> None:
    page = open_map(open_screen, f"layers={LAYERS}&view=40.4,47.6,6").page
    drawn = """() => [...document.querySelectorAll('.point:not(.crowded)')]
        .map(one => one.dataset.ref).filter(ref => atlas.feature(ref).facts.kind === 'border-crossing')"""
    near = page.evaluate(drawn)
    page.evaluate("atlas.apply({view: {lat: 40.4, lon: 47.6, zoom: 5}}, {fly: false})")
    far = page.evaluate(drawn)
    assert 0 < len(far) < len(near)
    hidden = next(ref for ref in near if ref not in far)
    page.evaluate("ref => atlas.apply({selected: ref})", hidden)
    assert hidden in page.evaluate(drawn)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("phone", [False, True])
def test_axe_finds_nothing_serious(open_screen: OpenScreen, dark: bool, phone: bool) -> None:
    screen = open_map(open_screen, f"{START}&selected={ALAT}", dark=dark, phone=phone)
    assert screen.axe() == []
    screen.page.keyboard.press("Escape")
    assert screen.axe() == []
