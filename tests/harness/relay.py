"""A line between browser and server that a test can cut: connections end, and no new one comes through."""

from __future__ import annotations

import socket
import socketserver
import threading
from contextlib import suppress

from tests.harness.listener import Listener


class Relay(Listener):
    """Listens on loopback while its `with` block runs and passes everything on to `port`."""

    def __init__(self, port: int) -> None:
        self.is_cut = False
        self._open: set[socket.socket] = set()
        relay = self

        class Pass(socketserver.BaseRequestHandler):
            def handle(self) -> None:
                if relay.is_cut:
                    return
                with socket.create_connection(("127.0.0.1", port)) as server:
                    ends = {self.request, server}
                    relay._open |= ends
                    back = threading.Thread(target=relay._pass_on, args=(server, self.request), daemon=True)
                    back.start()
                    relay._pass_on(self.request, server)
                    back.join()
                    relay._open -= ends

        super().__init__(Pass, wait_for_all=False)
        self.url = f"http://127.0.0.1:{self.port}"

    def cut(self) -> None:
        """End every connection, as a lid that is closed does; `mend` lets new ones through."""
        self.is_cut = True
        for end in list(self._open):
            with suppress(OSError):  # it has ended by itself
                end.shutdown(socket.SHUT_RDWR)

    def mend(self) -> None:
        """Let connections through again."""
        self.is_cut = False

    def passed(self, count: int) -> None:
        """Hear that so many bytes have passed, either way."""

    def _pass_on(self, source: socket.socket, target: socket.socket) -> None:
        try:
            while data := source.recv(65536):
                target.sendall(data)
                self.passed(len(data))
            target.shutdown(socket.SHUT_WR)
        except OSError:  # one end has gone; the other one learns it from the closed socket
            return
