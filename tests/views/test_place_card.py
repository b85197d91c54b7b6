"""A place's card: its names, every paragraph that names it, every claim that touches it."""

from __future__ import annotations

import pytest
from markupsafe import escape

from layers.catalogue.gazetteer import read_gazetteer
from layers.catalogue.load import load_catalogue
from layers.views.map_state import AtlasState
from layers.views.place_card import claims_about, country_of, kind_of, named_in, place_html
from tests.page.test_page import run, sent

CATALOGUE = load_catalogue()
GAZETTEER = read_gazetteer()
NAMED = sorted({row.place for row in GAZETTEER.names if row.place})


@pytest.mark.parametrize("place_id", NAMED)
def test_a_card_lists_every_paragraph_and_every_claim(place_id: str) -> None:
    place = CATALOGUE.places[place_id]
    html = place_html(place, CATALOGUE, GAZETTEER)
    for row in GAZETTEER.of_place(place_id):
        for essay, numbers in row.named_in.items():
            for number in numbers:
                assert f'data-read="{essay}:{number}"' in html
                assert escape(CATALOGUE.essays[essay].paragraphs[number]) in html
    for name in place.names:
        assert f"<bdi>{escape(name)}</bdi>" in html
    about, beside = html.partition('<details class="beside">')[::2]
    for layer in CATALOGUE.layers.values():
        for claim in layer.claims:
            named = any(number in place.named_in.get(claim.essay, ()) for number in claim.paragraphs)
            part = about if place_id in claim.touches else beside if named else None
            if part is not None:
                assert escape(claim.check.note) in part
                assert f'data-card="{layer.id}"' in part


def test_claims_about_a_place_and_beside_it_do_not_overlap() -> None:
    touching, beside = claims_about(CATALOGUE.places["baku"], CATALOGUE)
    assert touching and beside
    assert not {entry.claim.id for entry in touching} & {entry.claim.id for entry in beside}


def test_countries_seas_and_places_that_no_essay_names_have_a_card_as_well() -> None:
    for place in CATALOGUE.places.values():
        assert place_html(place, CATALOGUE, GAZETTEER).count("<h3") == 1
    unnamed = next(place for place in CATALOGUE.places.values() if not place.named_in)
    assert "Neither essay names it." in place_html(unnamed, CATALOGUE, GAZETTEER)
    assert named_in(CATALOGUE.places["iran"], CATALOGUE)[1].key == "heybatov"
    assert country_of(CATALOGUE.places["alat"], CATALOGUE) == "Azerbaijan"
    assert country_of(CATALOGUE.places["iran"], CATALOGUE) == ""
    assert kind_of(CATALOGUE.places["socar"], CATALOGUE) == "institution"
    assert kind_of(CATALOGUE.places["caspian-sea"], CATALOGUE) == "sea"


def test_an_address_opens_the_card_of_a_place() -> None:
    for selected in ("place:suez", "essay-places/suez"):
        _, explore = sent(run(selected=selected))
        assert explore["open"] == "place:suez"
        assert "Suez" in explore["card"] and 'data-read="blank:17"' in explore["card"]
    assert AtlasState((), "essay-places").open_card == "essay-places"
    assert AtlasState((), "zangezur/meghri").open_card == "zangezur"
    assert AtlasState((), None).open_card is None
