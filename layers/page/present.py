"""The present panel: the tours with their start buttons, and a tour made by hand from what the map shows."""

from __future__ import annotations

from functools import partial
from typing import Any

import streamlit as st
from markupsafe import Markup

from layers.catalogue.atlas import Atlas
from layers.catalogue.markdown import markdown_html
from layers.files.words import counted
from layers.model.catalogue import Catalogue
from layers.model.tour import MOST_STEPS, TITLE_LETTERS
from layers.page.bound import bound
from layers.page.deeds import heard, on_deeds
from layers.page.head import session_name
from layers.page.said import label, say
from layers.views.brought import MOST_MEGABYTES
from layers.views.kept_draft import taken_back, to_keep
from layers.views.render import render
from layers.views.routes.asked import USUAL
from layers.views.tour_draft import (
    Draft,
    NotATourError,
    add,
    move,
    new_step,
    open_tour,
    put_back,
    remove,
    tour_id,
    written,
)

_tours = st.components.v2.component(
    "atlas_present", js="export default (c) => window.atlasPage.present(c)", isolate_styles=False
)
_add = st.components.v2.component(
    "atlas_add_view", js="export default (c) => window.atlasPage.addView(c)", isolate_styles=False
)
_kept = st.components.v2.component(
    "atlas_kept_draft", js="export default (c) => window.atlasPage.keptDraft(c)", isolate_styles=False
)
_removed = st.components.v2.component(
    "atlas_removed", js="export default (c) => window.atlasPage.removed(c)", isolate_styles=False
)
# key: what it is called, and how many letters it has at most
LINES = {
    "question": ("Question for the class", 400),
    "answer": ("An answer, for you alone", 600),
    "notes": ("Notes", 2000),
}
ROUTE_KEYS = ("from", "to", "via", "by", "presets", "closed", "planned")


def present_panel(atlas: Atlas) -> None:
    """Show the tours; they start in the browser, without the server."""
    catalogue = atlas.catalogue
    tours = [
        {
            "id": tour.id,
            "title": tour.title,
            "minutes": tour.minutes,
            "steps": tour.steps,
            "about": Markup(markdown_html(tour.body, catalogue)),  # made safe by markdown_html
        }
        for tour in catalogue.tours.values()
    ]
    _tours(key="tours", data={"html": render("present.html", tours=tours)})
    session = st.session_state
    session.setdefault("draft", Draft())
    session.setdefault("put_away", None)
    with st.container(key="present-form"):
        with st.expander("Make a tour", expanded=session.get("is_back", False)):
            _make(atlas)
        _keep()


def _keep() -> None:
    """Give the browser what is on the desk: it has it when this session is no more."""
    session = st.session_state
    desk = {
        "draft": to_keep(session.draft),
        "putAway": to_keep(session.put_away) if session.put_away else None,
        "session": session_name(),
        "heard": heard("kept-draft"),
    }
    _kept(key="kept-draft", data=desk, **on_deeds("kept-draft", {"back": _take_back}))


def _take_back(kept: object) -> None:
    """Go on with what the browser has kept of a session before, unless something new is on the desk."""
    session = st.session_state
    if not isinstance(kept, dict) or session.draft != Draft() or session.put_away:
        return
    draft, session.put_away = taken_back(kept.get("draft")), taken_back(kept.get("putAway"))
    if draft:
        session.draft, session.is_back = draft, True


def _put_away(instead: Draft) -> None:
    """Put another draft on the desk; the one that lay there can be taken back."""
    session = st.session_state
    session.put_away = session.draft if session.draft != Draft() else None
    session.draft = instead


def _change_back() -> None:
    session = st.session_state
    if session.put_away:
        _put_away(session.put_away)


