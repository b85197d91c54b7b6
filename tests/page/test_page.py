"""The Streamlit page without a browser: AppTest runs the script and shows what it sends."""

from __future__ import annotations

import json
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from layers.catalogue.load import load_catalogue
from layers.files.folders import ROOT
from layers.page.switch import turn_to
from layers.views.layer_card import card_html, sources_differ
from layers.views.layer_list import rows_html

PAGE = ROOT / "layers" / "page" / "page.py"
CATALOGUE = load_catalogue()


def run(**query: str) -> AppTest:
    page = AppTest.from_file(PAGE, default_timeout=60)
    for key, value in query.items():
        page.query_params[key] = value
    return page.run()


def sent(page: AppTest) -> list[dict[str, Any]]:
    """Return the data that each component of the sidebar was given."""
    return [json.loads(element.proto.json) for element in page.sidebar.get("bidi_component")]


def test_page_runs_without_an_error() -> None:
    page = run()
    assert not page.exception
    assert not page.error


def test_the_list_names_every_layer_and_the_welcome_stands_below() -> None:
    _, explore = sent(run())
    for layer in CATALOGUE.layers.values():
        assert f'data-open="{layer.id}"' in explore["rows"]
        assert (f'data-layer="{layer.id}"' in explore["rows"]) == layer.drawn
    assert explore["open"] is None
    assert "two policy essays" in explore["welcome"]


def test_an_address_opens_the_card_of_the_selected_part() -> None:
    part = CATALOGUE.layers["zangezur"].features[0]["id"]
    _, explore = sent(run(selected=f"zangezur/{part}"))
    assert explore["open"] == "zangezur"
    assert "ZC1" in explore["card"]
    assert explore["welcome"] is None


def test_a_junk_address_gets_a_hint_and_the_page_still_runs() -> None:
    page = run(selected="<script>alert(1)</script>", layers="nonsense")
    head, explore = sent(page)
    assert not page.exception
    assert "does not have" in head["html"]
    assert "<script>" not in head["html"]
    assert explore["open"] is None


def test_a_late_word_of_the_old_switch_does_not_turn_back(monkeypatch: pytest.MonkeyPatch) -> None:
    page = run(panel="read")
    assert page.session_state.panel == "read"
    monkeypatch.setattr("streamlit.session_state", page.session_state)
    turn_to("explore")
    monkeypatch.undo()
    page.run()  # with the switch as it stood before
    assert page.session_state.panel == "explore"
    assert any("rows" in data for data in sent(page))
    page.run()
    assert page.session_state.panel == "explore"


def test_a_card_holds_everything_that_the_definition_says() -> None:
    for layer in CATALOGUE.drawn:
        card = card_html(layer, CATALOGUE)
        for claim in layer.claims:
            assert f'id="claim-{claim.id}"' in card
            for number in claim.paragraphs:
                assert f'data-cite="{claim.essay}:{number}"' in card
        for feature in layer.features:
            assert f'data-select="{layer.id}/{feature["id"]}"' in card
        assert card.count("sources differ") == sum(sources_differ(fact) for fact in layer.facts)


def test_every_citation_has_its_note() -> None:
    rows = rows_html(CATALOGUE)
    for name, essay in CATALOGUE.essays.items():
        for number in essay.paragraphs:
            assert f'<template data-note="{name}:{number}">' in rows
