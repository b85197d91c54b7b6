"""The server: Streamlit's page with the map, the data and the headers beside it. Run: streamlit run app.py"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.concurrency import run_in_threadpool

from layers.map.current import current
from layers.network.search.graph import build_graphs
from layers.server.endpoints import document_body, failed, middleware_below, routes_below
from layers.server.hosts import SETTING, Hosts, hosts_of
from layers.server.machine import own_names, raise_open_files, served_at, too_few_files


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
    """Build everything before the first visitor comes, make room for a class, and say where the atlas is."""
    await run_in_threadpool(settle)
    if warning := too_few_files(raise_open_files()):
        sys.stderr.write(f"{warning}\n")
    scheme = "https" if st.get_option("server.sslCertFile") else "http"
    sys.stderr.write(served_at(scheme, address, int(st.get_option("server.port")), prefix) + "\n")
    yield


def served_hosts() -> Hosts:
    """Return who is served; a setting that cannot be read ends the start with its sentence."""
    try:
        return hosts_of(address, os.environ.get(SETTING, ""), own_names())
    except ValueError as error:
        sys.exit(str(error))


def framework_files() -> frozenset[str]:
    """Return Streamlit's own files as they are asked for, without its page, which is ours to give."""
    folder = Path(st.__file__).parent / "static"
    files = (file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())
    return frozenset(f"/{file}" for file in files if file != "index.html")


address = str(st.get_option("server.address") or "")
base = str(st.get_option("server.baseUrlPath") or "").strip("/")
prefix = f"/{base}" if base else ""
routes = routes_below(prefix)
app = st.App(
    "layers/page/page.py",
    routes=routes,
    middleware=middleware_below(prefix, served_hosts(), routes, framework_files()),
    exception_handlers={Exception: failed},
    lifespan=build_map_first,
)
