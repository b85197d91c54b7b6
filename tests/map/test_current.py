"""What is served while files change: the state of before, until all that everything rests on is whole."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from layers.catalogue.atlas import load_atlas
from layers.files.folders import ROOT
from layers.map import current as module
from layers.map.current import Current, serving
from tests.harness.small_atlas import LINE, SmallAtlas

SOURCES = "layers/references/sources/demo.yaml"


@pytest.fixture
def atlas(tmp_path: Path) -> SmallAtlas:
    return SmallAtlas(tmp_path)


@pytest.fixture
def served(atlas: SmallAtlas) -> Callable[[], Current]:
    return serving(atlas.root)


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Count how often the atlas is read."""
    times: list[int] = []

    def counted(root: Path) -> object:
        times.append(1)
        return load_atlas(root)

    monkeypatch.setattr(module, "load_atlas", counted)
    return times


def cut(path: Path) -> str:
    """Leave the first half of a file, as a copy that is under way does, and return the whole."""
    whole = path.read_text("utf-8")
    path.write_text(whole[: len(whole) // 2] + '"', "utf-8")
    return whole


@pytest.mark.parametrize(
    "file", ["geodata/places.geojson", "geodata/network.json", "layers/references/essays.yaml", SOURCES]
)
def test_a_file_that_is_half_written_leaves_the_state_of_before(
    atlas: SmallAtlas,
    served: Callable[[], Current],
    built: list[int],
    caplog: pytest.LogCaptureFixture,
    file: str,
) -> None:
    path = atlas.root / file
    if not path.exists():
        path.write_text('{"nodes": [], "legs": []}', "utf-8")
    before = served()
    assert before.unread == ""
    whole = cut(path)
    built.clear()
    with caplog.at_level(logging.WARNING):
        during = [served() for _ in range(5)]
    assert {id(state.document) for state in during} == {id(before.document)}
    assert during[0].atlas is before.atlas
    assert path.name in during[0].unread
    assert len(built) == 1  # it is not tried again until a file changes
    (line,) = caplog.messages  # and said once
    assert path.name in line
    path.write_text(whole, "utf-8")
    after = served()
    assert after.unread == ""
    assert after.atlas is not before.atlas
    assert after.document.digest == before.document.digest


def test_a_slip_in_a_definition_is_no_reason_to_keep_what_was(
    atlas: SmallAtlas, served: Callable[[], Current]
) -> None:
    served()
    atlas.replace(LINE, "group: corridors", "group: tea")
    state = served()
    assert state.unread == ""
    assert not state.atlas.catalogue.layers["demo-line"].drawn
    assert state.atlas.catalogue.layers["demo-port"].drawn


def test_a_server_that_starts_with_a_cut_file_says_so_and_serves_the_rest(
    atlas: SmallAtlas, served: Callable[[], Current]
) -> None:
    whole = cut(atlas.root / "layers/references/essays.yaml")
    state = served()
    assert "essays.yaml" in state.unread
    assert state.atlas.catalogue.layers["demo-port"].drawn
    (atlas.root / "layers/references/essays.yaml").write_text(whole, "utf-8")
    assert served().unread == ""


def test_what_nobody_foresaw_leaves_the_state_of_before(
    atlas: SmallAtlas, served: Callable[[], Current], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = served()

    def fails(*_: object) -> None:
        raise KeyError("of all things")

    monkeypatch.setattr(module, "build_document", fails)
    atlas.replace(LINE, "Demo line (for", "Demo way (for")
    state = served()
    assert state.document is before.document
    assert "KeyError" in state.unread


def test_every_file_that_is_read_is_watched(atlas: SmallAtlas, monkeypatch: pytest.MonkeyPatch) -> None:
    read: set[Path] = set()
    whole = Path.read_bytes

    def noted(self: Path) -> bytes:
        read.add(self.resolve())
        return whole(self)

    monkeypatch.setattr(Path, "read_bytes", noted)
    serving(ROOT)()
    watched = {file.resolve() for pattern in module.WATCHED for file in ROOT.glob(pattern)}
    content = {
        path
        for path in read
        if path.suffix in (".md", ".yaml", ".json", ".geojson", ".topojson")
        and "layers/map" not in path.as_posix()
    }
    assert len(content) > 50
    assert content - watched == set()


def test_a_change_of_any_watched_file_is_taken_up(atlas: SmallAtlas, served: Callable[[], Current]) -> None:
    before = served()
    path = atlas.root / SOURCES
    path.write_text(path.read_text("utf-8").replace("A source for", "A page for"), "utf-8")
    os.utime(path, ns=(10**18, 10**18))
    assert served() is not before
    assert served().atlas.catalogue.sources["S1"].title == "A page for the tests"
