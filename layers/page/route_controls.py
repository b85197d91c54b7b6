"""The controls of the routes panel; the question in the session is the truth that they show and change."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from typing import Any

import streamlit as st

from layers.network.model import Network
from layers.network.search.closures import closable
from layers.network.search.question import FIRST_YEAR, LAST_YEAR, short_name
from layers.views.routes.asked import (
    BY,
    MODES,
    PAIR,
    Asked,
    begin_story,
    corridors_with_ends,
    ends,
    swap,
)

session = st.session_state


def controls(known: Network, asked: Asked) -> None:
    """Show the controls; what a person does with them is in `asked` before the next run begins."""
    start, between, end = st.columns([10, 2.6, 10], vertical_alignment="bottom", gap=None)
    start.selectbox("From", places(known), format_func=places(known).__getitem__, **_bound(asked, "from"))
    between.button("Swap", key="ask-swap", help="Swap From and To", on_click=lambda: swap(session.asked))
    end.selectbox("To", places(known), format_func=places(known).__getitem__, **_bound(asked, "to"))
    st.pills(
        "What if",
        presets(known),
        format_func=presets(known).__getitem__,
        **_several(asked, "presets"),
        **_UNNAMED,
    )
    st.segmented_control(
        "Best by", BY, format_func=BY.__getitem__, required=True, **_bound(asked, "by"), **_UNNAMED
    )
    left, right = st.columns(2, gap="small")
    left.selectbox(
        "Try a story",
        stories(known),
        format_func=stories(known).__getitem__,
        placeholder="Try a story",
        **_bound(asked, "story", taken=partial(begin_story, known)),
        **_UNNAMED,
    )
    right.selectbox(
        "Weakest link",
        subjects(known),
        format_func=subjects(known).__getitem__,
        placeholder="Weakest link",
        help="Which single closure hurts most",
        **_bound(asked, "weakest"),
        **_UNNAMED,
    )
    with st.expander("Close anything else, modes, year, scale"):
        _more(known, asked)


def _more(known: Network, asked: Asked) -> None:
    st.multiselect(
        "Closed",
        doors(known),
        format_func=doors(known).__getitem__,
        placeholder="a country, strait, corridor, place or leg",
        **_bound(asked, "closed", in_order=True),
    )
    st.pills("Cargo may go by", MODES, format_func=MODES.__getitem__, **_several(asked, "modes"))
    st.toggle("With every planned link open", **_bound(asked, "planned"))
    st.toggle("With ferries without a timetable", **_bound(asked, "irregular"))
    st.slider("As of", FIRST_YEAR, LAST_YEAR, **_bound(asked, "year"))
    scales = {"km": "km", "days": "days"}
    st.segmented_control("Strips by", scales, required=True, **_bound(asked, "scale"))


_UNNAMED: dict[str, Any] = {"label_visibility": "collapsed"}


def _several(asked: Asked, name: str) -> dict[str, Any]:
    return {"selection_mode": "multi", **_bound(asked, name, in_order=True)}


def _bound(
    asked: Asked,
    name: str,
    *,
    in_order: bool = False,
    taken: Callable[[Asked, Any], None] | None = None,
) -> dict[str, Any]:
    """Tie a widget to a part of the question: it shows that part, and its change is written there.

    The value is set only where it differs: one that is set in every run would undo a person's next click.
    What differs was changed elsewhere, and gets a new widget: what the browser still says of the old one,
    in a run that it asked for before it heard of the change, would count as a person's choice.
    """
    turn, value = f"turn-{name}", asked[name]
    key = f"ask-{name}-{session.setdefault(turn, 0)}"
    shown: Any = session.get(key)
    differs = key in session and (sorted(shown) != sorted(value) if in_order else shown != value)
    if differs:
        session[turn] += 1
        key = f"ask-{name}-{session[turn]}"
    if key not in session:
        session[key] = list(value) if in_order else value

    def take(own: int = session[turn]) -> None:
        if own != session[turn]:
            return
        now = session[key]
        if taken:
            taken(session.asked, now)
        else:
            session.asked[name] = _in_order_of_choice(session.asked[name], now) if in_order else now

    return {"key": key, "on_change": take}


def _in_order_of_choice(before: list[str], now: list[str]) -> list[str]:
    """Keep what was chosen before in its order and put what is new behind it."""
    return [word for word in before if word in now] + [word for word in now if word not in before]


@lru_cache(maxsize=2)
def places(known: Network) -> Mapping[str, str]:
    """Return the places to start and end at by id, sorted by name."""
    nodes = sorted((known.nodes[place] for place in ends(known)), key=lambda node: node.name)
    return {n.id: f"{short_name(n.name)}, {known.countries.get(n.country or '', '')}" for n in nodes}


@lru_cache(maxsize=2)
def doors(known: Network) -> Mapping[str, str]:
    """Return everything that can be closed by its word."""
    return {item.word: f"{item.name} ({item.kind})" for item in closable(known)}


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
