"""What goes through a socket: ours is small, and a large one of a stranger is not even unpacked."""

from __future__ import annotations

import tomllib

import psutil  # type: ignore[import-untyped]
import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import ConnectionClosed

from layers.views.panel import Panel
from tests.harness.routes import ADDRESS
from tests.harness.serving import ROOT, Server
from tests.harness.stranger import open_socket

SERVER = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["server"]
MOST = SERVER["maxMessageSize"] * 1_000_000
TOO_BIG = 1009


def largest_message(server: Server, query: str) -> int:
    """Run the page once and return the bytes of the largest message, unpacked."""
    ask = BackMsg()
    ask.rerun_script.query_string = query
    largest = 0
    with open_socket(server.url) as socket:
        socket.send(ask.SerializeToString())
        while True:
            raw = socket.recv(60, decode=False)
            largest = max(largest, len(raw))
            if ForwardMsg.FromString(raw).WhichOneof("type") == "script_finished":
                return largest


@pytest.mark.parametrize("panel", Panel)
def test_our_own_messages_are_far_smaller_than_the_limit(app_server: Server, panel: Panel) -> None:
    query = ADDRESS.partition("?")[2] if panel == Panel.ROUTES else f"panel={panel}"
    least = 20_000 if panel == Panel.ROUTES else 100  # the answer is in it
    assert least < largest_message(app_server, query) < MOST / 10


@pytest.mark.parametrize("pieces", [1, 100])
def test_what_is_small_on_the_wire_and_large_in_memory_is_refused(app_server: Server, pieces: int) -> None:
    process = psutil.Process(app_server.pid)
    before = process.memory_info().rss
    for _ in range(5):
        with open_socket(app_server.url) as socket, pytest.raises(ConnectionClosed) as closed:
            socket.send([bytes(200_000_000 // pieces)] * pieces if pieces > 1 else bytes(200_000_000))
            while True:
                socket.recv(60)
        # Where it is still being sent, the end of the connection can overtake its reason.
        assert closed.value.rcvd is None or closed.value.rcvd.code == TOO_BIG
    assert process.memory_info().rss - before < 60_000_000
