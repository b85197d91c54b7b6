"""The page's knowledge of the map: addresses and reports from outside."""

from __future__ import annotations

import pytest

from layers.catalogue.load import load_catalogue
from layers.model.catalogue import Catalogue
from layers.views.map_state import AtlasState


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue()


def test_bare_address_shows_the_layers_that_are_on(catalogue: Catalogue) -> None:
    state = AtlasState.of_address({}, catalogue)
    assert state.layers == tuple(layer.id for layer in catalogue.layers.values() if layer.on)
    assert state.selected is None
    assert not state.hints


def test_address_restores_layers_and_selection(catalogue: Catalogue) -> None:
    feature = catalogue.layers["zangezur"].features[0]["id"]
    state = AtlasState.of_address({"layers": "tamar,anaklia", "selected": f"zangezur/{feature}"}, catalogue)
    assert set(state.layers) == {"tamar", "anaklia"}
    assert state.open_layer == "zangezur"


@pytest.mark.parametrize(
    "query",
    [
        {"layers": "no-such-layer"},
        {"selected": "no-such-layer"},
        {"selected": "zangezur/no-such-part"},
        {"selected": "place:nowhere"},
        {"selected": "<img src=x onerror=alert(1)>"},
    ],
)
def test_junk_is_ignored_with_a_hint(catalogue: Catalogue, query: dict[str, str]) -> None:
    state = AtlasState.of_address(query, catalogue)
    assert state.hints
    assert state.selected is None


def test_a_selected_place_opens_no_card(catalogue: Catalogue) -> None:
    state = AtlasState.of_address({"selected": f"place:{next(iter(catalogue.places))}"}, catalogue)
    assert state.selected
    assert state.open_layer is None


@pytest.mark.parametrize(
    "report", [{}, {"layers": 7, "selected": 3}, {"layers": [None, {}], "selected": "x"}]
)
def test_a_strange_report_does_no_harm(catalogue: Catalogue, report: dict[str, object]) -> None:
    assert AtlasState.of_report(report, catalogue).selected is None
