"""The server: Streamlit's page with the map, the data and the headers beside it. Run: streamlit run app.py"""

from __future__ import annotations

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st
from starlette.concurrency import run_in_threadpool

from layers.map.current import current
from layers.network.search.graph import build_graphs
from layers.server.endpoints import document_body, middleware_below, routes_below


def settle() -> None:
    """Build what every visitor needs: the map document, compressed, and the graphs of routes.

    It is taken out of the garbage collector's rounds: Streamlit collects all garbage after every run, and
    over what is built here that takes about 0.1 s each time, while the next visitor waits.
    """
    build_graphs(current().atlas.network)
    document_body(current().document).coded("br")
    gc.collect()
    gc.freeze()


@asynccontextmanager
async def build_map_first(_app: st.App) -> AsyncIterator[None]:
    """Build everything before the first visitor comes."""
    await run_in_threadpool(settle)
    yield


base = str(st.get_option("server.baseUrlPath") or "").strip("/")
prefix = f"/{base}" if base else ""
app = st.App(
    "layers/page/page.py",
    routes=routes_below(prefix),
    middleware=middleware_below(prefix),
    lifespan=build_map_first,
)
