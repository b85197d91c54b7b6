"""The head of the page: the browser has it; Python gives the panels' part of the address and a word to say.

The map itself lives in the index page (layers/server/index_page.py), so that no rerun can touch it. The
component's script only names a function of the page's own script: what is written here travels with every
update.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from urllib.parse import parse_qsl, urlencode
from uuid import uuid4

import streamlit as st

from layers.page.deeds import heard, on_deeds

MOST_WORDS = 50  # of an address

_head = st.components.v2.component(
    "atlas_head", js="export default (c) => window.atlasPage.head(c)", isolate_styles=False
)


def head(
    *,
    said: str,
    asked: Mapping[str, str],
    title: str,
    holds: list[str],
    show: Callable[[Mapping[str, str]], None],
) -> None:
    """Show the head; `said` is for the status line, `asked` is what the panels add to the address.

    `title` is of what a panel shows; `holds` names what ends with the session, so that the browser can say so
    when it has; `show` has the panels show what an address says: one goes back to it.
    """
    data = {"said": said, "asked": urlencode(asked, safe=",/"), "title": title, "heard": heard("head")}
    data |= {"session": session_name(), "holds": holds}
    _head(key="head", data=data, **on_deeds("head", {"show": lambda query: show(words_of(query))}))


def session_name() -> str:
    """Return what tells this session from every other."""
    return str(st.session_state.setdefault("session_name", uuid4().hex))


def words_of(query: object) -> dict[str, str]:
    """Read an address as the browser tells it."""
    parts = query.split("&", MOST_WORDS)[:MOST_WORDS] if isinstance(query, str) else []
    return dict(parse_qsl("&".join(parts)))
