"""What strangers can make the server keep is bounded: by the files that there are, and by a few uploads."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from starlette.applications import Starlette
from starlette.responses import FileResponse
from starlette.types import ASGIApp, Message, Scope
from streamlit.runtime import Runtime
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.web.server.starlette.starlette_app_utils import generate_xsrf_token_string
from streamlit.web.server.starlette.starlette_routes import create_upload_routes

from layers.server import uploads
from layers.server.doors import KnownAddresses
from layers.server.middleware import CompressedAssets
from layers.server.uploads import FILES, FewUploads

FILE = "/static/js/part.js"


def run(work: Coroutine[Any, Any, Any]) -> Any:
    """Run apart: a browser test before may have left its own loop in this thread."""
    with ThreadPoolExecutor(1) as apart:
        return apart.submit(asyncio.run, work).result()


async def ask(app: ASGIApp, path: str, method: str = "GET", body: bytes = b"", **headers: str) -> int:
    """Ask an application and return the status of its answer."""
    sent = {name.replace("_", "-"): text for name, text in headers.items()} | {"accept-encoding": "br"}
    raw = [(name.lower().encode(), text.encode()) for name, text in sent.items()]
    scope: Scope = {"type": "http", "method": method, "path": path, "headers": raw, "query_string": b""}
    statuses = []

    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            statuses.append(message["status"])

    await app(scope, receive, send)
    return int(statuses[0])


@pytest.mark.parametrize("prefix", ["", "/atlas"])
def test_a_file_is_kept_once_however_it_is_written(tmp_path: Path, prefix: str) -> None:
    (tmp_path / "part.js").write_text("export const t = 1;\n" * 1000, encoding="utf-8")
    assets = CompressedAssets(FileResponse(tmp_path / "part.js"), prefix)
    door = KnownAddresses(assets, prefix, [], {FILE})
    written = [FILE.replace("/js/", f"/{'./' * times}js/") for times in range(30)]
    written += [FILE.replace("/js/", f"{'/' * times}/js/") for times in range(30)]
    unknown = [f"/static/js/{number}.js" for number in range(60)]
    assert {run(ask(door, prefix + path)) for path in written} == {200}
    assert {run(ask(door, prefix + path)) for path in unknown} == {404}
    assert list(assets.kept) == [prefix + FILE]


@pytest.fixture
def manager() -> MemoryUploadedFileManager:
    """What Streamlit keeps."""
    return MemoryUploadedFileManager("/_stcore/upload_file")


@pytest.fixture
def door(manager: MemoryUploadedFileManager) -> FewUploads:
    """Streamlit's own routes for uploads behind our count; "gone" is a session that has ended."""
    runtime = cast(Runtime, SimpleNamespace(is_active_session=lambda session: session != "gone"))
    return FewUploads(Starlette(routes=create_upload_routes(runtime, manager, None)), "")


@pytest.fixture
def upload(door: FewUploads) -> Callable[..., Coroutine[Any, Any, int]]:
    """A function that sends one small file, or takes it back."""

    def send(session: str, file: str, method: str = "PUT", token: str = "") -> Coroutine[Any, Any, int]:
        xsrf = generate_xsrf_token_string()
        part = b'--b\r\nContent-Disposition: form-data; name="f"; filename="a.md"\r\n\r\ntext\r\n--b--\r\n'
        return ask(
            door,
            f"/_stcore/upload_file/{session}/{file}",
            method,
            part if method == "PUT" else b"",
            content_type="multipart/form-data; boundary=b",
            cookie=f"_streamlit_xsrf={xsrf}",
            x_xsrftoken=token or xsrf,
        )

    return send


def test_only_the_latest_files_of_a_session_stay(manager: Any, upload: Any) -> None:
    async def visits() -> set[int]:
        names = [(session, f"file-{number}") for number in range(60) for session in "ab"]
        return {await upload(session, name) for session, name in names}

    assert run(visits()) == {204}
    latest = [f"file-{number}" for number in range(60 - FILES, 60)]
    assert {session: list(files) for session, files in manager.file_storage.items()} == {
        "a": latest,
        "b": latest,
    }


def test_sent_at_once_they_are_as_few(manager: Any, upload: Any) -> None:
    async def visits() -> None:
        await asyncio.gather(*(upload("a", f"file-{number}") for number in range(40)))

    run(visits())
    assert len(manager.file_storage["a"]) == FILES


def test_a_file_that_was_taken_back_makes_room(manager: Any, upload: Any) -> None:
    async def visits() -> None:
        await upload("a", "essay")
        for number in range(20):
            await upload("a", f"tour-{number}")
            await upload("a", f"tour-{number}", "DELETE")

    run(visits())
    assert list(manager.file_storage["a"]) == ["essay"]


def test_what_the_framework_refuses_is_not_counted(door: FewUploads, manager: Any, upload: Any) -> None:
    assert run(upload("a", "file", token="another")) == 403
    assert run(upload("gone", "file")) == 400
    assert not door.held and not manager.file_storage


def test_sessions_are_not_remembered_for_ever(
    door: FewUploads, upload: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "SESSIONS", 3)

    async def visits() -> None:
        for session in "abcade":
            await upload(session, "file")

    run(visits())
    assert list(door.held) == ["a", "d", "e"]
