"""Texts under the digest of their state: whole, for ever, and also for pages opened before a change."""

from __future__ import annotations

import asyncio
import json
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pytest
from starlette.datastructures import Headers
from starlette.routing import Route, Router

from layers.catalogue.atlas import Atlas
from layers.map.current import Current, current
from layers.model.layer import Layer
from layers.server import texts
from layers.server.answers import collect
from layers.views.fragments import fragments_of
from tests.harness.loaded import the_document

ROUTER = Router(
    [
        Route("/text/{digest}/{pack}.json", texts.pack),
        Route("/text/{digest}/{folder}/{name}.html", texts.text),
    ]
)


@pytest.fixture(autouse=True)
def no_states(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts, "_states", {})


def get(path: str) -> tuple[int, Headers, str]:
    """Ask the server's routes; return status, headers and text."""
    scope = {"type": "http", "method": "GET", "path": path, "headers": [], "query_string": b""}
    with ThreadPoolExecutor(1) as apart:  # a browser test before may have left its own loop in this thread
        status, headers, body = apart.submit(asyncio.run, collect(ROUTER, scope)).result()
    return status, Headers(headers), body.decode()


def serve(monkeypatch: pytest.MonkeyPatch, atlas: Atlas) -> str:
    """Let the server stand on another atlas, and open a page; return the digest of its texts."""
    monkeypatch.setattr(texts, "current", lambda: Current(atlas, the_document()))
    return texts.current_fragments().digest


def changed(atlas: Atlas, **layers: Layer | None) -> Atlas:
    """Return the atlas with some layers changed, or taken out."""
    whole = {**atlas.catalogue.layers, **layers}
    kept = {name: layer for name, layer in whole.items() if layer is not None}
    return replace(atlas, catalogue=replace(atlas.catalogue, layers=kept))


def test_every_text_is_served_alone_and_in_its_pack(loaded: Atlas) -> None:
    digest = texts.current_fragments().digest
    for folder, made in fragments_of(loaded).folders.items():
        status, headers, pack = get(f"/text/{digest}/{folder}.json")
        assert (status, json.loads(pack)) == (200, made)
        assert "immutable" in headers["cache-control"]
        name, html = next(iter(made.items()))
        status, headers, alone = get(f"/text/{digest}/{folder}/{name}.html")
        assert (status, alone) == (200, html)
        assert "immutable" in headers["cache-control"]
        assert "sandbox" in headers["content-security-policy"]
    assert json.loads(get(f"/text/{digest}/search.json")[2]) == fragments_of(loaded).search


def test_equal_files_have_equal_digests(loaded: Atlas) -> None:
    assert (
        fragments_of(replace(loaded)).digest
        == fragments_of(loaded).digest
        == fragments_of(current().atlas).digest
    )


def test_a_page_opened_before_a_change_keeps_its_texts(
    loaded: Atlas, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = serve(monkeypatch, loaded)
    tamar = loaded.catalogue.layers["tamar"].model_copy(update={"title": "Tamar, renamed"})
    after = serve(monkeypatch, changed(loaded, tamar=tamar, anaklia=None))
    assert before != after
    assert "renamed" not in get(f"/text/{before}/cards/tamar.html")[2]
    assert "Anaklia" in get(f"/text/{before}/cards/anaklia.html")[2]
    assert "renamed" in get(f"/text/{after}/cards/tamar.html")[2]


def test_a_forgotten_state_is_answered_with_todays_texts_and_not_kept(
    loaded: Atlas, monkeypatch: pytest.MonkeyPatch
) -> None:
    serve(monkeypatch, changed(loaded, anaklia=None))
    status, headers, _ = get("/text/0123456789abcdef/cards/tamar.html")
    assert (status, headers["cache-control"]) == (200, "no-store")
    status, headers, said = get("/text/0123456789abcdef/cards/anaklia.html")
    assert (status, headers["cache-control"]) == (410, "no-store")
    assert "Reload the page" in said


@pytest.mark.parametrize("path", ["nothing.json", "nothing/tamar.html", "search/tamar.html"])
def test_what_was_never_a_text_is_refused(path: str) -> None:
    assert get(f"/text/{texts.current_fragments().digest}/{path}")[0] == 404


def test_no_claim_travels_twice_and_each_place_of_one_can_be_filled(loaded: Atlas) -> None:
    folders: dict[str, Any] = dict(fragments_of(loaded).folders)
    notes = [claim.check.note for layer in loaded.catalogue.layers.values() for claim in layer.claims]
    cards = folders.pop("cards")
    elsewhere = json.dumps(folders, ensure_ascii=False)
    assert not [note for note in notes if note and note in elsewhere]
    asked = set(re.findall(r'data-claim=\\"([^"\\]+)\\"', elsewhere))
    assert len(asked) > 150
    for ref in asked:
        layer, _, claim = ref.partition("/")
        assert f'id="claim-{claim}"' in cards[layer]
