"""Labels in the real map document: none on another, none over furniture, every country's name at home."""

from __future__ import annotations

from functools import cache
from itertools import combinations
from typing import Any

import geopandas
import pytest
from shapely.geometry import Point, shape
from shapely.ops import unary_union

from tests.harness.browser import Screen
from tests.harness.labels import VIEWS, View, open_view, settled
from tests.harness.loaded import the_atlas, the_catalogue
from tests.harness.serving import poll
from tests.harness.windows import OpenScreen

HOME_VIEW = "45.5,55.3,4.6"
FURNITURE = ".map-bar, .map-north, .map-scale, .legend, .card, .point:not(.crowded) .glyph"


def overlaps(boxes: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """Return the names of boxes that share more than half a pixel."""
    return [
        (a["text"], b["text"])
        for a, b in combinations(boxes, 2)
        if min(a["right"], b["right"]) - max(a["left"], b["left"]) > 0.5
        and min(a["bottom"], b["bottom"]) - max(a["top"], b["top"]) > 0.5
    ]


def drawn(screen: Screen, selector: str) -> list[dict[str, Any]]:
    """Return what the browser really laid out, as boxes in px of the window."""
    script = """(selector) => [...document.querySelectorAll(selector)].map((node) => {
        const range = document.createRange();
        range.selectNodeContents(node); // as wide as the letters really are, whatever was measured
        const { left, right } = (node.matches(".lab") ? range : node).getBoundingClientRect();
        const { top, bottom } = node.getBoundingClientRect();
        const text = node.textContent || node.className.baseVal || node.className;
        return { text, left, top, right, bottom };
    }).filter(({ left, right }) => right > left)"""
    boxes: list[dict[str, Any]] = screen.map.evaluate(script, selector)
    return boxes


@cache
def homes() -> dict[str, Any]:
    """Return the countries of the base map as shapely areas, by ISO code."""
    frame = geopandas.read_file(the_atlas().basemap, layer="countries", engine="pyogrio")
    areas: dict[str, list[Any]] = {}
    for iso, area in zip(frame["iso"], frame.geometry, strict=True):
        areas.setdefault(iso, []).append(area.buffer(0))
    return {iso: unary_union(parts) for iso, parts in areas.items()}


def middle(screen: Screen, box: dict[str, float]) -> Point:
    """Return the middle of a box as a point in degrees."""
    x, y = (box["left"] + box["right"]) / 2, (box["top"] + box["bottom"]) / 2
    at = screen.map.evaluate("([x, y]) => atlas.map.containerPointToLatLng([x, y])", [x, y])
    return Point(at["lng"], at["lat"])


@pytest.mark.browser
@pytest.mark.parametrize("view", VIEWS, ids=str)
def test_labels_lie_on_nothing_and_countries_are_named_at_home(open_screen: OpenScreen, view: View) -> None:
    screen = open_view(open_screen, view)
    labels, furniture = drawn(screen, ".lab"), drawn(screen, FURNITURE)
    assert len(labels) > 5
    assert overlaps(labels) == []
    on_furniture = [pair for box in furniture for pair in overlaps([box, *labels]) if pair[0] == box["text"]]
    assert on_furniture == []
    areas = homes()
    countries = [label for label in settled(screen) if label["kind"] == "country"]
    abroad = [one for one in countries if not areas[one["country"]].contains(middle(screen, one["box"]))]
    assert abroad == []


# Names that a line is drawn over: within its box lies a point of the line, taken every 3 px.
STRUCK = """() => [...document.querySelectorAll('.leaflet-labels-low-pane .lab')].filter((name) => {
    const box = name.getBoundingClientRect();
    return [...document.querySelectorAll('.leaflet-lines-pane path.core:not(.area)')].some((line) => {
        const at = line.getScreenCTM();
        for (let way = 0; way < line.getTotalLength(); way += 3) {
            const { x, y } = line.getPointAtLength(way).matrixTransform(at);
            if (x > box.left && x < box.right && y > box.top && y < box.bottom) return true;
        }
        return false;
    });
}).map((name) => name.textContent)"""


@pytest.mark.browser
@pytest.mark.parametrize(
    "view", [View("39,56,4.1", (860, 690), selected="north-south"), View(HOME_VIEW)], ids=str
)
def test_no_line_strikes_a_name_through(open_screen: OpenScreen, view: View) -> None:
    screen = open_view(open_screen, view)
    assert drawn(screen, ".leaflet-labels-low-pane .lab")
    assert screen.map.evaluate("document.querySelectorAll('.leaflet-lines-pane path.core').length") > 20
    assert screen.map.evaluate(STRUCK) == []


@pytest.mark.browser
def test_the_three_countries_of_the_south_caucasus_are_named_at_zoom_5(open_screen: OpenScreen) -> None:
    screen = open_view(open_screen, View("41,49,5"))
    named = {label["country"] for label in settled(screen) if label["kind"] == "country"}
    assert {"GE", "AM", "AZ"} <= named


@pytest.mark.browser
@pytest.mark.parametrize(
    ("selected", "label"),
    [("zangezur/horadiz-aghband", "Horadiz–Aghband, being built"), ("zangezur", "TRIPP, planned")],
)
def test_what_is_selected_is_named_first(open_screen: OpenScreen, selected: str, label: str) -> None:
    screen = open_view(open_screen, View("39.9,45.5,7", (1020, 812), selected=selected))
    assert label in {one["text"] for one in settled(screen)}


@pytest.mark.browser
def test_nothing_built_is_called_planned(open_screen: OpenScreen) -> None:
    """Round Alat only the built part of the TRIPP layer is in view, so its name stands without a status."""
    screen = open_view(open_screen, View("40.2,49.8,8.5", (1020, 812)))
    assert "TRIPP" in {one["text"] for one in settled(screen)}


@pytest.mark.browser
@pytest.mark.parametrize("view", [HOME_VIEW, "40.2,46.5,6", "39.3,46.4,7"])
def test_what_is_called_planned_is_the_planned_part(open_screen: OpenScreen, view: str) -> None:
    screen = open_view(open_screen, View(view))
    [label] = [one for one in settled(screen) if one["id"] == "layer:zangezur"]
    if label["text"] == "TRIPP":  # far out there is no room beside the planned part
        assert not view.endswith(",7")
        return
    assert label["text"] == "TRIPP, planned"
    at = middle(screen, label["box"])
    near = {
        one["id"]: shape(one["geometry"]).distance(at)
        for one in the_catalogue().layers["zangezur"].features
        if "LineString" in one["geometry"]["type"]
    }
    nearest = the_catalogue().layers["zangezur"].feature(min(near, key=lambda one: near[one]))
    assert nearest and nearest["properties"]["status"] == "planned", near


@pytest.mark.browser
def test_labels_follow_the_view_and_the_layers(open_screen: OpenScreen) -> None:
    screen = open_view(open_screen, View("41,49,5"))
    before = {label["id"] for label in settled(screen)}
    assert {"layer:middle-corridor", "layer:north-south"} <= before
    screen.map.evaluate("atlas.apply({layers: ['north-south'], view: {lat: 32, lon: 54, zoom: 6}})")
    poll(lambda: {label["id"] for label in settled(screen)} != before, expected="other labels")
    after = {label["id"] for label in settled(screen)}
    assert "layer:middle-corridor" not in after
    assert "place:iran" in after


@pytest.mark.browser
def test_labels_stay_in_place_while_the_map_is_dragged(open_screen: OpenScreen) -> None:
    screen = open_view(open_screen, View("41,49,5"))
    labels = {label["id"]: label["box"]["left"] for label in settled(screen)}
    screen.page.mouse.move(700, 300)
    screen.page.mouse.down()
    screen.page.mouse.move(760, 300, steps=4)
    moved = {label["id"]: label["box"]["left"] for label in screen.map.evaluate("atlas.labels()")}
    screen.page.mouse.up()
    assert moved.keys() == labels.keys()
    assert {round(moved[name] - labels[name]) for name in labels} == {60}


@pytest.mark.browser
def test_placing_takes_no_longer_than_three_frames(open_screen: OpenScreen) -> None:
    """Below 50 ms at 1440 x 900 and zoom 5; the best of several rounds, for the machine may be busy."""
    screen = open_view(open_screen, View("41,49,5"))
    for step in range(6):
        screen.map.evaluate("(lon) => atlas.apply({view: {lat: 41, lon, zoom: 5}})", 49 + step / 4)
        settled(screen)
    times = screen.map.evaluate("performance.getEntriesByName('labels').map(({ duration }) => duration)")
    assert min(times) < 50, times


def test_the_check_for_overlaps_finds_one() -> None:
    here = {"text": "a", "left": 0, "top": 0, "right": 10, "bottom": 10}
    assert overlaps([here, {**here, "text": "b", "left": 9, "right": 19}]) == [("a", "b")]
    assert overlaps([here, {**here, "text": "b", "left": 10, "right": 20}]) == []
