"""How the map begins: the base map first, all else behind it in slices that let a person through."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from layers.map.ground import OBJECTS, borders, land_rings, read_topology
from layers.map.style import Theme, tokens
from tests.harness.loaded import the_atlas, the_catalogue, the_document
from tests.harness.map_alone import START, alone, open_map
from tests.harness.serving import poll
from tests.harness.windows import OpenScreen


def test_the_base_map_and_our_script_come_before_all_else() -> None:
    page = the_document().html.decode()
    order = ['id="base-map"', "/* atlas.bundle.js */", "/* leaflet.js */", 'id="atlas-facts"', "L.geoJson("]
    assert sorted(order, key=page.index) == order
    before = page[: page.index("/* leaflet.js */")]
    assert [word for word in ("L.geoJson(", '"features"', '"network"') if word in before] == []


def test_each_layer_has_a_script_of_its_own_so_that_none_blocks_for_long() -> None:
    scripts = re.findall(r"<script>(.*?)</script>", the_document().html.decode(), re.DOTALL)
    assert [script.count("L.geoJson(") for script in scripts if "L.geoJson(" in script] == [
        1 for _ in the_catalogue().drawn
    ]


def test_the_land_is_closed_rings_and_no_border_lies_under_a_disputed_line() -> None:
    topology = read_topology(the_atlas().basemap)
    arcs, objects = topology["arcs"], {name: topology["objects"][name]["geometries"] for name in OBJECTS}

    def end(number: int, *, last: bool) -> tuple[int, ...]:
        steps = arcs[~number if number < 0 else number]
        return tuple(map(sum, zip(*steps, strict=True))) if last != (number < 0) else tuple(steps[0])

    rings = land_rings(objects["countries"], arcs)
    for ring in rings:
        for before, after in pairwise([*ring, ring[0]]):
            assert end(before, last=True) == end(after, last=False)
    used = [~number if number < 0 else number for ring in rings for number in ring]
    assert len(used) == len(set(used)) > 100
    drawn = {number for line in borders(objects["countries"], objects["disputed"]) for number in line}
    assert drawn
    assert not drawn & set(used)
    contested = {~n if n < 0 else n for line in objects["disputed"] for n in flat(line["arcs"])}
    assert not drawn & contested


def flat(arcs: list[Any]) -> list[int]:
    return [n for arc in arcs for n in (flat(arc) if isinstance(arc, list) else [arc])]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_base_map_is_drawn_before_the_rest_has_come(
    open_screen: OpenScreen, tmp_path: Path, theme: Theme
) -> None:
    page = the_document().html.decode()
    file = tmp_path / "half.html"
    file.write_text(page[: page.index("<script>/* leaflet.js */")], "utf-8")
    half = open_screen(f"#view=40.4,49.6,5&theme={theme}", server=alone(file)).page
    colours = half.evaluate(
        """() => {
            const canvas = document.querySelector("canvas"), { data } = canvas.getContext("2d")
                .getImageData(0, 0, canvas.width, canvas.height);
            const found = new Set();
            for (let i = 0; i < data.length; i += 4000) found.add(data.slice(i, i + 4).join());
            return [...found];
        }"""
    )
    land = bytes.fromhex(tokens()[theme]["map"]["land"].removeprefix("#"))
    assert ",".join(map(str, [*land, 255])) in colours
    assert "© OpenStreetMap" in (half.locator(".sources").text_content() or "")
    assert half.evaluate("window.L") is None


@pytest.mark.parametrize("query", ["", START, "view=79,-160,3.2", "view=41.7,44.8,8.35&theme=dark"])
@pytest.mark.parametrize("size", [(1280, 720), (1440, 900)])
def test_the_map_begins_where_the_first_picture_was(
    open_screen: OpenScreen, query: str, size: tuple[int, int]
) -> None:
    page = open_map(open_screen, query, size=size).page
    assert page.evaluate("performance.getEntriesByName('ground').length") == 1, "painted once, not again"


def test_a_long_drag_shows_no_edge_of_the_base_map(open_screen: OpenScreen) -> None:
    page = open_map(open_screen, "layers=&view=40.4,49.6,6").page
    page.mouse.move(1200, 450)
    page.mouse.down()
    page.mouse.move(300, 450, steps=20)
    covered = """() => {
        const [ground, map] = ["canvas.ground", ".folium-map"]
            .map((one) => document.querySelector(one).getBoundingClientRect());
        return ground.left <= map.left && ground.right >= map.right;
    }"""
    poll(lambda: page.evaluate("atlas.map.getCenter().lng") > 60, expected="a dragged map")
    assert page.evaluate(covered), "the hand is still on the map"
    page.mouse.up()


def test_labels_wait_until_what_has_changed_is_painted(open_screen: OpenScreen) -> None:
    page = open_map(open_screen).page
    placed_before_paint, hits = page.evaluate(
        """async () => {
            const count = () => performance.getEntriesByName("labels").length, before = count();
            atlas.apply({layers: ["zangezur"]});
            await new Promise(requestAnimationFrame);
            return [count() - before, document.querySelectorAll(".hit").length];
        }"""
    )
    assert placed_before_paint == 0
    assert hits > 0
    poll(
        lambda: page.evaluate("atlas.labels().every(({id}) => id !== 'layer:north-south')"),
        expected="labels of what is left",
    )
