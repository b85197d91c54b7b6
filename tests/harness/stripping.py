"""A proxy that serves an atlas under a prefix of which the atlas knows nothing, as shared hosts do."""

from __future__ import annotations

import shutil
import socket
import socketserver
import threading

from tests.harness.listener import Listener


class StrippingProxy(Listener):
    """Passes what is asked for below `/prefix/` on to a port of this machine, the prefix taken off."""

    def __init__(self, prefix: str, port: int) -> None:
        class Pass(socketserver.StreamRequestHandler):
            def handle(self) -> None:
                method, path, version = self.rfile.readline(8192).decode("latin-1").split()
                head = list(iter(lambda: self.rfile.readline(8192).decode("latin-1").strip(), ""))
                if not path.startswith(f"/{prefix}/"):
                    self.wfile.write(
                        b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                    )
                    return
                if not any(line.lower().startswith("upgrade:") for line in head):
                    head = [line for line in head if not line.lower().startswith("connection:")]
                    head.append("Connection: close")  # one request each, for the next one has a prefix too
                with socket.create_connection(("127.0.0.1", port)) as atlas:
                    asked = [f"{method} {path.removeprefix(f'/{prefix}')} {version}", *head, "", ""]
                    atlas.sendall("\r\n".join(asked).encode("latin-1"))
                    threading.Thread(target=self.send_on, args=(atlas,), daemon=True).start()
                    with atlas.makefile("rb", 0) as answer:
                        shutil.copyfileobj(answer, self.wfile)

            def send_on(self, atlas: socket.socket) -> None:
                try:
                    while part := self.request.recv(65536):
                        atlas.sendall(part)
                except OSError:
                    pass  # one end has closed

        super().__init__(Pass, wait_for_all=False)
        self.url = f"http://127.0.0.1:{self.port}/{prefix}"
