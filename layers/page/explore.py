"""The explore panel: the place of the list of layers, which the browser has, with its cards."""

from __future__ import annotations

from functools import partial

import streamlit as st

from layers.catalogue.atlas import Atlas
from layers.model.catalogue import Catalogue
from layers.page.deeds import heard, on_deeds
from layers.page.switch import turn_to
from layers.views.panel import Panel

_list = st.components.v2.component(
    "atlas_list", js="export default (c) => window.atlasPage.list(c)", isolate_styles=False
)


def explore(atlas: Atlas) -> None:
    """Show the list; switches and cards ask nothing here, only the way to a paragraph does."""
    _list(
        key="list",
        data={"heard": heard("list")},
        **on_deeds("list", {"read": partial(_read, atlas.catalogue)}),
    )


def _read(catalogue: Catalogue, reference: object) -> None:
    """Go to the paragraph "essay:number" in the reading panel; the browser scrolls to it."""
    essay, _, _ = str(reference).partition(":")
    if essay in catalogue.essays:
        turn_to(Panel.READ)
        st.session_state.reading |= {"show": "paragraphs", "essay": essay}
