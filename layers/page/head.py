"""The head of the page: the browser has it; Python gives the panels' part of the address and a word to say.

The map itself lives in the index page (layers/server/index_page.py), so that no rerun can touch it. The
component's script only names a function of the page's own script: what is written here travels with every
update.
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

import streamlit as st

_head = st.components.v2.component(
    "atlas_head", js="export default (c) => window.atlasPage.head(c)", isolate_styles=False
)


def head(*, said: str, asked: Mapping[str, str]) -> None:
    """Show the head; `said` is for the status line, `asked` is what the panels add to the address."""
    _head(key="head", data={"said": said, "asked": urlencode(asked, safe=",/")})
