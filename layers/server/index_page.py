"""Streamlit's index page with the map's frame and the page's own script and style written into it."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from html import escape

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from layers.map.current import Current, current
from layers.map.document import ABOUT, TITLE
from layers.server.answers import READING, Body, answer, collect
from layers.server.assets import PAGE, page_font, page_script, page_style
from layers.server.doors import path_below
from layers.server.texts import current_fragments
from layers.views.layer_list import front_html, skip_links
from layers.views.panel import Panel

# How the index page fetches and starts the framework; the page's own script does both when the map has drawn.
PRELOAD = b'<link rel="modulepreload" crossorigin href="'
STYLE = b'<link rel="stylesheet" crossorigin href="'
FRAMEWORK = b'<script type="module" crossorigin src="'
FRAMEWORK_FONT = re.compile(rb'<link\s+rel="preload"[^>]+as="font"[^>]*/>')
TEXT = "Text beside the map"
ROOT_ELEMENT = b'<div id="root"></div>'


@dataclass(frozen=True)
class IndexPage:
    """The page as it is sent, and the tag by which a browser asks whether its own copy is still the page."""

    body: Body
    tag: str


class MapInIndex:
    """Write the map's frame and the page's own script into Streamlit's index page.

    So the map paints before the framework has started, and lives outside of everything that it re-renders.
    """

    def __init__(self, app: ASGIApp, prefix: str = "") -> None:
        """Wrap the application below, which is served under this prefix."""
        self.app, self.prefix = app, prefix

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Rewrite the index page; let the rest through."""
        if path_below(self.prefix, scope) != "/" or scope.get("method") not in READING:
            await self.app(scope, receive, send)
            return
        status, headers, body = await collect(self.app, _unconditional(scope))
        if status != 200 or ROOT_ELEMENT not in body:
            await Response(body, status, headers)(scope, receive, send)
            return
        page = await run_in_threadpool(lambda: _page(body, current()))
        told = {"Content-Type": headers["content-type"], "Cache-Control": "no-cache", "ETag": page.tag}
        known = page.tag in Headers(scope=scope).get("if-none-match", "")
        sent = Response(None, 304, told) if known else answer(scope, page.body, told)
        await sent(scope, receive, send)


def _unconditional(scope: Scope) -> Scope:
    """Drop what could turn the index page into a 304, a part or its head: the body is ours."""
    unwanted = {b"if-none-match", b"if-modified-since", b"range", b"accept-encoding"}
    headers = [(name, value) for name, value in scope["headers"] if name not in unwanted]
    return {**scope, "method": "GET", "headers": headers}


@lru_cache(maxsize=2)
def _page(framework: bytes, now: Current) -> IndexPage:
    """Return the index page: style, map and texts stand before the framework's root, on their way first."""
    head, front = _parts(now)
    html = framework.replace(b'<meta charset="UTF-8" />', b'<meta charset="UTF-8" />' + head, 1)
    html = html.replace(b"<title>Streamlit</title>", f"<title>{TITLE}</title>".encode(), 1)
    html = FRAMEWORK_FONT.sub(b"", html)  # the page wears its own
    html = html.replace(PRELOAD, b'<link rel="framework" crossorigin href="')
    html = html.replace(STYLE, b'<link rel="framework" data-rel="stylesheet" crossorigin href="')
    html = html.replace(FRAMEWORK, b'<script type="text/plain" id="framework" data-src="', 1)
    html = html.replace(ROOT_ELEMENT, front + ROOT_ELEMENT, 1)
    return IndexPage(Body(html), f'W/"{hashlib.sha256(html).hexdigest()[:16]}"')


def _parts(now: Current) -> tuple[bytes, bytes]:
    """Return what goes into the head, and before the framework's root element."""
    head = (
        f'<meta name="description" content="{escape(ABOUT)}">'
        f'<link rel="preload" href="{page_font().address}" as="font" type="font/woff2" crossorigin>'
        f"<style>{page_style()}</style>"
    )
    front = (
        f"{skip_links()}"
        f'<iframe id="atlas-map" title="Map" data-src="map/{now.document.digest}.html"'
        f' data-texts="text/{current_fragments().digest}/" data-panels="{" ".join(Panel)}"'
        ' allow="fullscreen *"></iframe>'
        f"<script>{boot_script()}</script>"
        f'<script defer src="{page_script().address}"></script>'
        f'<main id="atlas-front" aria-label="{TEXT}">{front_html(now.atlas.catalogue)}</main>'
    )
    return head.encode(), front.encode()


@cache
def boot_script() -> str:
    """Return the inline script that sends the map's frame on its way before anything else is fetched."""
    return (PAGE / "script" / "boot.js").read_text("utf-8")
