"""Legend, scale and sources round the real map document: what they say is what the map shows."""

from __future__ import annotations

from typing import Any

import pytest
from pyproj import Geod
from shapely.geometry import box, shape

from tests.harness.browser import MAP_FRAME, Screen
from tests.harness.labels import VIEWS, View, open_view, settled
from tests.harness.loaded import the_catalogue
from tests.harness.serving import poll
from tests.harness.windows import OpenScreen

HOME = View("41,49,5")
PHONE = View("39.9,45.5,6.5", (390, 844))
STATUSES = {"operating", "building", "planned", "idle", "closed"}
LINES = ("LineString", "MultiLineString")


def rows(screen: Screen) -> dict[str, Any]:
    """Return the legend's layers with their switches, and the words of its other rows."""
    screen.open_legend()
    script = """() => ({
        layers: Object.fromEntries([...document.querySelectorAll(".legend button[data-layer]")]
            .map((row) => [row.dataset.layer, row.getAttribute("aria-pressed") === "true"])),
        words: [...document.querySelectorAll(".legend li.legend-row")].map((row) => row.textContent),
    })"""
    found: dict[str, Any] = screen.map.evaluate(script)
    return found


def in_view(screen: Screen) -> tuple[set[str], set[str], set[str]]:
    """Return layers, statuses of lines and modes in view, from the data and not from the map's scripts."""
    bounds = str(screen.map.evaluate("atlas.map.getBounds().toBBoxString()"))  # west, south, east, north
    west, south, east, north = map(float, bounds.split(","))
    on, view = screen.state()["layers"], box(west, south, east, north)
    features = [
        (layer.id, feature)
        for layer in the_catalogue().layers.values()
        if layer.id in on
        for feature in layer.features
        if shape(feature["geometry"]).intersects(view)
    ]
    lines = [feature["properties"] for _, feature in features if feature["geometry"]["type"] in LINES]
    glyphs = screen.map.evaluate(
        "[...document.querySelectorAll('.point:not(.crowded)')].map((point) => point.dataset.ref)"
    )
    layers = {
        layer
        for layer, feature in features
        if feature["geometry"]["type"] != "Point" or f"{layer}/{feature['id']}" in glyphs
    }
    return layers, {line["status"] for line in lines}, {line["mode"] for line in lines}


@pytest.mark.browser
@pytest.mark.parametrize("view", VIEWS, ids=str)
def test_the_legend_lists_exactly_what_is_in_view(open_screen: OpenScreen, view: View) -> None:
    screen = open_view(open_screen, view)
    layers, statuses, modes = in_view(screen)
    found = rows(screen)
    assert set(found["layers"]) == layers
    assert set(found["words"]) & STATUSES == statuses
    assert ("thin: by sea" in found["words"]) == ("sea" in modes)
    assert ("slit: by road" in found["words"]) == ("road" in modes)
    assert ("pipeline, schematic" in found["words"]) == ("pipeline" in modes)


@pytest.mark.browser
def test_nothing_on_leaves_an_empty_legend(open_screen: OpenScreen) -> None:
    screen = open_view(open_screen, HOME)
    screen.map.evaluate("atlas.apply({layers: []})")
    poll(lambda: rows(screen)["layers"] == {}, expected="no layer in the legend")
    assert not set(rows(screen)["words"]) & STATUSES


@pytest.mark.browser
def test_a_layer_hidden_by_the_legend_comes_back_by_it(open_screen: OpenScreen) -> None:
    screen = open_view(open_screen, HOME)
    screen.switch_in_map("north-south")
    poll(lambda: rows(screen)["layers"]["north-south"] is False, expected="a row that is off and stays")
    assert "north-south" not in screen.state()["layers"]
    assert screen.map.evaluate("document.activeElement.dataset.layer") == "north-south"
    screen.switch_in_map("north-south")
    poll(lambda: rows(screen)["layers"]["north-south"] is True, expected="the row on again")
    assert "north-south" in screen.state()["layers"]


@pytest.mark.browser
@pytest.mark.parametrize("view", [HOME, View("41,49,5", (860, 720)), PHONE], ids=str)
def test_the_legend_begins_as_one_line_and_opens_where_it_is(open_screen: OpenScreen, view: View) -> None:
    screen = open_view(open_screen, view)
    legend, body = screen.map.locator(".legend"), screen.map.locator(".legend-body")
    fold = screen.map.locator(".legend-fold")
    assert not body.is_visible() and fold.locator("svg").count() == 1 and fold.inner_text() == "Legend"
    closed = fold.bounding_box()
    assert closed and closed["height"] <= 48
    fold.click()
    opened, list_box, button = (one.bounding_box() for one in (legend, body, fold))
    assert opened and list_box and button and closed
    assert button["y"] >= list_box["y"] + list_box["height"] - 1 or (
        button["y"] + button["height"] <= list_box["y"] + 1
    )
    middle = closed["y"] + closed["height"] / 2
    is_sheet = view.size[0] < 700  # along the lower edge, with a cross of its own
    assert is_sheet or button["y"] <= middle <= button["y"] + button["height"], "a second click closes it"
    assert opened["height"] <= view.size[1]
    screen.map.evaluate("atlas.apply({theme: 'dark', view: {lat: 41, lon: 45, zoom: 6}})")
    settled(screen)
    assert body.is_visible() and fold.get_attribute("aria-expanded") == "true"
    fold.click()
    assert not body.is_visible()


