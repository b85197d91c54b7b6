"""What every answer of the server passes through: headers, and compression of Streamlit's own files."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from layers.map.inlining import script_hash
from layers.server.answers import LASTING, READING, Body, answer, codings_for, collect
from layers.server.doors import KnownAddresses, OwnNames, path_below
from layers.server.hosts import PORTS, Hosts
from layers.server.index_page import MapInIndex, boot_script
from layers.server.uploads import FewUploads

# The two inline scripts of the index page: Streamlit's window.prerenderReady = false, and our own.
INLINE_SCRIPTS = ("'sha256-THxz9J9+wf7rhwR2YkXJoSZ13UCmYyC+3lNDv2+8ugA='", script_hash(boot_script()))
PAGE_HEADERS = {
    "Content-Security-Policy": (
        f"default-src 'self'; script-src 'self' blob: {' '.join(INLINE_SCRIPTS)}; "
        "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
        "connect-src 'self'; frame-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; "
        "frame-ancestors 'self'"
    ),
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), usb=(), payment=(), fullscreen=*",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}

KEPT_HEADERS = ("content-type", "cache-control")  # what an answer that never changes has to say
PART_HEADERS = ("X-Content-Type-Options",)


class SecurityHeaders:
    """Give every HTTP answer the page's headers, unless the route has set its own."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap the application below."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Add the headers that are not set."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _headers_for(scope["path"], headers.get("content-type", "")).items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, send_with_headers if scope["type"] == "http" else send)


def _headers_for(path: str, media_type: str) -> dict[str, str]:
    """Return the page's headers; for a part of it, of which seventy are fetched, those that matter there."""
    is_part = path.endswith((".js", ".css", ".woff2")) and not media_type.startswith("text/html")
    return {name: PAGE_HEADERS[name] for name in PART_HEADERS} if is_part else PAGE_HEADERS


def failed(_request: Request, _error: Exception) -> Response:
    """Answer where our own code raised, with the page's headers; the log has the traceback."""
    return PlainTextResponse("The server made an error here; its log says which.\n", 500, PAGE_HEADERS)


class HostConfig:
    """Adjust what Streamlit tells its front end about its host.

    No "Connection error" dialog, which would cover and block the map; messages only from our own origin, by
    which the page's script switches the theme without a reload.
    """

    def __init__(self, app: ASGIApp, prefix: str, hosts: Hosts) -> None:
        """Wrap the application below, which is served under this prefix."""
        self.app, self.prefix, self.hosts = app, prefix, hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Adjust the one answer; let everything else through."""
        asked = path_below(self.prefix, scope) == "/_stcore/host-config" and scope["method"] in READING
        if not asked:
            await self.app(scope, receive, send)
            return
        status, headers, body = await collect(self.app, scope)
        headers.pop("content-length", None)
        host = Headers(scope=scope)["host"]  # one of ours, or it had not come here
        either = [f"{scheme}://{host}" for scheme in PORTS]  # a proxy may do the encrypting
        origins = [*either, *(public.link for public in self.hosts.public)]  # or give us another host
        told = json.loads(body) | {"blockErrorDialogs": True, "allowedOrigins": list(dict.fromkeys(origins))}
        await JSONResponse(told, status, headers)(scope, receive, send)


class PlainlyAsked:
    """Say which codings are taken in words that nobody misreads: the framework hears a wish in gzip;q=0."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap the application below."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Say the same in other words."""
        if scope["type"] == "http":
            rest = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
            taken = ", ".join(codings_for(scope)).encode()
            scope = {**scope, "headers": [*rest, (b"accept-encoding", taken)]}
        await self.app(scope, receive, send)


class CompressedAssets:
    """Compress Streamlit's own immutable /static/ files once and keep them; nothing else is touched.

    No more of them than there are files: each comes in one writing, what is not there never (KnownAddresses).
    """

    def __init__(self, app: ASGIApp, prefix: str = "") -> None:
        """Wrap the application below, which is served under this prefix."""
        self.app, self.prefix = app, prefix
        self.kept: dict[str, tuple[Body, dict[str, str]]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve an asset compressed; let everything else through."""
        if not _is_asset(path_below(self.prefix, scope), scope):
            await self.app(scope, receive, send)
            return
        path = scope["path"]
        if path not in self.kept:
            status, headers, content = await collect(self.app, scope)
            if status != 200:
                await Response(content, status, headers)(scope, receive, send)
                return
            self.kept[path] = (
                Body(content, LASTING),
                {name: headers[name] for name in KEPT_HEADERS if name in headers},
            )
        body, headers = self.kept[path]
        sent = await run_in_threadpool(answer, scope, body, headers)
        await sent(scope, receive, send)


def _is_asset(path: str, scope: Scope) -> bool:
    """Say whether the asker wants a whole script or sheet of Streamlit's, compressed."""
    return bool(
        scope["type"] == "http"
        and scope["method"] == "GET"
        and path.startswith("/static/")
        and path.endswith((".js", ".css"))
        and codings_for(scope)
        and "range" not in Headers(scope=scope)
    )


def middleware_below(
    prefix: str, hosts: Hosts, routes: Sequence[Route], files: Collection[str]
) -> list[Middleware]:
    """Return what every request passes through, the first one first.

    The prefix of the whole atlas is "" or "/…"; the files are the framework's own, from "/" on.
    """
    return [
        Middleware(SecurityHeaders),
        Middleware(OwnNames, hosts),
        Middleware(KnownAddresses, prefix, [route.path_regex for route in routes], files),
        Middleware(PlainlyAsked),
        Middleware(HostConfig, prefix, hosts),
        Middleware(MapInIndex, prefix),
        Middleware(FewUploads, prefix),
        Middleware(CompressedAssets, prefix),
    ]
