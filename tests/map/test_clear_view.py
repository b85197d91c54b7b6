"""What is shown whole lies clear of buttons and legend, whether a person asks for it or the address does."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.harness.map_alone import LAYERS, START, open_map
from tests.harness.windows import OpenScreen

# How many points a layer has, every 6 px along its lines, and how many of them lie outside or under
HIDDEN = """layer => {
    const { map } = atlas, { x: width, y: height } = map.getSize();
    const boxes = [...document.querySelectorAll('.map-bar, .legend')]
        .map(one => one.getBoundingClientRect());
    const along = line => line.flatMap((from, n) => {
        const to = line[n + 1] ?? from, pieces = Math.max(1, Math.ceil(from.distanceTo(to) / 6));
        return Array.from({ length: pieces }, (_, at) => from.add(to.subtract(from).multiplyBy(at / pieces)));
    });
    const linesIn = nested => Array.isArray(nested[0]) ? nested.flatMap(linesIn) : [nested];
    const drawn = [...document.querySelectorAll(`[data-ref^="${layer}/"]`)];
    const refs = new Set(drawn.map(one => one.dataset.ref));
    const points = [...refs].map(ref => atlas.feature(ref).shape).flatMap(shape =>
        (shape.getLatLngs ? linesIn(shape.getLatLngs()) : [[shape.getLatLng()]])
            .flatMap(line => along(line.map(one => map.latLngToContainerPoint(one)))));
    const isUnder = ({ x, y }) => x < 0 || y < 0 || x > width || y > height ||
        boxes.some(box => x > box.left && x < box.right && y > box.top && y < box.bottom);
    return [points.length, points.filter(isUnder).length];
}"""
SIZES = [(390, 357), (360, 264), (320, 264), (490, 360), (820, 512), (948, 724)]


def hidden(page: Page, layer: str) -> int:
    points, under = page.evaluate(HIDDEN, layer)
    assert points > 1
    return int(under)


@pytest.mark.browser
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_what_is_shown_whole_is_clear_of_what_stands_on_the_map(
    open_screen: OpenScreen, size: tuple[int, int]
) -> None:
    page = open_map(open_screen, START, size=size, touch=size[0] < 900).page
    for layer in LAYERS.split(","):
        page.evaluate("layer => atlas.fit(layer, {fly: false})", layer)
        assert hidden(page, layer) == 0, layer
    page.evaluate("atlas.map.setView([43, 41], 7, {animate: false})")
    assert hidden(page, "middle-corridor") > 0, "the test can fail"


@pytest.mark.browser
@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("layer", ["anaklia", "zangezur"])
def test_so_does_what_an_address_names(open_screen: OpenScreen, size: tuple[int, int], layer: str) -> None:
    query = f"layers={LAYERS}&selected={layer}"
    page = open_map(open_screen, query, size=size, touch=size[0] < 900).page
    assert hidden(page, layer) == 0
