"""The explore panel: the place of the list of layers, which the browser has, with its cards."""

from __future__ import annotations

from functools import partial

import streamlit as st

from layers.catalogue.atlas import Atlas
from layers.page.deeds import heard, on_deeds
from layers.page.reading import read_paragraph

_list = st.components.v2.component(
    "atlas_list", js="export default (c) => window.atlasPage.list(c)", isolate_styles=False
)


def explore(atlas: Atlas) -> None:
    """Show the list; switches and cards ask nothing here, only the way to a paragraph does."""
    _list(
        key="list",
        data={"heard": heard("list")},
        **on_deeds("list", {"read": partial(read_paragraph, atlas.catalogue)}),
    )
