"""Questions to the routes panel, the page opened at one, and the answer as a message to the map."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from playwright.sync_api import Frame

from layers.network.search.answer import Answer, find_routes
from layers.network.words.as_json import shown_on_map
from layers.views.routes.asked import asked_by, one_door_less, question_of
from tests.harness.browser import Screen
from tests.harness.loaded import the_atlas, the_network
from tests.harness.serving import poll
from tests.harness.windows import OpenScreen

QUESTION = {"from": "khorgos", "to": "constanta", "presets": "russia-avoided,georgia-closed"}
SUEZ = {"from": "shanghai", "to": "rotterdam", "presets": "suez-and-hormuz-closed"}
OPEN = {**QUESTION, "presets": "russia-avoided"}
ADDRESS = "/?panel=routes&" + "&".join(f"{key}={value}" for key, value in QUESTION.items())


def answer(query: Mapping[str, str]) -> dict[str, Any]:
    """Return what the page sends for a question: the answer, and what the last preset took."""
    known = the_network()
    asked = asked_by(the_atlas(), query)
    question = question_of(known, asked)
    now, before = (find_routes(known, one) for one in (question, one_door_less(known, question, asked)))
    return shown_on_map(known, now, before)


def find(query: Mapping[str, str]) -> Answer:
    """Return the answer to the question of an address."""
    known = the_network()
    return find_routes(known, question_of(known, asked_by(the_atlas(), query)))


def show(frame: Frame, shown: Mapping[str, Any] | None) -> None:
    """Give the map an answer as a message of the page would."""
    frame.evaluate("routes => atlas.apply({ routes })", shown)


def open_routes(open_screen: OpenScreen, **options: Any) -> Screen:
    """Open the atlas at the question and wait for its routes."""
    screen = open_screen(ADDRESS, **options).wait_for_map()
    poll(lambda: screen.state()["routes"], 30, expected="routes on the map")
    return screen
