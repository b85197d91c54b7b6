"""A socket to the atlas as a page somewhere would open it."""

from __future__ import annotations

import socket
from urllib.parse import urlsplit

from websockets.exceptions import InvalidStatus
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

STREAM = "/_stcore/stream"


def open_socket(
    url: str, origin: str | None = None, *, host: str = "", path: str = STREAM, **headers: str
) -> ClientConnection:
    """Open a socket at a served address, as a page of `origin` and by way of another `host`.

    Raises InvalidStatus when it is refused. Header names are written with _ for -.
    """
    parts = urlsplit(url)
    return connect(
        f"ws://{host or parts.netloc}{parts.path}{path}",
        sock=socket.create_connection((parts.hostname, parts.port), timeout=20),
        origin=None if origin is None else Origin(origin),
        subprotocols=[Subprotocol("streamlit")],
        additional_headers={name.replace("_", "-"): text for name, text in headers.items()},
        max_size=None,
    )


def knock(url: str, origin: str | None = None, *, host: str = "", path: str = STREAM, **headers: str) -> int:
    """Return the status with which such a socket is answered; 101 is an open one."""
    try:
        with open_socket(url, origin, host=host, path=path, **headers):
            return 101
    except InvalidStatus as refused:
        return refused.response.status_code
