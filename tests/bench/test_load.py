"""The load benchmark: it counts what a person waits for, and an answer without the text is an error."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from bench.load import load_goals, percentile
from bench.visitors import Habits, Tally, visit_all
from tests.harness.serving import Server, free_port


def visited(visits: Coroutine[Any, Any, Tally]) -> Tally:
    """Let visitors come, in a thread of their own: in this one a browser's event loop may be running."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, visits).result()


def missed(tally: Tally, clients: int, session_mb: float = 0.1) -> list[str]:
    """What is missed when each of so many visitors was to act once."""
    reached = load_goals(tally, Habits(clients, 1, 5, ()), session_mb)
    return [goal.what for goal in reached if not goal.met]


def test_percentiles_are_in_milliseconds() -> None:
    assert percentile([0.1, 0.2, 0.3], 50) == pytest.approx(200)
    assert percentile([0.1], 95) == pytest.approx(100)


def test_a_crowd_may_wait_longer_than_a_class() -> None:
    assert missed(Tally(cards=[0.5] * 30), 30) == ["95 of 100 actions answered within"]
    assert missed(Tally(cards=[0.5] * 70, routes=[0.5] * 30), 100) == []
    assert missed(Tally(cards=[1.1] * 100), 100) == ["95 of 100 actions answered within"]


def test_errors_lost_actions_and_heavy_sessions_are_missed() -> None:
    assert missed(Tally(cards=[0.1] * 29), 30) == ["errors and actions without an answer"]
    assert missed(Tally(cards=[0.1] * 30, errors=["no"]), 30) == ["errors and actions without an answer"]
    assert missed(Tally(cards=[0.1] * 30), 30, 0.4) == ["memory a session"]


def test_visitors_get_the_cards_and_routes_that_they_ask_for(app_server: Server) -> None:
    habits = Habits(clients=3, actions=2, think=0.02, cards=("zangezur", "north-south"))
    still_there: list[bool] = []
    tally = visited(visit_all(app_server.port, habits, 1, lambda: still_there.append(True)))
    assert tally.errors == []
    assert (len(tally.first), len(tally.cards), len(tally.routes)) == (3, 4, 2)
    assert still_there == [True]


def test_a_card_that_does_not_come_is_an_error(app_server: Server) -> None:
    habits = Habits(clients=2, actions=2, think=0.02, cards=("no-such-layer", "nor-this"))
    tally = visited(visit_all(app_server.port, habits, 1))
    assert [error for error in tally.errors if "no-such-layer" in error]


def test_a_server_that_is_not_there_is_an_error() -> None:
    tally = visited(visit_all(free_port(), Habits(2, 1, 0.02, ("zangezur",)), 1))
    assert len(tally.errors) == 2
    assert tally.acts == []
