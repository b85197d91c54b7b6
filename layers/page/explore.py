"""The explore panel: the list of layers with their switches, and the card of the open one."""

from __future__ import annotations

from functools import partial

import streamlit as st

from layers.catalogue.gazetteer import read_gazetteer
from layers.model.catalogue import Catalogue
from layers.page.switch import turn_to
from layers.views.layer_card import card_html, readable_date
from layers.views.layer_list import rows_html
from layers.views.place_card import place_html
from layers.views.render import render

_list = st.components.v2.component(
    "atlas_list", js="export default (c) => window.atlasPage.list(c)", isolate_styles=False
)


def explore(*, catalogue: Catalogue, open_card: str | None) -> None:
    """Show the list; the open card travels with it, every other card stays where it is.

    `open_card` is a layer's id, "place:id" or None; what is not there gives the welcome.
    """
    card = _card(open_card or "", catalogue)
    data = {
        "rows": rows_html(catalogue),
        "open": open_card if card else None,
        "card": card,
        "welcome": None
        if card
        else render(
            "welcome.html",
            catalogue=catalogue,
            readable=readable_date,
            known_to=readable_date(catalogue.known_to),
        ),
    }
    _list(key="list", data=data, on_read_change=partial(_read, catalogue))


def _card(ref: str, catalogue: Catalogue) -> str | None:
    if place := catalogue.places.get(ref.removeprefix("place:")) if ref.startswith("place:") else None:
        return place_html(place, catalogue, read_gazetteer())
    layer = catalogue.layers.get(ref)
    return card_html(layer, catalogue) if layer else None


def _read(catalogue: Catalogue) -> None:
    """Go to the paragraph "essay:number" in the reading panel; the browser scrolls to it."""
    essay, _, _ = str(st.session_state.list.get("read")).partition(":")
    if essay in catalogue.essays:
        turn_to("read")
        st.session_state.reading |= {"show": "paragraphs", "essay": essay}
