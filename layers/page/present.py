"""The present panel: the tours with their start buttons, and a tour made by hand from what the map shows."""

from __future__ import annotations

from functools import partial
from typing import Any

import streamlit as st
from markupsafe import Markup

from layers.catalogue.atlas import Atlas
from layers.catalogue.markdown import markdown_html
from layers.model.catalogue import Catalogue
from layers.page.bound import bound
from layers.page.deeds import heard, on_deeds
from layers.views.render import render
from layers.views.routes.asked import USUAL
from layers.views.tour_draft import (
    Draft,
    NotATourError,
    faults_of,
    moved,
    new_step,
    open_tour,
    tour_id,
    tour_text,
)

_tours = st.components.v2.component(
    "atlas_present", js="export default (c) => window.atlasPage.present(c)", isolate_styles=False
)
_add = st.components.v2.component(
    "atlas_add_view", js="export default (c) => window.atlasPage.addView(c)", isolate_styles=False
)
LINES = {"question": "Question for the class", "answer": "An answer, for you alone", "notes": "Notes"}
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
    st.session_state.setdefault("draft", Draft())
    with st.container(key="present-form"), st.expander("Make a tour"):
        _make(atlas)


def _make(atlas: Atlas) -> None:
    _open(atlas)
    draft: Draft = st.session_state.draft
    number = st.session_state.get("draft_number", 0)  # fields of another draft are other fields
    own, of = vars(draft), f"draft-{number}"
    st.text_input("Title", max_chars=120, **bound(own, "title", of=of))
    st.number_input("Minutes", 1, 240, **bound(own, "minutes", of=of))
    st.toggle("Leave the map to the class at the end", **bound(own, "explore", of=of))
    for at, step in enumerate(draft.steps):
        _step(draft, at, step)
    st.toggle("With the question of the routes panel", key="with_routes")
    data = {"html": render("add_view.html"), "heard": heard("add-view")}
    _add(key="add-view", data=data, **on_deeds("add-view", {"add": partial(_add_view, atlas.catalogue)}))
    if draft.steps:
        _save(atlas, draft)
    else:
        st.caption("Show on the map what a step is to show, then add it.")


def _step(draft: Draft, at: int, step: dict[str, Any]) -> None:
    with st.container(border=True):
        st.caption(f"Step {at + 1}: {', '.join(step['layers']) or 'no layers'}{_routes_told(step)}")
        for key, label, limit in (("headline", "Headline", 40), ("caption", "Caption", 600)):
            field = st.text_input if key == "headline" else st.text_area
            field(label, max_chars=limit, **_part(step, key))
        for key, label in LINES.items():
            st.text_input(label, **_part(step, key))
        up, down, out = st.columns(3)
        up.button("Up", key=f"up-{step['uid']}", on_click=_move, args=(at, -1), disabled=at == 0)
        last = at == len(draft.steps) - 1
        down.button("Down", key=f"down-{step['uid']}", on_click=_move, args=(at, 1), disabled=last)
        out.button("Remove", key=f"remove-{step['uid']}", on_click=_remove, args=(at,))


def _part(step: dict[str, Any], key: str) -> dict[str, Any]:
    step.setdefault(key, "")
    return bound(step, key, of=f"step-{step['uid']}")


def _routes_told(step: dict[str, Any]) -> str:
    routes = step.get("routes")
    return f", routes {routes['from']} – {routes['to']}" if routes else ""


def _save(atlas: Atlas, draft: Draft) -> None:
    """Offer the file once `layers check` would find nothing in it; until then say what it would find."""
    faults = faults_of(draft, atlas)
    for fault in faults[:3]:
        st.caption(f"{fault.where or 'The tour'}: found {fault.found}; expected {fault.expected}.")
    st.download_button(
        "Download the tour",
        tour_text(draft),
        f"{tour_id(draft)}.md",
        "text/markdown",
        disabled=bool(faults),
        on_click="ignore",
    )


def _open(atlas: Atlas) -> None:
    file = st.file_uploader("Open a tour", type=["md"], key="tour-file")
    session = st.session_state
    if file is None or session.get("opened_tour") == file.file_id:
        return
    session.opened_tour = file.file_id
    try:
        session.draft, faults = open_tour(file.getvalue(), atlas)
    except NotATourError as error:
        st.text(str(error))
        return
    session.draft_number = session.get("draft_number", 0) + 1
    if faults:
        st.text(f"Opened; to be mended: {faults[0]}")


def _add_view(catalogue: Catalogue, shown: Any) -> None:
    if isinstance(shown, dict):
        session = st.session_state
        routes = _question() if session.with_routes else None
        session.draft.steps.append(new_step(shown, routes, catalogue))


def _question() -> dict[str, Any]:
    """Return the routes panel's question as a tour holds it; what is usual is left out."""
    asked = st.session_state.asked
    return {key: asked[key] for key in ROUTE_KEYS if asked.get(key) and asked[key] != USUAL.get(key)}


def _move(at: int, by: int) -> None:
    st.session_state.draft.steps = moved(st.session_state.draft.steps, at, by)


def _remove(at: int) -> None:
    del st.session_state.draft.steps[at]
