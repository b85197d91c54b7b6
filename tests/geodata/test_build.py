"""The committed geodata is what the sources make, and a changed byte is noticed."""

import hashlib
import json
import shutil
from pathlib import Path

import networkx as nx
import pytest

from geodata import build
from geodata.steps.files.raw import HERE, RAW
from geodata.steps.lines import tracks
from geodata.steps.lines.layer_legs import draw_all
from geodata.steps.lines.pieces import FILL_SLACK, Piece, pieces_of
from geodata.steps.lines.tracks import Step
from tests.harness.geodata_files import LAYERS, collection


@pytest.fixture(scope="module")
def built() -> dict[str, bytes]:
    return build.build_all()


def test_committed_files_are_what_the_sources_make(built: dict[str, bytes]) -> None:
    assert build.differences(HERE, built) == []


def test_check_names_each_file_that_differs(tmp_path: Path, built: dict[str, bytes]) -> None:
    for name in built:
        shutil.copy(HERE / name, tmp_path / name)
    assert build.differences(tmp_path, built) == []
    changed = tmp_path / "tamar.geojson"
    changed.write_bytes(changed.read_bytes().replace(b"34.003", b"34.004", 1))
    (tmp_path / "anaklia.geojson").unlink()
    assert build.differences(tmp_path, built) == [
        "tamar.geojson is not what the sources make; run python -m geodata.build and commit it.",
        "anaklia.geojson is missing; run python -m geodata.build and commit it.",
    ]


def test_extracts_are_those_of_the_manifest() -> None:
    manifest = json.loads((RAW / "MANIFEST.json").read_text(encoding="utf-8"))
    found = {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in RAW.glob("*.json.gz")}
    assert found == manifest["extracts"]
    assert all(source["version"] and source["licence"] for source in manifest["sources"].values())


@pytest.mark.parametrize("name", [*LAYERS, "places"])
def test_collections_open_with_origin_licence_and_attribution(name: str) -> None:
    content = collection(name)
    assert next(iter(content)) == "generated"
    assert content["licence"]
    assert content["attribution"]


@pytest.mark.parametrize("name", [*LAYERS, "places"])
def test_ids_are_unique_and_sorted(name: str) -> None:
    ids = [f["id"] for f in collection(name)["features"]]
    assert ids == sorted(set(ids))
    assert all(f["properties"]["id"] == f["id"] for f in collection(name)["features"])


def test_filled_chords_are_no_longer_than_their_track() -> None:
    """The edge weight is the true track length, so no filling may exceed it but for rounding."""
    filled: dict[str, list[Piece]] = {
        key: [p for p in drawn.pieces if p.shared_out] for key, drawn in draw_all().items()
    }
    assert sum(map(len, filled.values())) > 60
    for key, pieces in filled.items():
        assert sum(p.drawn_m for p in pieces) <= FILL_SLACK * sum(p.track_m for p in pieces), key


def test_a_fill_point_off_the_line_is_refused() -> None:
    chord = Step((60.0, 45.0), (61.0, 45.0), 80_000, bridged=False)
    assert len(pieces_of([chord], [(60.5, 45.02)])) == 2
    with pytest.raises(ValueError, match="lies off the line"):
        pieces_of([chord], [(60.5, 45.3)])


def test_points_without_a_way_between_them_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    islands: nx.Graph[int] = nx.Graph()
    islands.add_nodes_from([(0, {"place": (50.0, 40.0)}), (1, {"place": (53.0, 40.0)})])
    monkeypatch.setattr(tracks, "load_graph", lambda name: islands)
    with pytest.raises(ValueError, match="no way over the rail graph"):
        tracks.shortest_way("rail", [(50.1, 40.0), (52.9, 40.0)])