def _make(atlas: Atlas) -> None:
    _open(atlas)
    session = st.session_state
    if session.put_away:
        say(f"Put away: “{session.put_away.title}”, {counted(len(session.put_away.steps), 'step')}.")
        st.button("Take it back", on_click=_change_back)
    draft: Draft = session.draft
    own, of = vars(draft), f"draft-{draft.uid}"
    st.text_input("Title", max_chars=TITLE_LETTERS, **bound(own, "title", of=of))
    st.number_input("Minutes", 1, 240, **bound(own, "minutes", of=of))
    st.toggle("Leave the map to the class at the end", **bound(own, "explore", of=of))
    for at in range(len(draft.steps) + 1):
        if draft.removed and draft.removed[0] == at:
            _undo(at, draft)
        if at < len(draft.steps):
            _step(draft, at, draft.steps[at])
    st.toggle("With the question of the routes panel", key="with-routes")
    if len(draft.steps) < MOST_STEPS:
        data = {"html": render("add_view.html"), "heard": heard("add-view")}
        _add(key="add-view", data=data, **on_deeds("add-view", {"add": partial(_add_view, atlas.catalogue)}))
    else:
        say(f"A tour has at most {MOST_STEPS} steps.")
    if draft.steps:
        _save(atlas, draft)
    else:
        say("Show on the map what a step is to show, then add it.")


def _undo(at: int, draft: Draft) -> None:
    """Say where it was that a step is gone, and offer it back."""
    _, step = draft.removed or (0, {})
    key = f"removed-{step['uid']}"
    data = {"html": render("removed.html", number=at + 1), "uid": step["uid"], "heard": heard(key)}
    _removed(key=key, data=data, **on_deeds(key, {"undo": lambda _: put_back(st.session_state.draft)}))


def _step(draft: Draft, at: int, step: dict[str, Any]) -> None:
    with st.container(border=True):
        say(f"Step {at + 1}: {', '.join(step['layers']) or 'no layers'}{_routes_told(step)}")
        st.text_input("Headline", max_chars=40, **_part(step, "headline"))
        st.text_area("Caption", max_chars=600, **_part(step, "caption"))
        for key, (name, most) in LINES.items():
            st.text_input(label(name), max_chars=most, **_part(step, key))
        up, down, out = st.columns(3)
        up.button("Up", key=f"up-{step['uid']}", on_click=move, args=(draft, at, -1), disabled=at == 0)
        last = at == len(draft.steps) - 1
        down.button("Down", key=f"down-{step['uid']}", on_click=move, args=(draft, at, 1), disabled=last)
        out.button("Remove", key=f"remove-{step['uid']}", on_click=remove, args=(draft, at))


def _part(step: dict[str, Any], key: str) -> dict[str, Any]:
    step.setdefault(key, "")
    return bound(step, key, of=f"step-{step['uid']}")


def _routes_told(step: dict[str, Any]) -> str:
    routes = step.get("routes")
    return f", routes {routes['from']} – {routes['to']}" if routes else ""


def _save(atlas: Atlas, draft: Draft) -> None:
    """Offer the file once `layers check` would find nothing in it; until then say what it would find."""
    file = written(draft, atlas)
    for fault in file.faults[:3]:
        say(f"{fault.where or 'The tour'}: found {fault.found}; expected {fault.expected}.")
    st.download_button(
        "Download the tour",
        file.text,
        f"{tour_id(draft)}.md",
        "text/markdown",
        disabled=bool(file.faults),
        on_click="ignore",
    )
    st.button("Begin another tour", on_click=_put_away, args=(Draft(),))


def _open(atlas: Atlas) -> None:
    file = st.file_uploader("Open a tour", type=["md"], key="tour-file", max_upload_size=MOST_MEGABYTES)
    session = st.session_state
    if file is None or session.get("opened_tour") == file.file_id:
        return
    session.opened_tour = file.file_id
    try:
        draft, faults = open_tour(file.getvalue(), atlas)
    except NotATourError as error:
        say(str(error))
        return
    _put_away(draft)
    if faults:
        say(f"Opened; to be mended: {faults[0]}")


def _add_view(catalogue: Catalogue, shown: Any) -> None:
    if isinstance(shown, dict):
        session = st.session_state
        routes = _question() if session.get("with-routes") else None
        add(session.draft, new_step(shown, routes, catalogue))


def _question() -> dict[str, Any]:
    """Return the routes panel's question as a tour holds it; what is usual is left out."""
    asked = st.session_state.asked
    return {key: asked[key] for key in ROUTE_KEYS if asked.get(key) and asked[key] != USUAL.get(key)}
