"""The Streamlit page without a browser: AppTest runs the script and shows what it sends."""

from __future__ import annotations

import pytest
from markupsafe import escape

from layers.catalogue.atlas import Atlas
from layers.model.catalogue import Catalogue
from layers.page.switch import turn_to
from layers.views.fact_view import sources_differ
from layers.views.fragments import fragments_of
from layers.views.layer_card import card_html
from layers.views.layer_list import QUESTIONS, front_html
from layers.views.panel import Panel
from layers.views.parts import parts_html
from tests.harness.loaded import the_atlas
from tests.harness.page import run, sent


def test_page_runs_without_an_error() -> None:
    page = run()
    assert not page.exception
    assert not page.error


def test_the_front_says_what_it_is_names_every_layer_and_its_essays_below(catalogue: Catalogue) -> None:
    front = front_html(catalogue)
    for layer in catalogue.layers.values():
        assert f'data-open="{layer.id}"' in front
        assert (f'data-layer="{layer.id}"' in front) == layer.drawn
    above, _, others = front.partition('<nav class="atlas-list"')
    assert "two policy essays" in above
    assert above.count("data-select=") == len(QUESTIONS)
    assert "The two essays" in others.partition('<div class="below">')[2]


def test_no_text_travels_with_a_run_of_the_page() -> None:
    for query in ({}, {"selected": "zangezur"}, {"panel": "read"}, {"panel": "read", "show": "names"}):
        told = sum(len(str(data)) for data in sent(run(**query)))
        assert told < 500, query


def test_a_junk_address_gets_a_hint_and_the_page_still_runs() -> None:
    page = run(selected="<script>alert(1)</script>", layers="nonsense")
    head, _ = sent(page)
    assert not page.exception
    assert "selects something that this atlas does not have" in head["said"]
    assert "names layers that this atlas does not have: nonsense" in head["said"]


def test_a_late_word_of_the_old_switch_does_not_turn_back(monkeypatch: pytest.MonkeyPatch) -> None:
    page = run(panel="read")
    assert page.session_state.panel == "read"
    monkeypatch.setattr("streamlit.session_state", page.session_state)
    turn_to(Panel.EXPLORE)
    monkeypatch.undo()
    page.run()  # with the switch as it stood before
    assert page.session_state.panel == "explore"
    assert not any("fragment" in data for data in sent(page))
    page.run()
    assert page.session_state.panel == "explore"


def test_a_card_holds_everything_that_the_definition_says(catalogue: Catalogue) -> None:
    for layer in catalogue.drawn:
        card, parts = card_html(layer, the_atlas()), parts_html(layer, catalogue)
        for claim in layer.claims:
            assert f'id="claim-{claim.id}"' in card
            for number in claim.paragraphs:
                assert f'data-cite="{claim.essay}:{number}"' in card
        for feature in layer.features:
            assert f'data-select="{layer.id}/{feature["id"]}"' in parts
        assert card.count("sources differ") == sum(sources_differ(fact, catalogue) for fact in layer.facts)


def test_every_citation_has_its_note(loaded: Atlas) -> None:
    notes = fragments_of(loaded).folders["notes"]
    for name, essay in loaded.catalogue.essays.items():
        for number, gist in essay.paragraphs.items():
            assert str(escape(gist)) in notes[f"{name}:{number}"]
