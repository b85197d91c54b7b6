"""Streamlit's index page with the map's frame and the page's own script and style written into it."""

from __future__ import annotations

import gzip
from functools import cache
from html import escape

from starlette.concurrency import run_in_threadpool
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from layers.map.current import current
from layers.server.answers import accepts_gzip, collect
from layers.server.assets import PAGE, page_script, page_style

# How the index page fetches and starts the framework; the page's own script does both when the map has drawn.
PRELOAD = b'<link rel="modulepreload" crossorigin href="'


FRAMEWORK = b'<script type="module" crossorigin src="'


class MapInIndex:
    """Write the map's frame and the page's own script into Streamlit's index page.

    So the map paints before the framework has started, and lives outside of everything that it re-renders.
    """

    def __init__(self, app: ASGIApp) -> None:
        """Wrap the application below."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Rewrite the index page; let everything else through."""
        if scope["type"] != "http" or scope["method"] != "GET" or scope["path"] != "/":
            await self.app(scope, receive, send)
            return
        status, headers, body = await collect(self.app, _unconditional(scope), receive)
        if status == 200 and b"</head>" in body:
            head, frame = await run_in_threadpool(index_parts)
            # Style and frame stand before the framework's root: they are on their way before its modules.
            body = body.replace(b'<meta charset="UTF-8" />', b'<meta charset="UTF-8" />' + head, 1)
            body = body.replace(b"<title>Streamlit</title>", b"<title>Corridor Atlas</title>", 1)
            body = body.replace(PRELOAD, b'<link rel="framework" crossorigin href="')
            body = body.replace(FRAMEWORK, b'<script type="text/plain" id="framework" data-src="', 1)
            body = body.replace(b'<div id="root"></div>', frame + b'<div id="root"></div>', 1)
            for name in ("content-length", "etag", "last-modified"):
                headers.pop(name, None)
            headers |= {"cache-control": "no-cache", "vary": "Accept-Encoding"}
            if accepts_gzip(scope):
                body = gzip.compress(body, 6, mtime=0)
                headers["content-encoding"] = "gzip"
        await Response(body, status, headers)(scope, receive, send)


def _unconditional(scope: Scope) -> Scope:
    """Drop what could turn the index page into a 304 or a part: the body is ours."""
    unwanted = {b"if-none-match", b"if-modified-since", b"range", b"accept-encoding"}
    return {**scope, "headers": [(name, value) for name, value in scope["headers"] if name not in unwanted]}


def index_parts() -> tuple[bytes, bytes]:
    """Return what goes into the index page's head, and before its root element."""
    script, style, document = page_script(), page_style(), current().document
    head = f'<link rel="stylesheet" href="/page.{style.digest}.css">'
    frame = (
        f'<iframe id="atlas-map" title="Map" data-src="/map/{escape(document.digest)}.html"'
        f' allow="fullscreen *"></iframe><script>{boot_script()}</script>'
        f'<script defer src="/page.{script.digest}.js"></script>'
    )
    return head.encode(), frame.encode()


@cache
def boot_script() -> str:
    """Return the inline script that sends the map's frame on its way before anything else is fetched."""
    return (PAGE / "script" / "boot.js").read_text("utf-8")
