"""Comparing before and after a closure, and the weakest links of pairs and corridors."""

from __future__ import annotations

import pytest

from layers.network.load import load_network
from layers.network.search.answer import find_routes
from layers.network.search.compare import compare
from layers.network.search.question import Question, QuestionError
from layers.network.search.weakest import WeakLink, weakest_links, weakest_links_of
from layers.network.words.answer_text import comparison_text, weak_links_text

NETWORK = load_network()
WITHOUT_RUSSIA = Question("khorgos", "constanta", closed=("RU",))


def by_word(links: tuple[WeakLink, ...]) -> dict[str, WeakLink]:
    return {link.closure.word: link for link in links}


def test_a_closure_that_costs_something() -> None:
    before = find_routes(NETWORK, WITHOUT_RUSSIA)
    after = find_routes(NETWORK, Question("khorgos", "constanta", closed=("RU", "GE")))
    what = compare(before, after)
    assert what.changed
    assert what.before is not None
    assert what.before in what.lost
    assert {"az-alat-gardabani", "blk-poti-constanta"} <= set(what.lost_legs)
    assert {"aras-alat-parsabad", "tr-sivas-samsun"} <= set(what.other_legs)
    assert what.difference is not None
    assert round(what.difference.km) == 762
    assert what.difference.borders == 2
    assert 1 < what.difference.days[0] < what.difference.days[1]
    assert "762.0 km more" in comparison_text(NETWORK, what)
    assert "instead of by Aktau, Alat and Poti" in comparison_text(NETWORK, what)


def test_a_closure_that_changes_nothing() -> None:
    usual = Question("khorgos", "constanta")
    after = Question("khorgos", "constanta", closed=("GE",))
    what = compare(find_routes(NETWORK, usual), find_routes(NETWORK, after))
    assert not what.changed
    assert what.lost
    assert what.difference is not None
    assert (what.difference.km, what.difference.borders) == (0, 0)
    assert comparison_text(NETWORK, what).startswith("The best way stays the same.")


def test_a_closure_that_leaves_nothing() -> None:
    cut = find_routes(NETWORK, Question("khorgos", "constanta", closed=("KZ",)))
    what = compare(find_routes(NETWORK, WITHOUT_RUSSIA), cut)
    assert what.after is None
    assert what.difference is None
    assert comparison_text(NETWORK, what) == "No way is left."


def test_weakest_link_is_azerbaijan_and_georgia() -> None:
    links = weakest_links(NETWORK, Question("khorgos", "constanta", closed=("RU", "IR")))
    found = by_word(links)
    for word in ("AZ", "GE", "az-alat-gardabani"):
        cost = found[word].cost
        assert cost is not None
        assert round(cost.km) == 6455
        assert cost.middle_days == pytest.approx(13, abs=0.5)
    assert links[0].closure.kind == "country"
    in_kazakhstan = found["kz-beyneu-mangystau"].cost
    assert in_kazakhstan is not None
    assert in_kazakhstan.middle_days < 6


def test_weakest_links_come_worst_first_and_leave_the_ends_alone() -> None:
    links = weakest_links(NETWORK, WITHOUT_RUSSIA)
    costs = [link.cost.middle_days for link in links if link.cost]
    assert costs == sorted(costs, reverse=True)
    assert {"khorgos", "constanta", "KZ", "RO"}.isdisjoint(by_word(links))


def test_a_single_point_of_failure() -> None:
    links = weakest_links(NETWORK, Question("yerevan", "baku", modes=("rail",)))
    assert links[0].single_point_of_failure
    assert links[0].closure.word == "GE"
    assert "Georgia" in weak_links_text(links).splitlines()[0]
    assert "single point of failure" in weak_links_text(links).splitlines()[0]


def test_no_way_has_no_weakest_link() -> None:
    assert weakest_links(NETWORK, Question("moscow", "mumbai", closed=("RU",))) == ()


def test_weakest_links_of_a_corridor() -> None:
    found = by_word(weakest_links_of(NETWORK, "middle-corridor", WITHOUT_RUSSIA))
    assert found["AZ"].single_point_of_failure
    assert found["GE"].single_point_of_failure
    assert found["caspian"].single_point_of_failure
    assert not found["cas-aktau-alat"].single_point_of_failure  # there is Kuryk
    assert not found["poti"].single_point_of_failure  # there is Batumi
    around = found["GE"].around
    assert around is not None
    assert "GE" not in around.countries


def test_a_planned_corridor_has_weakest_links_too() -> None:
    found = by_word(weakest_links_of(NETWORK, "zangezur-tripp", WITHOUT_RUSSIA))
    assert found["AM"].single_point_of_failure


def test_an_unknown_corridor_names_the_known_ones() -> None:
    with pytest.raises(QuestionError, match="middle-corridor"):
        weakest_links_of(NETWORK, "silk-road", WITHOUT_RUSSIA)
