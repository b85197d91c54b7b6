"""A file of the atlas that is gone or broken costs one sentence: the four panels go on."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from layers.catalogue.atlas import Atlas, load_atlas
from layers.files.folders import ROOT, folders_of
from layers.map import current
from layers.map.current import Current
from layers.map.document import Document
from layers.network.load import load_network
from layers.views.fragments import fragments_of
from tests.harness.page import run, sent
from tests.harness.small_atlas import SmallAtlas

ASKED: tuple[dict[str, str], ...] = (
    {},
    {"panel": "read"},
    {"panel": "read", "show": "names"},
    {"panel": "read", "show": "names", "only": "both"},
    {"panel": "read", "show": "claims"},
    {"panel": "read", "show": "changed"},
    {"panel": "read", "show": "differ"},
    {"panel": "routes"},
    {"panel": "present"},
)
# What is broken, and what is said in its place: by the panel that is asked so, or in a text of this name.
SAID = {
    "essays": ("read", "There are no essays to read: layers/references/essays.yaml"),
    "network": ("routes", "There are no routes to show: "),
    "gazetteer": ("names/all", "names can be read: geodata/sources/gazetteer.yaml"),
    "corrections": ("lists/corrected", "corrections can be read: layers/references/corrections.yaml"),
    "glossary": ("", ""),  # words are only not explained
    "sources": ("", ""),  # each work is named by its id
}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> SmallAtlas:
    """A small atlas that has every file of a large one."""
    atlas = SmallAtlas(tmp_path_factory.mktemp("broken"))
    ours, own = folders_of(ROOT), folders_of(atlas.root)
    own.gazetteer.parent.mkdir()
    for name in ("network", "gazetteer", "glossary", "corrections"):
        shutil.copy(getattr(ours, name), getattr(own, name))
    shutil.copytree(ours.tours, own.tours)
    return atlas


def text_of(page: AppTest, atlas: Atlas) -> str:
    """Return what the panel of a page shows, the text that the browser would fetch included."""
    shown = [said.value for said in page.text]
    for data in sent(page):
        shown.append(str(data.get("html", "")))
        if path := str(data.get("fragment", "")):
            folder, _, name = path.partition("/")
            shown.append(fragments_of(atlas).folders[folder][name])
    return "\n".join(shown)


@pytest.mark.parametrize("how", ["missing", "cut"])
@pytest.mark.parametrize("what", SAID)
def test_the_panels_go_on_without_a_file(
    what: str, how: str, small: SmallAtlas, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = getattr(folders_of(small.root), what)
    files = [*place.glob("*.yaml")] if place.is_dir() else [place]
    kept = {file: file.read_bytes() for file in files}
    try:
        for file, content in kept.items():
            if how == "missing":
                file.unlink()
            else:
                file.write_bytes(content[: len(content) * 2 // 3] + b"\n{")
        atlas = load_atlas(small.root)
    finally:
        for file, content in kept.items():
            file.write_bytes(content)
    monkeypatch.setattr(current, "current", lambda: Current(atlas, Document("", b"", "")))
    texts: dict[str, str] = {}
    for query in ASKED:
        page = run(**query)
        assert not page.exception, query
        if query:
            texts[" ".join(query.values())] = text_of(page, atlas)
    assert 'class="present"' in texts["present"] and texts["read claims"]
    where, said = SAID[what]
    optional = how == "missing" and what not in ("essays", "network")
    if said and not optional:
        folder, _, name = where.partition("/")
        assert said in (fragments_of(atlas).folders[folder][name] if name else texts[where])


def test_a_file_that_may_be_missing_is_not_missed(small: SmallAtlas) -> None:
    root = small.root
    folders_of(root).gazetteer.rename(root / "kept.yaml")
    texts: Any = fragments_of(load_atlas(root)).folders
    (root / "kept.yaml").rename(folders_of(root).gazetteer)
    assert "This atlas has no list of the names" in texts["names"]["all"]


def test_a_page_that_is_open_goes_on_when_the_network_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A place that is asked for, and all that leads to it, is gone with the next state of the files."""
    page = run(
        panel="routes", **{"from": "aktau", "to": "poti", "closed": "aktau-alat-rail-ferry,RU", "via": "alat"}
    )
    assert not page.exception
    ours = current.current()
    data = json.loads(ours.atlas.built.network.read_bytes())
    data["nodes"] = [node for node in data["nodes"] if node["id"] not in ("aktau", "khorgos")]
    file = tmp_path / "network.json"
    file.write_text(json.dumps(data), "utf-8")
    changed = replace(ours.atlas, network=load_network(file))
    now = Current(changed, replace(ours.document, digest="another"))
    monkeypatch.setattr(current, "current", lambda: now)
    page.run()
    assert not page.exception
    head = sent(page)[0]
    assert "aktau" in head["said"] and "to=poti" in head["asked"] and "closed=RU" in head["asked"]
    assert "from=aktau" not in head["asked"]
    page.run()
    assert not page.exception
