"""The routes panel: a question as controls, its answer as strips and tables, and both in the address."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial
from typing import Any

import streamlit as st

from layers.catalogue.atlas import Atlas
from layers.network.model import Network
from layers.network.search.answer import find_routes
from layers.network.search.question import MOST_VIA, Question, short_name
from layers.network.words.as_json import shown_on_map
from layers.page.deeds import Deeds, heard, on_deeds
from layers.page.said import say
from layers.views.render import render
from layers.views.routes import deeds
from layers.views.routes.answer import answer_view
from layers.views.routes.asked import Asked, address, asked_by, name_of, one_door_less, question_of, step_of
from layers.views.routes.controls import controls
from layers.views.routes.weakest import weakest_legs
from layers.views.terms import explained

__all__ = ["address", "asked_by", "routes_panel", "title"]

_ends = st.components.v2.component(
    "atlas_ends", js="export default (c) => window.atlasPage.ends(c)", isolate_styles=False
)
_answer = st.components.v2.component(
    "atlas_routes", js="export default (c) => window.atlasPage.routes(c)", isolate_styles=False
)
_DEEDS: dict[str, Callable[[Network, Asked, object], None]] = {
    "ask": deeds.change,
    "close": deeds.close,
    "open": deeds.open_again,
    "from": lambda known, asked, place: deeds.put_end(known, asked, "from", place),
    "to": lambda known, asked, place: deeds.put_end(known, asked, "to", place),
    "via": deeds.pass_by,
    "unvia": lambda _known, asked, place: deeds.pass_no_more(asked, place),
    "swap": lambda _known, asked, _value: deeds.swap(asked),
    "step": deeds.go_to_step,
}


def title(known: Network, asked: Asked) -> str:
    """Return what is asked, for the window's title."""
    ends = [short_name(known.nodes[asked[end]].name) for end in ("from", "to") if asked[end] in known.nodes]
    return " · ".join([*([" – ".join(ends)] if ends else []), "Routes"])


def routes_panel(atlas: Atlas) -> None:
    """Show the controls and the answer; the answer's component draws it on the map."""
    asked, known = st.session_state.asked, atlas.network
    if not known.nodes:
        say(
            f"There are no routes to show: {' '.join(map(str, known.faults)) or 'this atlas has no network.'}"
        )
        return
    deeds.leave_lost_story(known, asked)
    told = on_deeds("ends", _deeds(known))
    _ends(key="ends", data=_ends_asked(known, asked), **told)
    told = on_deeds("answer", _deeds(known))
    _answer(key="answer", data={**_answer_to(atlas, asked), "heard": heard("answer")}, **told)


def _ends_asked(known: Network, asked: Asked) -> dict[str, Any]:
    """Return the boxes of both ends and of what is to be closed, with the names that stand in them."""
    names = {end: name_of(known, asked[end]) for end in ("from", "to")}
    passing = {"ends": [asked["from"], asked["to"]], "isFull": len(asked["via"]) >= MOST_VIA}
    return {"html": render("ends.html"), **names, **passing, "heard": heard("ends")}


def _answer_to(atlas: Atlas, asked: Asked) -> dict[str, Any]:
    known = atlas.network
    question = question_of(known, asked)
    before = one_door_less(known, question, asked)
    step = None if asked["story"] is None else step_of(known, asked)
    opened = known.presets[asked["presets"][-1]].title if asked["presets"] else ""
    view, shown = answered(
        atlas, question, before, asked["scale"], asked["weakest"], asked["story"], step, opened, asked["far"]
    )
    return {
        "html": explained(
            render("routes.html", **view, control=controls(known, asked), far=asked["far"]), atlas.glossary
        ),
        "shown": shown,
    }


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
    opened: str,
    far: bool,
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return what the template and the map are given for a question; kept, for many ask the same."""
    known = atlas.network
    answer, earlier = find_routes(known, question), find_routes(known, before)
    view = answer_view(
        atlas, answer, earlier, scale=scale, weakest=weakest, story=story, step=step, opened=opened
    )
    most = None if far else view["near"]
    return view, shown_on_map(known, answer, earlier, most=most, weak=weakest_legs(known, answer))


def _do(known: Network, word: str, value: object) -> None:
    """Do what the browser asks for; it comes from outside, and what is unknown does nothing."""
    _DEEDS[word](known, st.session_state.asked, value)
