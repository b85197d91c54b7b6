"""The pulled network cable: a proxy that notes every request to another host and answers none.

Loopback addresses are reached past the proxy, so whatever arrives here was meant for elsewhere. The browser's
own events would miss some: the first requests of a sandboxed frame are sent before anybody listens.
"""

from __future__ import annotations

import socketserver
import threading
from types import TracebackType
from typing import Self

from playwright.sync_api import ProxySettings


class PulledCable:
    """Listens while its `with` block runs; `asked` holds the addresses ("host:443" for encrypted ones)."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        asked = self.asked

        class Note(socketserver.StreamRequestHandler):
            def handle(self) -> None:
                words = self.rfile.readline(8192).decode("latin-1").split()
                asked.append(words[1] if len(words) > 1 else "an unreadable request")

        self._server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Note)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.1})

    @property
    def proxy(self) -> ProxySettings:
        """What a browser context needs so that only loopback addresses are reached."""
        port = self._server.server_address[1]
        return {"server": f"http://127.0.0.1:{port}", "bypass": "127.0.0.1,localhost"}

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
