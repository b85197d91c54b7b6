"""The server asks no other machine for anything: not at its start, not for a stranger."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from layers.server.machine import own_addresses
from tests.harness.asking import ask
from tests.harness.calls import Calls
from tests.harness.serving import Server
from tests.harness.stranger import knock


def strangers(server: Server) -> list[int]:
    """Ask in every way that once made the server ask others."""
    return [
        knock(server.url, "https://evil.example"),
        knock(server.url, "https://evil.example", host=f"evil.example:{server.port}"),
        knock(server.url, f"http://localhost:{server.port + 1}"),
        knock(server.url, "null"),
        knock(server.url, f"http://127.0.0.1:{server.port}"),
        ask(f"{server.url}/", Host="evil.example").status,
        ask(f"{server.url}/").status,
    ]


@pytest.mark.parametrize(
    ("address", "base", "listed"),
    [("127.0.0.1", "", ""), ("0.0.0.0", "", ""), ("0.0.0.0", "atlas", "https://atlas.example.org")],
)
def test_nobody_else_is_asked_for_anything(tmp_path: Path, address: str, base: str, listed: str) -> None:
    calls = Calls(tmp_path)
    environment = {**calls.environment, "ATLAS_HOSTS": listed}
    with Server(address=address, base=base, environment=environment) as server:
        assert strangers(server) == [403, 403, 403, 403, 101, 421, 200]
        assert calls.outside() == []
        said = server.output().partition("Turned away")[0].splitlines()
    here = "localhost" if address == "0.0.0.0" else address
    assert len(said) == 1
    assert said[0].startswith(f"The atlas is served at http://{here}:{server.port}{server.base}/")


def test_what_is_asked_of_others_is_noted(tmp_path: Path) -> None:
    """One packet that is only addressed, and a number that is no name: neither leaves the machine."""
    calls = Calls(tmp_path)
    asking = (
        "import socket; s = socket.socket(type=socket.SOCK_DGRAM); s.connect(('192.0.2.1', 9));"
        "s.connect(('127.0.0.1', 9)); socket.getaddrinfo('192.0.2.1', 9); socket.getaddrinfo('localhost', 9)"
    )
    subprocess.run([sys.executable, "-c", asking], env=calls.environment, check=True)
    assert calls.outside() == ["socket.connect 192.0.2.1", "socket.getaddrinfo 192.0.2.1"]


@pytest.mark.skipif(not own_addresses(), reason="this machine has no address but its loopback's")
def test_the_room_is_told_an_address_that_works() -> None:
    with Server(address="0.0.0.0") as server:
        told = [f"http://{address}:{server.port}" for address in own_addresses()]
        assert f", and for others at {told[0]}/" in server.output()
        for url in told:
            assert ask(f"{url}/").status == 200
            assert knock(url, url) == 101
