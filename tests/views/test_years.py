"""The year of a line on a card has its page, or the card says that it is not sourced."""

from __future__ import annotations

from layers.catalogue.atlas import Atlas
from layers.network.words.status import NOT_SOURCED
from layers.views.drawn import drawn_html
from layers.views.parts import parts_html

DRAWN_FROM_LEGS = ("middle-corridor", "north-south", "zangezur", "port-of-baku")


def test_every_year_of_a_leg_has_a_page_or_is_said_to_have_none(loaded: Atlas) -> None:
    catalogue, marks = loaded.catalogue, set()
    for layer in DRAWN_FROM_LEGS:
        for feature in catalogue.layers[layer].features:
            known = feature["properties"]
            if known.get("opened") is None or not known.get("mode"):
                continue
            source = known["opened_source"]
            assert source == NOT_SOURCED or source in catalogue.sources, feature["id"]
            marks.add(source)
    assert NOT_SOURCED in marks and "G16" in marks


def test_the_card_marks_a_year_without_a_page(loaded: Atlas) -> None:
    corridor = parts_html(loaded.catalogue.layers["middle-corridor"], loaded.catalogue)
    assert "opened 2014" in corridor and "opened 2014 (not sourced)" not in corridor
    assert "opened 2019" in corridor, "goods trains under the Bosporus"
    assert "opened 1872 (not sourced)" in corridor


def test_how_it_was_drawn_names_the_page_of_a_year(loaded: Atlas) -> None:
    catalogue = loaded.catalogue
    told = drawn_html(catalogue.layers["north-south"], catalogue)
    assert "opened 2013 (Kazinform, 11 May 2013)" in told
    assert "164 km published (OSJD, date not printed); opened 2019 (OSJD, date not printed)" in told
    assert "opened 1894 (not sourced)" in told
