"""WebKitGTK, nearest of all here to Safari, by the WebDriver protocol: no touch, no console, no pictures."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from tests.harness.serving import free_port, poll

PROGRAMS = ("WebKitWebDriver", "Xvfb")
BROWSERS = "webkit2gtk-4.*/MiniBrowser"  # below /usr/lib, in the folder of the machine's kind
ENTER = "\ue007"
SECONDS = 60  # for an answer


class WebKit:
    """One window."""

    def __init__(self, address: str, browser: Path) -> None:
        self.address = f"{address}/session"
        options = {"binary": str(browser), "args": ["--automation"]}
        wanted = {"alwaysMatch": {"webkitgtk:browserOptions": options}}
        self.address += "/" + self._ask("POST", "", {"capabilities": wanted})["sessionId"]

    def _ask(self, method: str, path: str, told: dict[str, Any] | None = None) -> Any:
        body = None if told is None else json.dumps(told).encode()
        asked = Request(self.address + path, body, {"Content-Type": "application/json"}, method=method)
        try:
            with urlopen(asked, timeout=SECONDS) as answer:
                return json.load(answer)["value"]
        except HTTPError as error:
            with error:
                raise OSError(json.load(error)["value"]["error"]) from error

    def open(self, url: str) -> None:
        """Go to an address and wait for its document."""
        self._ask("POST", "/url", {"url": url})

    def page(self, script: str) -> Any:
        """Return what a script, with `return`, finds in the page."""
        self._ask("POST", "/frame", {"id": None})
        return self._ask("POST", "/execute/sync", {"script": script, "args": []})

    def map(self, script: str) -> Any:
        """Return what a script finds in the map."""
        self._ask("POST", "/frame", {"id": None})
        found = self._ask("POST", "/element", {"using": "css selector", "value": "#atlas-map"})
        self._ask("POST", "/frame", {"id": found})
        return self._ask("POST", "/execute/sync", {"script": script, "args": []})

    def wait(self, script: str, *, of_map: bool = False, timeout: float = 40) -> Any:
        """Wait until a script finds something true; one that an address ends by changing is asked again."""
        return poll(lambda: (self.map if of_map else self.page)(script), timeout, expected=script)

    def click(self, selector: str) -> None:
        """Press the middle of an element of the page with the mouse."""
        box = f"document.querySelector({json.dumps(selector)}).getBoundingClientRect()"
        middle = "[b.left + b.width / 2, b.top + b.height / 2].map(Math.round)"
        x, y = self.page(f"const b = {box}; return {middle}")
        button = {"button": 0}
        moves = [{"type": "pointerMove", "x": x, "y": y}, {"type": "pointerDown", **button}]
        self._act("pointer", [*moves, {"type": "pointerUp", **button}])

    def type(self, text: str) -> None:
        """Press keys where the focus is."""
        self._act("key", [{"type": kind, "value": key} for key in text for kind in ("keyDown", "keyUp")])

    def _act(self, kind: str, actions: list[dict[str, Any]]) -> None:
        self._ask("POST", "/actions", {"actions": [{"type": kind, "id": kind, "actions": actions}]})

    def close(self) -> None:
        """Close the window."""
        self._ask("DELETE", "")


@contextmanager
def webkit(home: Path) -> Iterator[WebKit]:
    """Start WebKit on a screen of its own, and end both; without them the test is skipped."""
    programs = [shutil.which(name) for name in PROGRAMS]
    browser = next(Path("/usr/lib").glob(f"*/{BROWSERS}"), None)
    if browser is None or None in programs:
        pytest.skip("no WebKit here: apt-get install webkit2gtk-driver xvfb")
    driver, screen = map(str, programs)
    read, write = os.pipe()
    shown = subprocess.Popen(
        [screen, "-displayfd", str(write), "-screen", "0", "1600x1000x24"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as told:
        display = told.readline().strip()
    port = free_port()
    environment = {**os.environ, "HOME": str(home), "DISPLAY": f":{display}"}
    driven = subprocess.Popen([driver, f"--port={port}"], env=environment, stderr=subprocess.DEVNULL)
    try:
        window = poll(lambda: WebKit(f"http://127.0.0.1:{port}", browser), 30, expected="WebKit")
        yield window
        window.close()
    finally:
        for process in (driven, shown):
            process.terminate()
            process.wait(10)
