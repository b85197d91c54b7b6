"""What is sent: a body in the coding that the asker takes, and for middleware all of an answer at once."""

from __future__ import annotations

import asyncio
import gzip
import re
from collections.abc import Callable, Mapping

import brotli
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Scope

READING = ("GET", "HEAD")  # the methods that ask for what there is
IMMUTABLE = "public, max-age=31536000, immutable"
# By the coding's name, the shortest first.
CODINGS: Mapping[str, Callable[[bytes, int], bytes]] = {
    "br": lambda plain, quality: brotli.compress(plain, quality=quality),
    "gzip": lambda plain, _quality: gzip.compress(plain, 9, mtime=0),
}
TAKEN = re.compile(r"([a-z-]+|\*)(?:\s*;\s*q=([01](?:\.[0-9]{0,3})?))?")
# Brotli's quality: 9 takes 0.1 s for the map document, 10 takes 0.9 s and saves one part in nine.
QUICK, LASTING = 9, 10


class Body:
    """Bytes as they are, and compressed once for each coding that was asked for."""

    def __init__(self, plain: bytes, quality: int = QUICK) -> None:
        """Hold the bytes; LASTING is for what stays as long as the server does."""
        self.plain, self.quality = plain, quality
        self._coded: dict[str, bytes] = {}

    def coded(self, coding: str) -> bytes:
        """Return the bytes in this coding; "" is none."""
        if coding and coding not in self._coded:
            self._coded[coding] = CODINGS[coding](self.plain, self.quality)
        return self._coded[coding] if coding else self.plain


def coding_for(scope: Scope) -> str:
    """Return the coding that the asker likes best, of equals the shortest; "" for none."""
    return next(iter(codings_for(scope)), "")


def codings_for(scope: Scope) -> list[str]:
    """Return what the asker takes, best first (RFC 9110, 12.5.3): q=0 refuses, * means what is not named."""
    weights: dict[str, float] = {}
    for part in ",".join(Headers(scope=scope).getlist("accept-encoding")).lower().split(","):
        if found := TAKEN.fullmatch(part.strip()):
            weights[found[1].removeprefix("x-")] = float(found[2] or 1)
    liked = {coding: weights.get(coding, weights.get("*", 0)) for coding in CODINGS}
    return sorted((coding for coding in liked if liked[coding]), key=lambda coding: -liked[coding])


def answer(scope: Scope, body: Body, headers: Mapping[str, str], status: int = 200) -> Response:
    """Return the body in the coding that the asker takes."""
    coding = coding_for(scope)
    coded = {"Content-Encoding": coding} if coding else {}
    return Response(body.coded(coding), status, {**headers, "Vary": "Accept-Encoding", **coded})


async def collect(app: ASGIApp, scope: Scope) -> tuple[int, dict[str, str], bytes]:
    """Run an application for a request without a body and gather its whole answer: status, headers, body.

    Whoever asked may leave meanwhile. The application is not told: it would end its answer where it is, as if
    that were all, and what is kept of it would go to everybody who comes after.
    """
    start: Message = {}
    chunks: list[bytes] = []

    async def gather(message: Message) -> None:
        if message["type"] == "http.response.start":
            start.update(message)
        else:
            chunks.append(message.get("body", b""))

    await app(scope, _nobody_leaves, gather)
    return start["status"], dict(Headers(raw=start["headers"])), b"".join(chunks)


async def _nobody_leaves() -> Message:
    """Say nothing for as long as the answer takes; it ends the waiting."""
    await asyncio.Event().wait()
    raise AssertionError("unreachable")
