"""A place's card: its names, every paragraph that names it, every claim that touches it."""

from __future__ import annotations

import re

import pytest
from markupsafe import escape

from layers.model.catalogue import Catalogue
from layers.model.gazetteer import Gazetteer
from layers.views.place_card import claims_about, country_of, kind_of, named_in, place_html
from tests.harness.loaded import essay_names

NAMED = sorted({row.place for row in essay_names() if row.place})


@pytest.mark.parametrize("place_id", NAMED)
def test_a_card_lists_every_paragraph_and_every_claim(
    place_id: str, catalogue: Catalogue, gazetteer: Gazetteer
) -> None:
    place = catalogue.places[place_id]
    html = place_html(place, catalogue, gazetteer)
    for row in gazetteer.of_place(place_id):
        for essay, numbers in row.named_in.items():
            for number in numbers:
                assert f'data-read="{essay}:{number}"' in html
                assert escape(catalogue.essays[essay].paragraphs[number]) in html
    for name in place.names:
        assert re.search(rf"<bdi[^>]*>{re.escape(escape(name))}</bdi>", html)
    about, beside = html.partition('<details class="beside">')[::2]
    for layer in catalogue.layers.values():
        for claim in layer.claims:
            named = any(number in place.named_in.get(claim.essay, ()) for number in claim.paragraphs)
            part = about if place_id in claim.touches else beside if named else None
            if part is not None:
                assert f'data-claim="{layer.id}/{claim.id}"' in part


def test_claims_about_a_place_and_beside_it_do_not_overlap(catalogue: Catalogue) -> None:
    touching, beside = claims_about(catalogue.places["baku"], catalogue)
    assert touching and beside
    assert not {entry.claim.id for entry in touching} & {entry.claim.id for entry in beside}


def test_countries_seas_and_places_that_no_essay_names_have_a_card_as_well(
    catalogue: Catalogue, gazetteer: Gazetteer
) -> None:
    for place in catalogue.places.values():
        assert place_html(place, catalogue, gazetteer).count("<h3") == 1
    unnamed = next(place for place in catalogue.places.values() if not place.named_in)
    assert "Neither essay names it." in place_html(unnamed, catalogue, gazetteer)
    assert named_in(catalogue.places["iran"], catalogue)[1].key == "heybatov"
    assert country_of(catalogue.places["alat"], catalogue) == "Azerbaijan"
    assert country_of(catalogue.places["iran"], catalogue) == ""
    assert kind_of(catalogue.places["socar"], catalogue) == "institution"
    assert kind_of(catalogue.places["caspian-sea"], catalogue) == "sea"


def test_a_name_that_is_heard_as_a_claim_stands_with_its_user(
    catalogue: Catalogue, gazetteer: Gazetteer
) -> None:
    for place_id, name, who in (
        ("lake-sevan", "Göyçə gölü", "Azerbaijan"),
        ("yerevan", "İrəvan", "Azerbaijan"),
        ("khankendi", "Stepanakert", "Armenians"),
        ("south-ossetia", "სამაჩაბლო", "Georgia"),
    ):
        html = place_html(catalogue.places[place_id], catalogue, gazetteer)
        line = next(row for row in html.splitlines() if name in row)
        assert line.startswith(f'<p class="small">Used by {who}: ')
        assert html.count(name) == 1
