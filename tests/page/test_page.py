"""The Streamlit page without a browser: AppTest runs the script and shows what it sends."""

from __future__ import annotations

import pytest

from layers.model.catalogue import Catalogue
from layers.page.switch import Panel, turn_to
from layers.views.layer_card import card_html, sources_differ
from layers.views.layer_list import rows_html
from tests.harness.page import run, sent


def test_page_runs_without_an_error() -> None:
    page = run()
    assert not page.exception
    assert not page.error


def test_the_list_names_every_layer_and_the_welcome_stands_below(catalogue: Catalogue) -> None:
    _, explore = sent(run())
    for layer in catalogue.layers.values():
        assert f'data-open="{layer.id}"' in explore["rows"]
        assert (f'data-layer="{layer.id}"' in explore["rows"]) == layer.drawn
    assert explore["open"] is None
    assert "two policy essays" in explore["welcome"]


def test_an_address_opens_the_card_of_the_selected_part(catalogue: Catalogue) -> None:
    part = catalogue.layers["zangezur"].features[0]["id"]
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
    turn_to(Panel.EXPLORE)
    monkeypatch.undo()
    page.run()  # with the switch as it stood before
    assert page.session_state.panel == "explore"
    assert any("rows" in data for data in sent(page))
    page.run()
    assert page.session_state.panel == "explore"


def test_a_card_holds_everything_that_the_definition_says(catalogue: Catalogue) -> None:
    for layer in catalogue.drawn:
        card = card_html(layer, catalogue)
        for claim in layer.claims:
            assert f'id="claim-{claim.id}"' in card
            for number in claim.paragraphs:
                assert f'data-cite="{claim.essay}:{number}"' in card
        for feature in layer.features:
            assert f'data-select="{layer.id}/{feature["id"]}"' in card
        assert card.count("sources differ") == sum(sources_differ(fact) for fact in layer.facts)


def test_every_citation_has_its_note(catalogue: Catalogue) -> None:
    rows = rows_html(catalogue)
    for name, essay in catalogue.essays.items():
        for number in essay.paragraphs:
            assert f'<template data-note="{name}:{number}">' in rows
