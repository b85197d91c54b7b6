"""The reading panel: essays by paragraph, their names, claims by kind and verdict, differing sources."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from layers.catalogue.atlas import Atlas
from layers.model.catalogue import Catalogue
from layers.model.kind import ClaimKind
from layers.model.verdict import Verdict
from layers.page.bound import bound, bound_list
from layers.page.deeds import Deeds, heard, on_deeds
from layers.page.said import labels, say
from layers.page.switch import turn_to
from layers.views.brought import MOST_MEGABYTES
from layers.views.opened_essay import NotAnEssayError, open_essay
from layers.views.panel import Panel
from layers.views.passages import claims_html, no_essays, passages_html, places_named

SHOWS = {
    "paragraphs": "Paragraphs",
    "names": "Names",
    "claims": "Claims",
    "changed": "Changed",
    "differ": "Sources differ",
}
KINDS = tuple(str(kind) for kind in ClaimKind)
VERDICTS = tuple(str(verdict) for verdict in Verdict)

_text = st.components.v2.component(
    "atlas_text", js="export default (c) => window.atlasPage.text(c)", isolate_styles=False
)


def asked_by(query: Mapping[str, str], catalogue: Catalogue) -> dict[str, Any]:
    """Read what an address asks of this panel; what is unknown is left out."""
    essay = query.get("essay", "")
    return {
        "show": query.get("show") if query.get("show") in SHOWS else "paragraphs",
        "essay": essay if essay in catalogue.essays else next(iter(catalogue.essays), ""),
        "only": query.get("only") if query.get("only") in _users(catalogue) else None,
        "kinds": [kind for kind in query.get("kinds", "").split(",") if kind in KINDS],
        "verdicts": [verdict for verdict in query.get("verdicts", "").split(",") if verdict in VERDICTS],
    }


def address(asked: Mapping[str, Any]) -> dict[str, str]:
    """Return what the panel asks as parts of an address."""
    parts = {
        key: ",".join(asked[key]) for key in ("kinds", "verdicts") if asked[key] and asked["show"] == "claims"
    }
    if asked["only"] and asked["show"] == "names":
        parts["only"] = asked["only"]
    return {"show": asked["show"], "essay": asked["essay"], **parts}


def title(asked: Mapping[str, Any], catalogue: Catalogue) -> str:
    """Return what the panel shows, for the window's title."""
    essay = catalogue.essays.get(asked["essay"])
    of = f" of {essay.author}’s essay" if essay and asked["show"] == "paragraphs" else ""
    return f"{SHOWS[asked['show']]}{of} · Read"


def held() -> list[str]:
    """Name what this session alone has."""
    return ["the essay that was opened"] if st.session_state.get("opened") else []


def _users(catalogue: Catalogue) -> dict[str, str]:
    """Return by whom a name may be used: by all essays, or by one alone."""
    return {"both": "Both"} | {key: f"{essay.short} alone" for key, essay in catalogue.essays.items()}


def reading_panel(atlas: Atlas) -> None:
    """Show the chosen list; everything in it leads to the map or to a card."""
    asked, catalogue = st.session_state.reading, atlas.catalogue
    with st.container(key="reading-form"):
        st.segmented_control(
            "Show",
            SHOWS,
            format_func=labels(SHOWS),
            label_visibility="collapsed",
            **bound(asked, "show", of="read", required=True),
        )
        if asked["show"] == "paragraphs":
            if not catalogue.essays:
                say(no_essays(catalogue))
                return
            _choose_essay(catalogue, asked)
        if asked["show"] == "names":
            users = _users(catalogue)
            st.pills("Named by", users, format_func=labels(users), **bound(asked, "only", of="read"))
        if asked["show"] == "claims":
            kinds = {kind: kind for kind in KINDS}
            st.pills("Kind", KINDS, format_func=labels(kinds), **bound_list(asked, "kinds", of="read"))
    data = {"heard": heard("text"), **_text_of(atlas, asked)}
    _text(key="text", data=data, **on_deeds("text", _deeds(catalogue)))


def _deeds(catalogue: Catalogue) -> Deeds:
    return {"card": _show_card, "read": partial(read_paragraph, catalogue), "verdict": _choose_verdict}


def _choose_verdict(verdict: object) -> None:
    """Choose a verdict beside the others, or take it back."""
    asked = st.session_state.reading
    if verdict in asked["verdicts"]:
        asked["verdicts"] = [other for other in asked["verdicts"] if other != verdict]
    elif verdict in VERDICTS:
        asked["verdicts"] = [*asked["verdicts"], verdict]


def read_paragraph(catalogue: Catalogue, reference: object) -> None:
    """Go to the paragraph "essay:number"; the browser scrolls to it."""
    essay, _, _ = str(reference).partition(":")
    if essay in catalogue.essays:
        turn_to(Panel.READ)
        st.session_state.reading |= {"show": "paragraphs", "essay": essay}


def _show_card(_ref: object) -> None:
    """Go to the explore panel: the browser has selected the layer on the map already."""
    turn_to(Panel.EXPLORE)


def _choose_essay(catalogue: Catalogue, asked: dict[str, Any]) -> None:
    authors = {key: essay.author for key, essay in catalogue.essays.items()}
    st.segmented_control(
        "Essay by",
        authors,
        format_func=labels(authors),
        **bound(asked, "essay", of="read", required=True),
    )
    with st.expander("I have the essay as a text file"):
        st.caption("It stays in this session and is not saved. One paragraph a line, UTF-8.")
        file = st.file_uploader(
            "Essay as text",
            key="essay-file",
            type=["txt", "md"],
            label_visibility="collapsed",
            max_upload_size=MOST_MEGABYTES,
        )
        if file is not None:
            _open(file, asked)


def _open(file: UploadedFile, asked: dict[str, Any]) -> None:
    """Take a reader's file once; afterwards the other essay may be chosen beside it."""
    session = st.session_state
    if session.get("opened_file") != file.file_id:
        session.opened_file, session.opened, session.not_opened = file.file_id, None, ""
        try:
            session.opened = open_essay(file.name, file.getvalue())
        except NotAnEssayError as error:
            session.not_opened = str(error)
        else:
            asked["essay"] = session.opened.essay
            st.rerun()
    if session.not_opened:
        say(session.not_opened)


def _text_of(atlas: Atlas, asked: Mapping[str, Any]) -> dict[str, Any]:
    """Return which text the browser is to fetch, or the text itself where it depends on what was asked."""
    catalogue = atlas.catalogue
    if asked["show"] == "paragraphs":
        essay = asked["essay"]
        opened = st.session_state.get("opened")
        if opened and opened.essay == essay:
            return {"html": passages_html(atlas, essay, opened.words)}
        return {"fragment": f"paragraphs/{essay}"}
    if asked["show"] == "names":
        return {"fragment": f"names/{asked['only'] or 'all'}"}
    if asked["show"] == "claims":
        choice = {key: asked[key] for key in ("kinds", "verdicts")}
        return {"html": claims_html(catalogue, **choice), "named": places_named(catalogue, **choice)}
    return {"fragment": f"lists/{asked['show']}"}
