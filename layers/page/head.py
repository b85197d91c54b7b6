"""The link between page and map: shows title, search and status line, and reports the map's state.

The map itself lives in the index page (layers/server/index_page.py), so that no rerun can touch it. The
component's script only names a function of the page's own script: what is written here travels with every
update.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from layers.views.map_state import AtlasState

KEY = "map"
_head = st.components.v2.component(
    "atlas_head", js="export default (c) => window.atlasPage.head(c)", isolate_styles=False
)


def map_view(
    *, html: str, state: AtlasState, asked: Mapping[str, str], on_report: Callable[[], None]
) -> dict[str, Any] | None:
    """Show the head of the page and return the map's latest report: its state without the view.

    `state` is what Python believes; the browser reports when something else is selected, for no text depends
    on the layers or the view. `asked` is what the panels add to the address.
    """
    data = {"html": html, "known": state.selected or "", "asked": urlencode(asked, safe=",/")}
    report: dict[str, Any] | None = _head(key=KEY, data=data, on_report_change=on_report).report
    return report
