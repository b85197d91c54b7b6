"""A relay that counts the bytes between browser and server: headers, bodies and sockets, both ways."""

from __future__ import annotations

import socket
import socketserver
import threading
import time

from tests.harness.listener import Listener
from tests.harness.serving import poll

STILL_S = 0.4


class CountedWire(Listener):
    """Listens on loopback while its `with` block runs and passes everything on to `port`."""

    def __init__(self, port: int) -> None:
        self.bytes = 0
        self.moved = time.monotonic()  # when bytes last passed
        self._lock = threading.Lock()
        wire = self

        class Relay(socketserver.BaseRequestHandler):
            def handle(self) -> None:
                with socket.create_connection(("127.0.0.1", port)) as server:
                    back = threading.Thread(target=wire._pass_on, args=(server, self.request), daemon=True)
                    back.start()
                    wire._pass_on(self.request, server)
                    back.join()

        super().__init__(Relay, wait_for_all=False)
        self.url = f"http://127.0.0.1:{self.port}"

    def _pass_on(self, source: socket.socket, target: socket.socket) -> None:
        try:
            while data := source.recv(65536):
                target.sendall(data)
                with self._lock:
                    self.bytes += len(data)
                    self.moved = time.monotonic()
            target.shutdown(socket.SHUT_WR)
        except OSError:  # one end has gone; the other one learns it from the closed socket
            return

    def wait_until_still(self) -> None:
        """Wait until nothing has passed for a while: files that a page asks for late, a closing socket."""
        poll(lambda: time.monotonic() - self.moved > STILL_S, 60, expected="a still wire")
