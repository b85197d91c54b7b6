"""Which panel is shown: the one that a person chose, or the one that a deed in another panel turned to.

A deed in a panel can be followed by a second run of the page before the first is over; that one interrupts it
and brings the panel switch as the browser knew it before the deed. So a deed makes a new switch, and what the
browser still says of the old one counts for nothing.
"""

from __future__ import annotations

import streamlit as st

from layers.page.said import labels
from layers.views.panel import Panel


def panel_of(asked: str | None) -> Panel:
    """Return the panel that an address asks for; the first one where it asks for none that there is."""
    return next((one for one in Panel if one == (asked or "").strip().casefold()), Panel.EXPLORE)


def begin(asked: str | None) -> None:
    """Start a session with the panel that the address asks for."""
    panel = panel_of(asked)
    st.session_state.update(panel=panel, panel_at_first=panel, panel_switch=0)


def turn_to(panel: Panel) -> None:
    """Show another panel from the next run on, whatever the switch says now."""
    session = st.session_state
    session.panel = session.panel_at_first = panel
    session.panel_switch += 1


def panel_switch() -> Panel:
    """Draw the switch and return the panel to show."""
    session = st.session_state
    with st.container(key="panels"):
        chosen = st.segmented_control(
            "Panel",
            [*map(str, Panel)],
            default=str(session.panel_at_first),
            format_func=labels({panel: panel.capitalize() for panel in Panel}),
            key=f"panel-{session.panel_switch}",
            required=True,
            label_visibility="collapsed",
            width="stretch",
        )
    session.panel = panel = Panel(chosen or session.panel)
    return panel
