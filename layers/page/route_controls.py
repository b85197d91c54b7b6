"""The controls of the routes panel; the question in the session is the truth that they show and change."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

import streamlit as st

from layers.network.model import Network
from layers.network.search.question import FIRST_YEAR, LAST_YEAR
from layers.page.bound import bound, bound_list
from layers.views.routes.asked import (
    BY,
    MODES,
    PAIR,
    Asked,
    begin_story,
    corridors_with_ends,
)

session = st.session_state


def controls(known: Network, asked: Asked) -> None:
    """Show the controls; what a person does with them is in `asked` before the next run begins."""
    st.pills(
        "What if",
        presets(known),
        format_func=presets(known).__getitem__,
        **bound_list(asked, "presets"),
        **_UNNAMED,
    )
    st.segmented_control(
        "Best by", BY, format_func=BY.__getitem__, required=True, **bound(asked, "by"), **_UNNAMED
    )
    left, right = st.columns(2, gap="small")
    left.selectbox(
        "Try a story",
        stories(known),
        format_func=stories(known).__getitem__,
        placeholder="Try a story",
        **bound(asked, "story", taken=partial(begin_story, known, asked)),
        **_UNNAMED,
    )
    right.selectbox(
        "Weakest link",
        subjects(known),
        format_func=subjects(known).__getitem__,
        placeholder="Weakest link",
        help="Which single closure hurts most",
        **bound(asked, "weakest"),
        **_UNNAMED,
    )
    with st.expander("Modes, year, scale"):
        _more(known, asked)


def _more(known: Network, asked: Asked) -> None:
    st.pills("Cargo may go by", MODES, format_func=MODES.__getitem__, **bound_list(asked, "modes"))
    st.toggle("With every planned link open", **bound(asked, "planned"))
    st.toggle("With ferries without a timetable", **bound(asked, "irregular"))
    st.slider("As of", FIRST_YEAR, LAST_YEAR, **bound(asked, "year"))
    scales = {"km": "km", "days": "days"}
    st.segmented_control("Strips by", scales, required=True, **bound(asked, "scale"))


_UNNAMED: dict[str, Any] = {"label_visibility": "collapsed"}


def presets(known: Network) -> Mapping[str, str]:
    """Return the titles of the presets."""
    return {key: preset.title for key, preset in known.presets.items()}


def stories(known: Network) -> Mapping[str, str]:
    """Return the titles of the stories."""
    return {key: story.title for key, story in known.scenarios.items()}


def subjects(known: Network) -> Mapping[str, str]:
    """Return what the weakest link can be asked of."""
    return {PAIR: "Weakest: this pair"} | {
        key: f"Weakest: {title}" for key, title in corridors_with_ends(known).items()
    }