@pytest.mark.browser
def test_a_legend_that_was_left_open_is_open_in_the_next_map_of_the_visit(screen: Screen) -> None:
    fold = screen.page.frame_locator(MAP_FRAME).locator(".legend-fold")
    fold.click()
    screen.page.reload()
    poll(lambda: fold.get_attribute("aria-expanded") == "true", 20, expected="an open legend")


@pytest.mark.browser
def test_the_signs_of_list_and_legend_are_one_drawing(screen: Screen) -> None:
    found = rows(screen)["layers"]
    assert len(found) > 4
    for layer in found:
        listed = screen.page.locator(f'[data-row="{layer}"] .mark').inner_html()
        assert screen.map.evaluate("id => document.getElementById(`sign-${id}`).innerHTML", layer) == listed
        used = screen.map.locator(f'.legend [data-layer="{layer}"] use').get_attribute("href")
        assert used == f"#sign-{layer}"


@pytest.mark.browser
@pytest.mark.parametrize("view", [VIEWS[0], VIEWS[4], VIEWS[5], VIEWS[-1]], ids=str)
def test_the_scale_is_true_at_the_latitude_that_it_names(open_screen: OpenScreen, view: View) -> None:
    screen = open_view(open_screen, view)
    km, lat, west, east = screen.map.evaluate("""() => {
        const { km, lat } = document.querySelector(".map-scale").dataset;
        const { width } = document.querySelector(".map-ruler").getBoundingClientRect();
        const [west, east] = [0, width].map((x) => atlas.map.containerPointToLatLng([x, 0]).lng);
        return [Number(km), Number(lat), west, east];
    }""")
    length = Geod(ellps="WGS84").line_length([west, (west + east) / 2, east], [lat, lat, lat]) / 1000
    assert length == pytest.approx(km, rel=0.02)
    said = screen.map.locator(".map-scale").get_attribute("aria-label")
    assert said == f"Scale: {km:g} km at {lat}° N"


@pytest.mark.browser
@pytest.mark.parametrize("size", [(1440, 900), (1020, 812)])
def test_the_sources_stand_whole_in_two_lines_under_the_map(
    open_screen: OpenScreen, size: tuple[int, int]
) -> None:
    screen = open_view(open_screen, View("41,49,5", size))
    strip = screen.map.locator("footer")
    text = strip.inner_text()
    for part in (
        "OpenStreetMap",
        "GeoNames",
        "Natural Earth",
        "searoute",
        "imply no endorsement",
        "Known to",
    ):
        assert part in text
    ground, words = screen.map.locator("#map_0, .folium-map").first.bounding_box(), strip.bounding_box()
    assert ground and words
    assert ground["y"] + ground["height"] <= words["y"] + 0.5
    assert words["y"] + words["height"] <= size[1] + 0.5
    assert words["height"] <= 3 * 15 + 12.5


@pytest.mark.browser
def test_on_a_phone_the_sources_are_short_until_asked(open_screen: OpenScreen) -> None:
    screen = open_view(open_screen, PHONE)
    strip, more = screen.map.locator("footer"), screen.map.get_by_role("button", name="all sources")
    assert "searoute" not in strip.inner_text()
    more.click()
    assert "searoute" in strip.inner_text()
    assert "imply no endorsement" in strip.inner_text()
    width = screen.map.evaluate("document.documentElement.scrollWidth")
    assert width <= 390


@pytest.mark.browser
def test_the_buttons_zoom_and_change_the_theme(open_screen: OpenScreen) -> None:
    screen = open_view(open_screen, HOME)
    screen.map.get_by_role("button", name="Zoom in").click()
    poll(lambda: screen.state()["view"]["zoom"] == 6, expected="zoom 6")
    dark = screen.map.get_by_role("button", name="Dark theme")
    dark.click()
    poll(lambda: screen.state()["theme"] == "dark", expected="the dark theme")
    assert dark.get_attribute("aria-pressed") == "true"


@pytest.mark.browser
@pytest.mark.parametrize("view", [HOME, PHONE], ids=str)
def test_axe_finds_nothing_serious_round_the_map(open_screen: OpenScreen, view: View) -> None:
    screen = open_view(open_screen, view)
    assert screen.axe() == []
