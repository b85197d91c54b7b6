"""Names in every script of the region: what people type leads to what they mean, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Frame

from layers.catalogue.atlas import Atlas
from layers.catalogue.names.entry import Entry
from layers.catalogue.names.index import can_close, can_start, names_of
from layers.files.words import fold
from tests.harness.loaded import the_atlas
from tests.harness.search_page import ANY, CLOSES, STARTS, hits, search_page
from tests.harness.serving import ROOT


@cache
def spellings() -> dict[str, list[str]]:
    text = (ROOT / "tests" / "fixtures" / "spellings.yaml").read_text("utf-8")
    return {ref: list(map(str, names)) for ref, names in yaml.safe_load(text).items()}


@pytest.fixture(scope="module")
def page(browser: Browser, loaded: Atlas) -> Iterator[Frame]:
    with search_page(browser, loaded) as frame:
        yield frame


def test_the_table_is_large_and_has_every_layer_sea_strait_and_lake(loaded: Atlas) -> None:
    table, catalogue = spellings(), loaded.catalogue
    assert sum(map(len, table.values())) >= 660
    waters = {place.id for place in catalogue.places.values() if place.kind in ("sea", "lake")}
    straits = {node.place or node.id for node in loaded.network.nodes.values() if node.strait}
    assert {*catalogue.layers, *(f"place:{place}" for place in waters | straits)} <= set(table)


def test_every_spelling_leads_to_its_thing_first_or_second(page: Frame) -> None:
    asked = [(ref, name) for ref, names in spellings().items() for name in names]
    found = hits(page, [name for _, name in asked])
    missed = {
        name: refs
        for (ref, name), hit in zip(asked, found, strict=True)
        if ref not in (refs := [one["ref"] for one in hit])[:2]
    }
    assert missed == {}


def test_python_means_the_same_by_every_spelling(loaded: Atlas) -> None:
    index = names_of(loaded)
    missed = {
        name: refs
        for ref, names in spellings().items()
        for name in names
        if ref not in (refs := [entry.ref for entry in index.called(name, is_no_part)])
    }
    assert missed == {}


def is_no_part(entry: Entry) -> bool:
    return entry.ref is not None and entry.ref.feature is None


@cache
def on_routes() -> list[tuple[Entry, str]]:
    """Return every node with each of its names that no other node has, nor another place for its own."""
    nodes, entries = the_atlas().network.nodes, names_of(the_atlas()).entries
    own = [entry for entry in entries if entry.closes in nodes]
    bearers: dict[str, set[str]] = {}
    for entry in entries:
        for name in (entry.name, *entry.also) if entry in own else [entry.name] if entry.ref else []:
            if entry in own or str(entry.ref).startswith("place:"):
                bearers.setdefault(fold(name), set()).add(entry.handle)
    return [
        (entry, name)
        for entry in own
        for name in dict.fromkeys((entry.name, *entry.also))
        if bearers[fold(name)] == {entry.handle}
    ]


def test_every_node_keeps_nearly_all_its_names() -> None:
    entries = {entry for entry, _ in on_routes()}
    assert len(entries) == 193
    every = sum(1 + len(entry.also) for entry in entries)
    assert len(on_routes()) > 0.98 * every


@pytest.mark.parametrize(("wanted", "counts"), [(ANY, None), (STARTS, can_start), (CLOSES, can_close)])
def test_every_name_of_a_node_gives_the_same_first_place(page: Frame, wanted: str, counts: Any) -> None:
    asked = [(entry, name) for entry, name in on_routes() if counts is None or counts(entry)]
    found = hits(page, [name for _, name in asked], wanted)
    missed = {
        name: [one["ref"] for one in hit]
        for (entry, name), hit in zip(asked, found, strict=True)
        if first_place(hit) != entry.ref
    }
    assert missed == {}


def first_place(found: list[dict[str, Any]]) -> str | None:
    return next((hit["ref"] for hit in found if hit["ref"].startswith("place:")), None)


def test_python_means_that_node_by_every_name() -> None:
    index = names_of(the_atlas())
    for entry, name in on_routes():
        assert index.closing(name) == entry.closes, name
        assert entry.node is None or index.node(name) == entry.node, name
