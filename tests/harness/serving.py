"""Serve the atlas for tests, benchmark and pictures: a free port, a process, and waiting without sleeping."""

from __future__ import annotations

import http.client
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from playwright.sync_api import Error as BrowserError

ROOT = Path(__file__).resolve().parents[2]
OUTPUT = ROOT / "test-output"
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "")  # "gw0" …, where several run the tests side by side
SHARES = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
SHARE = int(WORKER.removeprefix("gw") or 0)

T = TypeVar("T")


def free_port() -> int:
    """Return a loopback port that nobody listens on at this moment and no other worker is given either."""
    while True:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = int(probe.getsockname()[1])
        if port // 2 % SHARES == SHARE:  # halved, for Linux gives out odd ones only
            return port


def poll(look: Callable[..., T], timeout: float = 10, *, expected: str = "something true") -> T:
    """Call `look` until it returns something true, and return that.

    Errors of the browser and the network count as "not yet": the page may just be loading.
    Raises AssertionError with what was seen last after `timeout` seconds.
    """
    end, pause = time.monotonic() + timeout, threading.Event()
    seen: object = None
    while time.monotonic() < end:
        try:
            if seen := look():
                return seen
        except (BrowserError, OSError, http.client.HTTPException) as error:
            seen = error
        pause.wait(0.03)
    raise AssertionError(f"after {timeout} s: expected {expected}, last seen {seen!r}")


class Server:
    """A `streamlit run` of one script on a free port; its output is kept for reports of failures."""

    def __init__(
        self,
        script: Path = ROOT / "app.py",
        *,
        options: Sequence[str] = (),
        base: str = "",
        address: str = "127.0.0.1",
        environment: Mapping[str, str] | None = None,
    ) -> None:
        """Take a script, more options and variables, the prefix below which it is served, and where."""
        self.script, self.port, self.base = script, free_port(), base and f"/{base}"
        self.address, self.environment = address, environment or {}
        self.options = (*options, *(["--server.baseUrlPath", base] if base else []))
        self.url = f"http://127.0.0.1:{self.port}{self.base}"
        self.log = OUTPUT / f"server-{self.port}.log"
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> Self:
        """Serve until `stop` or `kill`; raise AssertionError with the output when it does not come up."""
        command = [sys.executable, "-m", "streamlit", "run", str(self.script)]
        command += [
            "--server.port",
            str(self.port),
            "--server.address",
            self.address,
            "--server.headless",
            "true",
        ]
        command += ["--browser.gatherUsageStats", "false", "--server.fileWatcherType", "none", *self.options]
        environment = {**os.environ, "PYTHONUNBUFFERED": "1", **self.environment}
        OUTPUT.mkdir(exist_ok=True)
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log
            )
        try:
            poll(self.is_healthy, 60, expected="a healthy server")
        except AssertionError as error:
            self.kill()
            raise AssertionError(f"{self.script.name} does not serve. It said:\n{self.output()}") from error
        return self

    @property
    def pid(self) -> int:
        """The process id; raises AssertionError when nothing has been started."""
        assert self.process is not None, "the server has not been started"
        return self.process.pid

    def is_healthy(self) -> bool:
        """Ask the server's health address; raise AssertionError when the process has ended."""
        if self.process is None or self.process.poll() is not None:
            raise AssertionError("the server's process has ended")
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", f"{self.base}/_stcore/health")
            return connection.getresponse().status == 200
        finally:
            connection.close()

    def output(self) -> str:
        """Return the last 4000 characters that the server wrote."""
        return self.log.read_text(encoding="utf-8", errors="replace")[-4000:]

    def stop(self) -> None:
        """End the server as a person would, and for good after ten seconds."""
        if self.process:
            self.process.terminate()
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.kill()

    def kill(self) -> None:
        """End the server at once, as a power cut would."""
        if self.process:
            self.process.kill()
            self.process.wait()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
        self.log.unlink(missing_ok=True)  # it stays only where a server did not come up
