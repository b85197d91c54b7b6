"""A loopback port that answers while a `with` block runs: the ground of pulled cable and counted wire."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Self


class Listener:
    """Serves each connection by a handler, in threads; `port` is the one that it was given."""

    def __init__(
        self, handler: Callable[..., socketserver.BaseRequestHandler], *, wait_for_all: bool = True
    ) -> None:
        self._server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), handler)
        self._server.daemon_threads = True
        self._server.block_on_close = wait_for_all
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.1})
        self.port = int(self._server.server_address[1])

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
