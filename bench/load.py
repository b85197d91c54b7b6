"""Thirty visitors at once, without browsers: each speaks Streamlit's socket protocol, acts and thinks.

Run: python -m bench.load [--clients 30] [--actions 6] [--think 5]. It starts its own server on a loopback
port and speaks to that one only. Times run from the report of a changed selection to the end of the page's
run.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import statistics
import sys
import time
from dataclasses import dataclass, field

import psutil  # type: ignore[import-untyped]
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException
from websockets.typing import Subprotocol

from layers.catalogue import load_catalogue
from tests.serving import Server

ARRIVAL_S = 2.0
PATIENCE_S = 60
REPORTER = "atlas_head"  # the component by which the map's state reaches Python


@dataclass
class Tally:
    """What all visitors saw; times in seconds."""

    first: list[float] = field(default_factory=list)
    acts: list[float] = field(default_factory=list)
    bytes: int = 0
    errors: list[str] = field(default_factory=list)


@dataclass
class Visitor:
    """One session: remembers what it was sent, as a browser does."""

    socket: ClientConnection
    tally: Tally
    component: str = ""
    cached: set[str] = field(default_factory=set)

    async def run(self, report: dict[str, object] | None = None) -> float:
        """Ask for a run of the page, with a report of the map's state; return the seconds until its end."""
        ask = BackMsg()
        ask.rerun_script.query_string = ""
        ask.rerun_script.cached_message_hashes.extend(self.cached)
        if report is not None:
            widget = ask.rerun_script.widget_states.widgets.add()
            widget.id, widget.json_value = self.component, json.dumps({"report": report})
        began = time.perf_counter()
        await self.socket.send(ask.SerializeToString())
        async with asyncio.timeout(PATIENCE_S):
            while not await self.hear():
                pass
        return time.perf_counter() - began

    async def hear(self) -> bool:
        """Take one message; say whether it ends a run."""
        raw = await self.socket.recv(decode=False)
        self.tally.bytes += len(raw)
        message = ForwardMsg.FromString(raw)
        if message.metadata.cacheable and message.hash:
            self.cached.add(message.hash)
        element = message.delta.new_element
        if element.WhichOneof("type") == "exception":
            self.tally.errors.append(element.exception.message)
        if element.bidi_component.component_name.endswith(REPORTER):
            self.component = element.bidi_component.id
        return bool(message.WhichOneof("type") == "script_finished")


async def visit(port: int, tally: Tally, options: argparse.Namespace, chance: random.Random) -> None:
    """Arrive, load the page, and open one layer's card after the other."""
    layers = list(load_catalogue().layers)
    await asyncio.sleep(chance.uniform(0, ARRIVAL_S))
    try:
        address = f"ws://127.0.0.1:{port}/_stcore/stream"
        async with connect(address, subprotocols=[Subprotocol("streamlit")], max_size=None) as socket:
            visitor = Visitor(socket, tally)
            tally.first.append(await visitor.run())
            for _ in range(options.actions):
                await asyncio.sleep(chance.uniform(0.5, 1.5) * options.think)
                tally.acts.append(await visitor.run({"layers": layers, "selected": chance.choice(layers)}))
    except (OSError, TimeoutError, WebSocketException) as error:
        tally.errors.append(repr(error))


async def visit_all(port: int, options: argparse.Namespace) -> Tally:
    """Let everybody in and wait until the last one has gone."""
    tally = Tally()
    seeds = range(options.clients)
    await asyncio.gather(*(visit(port, tally, options, random.Random(seed)) for seed in seeds))
    return tally


def percentile(values: list[float], share: int) -> float:
    """Return the value below which `share` percent lie, in milliseconds; NaN without values."""
    if len(values) < 2:
        return 1000 * values[0] if values else float("nan")
    return 1000 * statistics.quantiles(values, n=100, method="inclusive")[share - 1]


def tell(tally: Tally, options: argparse.Namespace, cpu_s: float, grown_mb: float) -> None:
    """Print what was seen."""
    expected = options.clients * options.actions
    print(
        f"{options.clients} visitors, {len(tally.acts)} of {expected} actions, {options.think:g} s thinking"
    )
    for what, values in (("first run", tally.first), ("action", tally.acts)):
        print(f"{what}: p50 {percentile(values, 50):.0f} ms, p95 {percentile(values, 95):.0f} ms")
    done = max(1, len(tally.first) + len(tally.acts))
    print(f"{tally.bytes / 1000 / done:.1f} kB and {1000 * cpu_s / done:.0f} ms of CPU a run")
    print(f"{grown_mb / options.clients:.2f} MB of memory a session, {len(tally.errors)} errors")
    for error in sorted(set(tally.errors)):
        print("error:", error)


def main(arguments: list[str] | None = None) -> int:
    """Parse the command line, serve, visit, tell; exit 1 when anybody met an error."""
    parser = argparse.ArgumentParser(prog="python -m bench.load", description=__doc__)
    parser.add_argument("--clients", type=int, default=30, choices=range(1, 101), metavar="1–100")
    parser.add_argument("--actions", type=int, default=6, choices=range(1, 61), metavar="1–60")
    parser.add_argument("--think", type=float, default=5.0, help="mean seconds between two actions")
    options = parser.parse_args(arguments)
    with Server() as server:
        alone = argparse.Namespace(clients=1, actions=1, think=0.1)
        asyncio.run(visit_all(server.port, alone))  # the first visitor pays for the imports
        process = psutil.Process(server.pid)
        cpu, memory = process.cpu_times(), process.memory_info().rss
        tally = asyncio.run(visit_all(server.port, options))
        used = process.cpu_times()
        grown_mb = (process.memory_info().rss - memory) / 1e6
        cpu_s = used.user + used.system - cpu.user - cpu.system
    tell(tally, options, cpu_s, grown_mb)
    return int(bool(tally.errors) or len(tally.acts) < options.clients * options.actions)


if __name__ == "__main__":
    sys.exit(main())
