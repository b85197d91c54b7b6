"""The Streamlit page: text and controls beside the map. It holds no map, only what the map last reported."""

from __future__ import annotations

from typing import assert_never

import streamlit as st

from layers.map.current import current
from layers.page import present, reading, routes
from layers.page.explore import explore
from layers.page.head import KEY, map_view
from layers.page.switch import Panel, begin, panel_switch
from layers.views.map_state import AtlasState
from layers.views.render import render

session = st.session_state
atlas = current().atlas
catalogue = atlas.catalogue


def note_report() -> None:
    """Take over what the map in the browser shows now."""
    report = session[KEY].report
    if report:
        session.atlas = AtlasState.of_report(report, catalogue)


def begin_session() -> None:
    """Read the address; from here on the map in the browser owns its state."""
    query = st.query_params.to_dict()
    session.atlas = AtlasState.of_address(query, catalogue)
    session.hints = " ".join(session.atlas.hints)
    begin(query.get("panel"))
    session.asked = routes.asked_by(atlas.network, query)
    session.reading = reading.asked_by(query, catalogue)


def address_of(panel: Panel) -> dict[str, str]:
    """Return what a panel adds to the address, that it may be opened so again."""
    match panel:
        case Panel.READ:
            return reading.address(session.reading)
        case Panel.ROUTES:
            return routes.address(session.asked)
        case Panel.EXPLORE | Panel.PRESENT:
            return {}
    assert_never(panel)


def show(panel: Panel) -> None:
    """Show a panel."""
    match panel:
        case Panel.EXPLORE:
            explore(atlas, open_card=session.atlas.open_card)
        case Panel.READ:
            reading.reading_panel(atlas)
        case Panel.ROUTES:
            routes.routes_panel(atlas)
        case Panel.PRESENT:
            present.present_panel(atlas)
        case _:
            assert_never(panel)


def show_head() -> None:
    """Show title, search and status line, and give the map what the panels add to the address."""
    named = {} if session.panel is Panel.EXPLORE else {"panel": str(session.panel)}
    asked = named | address_of(session.panel)
    html = render("head.html", status=session.hints)
    map_view(html=html, state=session.atlas, asked=asked, on_report=note_report)


st.set_page_config(
    page_title="Corridor Atlas", page_icon="🧭", layout="wide", initial_sidebar_state="expanded"
)
if "atlas" not in session:
    begin_session()
with st.sidebar:
    head = st.container()  # filled last: the address holds what the panels ask in this very run
    try:
        show(panel_switch())
    finally:
        with head:
            show_head()
