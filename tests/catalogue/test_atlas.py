"""An atlas is all that is loaded of one root, and nothing of another."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from layers.__main__ import check_folder
from layers.catalogue.atlas import load_atlas
from layers.files.folders import ROOT
from layers.model.reference import Reference
from tests.harness.small_atlas import FIXTURE


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    """A copy of the small atlas, which has neither network nor gazetteer."""
    return Path(shutil.copytree(FIXTURE, tmp_path / "atlas"))


def test_a_whole_atlas_has_nothing_of_ours(whole: Path) -> None:
    atlas = load_atlas(whole)
    assert atlas.faults == []
    assert not atlas.network.nodes and not atlas.gazetteer.names
    assert not atlas.catalogue.has(Reference("tamar"))


def test_a_folder_of_layers_has_ours_beside_its_own(tmp_path: Path) -> None:
    atlas = load_atlas(tmp_path)
    assert atlas.catalogue.has(Reference("tamar"))
    assert "khorgos" in atlas.network.nodes
    assert atlas.gazetteer.names


def test_checking_another_atlas_reads_none_of_our_files(whole: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = []
    true = Path.read_bytes

    def noted(path: Path) -> bytes:
        read.append(path)
        return true(path)

    monkeypatch.setattr(Path, "read_bytes", noted)
    assert check_folder(whole).ok
    assert read
    assert [path for path in read if path.resolve().is_relative_to(ROOT / "geodata")] == []
    assert [path for path in read if path.resolve().is_relative_to(ROOT / "layers")] == []


def test_a_network_that_cannot_be_read_leaves_the_layers(whole: Path) -> None:
    (whole / "geodata" / "network.json").write_text("{", encoding="utf-8")
    atlas = load_atlas(whole)
    assert len(atlas.catalogue.drawn) == 2
    assert "network.json" in str(atlas.faults[0])
    assert not check_folder(whole).ok


def test_an_atlas_finds_the_faults_of_its_own_network_and_names(whole: Path) -> None:
    network = json.loads((ROOT / "geodata" / "network.json").read_bytes())
    network["nodes"][0]["lat"] = 123
    (whole / "geodata" / "network.json").write_text(json.dumps(network), encoding="utf-8")
    (whole / "geodata" / "sources").mkdir()
    names = 'names:\n- {name: "Nowhere", kind: town, named_in: {one: []}, place: nowhere}\n'
    (whole / "geodata" / "sources" / "gazetteer.yaml").write_text(names, encoding="utf-8")
    told = " ".join(str(fault) for fault in check_folder(whole).faults)
    assert "lat: 123" in told
    assert "geodata/sources/gazetteer.yaml" in told


def test_a_third_essay_needs_no_code(whole: Path) -> None:
    essays = whole / "layers" / "references" / "essays.yaml"
    third = "\nthird:\n  author: Leyla Example\n  title: A third view\n  date: 2026-01-01\n"
    third += "  published_in: Nowhere\n  paragraphs: {1: First., 2: Second.}\n"
    essays.write_text(essays.read_text("utf-8") + third, encoding="utf-8")
    (whole / "geodata" / "sources").mkdir()
    place = next(iter(load_atlas(whole).catalogue.places))
    names = f'names:\n- {{name: "Here", kind: town, named_in: {{third: [2]}}, place: {place}}}\n'
    (whole / "geodata" / "sources" / "gazetteer.yaml").write_text(names, encoding="utf-8")
    atlas = load_atlas(whole)
    assert atlas.faults == []
    assert atlas.catalogue.essays["third"].short == "Example"
    assert [name.name for name in atlas.gazetteer.in_paragraph("third", 2)] == ["Here"]
