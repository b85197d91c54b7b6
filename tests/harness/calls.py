"""What a Python process asks of other machines, connections, packets and names: Python's audit events."""

from __future__ import annotations

from pathlib import Path

LISTEN = """
import os, sys

NOTES = os.open({notes!r}, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
WHERE = {{
    "socket.connect": 1, "socket.sendto": 1, "socket.sendmsg": 1, "socket.getnameinfo": 0,
    "socket.getaddrinfo": 0, "socket.gethostbyname": 0, "socket.gethostbyaddr": 0,
}}

def note(event, details):
    if event not in WHERE or len(details) <= WHERE[event]:
        return
    where = details[WHERE[event]]
    name = where[0] if isinstance(where, tuple) else where
    name = name.decode("latin-1") if isinstance(name, bytes) else str(name or "localhost")
    if not name.startswith(("127.", "/", "\\0")) and name not in ("localhost", "::1"):
        os.write(NOTES, f"{{event}} {{name}}\\n".encode())

sys.addaudithook(note)
"""


class Calls:
    """What processes that are started with `environment` ask of other machines."""

    def __init__(self, folder: Path) -> None:
        """Take an empty folder for the notes and for the module that Python loads before all others."""
        self._notes = folder / "calls.txt"
        (folder / "sitecustomize.py").write_text(LISTEN.format(notes=str(self._notes)), encoding="utf-8")
        self.environment = {"PYTHONPATH": str(folder)}

    def outside(self) -> list[str]:
        """Return what was asked so far; raises FileNotFoundError when nobody has listened."""
        return self._notes.read_text(encoding="utf-8").splitlines()
