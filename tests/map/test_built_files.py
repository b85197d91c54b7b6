"""The built files that the map draws: whatever stands in one, the layers are drawn, and its fault is told."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from layers.__main__ import main
from layers.catalogue.atlas import load_atlas
from layers.map.document import Document, build_document
from layers.map.drawable import drawable
from layers.map.ground import OBJECTS
from tests.harness.loaded import the_atlas
from tests.harness.map_alone import alone
from tests.harness.small_atlas import SmallAtlas
from tests.harness.spoiling import VALUES, all_spoilt
from tests.harness.windows import OpenScreen

SQUARE = {"type": "Polygon", "arcs": [[0]], "properties": {"id": "AZ", "name": "Azerbaijan"}}
GROUND: dict[str, Any] = {
    "type": "Topology",
    "transform": {"scale": [0.1, 0.1], "translate": [40, 40]},
    "objects": {name: {"type": "GeometryCollection", "geometries": []} for name in OBJECTS}
    | {"countries": {"type": "GeometryCollection", "geometries": [SQUARE]}},
    "arcs": [[[0, 0], [9, 0], [0, 9], [-9, 0], [0, -9]]],
}
LINES: dict[str, Any] = {"lines": {"a-b": [40000, 40000, 100, 100]}}
FILES = {"basemap.topojson": GROUND, "network_lines.json": LINES}


@pytest.fixture
def atlas(tmp_path: Path) -> SmallAtlas:
    return SmallAtlas(tmp_path)


def drawn(atlas: SmallAtlas) -> Document:
    document = build_document(drawable(load_atlas(atlas.root)))
    assert b'"demo-line/alat-ganja"' in document.html
    return document


@pytest.mark.parametrize("file", FILES)
def test_what_is_right_has_no_fault(atlas: SmallAtlas, file: str) -> None:
    (atlas.root / "geodata" / file).write_text(json.dumps(FILES[file]), "utf-8")
    assert drawn(atlas).faults == ()


@pytest.mark.parametrize("file", FILES)
def test_any_value_at_any_key_leaves_the_layers(atlas: SmallAtlas, file: str) -> None:
    path = atlas.root / "geodata" / file
    for case, data in [*all_spoilt(FILES[file])][::4]:
        path.write_text(json.dumps(data), "utf-8")
        document = drawn(atlas)
        assert {fault.file for fault in document.faults} <= {file}, case


@pytest.mark.parametrize("file", FILES)
def test_a_file_that_is_cut_or_something_else_is_named(atlas: SmallAtlas, file: str) -> None:
    path = atlas.root / "geodata" / file
    whole = json.dumps(FILES[file])
    for text in (whole[: len(whole) // 2], "", *(json.dumps(value) for value in VALUES)):
        path.write_text(text, "utf-8")
        (fault,) = drawn(atlas).faults
        assert (fault.file, fault.effect) == (file, "refused"), text[:40]


def test_the_check_names_every_built_file_that_is_cut(
    atlas: SmallAtlas, capsys: pytest.CaptureFixture[str]
) -> None:
    names = ("basemap.topojson", "network_lines.json", "network.json", "places.geojson")
    for name in names:
        (atlas.root / "geodata" / name).write_text('{"lines": {"a', "utf-8")
    assert main(["check", str(atlas.root)]) == 1
    told = capsys.readouterr().out
    assert [name for name in names if f"{name}:1: found a text without its closing quote" not in told] == []


def test_a_map_without_ground_and_network_still_shows_its_layers(
    open_screen: OpenScreen, atlas: SmallAtlas, tmp_path: Path
) -> None:
    """The real layers with both files cut: the browser draws them and complains of nothing."""
    for file in FILES:
        (atlas.root / "geodata" / file).write_text("{", "utf-8")
    document = build_document(replace(the_atlas(), built=load_atlas(atlas.root).built))
    assert [fault.file for fault in document.faults] == ["basemap.topojson", "network_lines.json"]
    page = tmp_path / "map.html"
    page.write_bytes(document.html)
    screen = open_screen("", server=alone(page)).wait_for_map()
    part = the_atlas().catalogue.layers["middle-corridor"].features[0]
    screen.page.evaluate("ref => atlas.apply({selected: ref})", f"middle-corridor/{part['id']}")
    assert screen.page.locator(".card .card-title").text_content() == part["properties"]["name"]
    assert screen.complaints() == []
