"""Each file inside its own border: whatever stands in one, the others show, and nothing is raised."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import BaseModel

from layers.catalogue.atlas import Atlas, load_atlas
from layers.catalogue.check import check_atlas
from layers.catalogue.names.index import names_of
from layers.files.folders import folders_of
from layers.files.text_file import front_matter
from layers.map.document import build_document
from layers.map.drawable import drawable
from layers.model.correction import Correction
from layers.model.essay import Essay, Source
from layers.model.gazetteer import EssayName
from layers.model.glossary import Term
from layers.model.layer import Layer
from layers.views.fragments import UNMADE, fragments_of
from layers.views.layer_list import front_html
from tests.harness.fuzzing import chance, runs
from tests.harness.small_atlas import LINE, SmallAtlas
from tests.harness.spoiling import VALUES, all_spoilt

TOUR = Path(__file__).parents[1] / "fixtures" / "tours" / "demo-tour.md"
# What the fixture's definition leaves out, so that every key of the schema is spoilt.
MORE = {
    "hatch": "rising",
    "spellings": ["Versuchslinie"],
    "source": "drawn for the tests",
    "licence": "MIT",
    "mode": "rail",
    "status_note": "Trains run.",
    "in_short": {"Length": "Length"},
    "promised": [{"what": "A bridge", "when": "2030", "by": "the tests", "source": "S1"}],
}
CLAIM = {"touches": ["baku"], "merged": ["DL9"], "merged_why": "They say the same."}
AT_ONCE = 400  # broken files beside the right ones


def front_of(text: str) -> dict[str, Any]:
    front, *_ = front_matter(text, "a test")
    data: dict[str, Any] = yaml.load(front, yaml.BaseLoader)
    return data


def in_full(atlas: SmallAtlas) -> dict[str, Any]:
    """Return the keys of a right definition that has every one."""
    data = front_of((atlas.root / LINE).read_text("utf-8")) | MORE
    data["claims"][0] |= CLAIM
    data["claims"][0]["check"]["since"] = "2026-02"
    return data


def written(data: Any, body: str = "Words [blank:3].") -> str:
    front = yaml.safe_dump(data, allow_unicode=True, sort_keys=False) if not isinstance(data, str) else data
    return f"---\n{front}---\n\n{body}\n"


def seen(root: Path) -> Atlas:
    """Make all that the page is made of; raise what any of it raises."""
    atlas = drawable(load_atlas(root))
    check_atlas(atlas, folders_of(root))
    page = build_document(atlas).html.decode()
    texts = fragments_of(atlas)
    assert "The demo line leads from Baku to Ganja" in texts.folders["cards"]["demo-line"]
    assert "Demo port" in texts.folders["cards"]["demo-port"]
    assert '"demo-line/alat-ganja"' in page
    assert '"demo-port/alat"' in page
    assert "Demo line" in front_html(atlas.catalogue)
    assert names_of(atlas).entries
    assert atlas.catalogue.layers["demo-line"].drawn
    assert atlas.catalogue.layers["demo-port"].drawn
    assert [str(fault) for fault in texts.faults] == []
    unmade = [
        (name, key) for name, folder in texts.folders.items() for key in folder if folder[key] == UNMADE
    ]
    assert unmade == []
    return atlas


@pytest.fixture
def atlas(tmp_path: Path) -> SmallAtlas:
    return SmallAtlas(tmp_path)


def test_the_definition_that_is_spoilt_has_every_key(atlas: SmallAtlas) -> None:
    assert {key for key, field in Layer.model_fields.items() if not field.exclude} == in_full(atlas).keys()


def foreseen(loaded: Atlas) -> None:
    """Hold that each fault says what was found, and none only that something was raised."""
    assert [str(fault) for fault in loaded.faults if "cannot take" in fault.found] == []


def batches(data: Any) -> Iterator[list[Any]]:
    """Yield the data spoilt in every way, or in some of them, some hundred at a time."""
    made = [spoilt for _, spoilt in all_spoilt(data)]
    cases = iter(chance("borders").sample(made, min(len(made), runs(600))))
    while batch := list(islice(cases, AT_ONCE)):
        yield batch


def test_a_definition_with_any_value_at_any_key_leaves_the_others(atlas: SmallAtlas) -> None:
    right = in_full(atlas)
    right.pop("id")
    for batch in batches(right):
        for number, data in enumerate(batch):
            path = atlas.root / "layers" / "definitions" / f"b{number}.md"
            path.write_text(written({"id": path.stem} | data), "utf-8")
        loaded = seen(atlas.root)
        foreseen(loaded)
        assert len(loaded.catalogue.layers) == 2 + AT_ONCE or len(batch) < AT_ONCE


def named_after(layer: str, features: Any) -> None:
    """Say of the features that they are of this layer, where they are still right so far."""
    for feature in features if isinstance(features, list) else ():
        properties = feature.get("properties") if isinstance(feature, dict) else None
        if isinstance(properties, dict) and properties.get("layer") == "demo-line":
            properties["layer"] = layer


def test_geojson_with_any_value_at_any_key_leaves_the_others(atlas: SmallAtlas) -> None:
    line = json.loads((atlas.root / "geodata" / "demo-line.geojson").read_text("utf-8"))
    definition = front_of((atlas.root / LINE).read_text("utf-8"))
    more = {"opened": 1883, "opened_source": "S1", "gauge": "1520", "note": "A note.", "branch": True}
    line["features"][0]["properties"] |= more
    del line["features"][1], definition["claims"]
    for generated in (True, False):  # built by the atlas, or drawn by hand
        if not generated:
            del line["generated"]
        for batch in batches(line):
            for number, data in enumerate(batch):
                name = f"b{number}"
                named_after(name, data["features"])
                (atlas.root / "geodata" / f"{name}.geojson").write_text(json.dumps(data), "utf-8")
                front = definition | {"id": name, "geodata": f"{name}.geojson"}
                (atlas.root / "layers" / "definitions" / f"{name}.md").write_text(written(front), "utf-8")
            foreseen(seen(atlas.root))


def test_a_tour_with_any_value_at_any_key_leaves_the_others(atlas: SmallAtlas) -> None:
    folder = atlas.root / "layers" / "tours"
    folder.mkdir()
    (folder / "demo-tour.md").write_text(TOUR.read_text("utf-8"), "utf-8")
    right = front_of(TOUR.read_text("utf-8"))
    right.pop("id")
    for batch in batches(right):
        for number, data in enumerate(batch):
            path = folder / f"b{number}.md"
            path.write_text(written({"id": path.stem} | data), "utf-8")
        loaded = seen(atlas.root)
        foreseen(loaded)
        assert loaded.catalogue.tours["demo-tour"].steps[2].headline == "The third step"


# A right entry, by the file and the list in which it stands; without a list, by an id.
SHARED: dict[str, tuple[str, dict[str, Any]]] = {
    "layers/references/essays.yaml": (
        "",
        {
            "author": "A",
            "title": "T",
            "sentence_title": "T",
            "untitled": False,
            "date": "2025-01-01",
            "published_in": "P",
            "address": "example.org/essay",
            "paragraphs": {1: "One.", "caption": "A photograph."},
        },
    ),
    "layers/references/sources/more.yaml": (
        "",
        {
            "title": "T",
            "publisher": "P",
            "outside": True,
            "date": "2026",
            "address": "example.org/two",
            "read": "2026-02",
            "reported": True,
        },
    ),
    "layers/references/glossary.yaml": ("terms", {"id": "teu", "words": ["TEU"], "meaning": "A box."}),
    "layers/references/corrections.yaml": (
        "corrections",
        {"day": "2026-11-01", "at": ["demo-line"], "was": "One", "now": "Two", "source": "S1"},
    ),
    "geodata/sources/gazetteer.yaml": (
        "names",
        {
            "name": "Baku",
            "kind": "town",
            "named_in": {"blank": [1]},
            "place": "baku",
            "layer": None,
            "card": None,
            "reason": None,
        },
    ),
}
SCHEMAS: dict[str, type[BaseModel]] = {
    "essays": Essay,
    "more": Source,
    "glossary": Term,
    "corrections": Correction,
    "gazetteer": EssayName,
}


def test_the_shared_entries_that_are_spoilt_have_every_key() -> None:
    for file, (_, entry) in SHARED.items():
        assert entry.keys() == SCHEMAS[Path(file).stem].model_fields.keys(), file


@pytest.mark.parametrize("file", SHARED)
def test_a_shared_file_with_any_value_at_any_key_leaves_the_layers(atlas: SmallAtlas, file: str) -> None:
    path, (key, right) = atlas.root / file, SHARED[file]
    path.parent.mkdir(exist_ok=True)
    before = path.read_text("utf-8") if path.exists() else ""
    for batch in batches(right):
        listed = {key: batch} if key else {f"e{number}": data for number, data in enumerate(batch)}
        path.write_text(before + yaml.safe_dump(listed, allow_unicode=True), "utf-8")
        foreseen(seen(atlas.root))


@pytest.mark.parametrize("file", SHARED)
def test_a_shared_file_of_any_form_leaves_the_layers(atlas: SmallAtlas, file: str) -> None:
    path, (key, _) = atlas.root / file, SHARED[file]
    path.parent.mkdir(exist_ok=True)
    for data in (*VALUES[::5], *({key or "s3": value} for value in VALUES[::2])):
        path.write_text(yaml.safe_dump(data, allow_unicode=True), "utf-8")
        foreseen(seen(atlas.root))
