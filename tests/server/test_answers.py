"""An answer is kept whole, whatever became of whoever asked for it first."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli
import pytest
from starlette.responses import FileResponse
from starlette.types import ASGIApp, Message, Scope

from layers.server.answers import coding_for, codings_for
from layers.server.middleware import CompressedAssets

SCRIPT = b"export const t = 1;\n" * 40_000  # several pieces of a file's answer


@pytest.fixture
def assets(tmp_path: Path) -> ASGIApp:
    """Return Streamlit's own files as they are served, with one script among them."""
    file = tmp_path / "part.js"
    file.write_bytes(SCRIPT)
    return CompressedAssets(FileResponse(file))


async def ask(app: ASGIApp, *, stays: bool) -> bytes:
    """Ask for the script and return what was sent; one who does not stay has left at once."""
    scope: Scope = {
        "type": "http",
        "method": "GET",
        "path": "/static/part.js",
        "headers": [(b"accept-encoding", b"br")],
    }
    sent: list[bytes] = []

    async def receive() -> Message:
        if stays:
            await asyncio.Event().wait()
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        sent.append(message.get("body", b""))

    await app(scope, receive, send)
    return b"".join(sent)


def test_who_leaves_early_spoils_nothing_for_those_who_come_after(assets: ASGIApp) -> None:
    async def visits() -> bytes:
        await ask(assets, stays=False)
        return await ask(assets, stays=True)

    with ThreadPoolExecutor(1) as apart:  # a browser test before may have left its own loop in this thread
        assert brotli.decompress(apart.submit(asyncio.run, visits()).result()) == SCRIPT


@pytest.mark.parametrize(
    ("said", "taken"),
    [
        ("gzip, deflate, br, zstd", ["br", "gzip"]),
        ("gzip", ["gzip"]),
        ("GZIP;Q=0.8", ["gzip"]),
        ("x-gzip", ["gzip"]),
        ("x-gzip-not", []),
        ("gzip;q=0", []),
        ("gzip; q=0.000, br;q=0", []),
        ("br;q=0.1, gzip;q=1.0", ["gzip", "br"]),
        ("*", ["br", "gzip"]),
        ("*;q=0", []),
        ("br;q=0, *", ["gzip"]),
        ("gzip;q=much", []),
        ("identity", []),
        ("", []),
    ],
)
def test_codings_are_read_by_the_standard(said: str, taken: list[str]) -> None:
    scope: Scope = {"type": "http", "headers": [(b"accept-encoding", said.encode())]}
    assert codings_for(scope) == taken
    assert coding_for(scope) == (taken[0] if taken else "")


def test_codings_may_come_in_several_lines() -> None:
    lines = [(b"accept-encoding", b"gzip"), (b"accept-encoding", b"br;q=0.5")]
    assert codings_for({"type": "http", "headers": lines}) == ["gzip", "br"]
