"""Nothing drawn lacks its row in the legend: in views of the map, and in every step of every tour."""

from __future__ import annotations

from typing import Any

import pytest
from shapely.geometry import box, shape

from layers.map.style import subject_of
from tests.harness.browser import Screen
from tests.harness.labels import VIEWS, View, open_view, settled
from tests.harness.loaded import the_catalogue
from tests.harness.presenting import present, shown, tours, tours_on_disk
from tests.harness.serving import poll
from tests.harness.windows import OpenScreen

LINES = ("LineString", "MultiLineString")
FURTHER = (
    "layers=oil-gas-pipelines,tamar,east-med-gas&view=38,40,4.6",
    "layers=zangezur,anaklia,bases,caspian-security&view=40.5,45,6.6",
    "layers=abraham-accords,eaeu-brics,c-sipa&view=42,50,4",
)
# What the legend's drawings are of: symbols of layers, and the strokes' colour, dash and texture.
DRAWN = """() => [...document.querySelectorAll(".legend li, .tour-legend .tour-sign")].map((row) => ({
    layer: row.querySelector("use[href^='#sign-']")?.getAttribute("href").slice(6) ?? null,
    strokes: [...row.querySelectorAll("path")].map((path) => path.getAttribute("class") ?? ""),
    text: row.textContent,
}))"""
# The drawings of points: those on the map that are in view, and those in the rows.
GLYPHS = """() => {
    const ids = (all) => [...all].map((use) => use.getAttribute("href").slice(1));
    const box = atlas.map.getContainer().getBoundingClientRect();
    const isInView = (one) => {
        const { left, right, top, bottom } = one.getBoundingClientRect();
        const [x, y] = [(left + right) / 2, (top + bottom) / 2];
        return x > box.left && x < box.right && y > box.top && y < box.bottom;
    };
    const drawn = [...document.querySelectorAll(".point:not(.crowded) use")].filter(isInView);
    return { drawn: ids(drawn), told: ids(document.querySelectorAll(".legend li use")) };
}"""
WORDS = {
    "sea": "thin: by sea",
    "road": "slit: by road",
    "pipeline": "pipeline, schematic",
    "power": "thin: power line",
}


def in_view(screen: Screen, layers: list[str]) -> list[tuple[str, dict[str, Any]]]:
    """Return each feature of these layers whose geometry is in view, from the data alone."""
    west, south, east, north = map(
        float, screen.map.evaluate("atlas.map.getBounds().toBBoxString()").split(",")
    )
    view = box(west, south, east, north)
    return [
        (layer, feature)
        for layer in layers
        for feature in the_catalogue().layers[layer].features
        if shape(feature["geometry"]).intersects(view)
    ]


def unexplained(screen: Screen, rows: list[dict[str, Any]]) -> set[str]:
    """Return what the data draw in this view and no row of the opened legend explains."""
    signed, missing = {row["layer"] for row in rows}, set[str]()
    texts = {row["text"] for row in rows}
    for layer, feature in in_view(screen, screen.state()["layers"]):
        facts, own = feature["properties"], the_catalogue().layers[layer].subject
        if feature["geometry"]["type"] == "Point":
            continue
        if layer not in signed:
            missing.add(layer)
        if feature["geometry"]["type"] not in LINES:
            continue
        subject = subject_of(own, facts)
        if subject != own:
            word = "for comparison" if subject == "other" else f"{subject} pipeline"
            missing |= {word} - texts
        missing |= (
            {facts["status"]} | {WORDS[facts["mode"]]} if facts["mode"] in WORDS else {facts["status"]}
        ) - texts
    return missing


@pytest.mark.browser
@pytest.mark.parametrize("view", VIEWS, ids=str)
def test_every_line_and_area_of_a_view_has_its_row(open_screen: OpenScreen, view: View) -> None:
    screen = open_view(open_screen, view)
    screen.map.locator(".legend-fold").click()
    assert unexplained(screen, screen.map.evaluate(DRAWN)) == set()
    glyphs = screen.map.evaluate(GLYPHS)
    assert set(glyphs["drawn"]) - set(glyphs["told"]) == set()


@pytest.mark.browser
@pytest.mark.parametrize("query", FURTHER)
def test_every_line_and_area_of_other_layers_has_its_row(open_screen: OpenScreen, query: str) -> None:
    screen = open_view(open_screen, View(query.partition("view=")[2]))
    layers = query.partition("&")[0].partition("=")[2].split(",")
    screen.map.evaluate("layers => atlas.apply({layers})", layers)
    settled(screen)
    screen.map.locator(".legend-fold").click()
    rows = poll(lambda: screen.map.evaluate(DRAWN), expected="rows")
    assert unexplained(screen, rows) == set()
    fewer = [row for row in rows if row["layer"] != layers[0]]
    assert layers[0] in unexplained(screen, fewer), "the test can fail"


@pytest.mark.browser
@pytest.mark.parametrize("tour", tours_on_disk())
def test_what_a_step_lights_is_explained_in_its_legend(open_screen: OpenScreen, tour: str) -> None:
    screen, missing = present(open_screen, tour), list[str]()
    for number, step in enumerate(tours()[tour]["steps"]):
        if number:
            screen.page.keyboard.press("ArrowRight")
        poll(lambda number=number: shown(screen.page, tour, number), expected=f"step {number}")
        settled(screen)
        if not step["routes"]:
            missing += [f"{number}: {what}" for what in untold(screen, step)]
    assert missing == []


def untold(screen: Screen, step: dict[str, Any]) -> set[str]:
    """Return colours of lit lines and layers of lit areas that the step's one line of legend leaves out."""
    rows = screen.map.evaluate(DRAWN)
    strokes = " ".join(stroke for row in rows for stroke in row["strokes"])
    signed, missing = {row["layer"] for row in rows}, set[str]()
    for layer, feature in in_view(screen, step["layers"]):
        if step["lit"] and not {layer, f"{layer}/{feature['id']}"} & set(step["lit"]):
            continue
        subject = subject_of(the_catalogue().layers[layer].subject, feature["properties"])
        is_told = layer in signed or f"s-{subject}" in strokes
        if feature["geometry"]["type"] != "Point" and not is_told:
            missing.add(f"{layer} ({subject})")
    return missing
