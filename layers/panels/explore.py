"""The explore panel: the list of layers with their switches, and the card of the open one."""

from __future__ import annotations

from functools import partial

import streamlit as st

from layers.catalogue import Catalogue
from layers.gazetteer import read_gazetteer
from layers.panels.card import card_html, readable_date
from layers.panels.html import render
from layers.panels.marks import swatch
from layers.panels.place_card import place_html
from layers.panels.turning import turn_to

_list = st.components.v2.component(
    "atlas_list", js="export default (c) => window.atlasPage.list(c)", isolate_styles=False
)

GROUPS = {
    "corridors": "Corridors",
    "ports-and-fields": "Ports and fields",
    "energy": "Energy",
    "security": "Security",
    "waters": "Waters",
    "places": "Places",
    "memberships": "Memberships",
    "not-on-the-map": "Not on the map",
}


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


def rows_html(catalogue: Catalogue) -> str:
    """Return the list as HTML: groups in their order, layers in theirs."""
    layers = sorted(catalogue.layers.values(), key=lambda layer: (layer.order, layer.id))
    groups = [(title, [layer for layer in layers if layer.group == group]) for group, title in GROUPS.items()]
    return render(
        "rows.html",
        groups=[(title, members) for title, members in groups if members],
        swatch=swatch,
        essays=catalogue.essays,
        readable=readable_date,
        notes=[(name, number) for name, essay in catalogue.essays.items() for number in essay.paragraphs],
    )
