"""Visitors without browsers: each speaks Streamlit's socket protocol, acts and thinks, as a class would.

Two of three open cards; the third asks the routes panel what happens if something is closed. What an answer
does not hold is an error, however fast it came.
"""

from __future__ import annotations

import asyncio
import json
import random
import re
import time
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from urllib.error import HTTPError
from urllib.parse import urljoin
from urllib.request import urlopen

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.BidiComponent_pb2 import BidiComponent
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException
from websockets.typing import Subprotocol

ARRIVAL_S = 2.0
PATIENCE_S = 60
ANSWER = "atlas_routes"  # the component of the page that shows them
PRESET = re.compile(r'data-ask="(presets:[a-z-]+)"')  # what its buttons tell when they are pressed
TEXTS = re.compile(r'data-texts="([^"]+)"')  # in the index page
ASKING = "panel=routes&from=khorgos&to=constanta"


@dataclass(frozen=True)
class Habits:
    """How a class behaves; `think` in seconds, half to one and a half times as long between two actions."""

    clients: int
    actions: int
    think: float
    cards: tuple[str, ...]


@dataclass
class Tally:
    """What all visitors saw; times in seconds."""

    first: list[float] = field(default_factory=list)
    cards: list[float] = field(default_factory=list)
    routes: list[float] = field(default_factory=list)
    bytes: int = 0
    errors: list[str] = field(default_factory=list)

    @property
    def acts(self) -> list[float]:
        """All actions."""
        return self.cards + self.routes


@dataclass
class Visitor:
    """One session: remembers what it was sent, as a browser does."""

    socket: ClientConnection
    tally: Tally
    texts: str  # the address of the page's texts
    query: str = ""
    kept: dict[str, ForwardMsg] = field(default_factory=dict)
    components: dict[str, BidiComponent] = field(default_factory=dict)
    deeds: list[tuple[int, str, str]] = field(default_factory=list)
    pressed: set[str] = field(default_factory=set)

    async def run(self, change: WidgetState | None = None) -> float:
        """Ask for a run of the page, with a changed widget; return the seconds until its end."""
        ask = BackMsg()
        ask.rerun_script.query_string = self.query
        ask.rerun_script.cached_message_hashes.extend(self.kept)
        if change is not None:
            ask.rerun_script.widget_states.widgets.append(change)
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
        if message.ref_hash:
            message = self.kept[message.ref_hash]
        elif message.metadata.cacheable:
            self.kept[message.hash] = message
        element = message.delta.new_element
        if element.WhichOneof("type") == "exception":
            self.tally.errors.append(element.exception.message)
        if component := element.bidi_component.component_name:
            self.components[component.rpartition(".")[2]] = element.bidi_component
        return bool(message.WhichOneof("type") == "script_finished")

    async def open_card(self, card: str) -> float:
        """Fetch the text of a card, as a browser does that has not fetched it ahead."""
        began = time.perf_counter()
        try:
            text = await asyncio.to_thread(fetch, f"{self.texts}cards/{card}.html")
        except HTTPError as error:
            text = f"status {error.code}"
        seconds = time.perf_counter() - began
        self.tally.bytes += len(text)
        if '<h3 class="title">' not in text:
            self.tally.errors.append(f"asked for the card {card}, was sent {text[:80]}")
        return seconds

    @property
    def presets(self) -> list[str]:
        """What can be pressed in the answer."""
        html: str = json.loads(self.components[ANSWER].json)["html"]
        return PRESET.findall(html)

    async def press(self, preset: str) -> float:
        """Close something, or open it again; the answer must be another one than before."""
        answer = self.components[ANSWER]
        before = answer.json
        state = "off" if preset in self.pressed else "on"
        self.pressed ^= {preset}
        self.deeds.append((len(self.deeds) + 1, "ask", f"{preset}={state}"))
        seconds = await self.run(WidgetState(id=answer.id, json_value=json.dumps({"deeds": self.deeds[-1:]})))
        if self.components[ANSWER].json == before:
            self.tally.errors.append(f"pressed {preset}, and the routes stayed as they were")
        return seconds


async def visit(visitor: Visitor, habits: Habits, chance: random.Random) -> None:
    """Arrive, load the page, act and think."""
    await asyncio.sleep(chance.uniform(0, min(ARRIVAL_S, habits.think)))
    visitor.tally.first.append(await visitor.run())
    last: object = None
    for _ in range(habits.actions):
        await asyncio.sleep(chance.uniform(0.5, 1.5) * habits.think)
        if visitor.query:
            last = chance.choice([preset for preset in visitor.presets if preset != last])
            visitor.tally.routes.append(await visitor.press(last))
        else:
            last = chance.choice([card for card in habits.cards if card != last])
            visitor.tally.cards.append(await visitor.open_card(last))


def fetch(url: str) -> str:
    """Return what stands at an address."""
    with urlopen(url, timeout=PATIENCE_S) as answer:
        content: bytes = answer.read()
    return content.decode()


async def visit_all(
    port: int, habits: Habits, seed: int, at_the_end: Callable[[], None] = lambda: None
) -> Tally:
    """Let everybody in; call `at_the_end` when the last one is done and all are still there."""
    tally = Tally()
    site = f"http://127.0.0.1:{port}"
    async with AsyncExitStack() as house:

        async def come(number: int) -> None:
            address, chance = f"ws://127.0.0.1:{port}/_stcore/stream", random.Random(seed + number)
            door = connect(address, subprotocols=[Subprotocol("streamlit")], max_size=None)
            try:
                index = await asyncio.to_thread(fetch, site)
                socket = await house.enter_async_context(door)
                texts = urljoin(f"{site}/", TEXTS.findall(index)[0])
                await visit(Visitor(socket, tally, texts, "" if number % 3 else ASKING), habits, chance)
            except (OSError, TimeoutError, WebSocketException) as error:
                tally.errors.append(repr(error))

        coming: list[Awaitable[None]] = [come(number) for number in range(habits.clients)]
        await asyncio.gather(*coming)
        at_the_end()
    return tally
