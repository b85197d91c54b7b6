"""The routes panel: a question as controls, its answer as strips and tables, and both in the address."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial
from typing import Any

import streamlit as st

from layers.catalogue.atlas import Atlas
from layers.network.model import Network
from layers.network.search.answer import find_routes
from layers.network.search.question import Question, short_name
from layers.network.words.as_json import shown_on_map
from layers.page.deeds import Deeds, heard, on_deeds
from layers.page.route_controls import controls
from layers.views.render import render
from layers.views.routes import asked as route_asked
from layers.views.routes.answer import answer_view
from layers.views.routes.asked import address, asked_by, one_door_less, question_of

__all__ = ["address", "asked_by", "routes_panel", "title"]

_ends = st.components.v2.component(
    "atlas_ends", js="export default (c) => window.atlasPage.ends(c)", isolate_styles=False
)
_answer = st.components.v2.component(
    "atlas_routes", js="export default (c) => window.atlasPage.routes(c)", isolate_styles=False
)
_DEEDS: dict[str, Callable[[Network, route_asked.Asked, object], None]] = {
    "close": route_asked.close,
    "open": route_asked.open_again,
    "from": lambda known, asked, place: route_asked.put_end(known, asked, "from", place),
    "to": lambda known, asked, place: route_asked.put_end(known, asked, "to", place),
    "swap": lambda _known, asked, _value: route_asked.swap(asked),
    "step": route_asked.go_to_step,
}


def title(known: Network, asked: route_asked.Asked) -> str:
    """Return what is asked, for the window's title."""
    ends = [short_name(known.nodes[asked[end]].name) for end in ("from", "to") if asked[end] in known.nodes]
    return " · ".join([*([" – ".join(ends)] if ends else []), "Routes"])


def routes_panel(atlas: Atlas) -> None:
    """Show the controls and the answer; the answer's component draws it on the map."""
    asked, known = st.session_state.asked, atlas.network
    if not known.nodes:
        st.text(
            f"There are no routes to show: {' '.join(map(str, known.faults)) or 'this atlas has no network.'}"
        )
        return
    route_asked.leave_lost_story(known, asked)
    with st.container(key="routes-form"):
        _ends(key="ends", data=_ends_asked(known, asked), **on_deeds("ends", _deeds(known)))
        controls(known, asked)
    question = question_of(known, asked)
    before = one_door_less(known, question, asked)
    step = None if asked["story"] is None else route_asked.step_of(known, asked)
    data = answered(atlas, question, before, asked["scale"], asked["weakest"], asked["story"], step)
    _answer(key="answer", data={**data, "heard": heard("answer")}, **on_deeds("answer", _deeds(known)))


def _ends_asked(known: Network, asked: route_asked.Asked) -> dict[str, Any]:
    """Return the boxes of both ends and of what is to be closed, with the names that stand in them."""
    names = {end: route_asked.name_of(known, asked[end]) for end in ("from", "to")}
    return {"html": render("ends.html"), **names, "heard": heard("ends")}


def _deeds(known: Network) -> Deeds:
    return {word: partial(_do, known, word) for word in _DEEDS}


@lru_cache(maxsize=128)
def answered(
    atlas: Atlas,
    question: Question,
    before: Question,
    scale: str,
    weakest: str | None,
    story: str | None,
    step: int | None,
) -> dict[str, Any]:
    """Return what the browser is sent for a question; kept, for many ask the same."""
    known = atlas.network
    answer, earlier = find_routes(known, question), find_routes(known, before)
    view = answer_view(atlas, answer, earlier, scale=scale, weakest=weakest, story=story, step=step)
    return {"html": render("routes.html", **view), "shown": shown_on_map(known, answer, earlier)}


def _do(known: Network, word: str, value: object) -> None:
    """Do what the browser asks for; it comes from outside, and what is unknown does nothing."""
    _DEEDS[word](known, st.session_state.asked, value)
