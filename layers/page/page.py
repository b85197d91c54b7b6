"""The Streamlit page: the panels beside the map that ask Python something. It holds neither map nor texts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

import streamlit as st

from layers.map.current import current
from layers.page import present, reading, routes
from layers.page.explore import explore
from layers.page.head import head
from layers.page.switch import begin, panel_of, panel_switch, turn_to
from layers.views.address_hints import hints_of
from layers.views.panel import Panel

session = st.session_state
now = current()
atlas = now.atlas
catalogue = atlas.catalogue


def begin_session() -> None:
    """Read the address; what of it is the map's own, the map in the browser reads."""
    query = st.query_params.to_dict()
    session.hints = " ".join([*hints_of(query, atlas), *([f"Not shown: {now.unread}"] if now.unread else [])])
    begin(query.get("panel"))
    session.asked = routes.asked_by(atlas, query)
    session.reading = reading.asked_by(query, catalogue)


def go_on_with_the_new_files() -> None:
    """Ask the same of files that have changed since; what they no longer have, is left out and said."""
    query = routes.address(session.asked)
    session.asked.update(routes.asked_by(atlas, query))
    session.reading.update(reading.asked_by(reading.address(session.reading), catalogue))
    session.hints = " ".join(hints_of(query, atlas))


def show_again(query: Mapping[str, str]) -> None:
    """Show what an address names: its panel, and what that is asked; the others keep what they were asked."""
    panel = panel_of(query.get("panel"))
    turn_to(panel)
    if panel is Panel.READ:
        session.reading.update(reading.asked_by(query, catalogue))
    elif panel is Panel.ROUTES:
        session.asked.update(routes.asked_by(atlas, query))


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


def title_of(panel: Panel) -> str:
    """Return what a panel shows, in the words of a window's title; nothing where the map says it."""
    match panel:
        case Panel.READ:
            return reading.title(session.reading, catalogue)
        case Panel.ROUTES:
            return routes.title(atlas.network, session.asked)
        case Panel.PRESENT:
            return "Tours"
        case Panel.EXPLORE:
            return ""
    assert_never(panel)


def show(panel: Panel) -> None:
    """Show a panel."""
    match panel:
        case Panel.EXPLORE:
            explore(atlas)
        case Panel.READ:
            reading.reading_panel(atlas)
        case Panel.ROUTES:
            routes.routes_panel(atlas)
        case Panel.PRESENT:
            present.present_panel(atlas)
        case _:
            assert_never(panel)


def show_head() -> None:
    """Show title, search and status line, and name what the panels add to the address."""
    named = {} if session.panel is Panel.EXPLORE else {"panel": str(session.panel)}
    head(
        said=session.hints,
        asked=named | address_of(session.panel),
        title=title_of(session.panel),
        holds=reading.held(),
        show=show_again,
    )


st.set_page_config(
    page_title="Corridor Atlas", page_icon="🧭", layout="wide", initial_sidebar_state="expanded"
)
if "hints" not in session:
    begin_session()
if session.setdefault("document", now.document.digest) != now.document.digest:
    session.document = now.document.digest
    go_on_with_the_new_files()
with st.sidebar:
    above = st.container()  # filled last: the address holds what the panels ask in this very run
    try:
        show(panel_switch())
    finally:
        with above:
            show_head()
