"""A layer drawn by hand: what its features leave out is the definition's, or measured, or one fault."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pyproj import Geod

from layers.__main__ import check_folder
from layers.catalogue.atlas import load_atlas
from layers.geometry.collection import GEODATA
from layers.map.document import build_document
from layers.model.catalogue import Catalogue
from layers.model.feature import HandLineProperties, PointOrAreaProperties
from tests.harness.loaded import the_atlas
from tests.harness.small_atlas import FIXTURE

DEFINITION = """---
id: walk
title: A walk
short: Walk
group: places
subject: other
geodata: walk.geojson
as_of: "2026-03"
status: planned
source: walked it
licence: own compilation (MIT)
mode: road
---
A walk.
"""
POINT = {"type": "Point", "coordinates": [44.2, 41.9]}
LINE = {"type": "LineString", "coordinates": [[44.2, 41.9], [44.3, 41.95], [44.9, 42.0]]}
AREA = {"type": "Polygon", "coordinates": [[[44, 41], [45, 41], [45, 42], [44, 41]]]}

Draw = Callable[..., Catalogue]


@pytest.fixture
def draw(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Draw:
    """Write a walk with these features, (name or properties, geometry), and load it beside a small atlas."""
    monkeypatch.setattr("layers.catalogue.atlas.ROOT", FIXTURE)

    def drawn(*features: tuple[Any, Any], without: str = "", **top: Any) -> Catalogue:
        lines = [line for line in DEFINITION.splitlines() if not without or not line.startswith(without)]
        (tmp_path / "walk.md").write_text("\n".join(lines), encoding="utf-8")
        members = [
            {
                "type": "Feature",
                "properties": {"name": said} if isinstance(said, str) else said,
                "geometry": geometry,
            }
            for said, geometry in features
        ]
        document = {"type": "FeatureCollection", **top, "features": members}
        (tmp_path / "walk.geojson").write_text(json.dumps(document), encoding="utf-8")
        return load_atlas(tmp_path).catalogue

    return drawn


def sentences(catalogue: Catalogue) -> list[str]:
    return [str(fault) for fault in catalogue.faults]


def said(catalogue: Catalogue) -> list[dict[str, Any]]:
    return [feature["properties"] for feature in catalogue.layers["walk"].features]


def test_a_name_is_enough(draw: Draw) -> None:
    catalogue = draw(("A stone", POINT), ("The way", LINE), ("The field", AREA))
    assert sentences(catalogue) == []
    point, line, area = said(catalogue)
    assert point == {
        "id": "a-stone",
        "layer": "walk",
        "name": "A stone",
        "kind": "place",
        "status": "planned",
        "as_of": "2026-03",
        "geometry_class": "hand",
        "source": "walked it",
        "licence": "own compilation (MIT)",
    }
    lons, lats = zip(*LINE["coordinates"], strict=True)
    assert line["km"] == round(Geod(ellps="WGS84").line_length(lons, lats) / 1000, 1) > 50
    assert (line["mode"], line["kind"], line["geometry_class"]) == ("road", "line", "schematic")
    assert line["generalised"] is True
    assert (area["kind"], area["geometry_class"]) == ("area", "area")
    assert catalogue.layers["walk"].licence == "own compilation (MIT)"
    assert catalogue.layers["walk"].attribution == "walked it"
    atlas = replace(the_atlas(), catalogue=catalogue)
    assert b"walked it" in build_document(atlas).html


def test_what_is_filled_in_passes_the_whole_check(draw: Draw, tmp_path: Path) -> None:
    draw(("A stone", POINT), ("The way", LINE), ("The field", AREA))
    report = check_folder(tmp_path)
    assert [str(fault) for fault in report.faults] == []
    assert report.features == 3


def test_what_a_feature_says_itself_stands(draw: Draw) -> None:
    own = {
        "id": "x",
        "name": "A",
        "status": "closed",
        "source": "a map",
        "licence": "CC0",
        "as_of": "2020-01",
    }
    line = {"id": "y", "name": "B", "mode": "rail", "kind": "track", "countries": ["GE"], "from": "P"}
    catalogue = draw((own, POINT), (line, LINE))
    assert sentences(catalogue) == []
    assert own.items() <= said(catalogue)[0].items()
    assert line.items() <= said(catalogue)[1].items()


def test_a_wrong_length_is_still_a_fault(draw: Draw, tmp_path: Path) -> None:
    draw(({"name": "The way", "km": 5}, LINE))
    assert ["km: 5" in str(fault) for fault in check_folder(tmp_path).faults] == [True]


def test_a_short_line_is_not_called_generalised(draw: Draw) -> None:
    short = {"type": "LineString", "coordinates": [[44.2, 41.9], [44.3, 41.95]]}
    assert said(draw(("The way", short)))[0]["generalised"] is False


def test_ids_come_from_the_name_and_differ(draw: Draw) -> None:
    catalogue = draw(
        ("Stop", POINT), ("Stop", POINT), ({"name": "Ж"}, POINT), ({"name": "N", "id": 7}, POINT)
    )
    assert sentences(catalogue) == []
    assert [feature["id"] for feature in catalogue.layers["walk"].features] == [
        "stop", "stop-2", "zh", "7",
    ]  # fmt: skip
    assert all(feature["id"] == feature["properties"]["id"] for feature in catalogue.layers["walk"].features)


def test_empty_columns_count_as_left_out(draw: Draw) -> None:
    catalogue = draw(({"name": "A", "id": None, "status": None, "opened": None}, POINT))
    assert sentences(catalogue) == []
    assert said(catalogue)[0]["status"] == "planned"


@pytest.mark.parametrize(
    ("key", "geometry"), [("status", POINT), ("mode", LINE), ("source", POINT), ("licence", POINT)]
)
def test_what_nobody_says_is_one_fault_for_the_whole_file(draw: Draw, key: str, geometry: Any) -> None:
    catalogue = draw(("A", geometry), ("B", geometry), without=f"{key}:")
    assert sentences(catalogue) == [
        f"walk.geojson (feature 1 and 1 more): found no “{key}”; "
        f"expected “{key}” in the layer's definition, for all of them, or in each feature."
    ]
    assert said(catalogue) == []


def test_the_top_of_the_file_may_say_source_and_licence(draw: Draw) -> None:
    catalogue = draw(("A", POINT), without="licence:", licence="CC0", attribution="The club")
    assert sentences(catalogue) == []
    assert (said(catalogue)[0]["licence"], said(catalogue)[0]["source"]) == ("CC0", "walked it")
    assert catalogue.layers["walk"].attribution == "The club"


@pytest.mark.parametrize(
    ("properties", "words"),
    [
        (None, "no “name”"),
        ({"name": "A", "status": "open"}, "operating · building"),
        ({"name": "A", "layer": "other"}, "expected “walk”"),
        ({"name": "A", "id": "Not An Id"}, "an id of a-z"),
        ({"name": "A", "colour": "red"}, "the unknown key “colour”"),
    ],
)
def test_what_cannot_be_filled_in_is_one_fault(draw: Draw, properties: Any, words: str) -> None:
    found = sentences(draw((properties, POINT), ("B", POINT)))
    assert len(found) == 1
    assert words in found[0] and "feature 1" in found[0]


def test_a_wrong_definition_adds_no_fault_for_each_feature(draw: Draw) -> None:
    found = sentences(draw(("A", POINT), ("B", LINE), without="title:"))
    assert len(found) == 1
    assert "title" in found[0]


def test_a_generated_file_must_say_everything(draw: Draw) -> None:
    catalogue = draw(("A", POINT), generated="by a program", licence="CC0", attribution="x")
    assert said(catalogue) == []
    assert "no “id”, no “layer”, no “kind”, no “status”" in sentences(catalogue)[0]


def test_our_own_files_are_all_generated_and_leave_nothing_out() -> None:
    files = sorted(file for file in GEODATA.glob("*.geojson") if file.name != "places.geojson")
    assert len(files) > 20
    for file in files:
        document = json.loads(file.read_text("utf-8"))
        assert document["generated"], file.name
        for feature in document["features"]:
            line = "Line" in feature["geometry"]["type"]
            schema = HandLineProperties if line else PointOrAreaProperties
            needed = {field.alias or key for key, field in schema.model_fields.items() if field.is_required()}
            needed |= {"from", "to", "countries"} if line else set()
            assert needed <= feature["properties"].keys(), feature["id"]
