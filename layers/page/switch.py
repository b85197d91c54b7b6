"""Which panel is shown: the one that a person chose, or the one that a deed in another panel turned to.

A deed such as opening a card asks for two runs of the page at once: its own, and the map's word of what is
selected. The second interrupts the first and brings the panel switch as the browser knew it before the deed.
So a deed makes a new switch, and what the browser still says of the old one counts for nothing.
"""

from __future__ import annotations

import streamlit as st

PANELS = {"explore": "Explore", "read": "Read", "routes": "Routes", "present": "Present"}


def begin(panel: str | None) -> None:
    """Start a session with the panel that the address asks for."""
    st.session_state.update(panel=panel if panel in PANELS else "explore", panel_switch=0)
    st.session_state.panel_at_first = st.session_state.panel


def turn_to(panel: str) -> None:
    """Show another panel from the next run on, whatever the switch says now."""
    session = st.session_state
    session.panel = session.panel_at_first = panel
    session.panel_switch += 1


def panel_switch() -> str:
    """Draw the switch and return the panel to show."""
    session = st.session_state
    with st.container(key="panels"):
        session.panel = st.segmented_control(
            "Panel",
            PANELS,
            default=session.panel_at_first,
            format_func=PANELS.__getitem__,
            key=f"panel-{session.panel_switch}",
            required=True,
            label_visibility="collapsed",
            width="stretch",
        )
    return str(session.panel)
