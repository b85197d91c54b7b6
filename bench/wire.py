"""A relay that counts the bytes between browser and server: headers, bodies and sockets, both ways."""

from __future__ import annotations

import threading
import time

from tests.harness.relay import Relay
from tests.harness.serving import poll

STILL_S = 0.4


class CountedWire(Relay):
    """Listens on loopback while its `with` block runs and passes everything on to `port`."""

    def __init__(self, port: int) -> None:
        self.bytes = 0
        self.moved = time.monotonic()  # when bytes last passed
        self._lock = threading.Lock()
        super().__init__(port)

    def passed(self, count: int) -> None:
        """Count them."""
        with self._lock:
            self.bytes += count
            self.moved = time.monotonic()

    def wait_until_still(self) -> None:
        """Wait until nothing has passed for a while: files that a page asks for late, a closing socket."""
        poll(lambda: time.monotonic() - self.moved > STILL_S, 60, expected="a still wire")
