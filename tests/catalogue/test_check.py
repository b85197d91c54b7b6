"""The command `python -m layers check`: it fails on every fault and on nothing to check."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from layers.__main__ import check_folder, main
from layers.files.folders import ROOT
from tests.harness.small_atlas import FIXTURE, LINE, SmallAtlas

LINE_DATA = "geodata/demo-line.geojson"


@pytest.fixture
def atlas(tmp_path: Path) -> SmallAtlas:
    return SmallAtlas(tmp_path)


def test_shipped_atlas_has_no_fault() -> None:
    report = check_folder()
    assert [str(fault) for fault in report.faults] == []
    assert report.ok
    assert report.layers >= 6


def test_right_atlas_passes(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(FIXTURE)]) == 0
    assert capsys.readouterr().out == "2 layers, 6 features, 2 claims, 0 faults\n"


def test_each_fault_is_one_line_and_the_last_line_counts(
    atlas: SmallAtlas, capsys: pytest.CaptureFixture[str]
) -> None:
    atlas.replace(LINE, "kind: fact", "kind: truth").replace(LINE, "ours,", "our,")
    assert main(["check", str(atlas.root)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 3
    assert lines[0].startswith(f"{LINE}:27 (claims, DL1): found kind: “truth”; expected one of fact")
    assert lines[1].startswith(f"{LINE}:21 (facts, Length): found the source “our”; expected an id of")
    assert lines[2] == "2 layers, 4 features, 0 claims, 2 faults"


@pytest.mark.usefixtures("ours_is_loaded")
def test_nothing_checked_is_a_failure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(tmp_path)]) == 1
    assert "found nothing to check" in capsys.readouterr().out
    assert main(["check", str(tmp_path / "nowhere")]) == 1
    assert "no such folder" in capsys.readouterr().out


@pytest.mark.usefixtures("ours_is_loaded")
def test_folder_with_geojson_alone_is_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    point = {"type": "Point", "coordinates": [49.87, 40.41]}
    (tmp_path / "mine.geojson").write_text(json.dumps(point), encoding="utf-8")
    assert main(["check", str(tmp_path)]) == 0
    out = capsys.readouterr().out
    assert "note: mine.geojson: found a bare Point" in out
    assert out.endswith("0 layers, 1 feature, 0 claims, 0 faults, 1 note\n")
    point["coordinates"] = [40.41, 149.87]
    (tmp_path / "mine.geojson").write_text(json.dumps(point), encoding="utf-8")
    assert main(["check", str(tmp_path)]) == 1
    assert "look swapped" in capsys.readouterr().out


@pytest.mark.usefixtures("ours_is_loaded")
def test_teacher_may_not_take_an_id_of_the_atlas(tmp_path: Path) -> None:
    taken = sorted((ROOT / "layers" / "definitions").glob("*.md"))[0].stem
    text = (FIXTURE / "layers/definitions/demo-port.md").read_text(encoding="utf-8")
    (tmp_path / f"{taken}.md").write_text(text.replace("demo-port", taken), encoding="utf-8")
    sentences = [str(fault) for fault in check_folder(tmp_path).faults]
    assert any("an id that the atlas does not have yet" in sentence for sentence in sentences)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"km": 99.0}, "the geodesic length of what is drawn"),
        ({"published_km": 44, "published_source": None}, "no number without its source"),
        ({"shared_with": ["demo-port"]}, "a feature of demo-port with the same coordinates"),
        ({"shared_with": ["nothing"]}, "a feature of nothing with the same coordinates"),
    ],
)
def test_feature_is_held_against_its_geometry(atlas: SmallAtlas, change: dict[str, Any], words: str) -> None:
    atlas.edit_json(LINE_DATA, lambda data: data["features"][0]["properties"].update(change))
    sentences = [str(fault) for fault in check_folder(atlas.root).faults]
    assert len(sentences) == 1
    assert words in sentences[0]
    assert "alat-ganja" in sentences[0]


def test_long_chord_must_be_called_generalised(atlas: SmallAtlas) -> None:
    atlas.edit_json(LINE_DATA, lambda data: data["features"][1]["properties"].pop("generalised"))
    sentences = [str(fault) for fault in check_folder(atlas.root).faults]
    assert len(sentences) == 1
    assert "a straight piece of 34.3 km" in sentences[0] or "a straight piece of 3" in sentences[0]


def test_essay_without_gaps_and_with_short_gists(atlas: SmallAtlas) -> None:
    atlas.replace("layers/references/essays.yaml", "2: Second.,", "4: " + "word " * 21 + ",")
    sentences = [str(fault) for fault in check_folder(atlas.root).faults]
    assert "found no paragraph 2" in sentences[0]
    assert "found a gist of 21 words; expected at most 20" in sentences[1]


def test_every_command_explains_itself() -> None:
    command = [sys.executable, "-m", "layers"]
    for arguments in (["--help"], ["check", "--help"]):
        run = subprocess.run([*command, *arguments], cwd=ROOT, capture_output=True, text=True, check=True)
        assert "check" in run.stdout
    run = subprocess.run([*command, "cheque"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 2
    assert "Traceback" not in run.stderr
