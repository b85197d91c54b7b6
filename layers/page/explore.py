"""The explore panel: the list of layers with their switches, and the card of the open one."""

from __future__ import annotations

from functools import partial

import streamlit as st

from layers.catalogue.atlas import Atlas
from layers.model.catalogue import Catalogue
from layers.model.reference import Reference
from layers.page.deeds import heard, on_deeds
from layers.page.switch import Panel, turn_to
from layers.views.layer_card import card_html
from layers.views.layer_list import rows_html
from layers.views.place_card import place_html
from layers.views.render import render

_list = st.components.v2.component(
    "atlas_list", js="export default (c) => window.atlasPage.list(c)", isolate_styles=False
)


def explore(atlas: Atlas, *, open_card: Reference | None) -> None:
    """Show the list; the open card travels with it, every other card stays where it is.

    `open_card` is a layer or a place; what is not there gives the welcome.
    """
    catalogue, card = atlas.catalogue, _card(open_card, atlas)
    data = {
        "rows": rows_html(catalogue),
        "heard": heard("list"),
        "open": open_card if card else None,
        "card": card,
        "welcome": None
        if card
        else render(
            "welcome.html",
            catalogue=catalogue,
        ),
    }
    _list(key="list", data=data, **on_deeds("list", {"read": partial(_read, catalogue)}))


def _card(reference: Reference | None, atlas: Atlas) -> str | None:
    if reference is None or not atlas.catalogue.has(reference):
        return None
    if reference.place:
        return place_html(atlas.catalogue.places[reference.place], atlas.catalogue, atlas.gazetteer)
    return card_html(atlas.catalogue.layers[reference], atlas.catalogue)


def _read(catalogue: Catalogue, reference: object) -> None:
    """Go to the paragraph "essay:number" in the reading panel; the browser scrolls to it."""
    essay, _, _ = str(reference).partition(":")
    if essay in catalogue.essays:
        turn_to(Panel.READ)
        st.session_state.reading |= {"show": "paragraphs", "essay": essay}
