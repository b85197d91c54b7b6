"""Ways that pass no place twice: where the best walk does, and where the search is broken off."""

from __future__ import annotations

import pytest

from layers.network.model import Network
from layers.network.search import simple_way
from layers.network.search.answer import find_routes
from layers.network.search.best_way import Search
from layers.network.search.question import Question
from layers.network.search.weakest import weakest_links
from tests.harness.small_network import leg, network, place


def with_a_loop(*legs: str) -> Network:
    """From a to c by ship over b, where cargo would rather go inland and back than change ships."""
    dear = place("b", handling={"ship_ship": (20, 20), "rail_water": (1, 1)})
    ways = [leg("a-b", "sea", 500), leg("b-c", "sea", 500), leg("b-d", "rail", 10), leg("d-e", "rail", 10)]
    return network(
        [place("a"), dear, *map(place, "cde")], [*ways, *(leg(name, "sea", 9000) for name in legs)]
    )


def test_a_loop_is_avoided_and_the_next_best_way_weighed() -> None:
    assert Search(with_a_loop(), "days", "a", "c", frozenset()).best().leg_ids == ("a-b", "b-c")  # type: ignore[union-attr]
    by_itself = Search(with_a_loop("a-c"), "days", "a", "c", frozenset()).best()
    assert by_itself is not None
    assert by_itself.leg_ids == ("a-c",)


def test_a_way_is_said_to_be_unproven_where_the_search_is_broken_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(simple_way, "MOST_STEPS", 2)
    of = with_a_loop("a-c")
    best = Search(of, "days", "a", "c", frozenset()).best()
    assert best is not None
    assert (best.leg_ids, best.proven) == (("a-b", "b-c"), False)  # the loop is cut off; a-c would be better
    answer = find_routes.__wrapped__(of, Question("a", "c"))
    assert [route.proven for route in answer.routes][:1] == [False]


def test_where_not_even_a_way_is_found_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """The walk turns round in the port behind the strait; cut short it would have to turn in the strait."""
    monkeypatch.setattr(simple_way, "MOST_STEPS", 1)
    sides = ["a-s", "c-s"]
    legs = [leg(name, "sea", 500) for name in ("a-s", "c-s", "s-b")]
    of = network([*map(place, "abc"), place("s", None, side_legs=sides)], legs)
    answer = find_routes.__wrapped__(of, Question("a", "c"))
    assert str(answer.no_route).startswith("Whether there is a way from A to C could not be decided in ")
    assert not answer.faulty
    monkeypatch.undo()
    assert "There is no way from A to C" in str(find_routes.__wrapped__(of, Question("a", "c")).no_route)
    assert weakest_links.__wrapped__(of, Question("a", "c")) == ()
