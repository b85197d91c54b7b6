"""The pulled network cable: a proxy that notes every request to another host and answers none.

Loopback addresses are reached past the proxy, so whatever arrives here was meant for elsewhere. The browser's
own events would miss some: the first requests of a sandboxed frame are sent before anybody listens.
"""

from __future__ import annotations

import socketserver

from playwright.sync_api import ProxySettings

from tests.harness.listener import Listener


class PulledCable(Listener):
    """Listens while its `with` block runs; `asked` holds the addresses ("host:443" for encrypted ones)."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        asked = self.asked

        class Note(socketserver.StreamRequestHandler):
            def handle(self) -> None:
                words = self.rfile.readline(8192).decode("latin-1").split()
                asked.append(words[1] if len(words) > 1 else "an unreadable request")

        super().__init__(Note)

    @property
    def proxy(self) -> ProxySettings:
        """What a browser context needs so that only loopback addresses are reached."""
        return {"server": f"http://127.0.0.1:{self.port}", "bypass": "127.0.0.1,localhost"}
