"""What loading makes of right and of broken definitions: every fault named, every other layer shown."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from layers.catalogue.atlas import load_atlas
from layers.model.layer import Layer
from layers.model.reference import Reference
from tests.harness.loaded import the_catalogue
from tests.harness.small_atlas import FIXTURE, LINE, PORT, SmallAtlas

SOURCES = "layers/references/sources/demo.yaml"
ESSAYS = "layers/references/essays.yaml"
LINE_DATA = "geodata/demo-line.geojson"
PLACES = "geodata/places.geojson"


@pytest.fixture
def atlas(tmp_path: Path) -> SmallAtlas:
    return SmallAtlas(tmp_path)


def test_right_atlas_loads_whole() -> None:
    catalogue = load_atlas(FIXTURE).catalogue
    assert catalogue.faults == []
    assert list(catalogue.layers) == ["demo-line", "demo-port"]
    line = catalogue.layers["demo-line"]
    assert line.broken is None
    assert line.on
    assert line.as_of == "2026-03-10"
    assert line.bounds == (48.9, 39.94, 49.86, 40.38)
    assert line.body.startswith("The line runs")
    assert line.licence == "facts, own compilation (MIT)"
    assert [value.value for value in line.facts[0].values] == [74, 73.5]
    assert line.claims[1].paragraphs == ("caption",)
    assert line.strip == ("baku-alat", "alat-ganja")
    assert catalogue.places["baku"].names == ("Bakı", "Баку")
    assert (catalogue.places["alat"].lat, catalogue.places["alat"].lon) == (39.94, 49.41)
    assert catalogue.feature(Reference("demo-port/alat")) is not None
    assert catalogue.feature(Reference("demo-port/nothing")) is None
    assert catalogue.feature(Reference("nothing")) is None


def test_layers_cannot_be_changed() -> None:
    layer = load_atlas(FIXTURE).catalogue.layers["demo-line"]
    with pytest.raises(ValueError, match="frozen"):
        layer.title = "Other"  # type: ignore[misc]


def test_all_faults_of_all_files_come_together(atlas: SmallAtlas) -> None:
    atlas.replace(LINE, "kind: fact", "kind: truth").replace(LINE, "source: S1}", "source: S7}")
    atlas.replace(LINE, "place:alat", "place:atlantis").replace(PORT, "status: operating", "status: open")
    atlas.replace(SOURCES, "publisher: Tests", "publishr: Tests")
    atlas.edit_json(LINE_DATA, lambda data: data["features"][0]["geometry"].update(coordinates=[]))
    atlas.edit_json(PLACES, lambda data: data["features"][0]["properties"].update(rank=9))
    files = {fault.file for fault in atlas.load().faults}
    assert files == {LINE, PORT, SOURCES, LINE_DATA, PLACES}
    text = "\n".join(atlas.sentences())
    for words in ("“truth”", "“S7”", "“open”", "“publishr”", "an empty list", "rank: 9"):
        assert words in text


def test_broken_geodata_breaks_its_layer_only(atlas: SmallAtlas) -> None:
    (atlas.root / LINE_DATA).write_text('{"type": "FeatureCollection",\n "features": [', encoding="utf-8")
    catalogue = atlas.load()
    assert catalogue.layers["demo-line"].broken is not None
    assert f"{LINE_DATA}:2" in catalogue.layers["demo-line"].broken
    assert catalogue.layers["demo-line"].claims  # its text is still there
    assert catalogue.layers["demo-port"].broken is None


def test_one_broken_feature_leaves_the_layer_with_the_others(atlas: SmallAtlas) -> None:
    atlas.edit_json(LINE_DATA, lambda data: data["features"][0]["geometry"].update(coordinates=None))
    layer = atlas.load().layers["demo-line"]
    assert layer.broken is None
    assert [feature["id"] for feature in layer.features] == ["baku-alat"]
    assert layer.strip == ("baku-alat",)
    assert layer.strip_note is None


@pytest.mark.parametrize("content", [None, "", "[]", "S1: [", "S1: text", b"\xff\xfe", "S1: {title: ''}"])
def test_unreadable_sources_still_let_every_citation_find_a_source(atlas: SmallAtlas, content: Any) -> None:
    path = atlas.root / SOURCES
    path.unlink()
    if content is not None:
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    catalogue = atlas.load()
    assert catalogue.faults
    assert (SOURCES if content is not None else "layers/references/sources") in str(catalogue.faults[0])
    assert {"S1", "ours"} <= catalogue.sources.keys()
    # It is told where it stands, not again wherever it is cited.
    assert not any("the source “S1”" in str(fault) for fault in catalogue.faults)


@pytest.mark.parametrize("file", [ESSAYS, PLACES])
def test_missing_file_is_one_fault(atlas: SmallAtlas, file: str) -> None:
    (atlas.root / file).unlink()
    sentences = atlas.sentences()
    assert len(sentences) == 1
    assert sentences[0].startswith(f"{file}: found no such file")


def test_missing_sources_are_one_fault(atlas: SmallAtlas) -> None:
    (atlas.root / SOURCES).unlink()
    sentences = atlas.sentences()
    assert len(sentences) == 1
    assert sentences[0].startswith("layers/references/sources: found")


@pytest.mark.parametrize(
    ("id", "address", "found", "there"),
    [
        ("S1", "example.org/two", "the source id “S1” again", f"in {SOURCES}"),
        ("S2", "https://www.example.org/one/", "the page example.org/one again", f"as S1 in {SOURCES}"),
    ],
)
def test_a_source_stands_once(atlas: SmallAtlas, id: str, address: str, found: str, there: str) -> None:
    path = atlas.root / SOURCES
    again = (
        path.read_text("utf-8").splitlines()[0].replace("S1:", f"{id}:").replace("example.org/one", address)
    )
    path.with_name("more.yaml").write_text(again, "utf-8")
    wrong = f"found {found}; expected one entry for it (there is one {there})."
    assert atlas.sentences() == [f"layers/references/sources/more.yaml ({id}): {wrong}"]


def test_place_with_a_wrong_geometry_is_left_out(atlas: SmallAtlas) -> None:
    line = {"type": "LineString", "coordinates": [[1, 2], [3, 4]]}
    catalogue = atlas.edit_json(PLACES, lambda data: data["features"][1].update(geometry=line)).load()
    assert list(catalogue.places) == ["alat"]
    assert str(catalogue.faults[0]) == f"{PLACES} (baku): found a LineString; expected a Point."


@pytest.mark.parametrize("name", ["CON", "x" * 200, "Öl und Gas", "a..", "two\nlines"])
def test_file_with_an_odd_name_is_only_a_fault(atlas: SmallAtlas, name: str) -> None:
    text = (atlas.root / PORT).read_text(encoding="utf-8")
    (atlas.root / "layers" / "definitions" / f"{name}.md").write_text(text, encoding="utf-8")
    catalogue = atlas.load()
    assert catalogue.layers[name].broken is not None
    assert "like the file's name" in str(catalogue.faults[0])


def test_geodata_outside_its_folder_is_not_read(atlas: SmallAtlas) -> None:
    secret = atlas.root / "secret.geojson"
    secret.write_text(json.dumps({"type": "Point", "coordinates": [1, 2]}), encoding="utf-8")
    (atlas.root / "geodata" / "link.geojson").symlink_to(secret)
    catalogue = atlas.replace(PORT, "demo-port.geojson", "link.geojson").load()
    assert catalogue.layers["demo-port"].broken is not None
    assert "a link that leads out of its folder" in catalogue.layers["demo-port"].broken


@pytest.mark.parametrize("file", [LINE, "layers/references/essays.yaml", PLACES, "layers/tours/one.md"])
def test_nothing_behind_a_link_out_of_its_folder_is_shown(atlas: SmallAtlas, file: str) -> None:
    secret = atlas.root / "secret"
    secret.write_text("a word that nobody is to read", "utf-8")
    path = atlas.root / file
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    path.symlink_to(secret)
    assert [line for line in atlas.sentences() if "nobody is to read" in line] == []
    assert [line for line in atlas.sentences() if "a link that leads out of its folder" in line] != []


@pytest.mark.parametrize("name", [".#demo-line.md", "._demo-line.md", "..md"])
def test_what_an_editor_or_a_stick_leaves_is_no_layer(atlas: SmallAtlas, name: str) -> None:
    (atlas.root / "layers" / "definitions" / name).write_bytes(b"\x00\x05\x16\x07")
    catalogue = atlas.load()
    assert list(catalogue.layers) == ["demo-line", "demo-port"]
    assert catalogue.faults == []


def test_a_file_whose_name_is_not_utf_8_is_only_a_fault(atlas: SmallAtlas) -> None:
    name = os.fsencode(atlas.root / "layers" / "definitions") + b"/\xd6l.md"
    try:
        Path(os.fsdecode(name)).write_text((atlas.root / PORT).read_text("utf-8"), "utf-8")
    except OSError:
        pytest.skip("this file system takes names in UTF-8 alone")
    catalogue = atlas.load()
    assert catalogue.layers["\\udcd6l"].broken is not None
    assert catalogue.layers["demo-port"].drawn
    assert r"layers/definitions/\udcd6l.md" in str(catalogue.faults[0])
    assert "".join(map(str, catalogue.faults)).encode()


def test_words_of_yaml_stay_words(atlas: SmallAtlas) -> None:
    catalogue = atlas.replace(LINE, "country: AZ", "country: NO").replace(LINE, "note: our line", "note: on")
    layer: Layer = catalogue.load().layers["demo-line"]
    assert layer.strip_note is not None
    assert layer.strip_note.country == "NO"
    assert layer.facts[0].values[1].note == "on"


def test_windows_line_ends_and_marks_do_no_harm(atlas: SmallAtlas) -> None:
    path = atlas.root / LINE
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert atlas.sentences() == []
    assert atlas.load().layers["demo-line"].body.startswith("The line")


def test_latin1_definition_says_how_to_save_it(atlas: SmallAtlas) -> None:
    path = atlas.root / LINE
    path.write_bytes(path.read_bytes().replace(b"handsome", "schön".encode("latin-1")))
    assert "UTF-8 (save the file as UTF-8)" in atlas.sentences()[0]
    assert ":38:" in atlas.sentences()[0]


def test_control_characters_do_not_reach_the_model(atlas: SmallAtlas) -> None:
    atlas.replace(LINE, "short: Demo line", 'short: "Demo\\u202e \\u0000line"')
    assert atlas.load().layers["demo-line"].short == "Demo line"


@pytest.mark.usefixtures("ours_is_loaded")
def test_teachers_folder_comes_beside_the_atlas(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    text = (FIXTURE / PORT).read_text(encoding="utf-8")
    (folder / "demo-port.md").write_text(text, encoding="utf-8")
    (folder / "README.md").write_text("My layers.", encoding="utf-8")
    data = (FIXTURE / "geodata" / "demo-port.geojson").read_text(encoding="utf-8")
    (folder / "demo-port.geojson").write_text(data, encoding="utf-8")
    catalogue = load_atlas(folder).catalogue
    assert catalogue.faults == []
    assert "demo-port" in catalogue.layers
    assert set(the_catalogue().layers) < set(catalogue.layers)
    assert "ours" in catalogue.sources
