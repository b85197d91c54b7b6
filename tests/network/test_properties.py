"""What must hold for any pair of places and any closures, over the real network."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from layers.network.search.alternatives import ALIKE_AT_MOST, is_worse, likeness
from layers.network.search.answer import Answer, find_routes, prepare
from layers.network.search.graph import OBJECTIVES, hundredths, tenths
from layers.network.search.question import USUAL_MODES, Question
from layers.network.words.as_json import answer_json
from tests.harness.loaded import network_on_disk

NETWORK = network_on_disk()  # read here for the strategies; its graphs are built by the first question
PLACES = sorted(NETWORK.nodes)
CLOSABLE = [
    *sorted(NETWORK.countries),
    *sorted(NETWORK.legs),
    *PLACES,
    *NETWORK.groups,
    *NETWORK.waters,
    "planned",
]
FEW = settings(max_examples=60, deadline=None, derandomize=True)

pairs = st.lists(st.sampled_from(PLACES), min_size=2, max_size=2, unique=True)
closures = st.lists(st.sampled_from(CLOSABLE), max_size=4, unique=True).map(tuple)
modes = st.sampled_from(
    [USUAL_MODES, USUAL_MODES, ("rail", "sea", "road"), ("rail", "sea"), ("rail",), ("road",)]
)
questions = st.builds(
    lambda pair, **rest: Question(*pair, **rest),
    pairs,
    by=st.sampled_from(OBJECTIVES),
    modes=modes,
    closed=closures,
    planned=st.booleans(),
    as_of=st.sampled_from([None, None, None, 1995, 2010, 2018]),
    irregular=st.booleans(),
)


def measure(answer: Answer) -> tuple[int, ...] | None:
    """The rank of the best route, None when there is no route."""
    if answer.best is None:
        return None
    return prepare(NETWORK, answer.question).search.rank(answer.best)


def no_better(one: tuple[int, ...] | None, other: tuple[int, ...] | None) -> bool:
    """Whether `one` is as bad as `other` or worse; no route is worst."""
    return one is None or (other is not None and one >= other)


@FEW
@given(questions, st.sampled_from(CLOSABLE))
def test_closing_never_shortens_and_opening_never_lengthens(question: Question, more: str) -> None:
    without, with_it = (
        find_routes(NETWORK, question),
        find_routes(NETWORK, replace(question, closed=(*question.closed, more))),
    )
    assert no_better(measure(with_it), measure(without))


@FEW
@given(questions)
def test_planned_links_and_more_modes_never_make_it_worse(question: Question) -> None:
    asked = measure(find_routes(NETWORK, question))
    assert no_better(asked, measure(find_routes(NETWORK, replace(question, planned=True))))
    assert no_better(asked, measure(find_routes(NETWORK, replace(question, modes=("rail", "sea", "road")))))
    assert no_better(asked, measure(find_routes(NETWORK, replace(question, irregular=True))))


@FEW
@given(questions)
def test_there_and_back_agree(question: Question) -> None:
    there = find_routes(NETWORK, question)
    back = find_routes(NETWORK, replace(question, from_=question.to, to=question.from_))
    assert measure(there) == measure(back)


@FEW
@given(questions)
def test_totals_are_the_sums_of_the_parts(question: Question) -> None:
    for route in answer_json(NETWORK, find_routes(NETWORK, question))["routes"]:
        assert tenths(route["km"]) == sum(tenths(leg["km"]) for leg in route["legs"])
        assert tenths(route["km"]) == sum(tenths(km) for km in route["km_by_mode"].values())
        assert route["borders"] == max(len(route["countries"]) - 1, 0)
    for found in find_routes(NETWORK, question).routes:
        for end in (0, 1):
            parts = [hundredths(part.days[end]) for part in found.parts]
            assert hundredths(found.days[end]) == sum(parts)
        assert found.gauge_breaks + found.transshipments == len(found.changes)


@FEW
@given(questions)
def test_no_route_uses_what_is_closed_or_not_open(question: Question) -> None:
    answer = find_routes(NETWORK, question)
    closed = set().union(*(thing.legs for thing in answer.closed))
    allowed = {"road" if mode == "road-gaps" else mode for mode in question.modes}
    for route in answer.routes:
        assert closed.isdisjoint(route.leg_ids)
        assert set(question.closed).isdisjoint(route.chokepoints)
        assert set(question.closed).isdisjoint(route.countries)
        for travel in route.travels:
            leg = travel.leg
            assert leg.mode in allowed
            assert question.planned or leg.status in ("operating", "idle", "closed")
            if question.as_of is None:
                assert leg.status == "operating" or leg.plan
            else:
                assert not leg.plan_in(question.as_of)
                assert (leg.opened or 0) <= question.as_of < (leg.closed_since or 9999)


@FEW
@given(questions)
def test_a_route_leads_from_start_to_end_without_passing_a_place_twice(question: Question) -> None:
    answer = find_routes(NETWORK, question)
    for route in answer.routes:
        assert (route.places[0], route.places[-1]) == (question.from_, question.to)
        assert len(set(route.places)) == len(route.places)
        assert all({one.from_, one.to} == {one.leg.from_, one.leg.to} for one in route.travels)


@FEW
@given(questions)
def test_no_way_is_said_in_one_sentence_and_never_as_nothing(question: Question) -> None:
    answer = find_routes(NETWORK, question)
    assert bool(answer.routes) != bool(answer.no_route)
    assert all(route.km > 0 for route in answer.routes)
    if answer.no_route:
        assert answer.no_route.endswith(".")
        assert set(answer.cut_by) <= set(question.closed)


@FEW
@given(questions)
def test_opening_again_what_cuts_the_way_opens_it(question: Question) -> None:
    answer = find_routes(NETWORK, question)
    if answer.cut_by and "cut" in str(answer.no_route) and "more than one" not in str(answer.no_route):
        for word in answer.cut_by:
            rest = tuple(closed for closed in question.closed if closed != word)
            assert find_routes(NETWORK, replace(question, closed=rest)).routes


@FEW
@given(questions)
def test_routes_come_best_first_and_really_differ(question: Question) -> None:
    routes = find_routes(NETWORK, question).routes
    assert len(routes) <= question.count
    ranks = [prepare(NETWORK, question).search.rank(route) for route in routes]
    assert ranks == sorted(ranks)
    for at, one in enumerate(routes):
        for other in routes[:at]:
            assert likeness(one, other) <= ALIKE_AT_MOST
            assert not is_worse(one, other)
            assert not is_worse(other, one)
