"""Ways by way of other places: held against all ways of small networks, and what is said of bad ones."""

from __future__ import annotations

from itertools import pairwise, permutations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layers.network.model import Network
from layers.network.search.answer import find_routes, prepare
from layers.network.search.best_way import Search
from layers.network.search.graph import OBJECTIVES
from layers.network.search.question import Question
from layers.network.search.weakest import weakest_links
from layers.network.words.answer_text import answer_text
from layers.network.words.as_json import answer_json
from tests.harness.loaded import network_on_disk
from tests.harness.referee import Cost, Referee, all_ways
from tests.harness.small_network import leg, network, place
from tests.harness.small_networks import small_networks


def by_brute_force(of: Network, search: Search) -> Cost | None:
    """The least cost of all chains of ways, in each order of the places between."""
    referee, costs = Referee(of), []
    for order in permutations(search.via):
        stops = pairwise((search.from_, *order, search.to))
        stretches = [list(all_ways(of, *stop, search.blocked)) for stop in stops]
        for ways in product(*stretches):
            cost = referee.cost(search.from_, [one for way in ways for one in way], search.by)
            if cost is not None:
                costs.append(cost)
    return min(costs, default=None)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(small_networks(), st.sampled_from(OBJECTIVES), st.permutations("abcd"), st.integers(1, 2))
def test_the_best_way_by_way_of_places_is_the_best_of_all(
    drawn: tuple[Network, frozenset[str]], by: str, places: list[str], number: int
) -> None:
    of, closed = drawn
    start, end, *via = [name for name in places if name in of.nodes]
    search = Search(of, by, start, end, closed, tuple(via[:number]))  # type: ignore[arg-type]
    best = search.best()
    assert (search.rank(best) if best else None) == by_brute_force(of, search)


def test_cargo_may_go_to_a_place_on_a_branch_line_and_back() -> None:
    ways = [leg("a-b", "rail", 100), leg("b-c", "rail", 100), leg("b-d", "rail", 10)]
    best = Search(network(map(place, "abcd"), ways), "km", "a", "c", frozenset(), ("d",)).best()
    assert best is not None
    assert best.leg_ids == ("a-b", "b-d", "b-d", "b-c")
    assert best.km == 220


def test_a_strait_on_the_way_is_passed_and_not_turned_round_in() -> None:
    ways = [leg(name, "sea", 500) for name in ("a-s", "c-s", "s-b", "a-c", "b-c")]
    of = network([*map(place, "abc"), place("s", None, side_legs=["a-s", "c-s"])], ways)
    best = Search(of, "km", "a", "c", frozenset(), ("s",)).best()
    assert best is not None
    assert best.leg_ids == ("a-s", "s-b", "b-c")


@pytest.mark.parametrize("via", [("tbilisi",), ("istanbul", "tehran"), ("suez",)])
def test_every_listed_way_passes_the_places(via: tuple[str, ...]) -> None:
    known = network_on_disk()
    answer = find_routes(known, Question("khorgos", "constanta", via=via))
    assert answer.routes
    for route in answer.routes:
        assert set(via) <= {*route.places}
    assert answer_json(known, answer)["via"] == list(via)
    assert "\nBy way of: " in answer_text(known, answer)


def test_an_order_is_not_asked_for() -> None:
    known = network_on_disk()
    one, other = (
        prepare(known, Question("khorgos", "constanta", via=via)).search.best()
        for via in (("alat", "tbilisi"), ("tbilisi", "alat"))
    )
    assert one == other


def test_the_reason_names_the_place_and_what_cuts_the_way_to_it() -> None:
    known = network_on_disk()
    answer = find_routes(known, Question("khorgos", "constanta", via=("tbilisi",), closed=("GE",)))
    assert answer.no_route == (
        "Tbilisi lies in Georgia, which is closed: open Georgia again or choose other places."
    )
    answer = find_routes(known, Question("khorgos", "poti", via=("tehran",), closed=("IR", "RU")))
    assert answer.cuts == (("IR",),)
    cut = Question("khorgos", "poti", via=("mumbai", "tehran"), modes=("rail",), closed=("IR",))
    assert "from Khorgos to Poti by way of Mumbai and Tehran" in str(find_routes(known, cut).no_route)


def test_the_middle_corridor_is_another_way_by_tbilisi() -> None:
    """All ways by a place are alike where it makes them so, and still are different ways."""
    ways = find_routes(network_on_disk(), Question("khorgos", "constanta", via=("tbilisi",))).routes
    assert [set(way.countries) - {"KZ", "AZ", "GE", "RO"} for way in ways][:2] == [{"RU"}, set()]


def test_what_must_be_passed_is_no_weak_link() -> None:
    known = network_on_disk()
    links = weakest_links(known, Question("khorgos", "constanta", via=("tbilisi",)))
    assert links
    assert {"tbilisi", "GE"}.isdisjoint(link.closure.word for link in links)


@pytest.mark.parametrize(
    ("via", "said"),
    [
        (("poti", "baku", "kars"), "A way can go by way of 2 places at most, not 3: leave some out."),
        (("khorgos",), "Khorgos is an end of the way: it needs no stop there as well, leave it out."),
        (("atlantis",), "No place of the routes has the id “atlantis”: give one such as khorgos."),
    ],
)
def test_bad_places_on_the_way(via: tuple[str, ...], said: str) -> None:
    answer = find_routes(network_on_disk(), Question("khorgos", "constanta", via=via))
    assert answer.faulty
    assert answer.no_route == said
