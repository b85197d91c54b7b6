"""Comparing before and after a closure, and the weakest links of pairs and corridors."""

from __future__ import annotations

import pytest

from layers.network.model import Network
from layers.network.search.answer import find_routes, prepare
from layers.network.search.compare import Difference, compare
from layers.network.search.graph import OBJECTIVES
from layers.network.search.question import Question, QuestionError
from layers.network.search.weakest import WeakLink, weakest_links, weakest_links_of
from layers.network.words.comparison import change_text, weak_links_text
from layers.network.words.phrases import cost_text

WITHOUT_RUSSIA = Question("khorgos", "constanta", closed=("RU",))


def by_word(links: tuple[WeakLink, ...]) -> dict[str, WeakLink]:
    return {link.closure.word: link for link in links}


def test_a_closure_that_costs_something(network: Network) -> None:
    before = find_routes(network, WITHOUT_RUSSIA)
    after = find_routes(network, Question("khorgos", "constanta", closed=("RU", "GE")))
    what = compare(before, after)
    assert what.changed
    assert what.before is not None
    assert what.before in what.lost
    assert {"az-alat-gardabani", "blk-poti-constanta"} <= set(what.lost_legs)
    assert {"aras-alat-parsabad", "tr-sivas-samsun"} <= set(what.other_legs)
    assert what.difference is not None
    assert round(what.difference.km) == 746
    assert what.difference.borders == 2
    assert 1 < what.difference.days[0] < what.difference.days[1]
    said = change_text(network, before, after, step="")
    assert said.startswith(
        "Georgia is left out besides Russia; with Georgia: 11–29 days by Aktau, Alat and Poti."
        " Now 13–36 days by Aktau, Alat, Kars and Samsun, by road through Iran: 750 km more, 2 borders more."
    )


def test_a_closure_that_changes_nothing(network: Network) -> None:
    usual = Question("khorgos", "constanta")
    after = Question("khorgos", "constanta", closed=("GE",))
    before, now = find_routes(network, usual), find_routes(network, after)
    what = compare(before, now)
    assert not what.changed
    assert what.lost
    assert what.difference is not None
    assert (what.difference.km, what.difference.borders) == (0, 0)
    said = change_text(network, before, now, step="")
    assert said.startswith("Georgia is left out; the best way stays the same. ")


@pytest.mark.parametrize(
    ("ends", "closed", "said"),
    [
        (
            ("poti", "piraeus"),
            "TR",
            "Türkiye is left out, but ships still pass Bosporus and Dardanelles; the ",
        ),
        (("poti", "constanta"), "TR", "Türkiye is left out; the "),
        (("poti", "piraeus"), "RU", "Russia is left out; the "),
    ],
)
def test_a_closed_country_whose_strait_is_sailed_says_so(
    network: Network, ends: tuple[str, str], closed: str, said: str
) -> None:
    before, now = (find_routes(network, Question(*ends, closed=words)) for words in ((), (closed,)))
    assert change_text(network, before, now, step="").startswith(said)


def test_a_closure_that_leaves_nothing(network: Network) -> None:
    before = find_routes(network, Question("khorgos", "constanta"))
    cut = find_routes(network, Question("khorgos", "constanta", closed=("KZ",)))
    what = compare(before, cut)
    assert what.after is None
    assert what.difference is None
    said = change_text(network, before, cut, step="")
    assert said.startswith("Kazakhstan is left out; with Kazakhstan: 8–17 days by ")
    assert said.endswith(" No way is left.")


def test_what_is_opened_is_said_by_its_name(network: Network) -> None:
    before, after = (
        find_routes(network, Question("baku", "kars", planned=planned, closed=("GE",)))
        for planned in (False, True)
    )
    said = change_text(network, before, after, step="All planned links open")
    assert said.startswith("All planned links open, without Georgia; without that: ")


def test_weakest_link_is_azerbaijan_and_georgia(network: Network) -> None:
    links = weakest_links(network, Question("khorgos", "constanta", closed=("RU", "IR")))
    found = by_word(links)
    for word in ("AZ", "GE", "az-alat-gardabani"):
        cost = found[word].cost
        assert cost is not None
        assert round(cost.km) == 6644
        assert cost.middle_days == pytest.approx(14.4, abs=0.5)
    assert links[0].closure.kind == "country"
    in_kazakhstan = found["kz-beyneu-mangystau"].cost
    assert in_kazakhstan is not None
    assert in_kazakhstan.middle_days < 6


def test_weakest_links_come_worst_first_and_leave_the_ends_alone(network: Network) -> None:
    links = weakest_links(network, WITHOUT_RUSSIA)
    costs = [link.cost.middle_days for link in links if link.cost]
    assert costs == sorted(costs, reverse=True)
    assert {"khorgos", "constanta", "KZ", "RO"}.isdisjoint(by_word(links))


def test_a_country_closes_with_its_canal(network: Network) -> None:
    links = by_word(weakest_links(network, Question("mumbai", "moscow", closed=("RU",)))) or by_word(
        weakest_links(network, Question("shanghai", "rotterdam", closed=("RU",)))
    )
    assert links["EG"].cost == links["suez"].cost


@pytest.mark.parametrize("by", OBJECTIVES)
def test_weakest_links_are_in_the_order_of_the_measure(network: Network, by: str) -> None:
    question = Question("khorgos", "constanta", by=by)
    rank = prepare(network, question).search.rank
    ranks = [rank(link.instead) for link in weakest_links(network, question) if link.instead]
    assert ranks == sorted(ranks, reverse=True)


def test_a_single_point_of_failure(network: Network) -> None:
    links = weakest_links(network, Question("yerevan", "baku", modes=("rail",)))
    assert links[0].single_point_of_failure
    assert links[0].closure.word == "GE"
    assert "Georgia" in weak_links_text(links).splitlines()[0]
    assert "single point of failure" in weak_links_text(links).splitlines()[0]


def test_no_way_has_no_weakest_link(network: Network) -> None:
    assert weakest_links(network, Question("moscow", "mumbai", closed=("RU",))) == ()


def test_weakest_links_of_a_corridor(network: Network) -> None:
    found = by_word(weakest_links_of(network, "middle-corridor", WITHOUT_RUSSIA))
    assert found["AZ"].single_point_of_failure
    assert found["GE"].single_point_of_failure
    assert found["caspian"].single_point_of_failure
    assert not found["cas-aktau-alat"].single_point_of_failure  # there is Kuryk
    assert not found["poti"].single_point_of_failure  # there is Batumi
    around = found["GE"].around
    assert around is not None
    assert "GE" not in around.countries


def test_a_planned_corridor_has_weakest_links_too(network: Network) -> None:
    found = by_word(weakest_links_of(network, "zangezur-tripp", WITHOUT_RUSSIA))
    assert found["AM"].single_point_of_failure


def test_an_unknown_corridor_names_the_known_ones(network: Network) -> None:
    with pytest.raises(QuestionError, match="middle-corridor"):
        weakest_links_of(network, "silk-road", WITHOUT_RUSSIA)


def test_days_that_may_be_less_or_more_are_not_told_by_their_middle() -> None:
    assert cost_text(Difference(700, (-1.2, 7.6), 0)) == "700 km more, between 1 day less and 8 days more"
    assert cost_text(Difference(-30, (2, 2.2), -1)) == "30 km less, about 2 days more, 1 border fewer"
