"""What middleware needs of an answer: whether it may be compressed, and all of it at once."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope


def accepts_gzip(scope: Scope) -> bool:
    """Return whether the asker takes gzip."""
    return "gzip" in Headers(scope=scope).get("accept-encoding", "")


async def collect(app: ASGIApp, scope: Scope, receive: Receive) -> tuple[int, dict[str, str], bytes]:
    """Run an application and gather its whole answer: status, headers, body."""
    start: Message = {}
    chunks: list[bytes] = []

    async def gather(message: Message) -> None:
        if message["type"] == "http.response.start":
            start.update(message)
        else:
            chunks.append(message.get("body", b""))

    await app(scope, receive, gather)
    return start["status"], dict(Headers(raw=start["headers"])), b"".join(chunks)
