"""The Streamlit page: text and controls beside the map. It holds no map, only what the map last reported."""

from __future__ import annotations

import streamlit as st

from layers.map.current import current
from layers.page import present, reading, routes
from layers.page import switch as turning
from layers.page.explore import explore
from layers.page.head import KEY, map_view
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
    turning.begin(query.get("panel"))
    session.asked = routes.asked_by(atlas.network, query)
    session.reading = reading.asked_by(query, catalogue)


def show_head() -> None:
    """Show title, search and status line, and give the map what the panels add to the address."""
    asked = {} if session.panel == "explore" else {"panel": session.panel}
    if session.panel == "routes":
        asked |= routes.address(session.asked)
    elif session.panel == "read":
        asked |= reading.address(session.reading)
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
        panel = turning.panel_switch()
        if panel == "routes":
            routes.routes_panel(atlas)
        elif panel == "read":
            reading.reading_panel(atlas)
        elif panel == "present":
            present.present_panel(atlas)
        else:
            explore(atlas, open_card=session.atlas.open_card)
    finally:
        with head:
            show_head()
