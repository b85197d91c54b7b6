"""The map document: one file, the same in any process, that runs nothing from data and asks nobody."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page
from pydantic import BaseModel

from layers.catalogue.atlas import Atlas
from layers.files.faults import RefusedFileError
from layers.map.document import build_document
from layers.map.ground import read_topology
from layers.map.inlining import inline_files
from layers.map.style import subject_of
from tests.harness.loaded import the_atlas, the_catalogue, the_document
from tests.harness.map_alone import alone
from tests.harness.serving import ROOT
from tests.harness.windows import OpenScreen

MARK = "canary"
HOSTILE = MARK + "{{7*7}}" + MARK + "<img src=x onerror='window.ran=1'></script>`${window.ran=2}{% if %}{# \\"
# Words of fixed vocabularies and keys: the checks before the drawing let no other ones through.
FIXED = frozenset(
    {"id", "layer", "mode", "status", "geometry_class", "branch", "subject", "group", "geodata"}
)
FIXED_TOO = frozenset({"as_of", "strip", "countries", "country", "kind", "shared_with", "on", "essay"})


def facts_in(page: str) -> dict[str, Any]:
    block = re.search(r'<script type="application/json" id="atlas-facts">(.*?)</script>', page, re.DOTALL)
    assert block
    facts: dict[str, Any] = json.loads(block[1])
    return facts


def poisoned(value: Any) -> Any:
    """Return the value with every text in it, fixed words aside, replaced by the canary."""
    if isinstance(value, StrEnum):
        return value
    if isinstance(value, str):
        return HOSTILE
    if isinstance(value, dict):
        kept = FIXED | FIXED_TOO
        return {key: part if key in kept else poisoned(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(poisoned(part) for part in value)
    if isinstance(value, BaseModel):
        fields = {name: getattr(value, name) for name in type(value).model_fields}
        return value.model_copy(update=poisoned(fields))
    return value


@cache
def hostile() -> Atlas:
    """The atlas as somebody would write it who wants his words to run."""
    catalogue = the_catalogue()
    layers = {
        layer_id: poisoned(layer).model_copy(
            update={
                "bounds": layer.bounds,
                "broken": layer.broken,
                "features": [
                    {**feature, "properties": poisoned(feature["properties"])} for feature in layer.features
                ],
            }
        )
        for layer_id, layer in catalogue.layers.items()
    }
    places = {place_id: poisoned(place) for place_id, place in catalogue.places.items()}
    return replace(the_atlas(), catalogue=replace(catalogue, layers=layers, places=places))


def test_the_same_catalogue_gives_the_same_bytes_in_another_process() -> None:
    code = (
        "from layers.catalogue.atlas import load_atlas; from layers.map.document import build_document;"
        "print(build_document(load_atlas()).digest)"
    )
    other = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True, text=True, check=True, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": "7"},
    )  # fmt: skip
    document = the_document()
    assert other.stdout.strip() == document.digest == hashlib.sha256(document.html).hexdigest()[:16]


def test_it_is_one_file_that_names_no_other_host() -> None:
    page = the_document().html.decode()
    policy = r'<meta http-equiv="Content-Security-Policy"[^>]*>'  # a digest in it may end in “src=”
    own = re.sub(rf"<script.*?</script>|{policy}", "", page, flags=re.DOTALL)
    assert re.findall(r"""(?:src|href)\s*=\s*["'](?!data:)[^#"']""", own) == []
    assert re.findall(r"""(?:src|href)=["'](?:https?:)?//""", page) == []
    assert re.findall(r"url\((?!data:)[^)]*\)", own) == []
    assert "sourceMappingURL" not in page


def test_it_is_light_enough_for_a_slow_line() -> None:
    document = the_document()
    assert len(gzip.compress(document.html, 9)) <= 480_000


def test_the_policy_allows_exactly_the_scripts_of_the_page() -> None:
    document = the_document()
    page = document.html.decode()
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    hashes = {
        f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
        for script in scripts
    }
    meta = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert meta
    for policy in (meta[1], document.policy):
        assert set(re.findall(r"'sha256-[^']*'", policy)) == hashes
        assert "default-src 'none'" in policy
        assert "unsafe-eval" not in policy
    assert document.policy.startswith("sandbox allow-scripts allow-popups allow-downloads;")


def test_every_layer_and_feature_is_in_it_once() -> None:
    catalogue, document = the_catalogue(), the_document()
    facts = facts_in(document.html.decode())
    assert [layer["id"] for layer in facts["layers"]] == list(catalogue.layers)
    drawn = {f"{layer.id}/{feature['id']}" for layer in catalogue.drawn for feature in layer.features}
    assert set(facts["features"]) == drawn


def test_a_broken_layer_is_left_out_and_the_others_stay() -> None:
    catalogue = the_catalogue()
    first = next(iter(catalogue.layers))
    layers = {**catalogue.layers}
    layers[first] = layers[first].model_copy(update={"broken": "It has no geometry."})
    facts = facts_in(
        build_document(replace(the_atlas(), catalogue=replace(catalogue, layers=layers))).html.decode()
    )
    left = {layer.id for layer in catalogue.drawn} - {first}
    assert {ref.split("/")[0] for ref in facts["features"]} == left
    assert facts["layers"][0]["broken"] == "It has no geometry."


def test_no_text_from_data_runs_on_the_server_or_becomes_a_tag() -> None:
    page = build_document(hostile()).html.decode()
    assert page.count(MARK + "{{7*7}}" + MARK) > 100
    assert f"{MARK}49{MARK}" not in page
    assert "<img" not in page
    assert facts_in(page)["layers"][0]["title"] == HOSTILE


def test_hostile_words_stay_words_in_the_browser(open_screen: OpenScreen, tmp_path: Path) -> None:
    file = tmp_path / "hostile.html"
    file.write_bytes(build_document(hostile()).html)
    screen = open_screen("", server=alone(file)).wait_for_map()
    first = next(iter(facts_in(file.read_text("utf-8"))["features"]))
    screen.page.evaluate("ref => atlas.apply({selected: ref})", first)
    assert shown_title(screen.page) == HOSTILE
    screen.page.evaluate("() => atlas.fit('all')")
    assert screen.page.evaluate("document.images.length + document.querySelectorAll('[onerror]').length") == 0
    assert screen.page.evaluate("window.ran") is None


def shown_title(page: Page) -> str | None:
    return page.locator(".card .card-title").text_content()


def test_a_base_map_without_its_objects_is_named(tmp_path: Path) -> None:
    file = tmp_path / "basemap.topojson"
    file.write_text('{"type": "Topology", "objects": {"lakes": {}}, "arcs": []}', "utf-8")
    with pytest.raises(RefusedFileError, match="no objects countries, world, areas, disputed"):
        read_topology(file)


def test_the_base_map_nests_its_arcs_as_the_types_say() -> None:
    depths = {"LineString": 1, "MultiLineString": 2, "Polygon": 2, "MultiPolygon": 3}

    def depth(arcs: Any) -> int:
        return 1 + depth(arcs[0]) if isinstance(arcs, list) else 0

    wrong = [
        (name, geometry["type"], depth(geometry["arcs"]))
        for name, content in read_topology(the_atlas().basemap)["objects"].items()
        for geometry in content["geometries"]
        if depth(geometry["arcs"]) != depths[geometry["type"]]
    ]
    assert wrong == []


def test_files_that_a_stylesheet_names_come_along_or_go(tmp_path: Path) -> None:
    (tmp_path / "dot.png").write_bytes(b"png")
    sheet = tmp_path / "a.css"
    sheet.write_text("a{background:url('dot.png')} b{background:url(gone.png)}", "utf-8")
    assert inline_files(sheet) == "a{background:url(data:image/png;base64,cG5n)} b{background:none}"


def test_every_branch_shown_for_comparison_is_grey() -> None:
    features = [
        (layer.subject, feature["properties"])
        for layer in the_catalogue().drawn
        for feature in layer.features
        if "way-round" in str(feature["properties"].get("branch"))
    ]
    assert features
    assert {subject_of(subject, properties) for subject, properties in features} == {"other"}
