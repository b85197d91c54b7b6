"""Deeds in a component's own HTML: each is done once and in order, however often it is told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import streamlit as st

from layers.page import bound as bound_module
from layers.page.deeds import heard, on_deeds
from tests.harness.serving import poll
from tests.harness.windows import OpenScreen

# Faster than any answer comes: what is clicked next may stand beside a control that is out of date.
QUICK = """async words => { for (const word of words) {
    document.querySelector(`[data-reopen='${word}']`).click();
    await new Promise(next => setTimeout(next, 30)); } }"""


class Done(list[tuple[str, Any]]):
    """What was done, and the components' values in the place of a session."""

    def __init__(self, session: dict[str, Any]) -> None:
        super().__init__()
        self.session = session

    def tell(self, told: object) -> None:
        """Let the browser set the component's value, and the page run."""
        self.session["answer"] = {"deeds": told}
        deeds = {name: lambda value, name=name: self.append((name, value)) for name in ("close", "open")}
        on_deeds("answer", deeds)["on_deeds_change"]()


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> Iterator[Done]:
    session: dict[str, Any] = {}
    monkeypatch.setattr(st, "session_state", session)
    yield Done(session)


def test_what_is_told_again_is_done_once_and_in_order(done: Done) -> None:
    done.tell([[5, "close", "RU"]])
    assert heard("answer") == 5
    done.tell([[5, "close", "RU"], [6, "close", "GE"], [9, "open", "RU"]])
    done.tell([[6, "close", "GE"], [9, "open", "RU"]])
    assert done == [("close", "RU"), ("close", "GE"), ("open", "RU")]
    assert heard("answer") == 9
    assert heard("another") == 0


@pytest.mark.parametrize(
    "told", [None, 7, "close", {"a": 1}, [7], [[1, "close"]], [["1", "close", "RU"]], [[1, 2, 3]]]
)
def test_what_has_another_form_does_nothing(done: Done, told: object) -> None:
    done.tell(told)
    assert done == []


def test_an_unknown_deed_is_passed_over_and_the_next_one_done(done: Done) -> None:
    done.tell([[1, "burn", "x"], [2, "close", "RU"]])
    assert done == [("close", "RU")]


def test_quick_clicks_all_count_while_answers_are_under_way(open_screen: OpenScreen) -> None:
    closed = ["suez", "hormuz", "bosporus", "bab-el-mandeb", "poti"]
    screen = open_screen(f"/?panel=routes&from=khorgos&to=constanta&closed={','.join(closed)}").wait_for_map()
    page = screen.page
    page.locator('[data-reopen="poti"]').first.wait_for(timeout=30_000)
    page.evaluate(QUICK, closed[::-1])
    poll(lambda: "closed=" not in screen.address(), 20, expected="nothing closed")


def test_a_widget_that_comes_back_without_a_choice_chooses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """One that goes and comes back at once says so, and then a list called None was fetched."""
    session: dict[str, Any] = {}
    monkeypatch.setattr(bound_module, "session", session)
    for required, left in ((True, "names"), (False, None)):
        asked: dict[str, Any] = {"show": "names"}
        widget = bound_module.bound(asked, "show", of=f"read-{required}", required=required)
        session[widget["key"]] = None
        widget["on_change"]()
        assert asked["show"] == left
