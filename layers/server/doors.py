"""Who is let in: asked under a name of ours, from a page of ours, for an address that there is.

Whoever is turned away is turned away here, before anything is done for him: Streamlit, left to itself, asks
outside hosts for this machine's own address before it refuses a stranger's socket.
"""

from __future__ import annotations

import logging
import posixpath
import re
from collections.abc import Collection
from html import escape

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocketClose

from layers.map.document import TITLE
from layers.server.hosts import SETTING, Address, Hosts, read_host

LOG = logging.getLogger(__name__)
SCHEMES = {"ws": "http", "wss": "https"}
UNKNOWN_NAME = (
    "The atlas does not answer under the name by which it was asked.\n"
    f"Whoever serves it can add that name before the start: {SETTING}=atlas.example.org\n"
)
UNKNOWN_PAGE = (
    "Only pages of the atlas may open a connection to it, and this one has another address.\n"
    f"Behind a proxy, name the public address before the start: {SETTING}=https://atlas.example.org\n"
)
NOT_FOUND = (
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>No such page · {title}</title>'
    '<meta name="viewport" content="width=device-width">'
    '<main><h1>There is no such page.</h1><p><a href="{atlas}">To the map</a></p></main></html>'
)
POLICY = 1008  # the code of a socket that is against the rules; before it is open the answer is a 403
STREAM = "/_stcore/stream"
# What the page asks the framework for. Its figures (/_stcore/metrics) are nobody's business but its host's.
FRAMEWORK = ("/_stcore/health", "/_stcore/host-config")
FRAMEWORK_BELOW = ("/_stcore/upload_file/", "/_stcore/bidi-components/", "/media/", "/component/")


class OwnNames:
    """Answer only under names of ours, and open sockets only for pages of ours."""

    def __init__(self, app: ASGIApp, hosts: Hosts) -> None:
        """Wrap the application below."""
        self.app, self.hosts = app, hosts
        self.told: set[str] = set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse with a sentence that says what can be set; the log has it once."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        host, origin = _asked_at(scope), headers.get("origin")
        if host is None or not self.hosts.serves(host):
            self._tell(UNKNOWN_NAME, headers.get("host", ""))
            await refusal(scope, PlainTextResponse(UNKNOWN_NAME, 421))(scope, receive, send)
        elif scope["type"] == "http" or origin is None:
            await self.app(scope, receive, send)
        elif self.hosts.welcomes(origin, host):
            await self.app(_as_of_one_origin(scope, host), receive, send)
        else:
            self._tell(UNKNOWN_PAGE, origin)
            await WebSocketClose(POLICY)(scope, receive, send)

    def _tell(self, why: str, found: str) -> None:
        if why not in self.told:
            self.told.add(why)
            LOG.warning("Turned away, and told only this once: %.80r. %s", found, why.strip())


def refusal(scope: Scope, page: Response) -> ASGIApp:
    """Return the page, or for a socket, which shows none, its end."""
    return page if scope["type"] == "http" else WebSocketClose(POLICY)


def _asked_at(scope: Scope) -> Address | None:
    """Return the address that was asked, with the scheme that it had before a proxy on this machine."""
    scheme: str = scope.get("scheme", "http")
    return read_host(Headers(scope=scope).get("host", ""), SCHEMES.get(scheme, scheme))


def _as_of_one_origin(scope: Scope, host: Address) -> Scope:
    """Hand a socket on as one of the same origin, letter by letter: the framework then asks nobody."""
    headers = MutableHeaders(raw=list(scope["headers"]))
    headers["origin"] = f"{host.scheme}://{headers['host']}"
    return {**scope, "headers": headers.raw}


class KnownAddresses:
    """Let through what there is, each file in one writing; for the rest the framework gives its page."""

    def __init__(
        self, app: ASGIApp, prefix: str, ours: Collection[re.Pattern[str]], files: Collection[str]
    ) -> None:
        """Wrap the application below, with the patterns of our addresses and the framework's files."""
        self.app, self.prefix, self.ours, self.files = app, prefix, ours, files

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Say of anything else that it is not there."""
        path = path_below(self.prefix, scope)
        file = posixpath.normpath(path)
        if scope["type"] == "http" and file in self.files:
            await self.app({**scope, "path": self.prefix + file}, receive, send)
        elif scope["type"] == "lifespan" or not path or self._is_known(path, scope):
            await self.app(scope, receive, send)
        else:
            await refusal(scope, no_such_page(path))(scope, receive, send)

    def _is_known(self, path: str, scope: Scope) -> bool:
        if scope["type"] == "websocket":
            return path == STREAM
        known = path == "/" or path in FRAMEWORK or path.startswith(FRAMEWORK_BELOW)
        return known or any(pattern.match(scope["path"]) for pattern in self.ours)


def path_below(prefix: str, scope: Scope) -> str:
    """Return the path below the prefix, from its slash on; "" for one beside it, or none."""
    path: str = scope.get("path", "")
    return path.removeprefix(prefix) if path.startswith(f"{prefix}/") else ""


def no_such_page(path: str) -> Response:
    """Say so, with a link to the atlas that holds under any prefix."""
    atlas = "../" * (path.count("/") - 1) or "./"
    return HTMLResponse(NOT_FOUND.format(title=escape(TITLE), atlas=atlas), 404)
