"""The engine held against the referee on the real network, with one gate of the best way after another shut.

A few walks of closures each time; `make referee` takes many: REFEREE_WALKS says how many, REFEREE_SEED
which, and REFEREE_STEPS after how many partial ways the referee gives a question up.
"""

from __future__ import annotations

import os
import random
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations

import pytest

from layers.network.model import Network
from layers.network.search.answer import find_routes, prepare
from layers.network.search.closures import closure
from layers.network.search.graph import OBJECTIVES
from layers.network.search.question import USUAL_MODES, Question
from layers.network.search.route import Route
from layers.network.search.weakest import weakest_links
from tests.harness.loaded import network_on_disk
from tests.harness.referee import Referee

WALKS = int(os.environ.get("REFEREE_WALKS", "24"))
SEED = int(os.environ.get("REFEREE_SEED", "1"))
LONGEST_WALK = 9  # closures
A_TEST = 4  # walks: so that they spread over the workers
# Partial ways of the referee; what it cannot decide is passed over.
MOST_TRIED = int(os.environ.get("REFEREE_STEPS", "60000"))
UNDECIDED_AT_MOST = 0.5  # of a test's questions; by borders it is slow where ships pass straits


@dataclass(frozen=True)
class Asked:
    """A question of a walk and the best way that the engine gives."""

    question: Question
    best: Route | None


@cache
def the_referee() -> Referee:
    return Referee(network_on_disk())


def walk(number: int) -> Iterator[Asked]:
    """Yield a question drawn at random, and with one more gate of its best way shut each time."""
    network = network_on_disk()
    draw = random.Random(f"{SEED} {number}")
    modes = draw.choice([USUAL_MODES, USUAL_MODES, ("rail", "sea", "road"), ("rail", "sea"), ("sea",)])
    year, planned = draw.choice([None, None, None, 1995, 2010]), draw.random() < 0.3
    start, end = draw.sample(sorted(network.nodes), 2)
    question = Question(start, end, draw.choice(OBJECTIVES), modes, as_of=year, planned=planned)
    for _ in range(draw.randint(1, LONGEST_WALK)):
        best = prepare(network, question).search.best()
        yield Asked(question, best)
        gates = sorted(gates_of(network, best)) if best else []
        if not gates:
            return
        question = replace(question, closed=(*question.closed, draw.choice(gates)))


def gates_of(network: Network, best: Route) -> set[str]:
    """Everything of a way that can be closed but its ends and their countries."""
    ends = {best.places[0], best.places[-1]}
    passed = {*best.countries, *best.chokepoints, *best.places, *best.leg_ids}
    return passed - ends - {str(network.nodes[end].country) for end in ends}


walks = pytest.mark.parametrize("first", range(0, WALKS, A_TEST))


@walks
@pytest.mark.filterwarnings("default:the referee did not decide")
def test_the_best_way_is_the_referees_and_no_closure_betters_it(first: int) -> None:
    network, undecided, asked_in_all = network_on_disk(), 0, 0
    for number in range(first, first + A_TEST):
        before: tuple[int, ...] | None = None
        for asked in walk(number):
            asked_in_all += 1
            search = prepare(network, asked.question).search
            rank = search.rank(asked.best) if asked.best else None
            assert before is None or rank is None or rank >= before, asked.question
            before = rank
            try:
                way = the_referee().best(search.from_, search.to, search.by, search.blocked, most=MOST_TRIED)
            except TimeoutError:
                undecided += 1
                continue
            assert rank == (way.cost if way else None), asked.question
    if undecided:
        warnings.warn(f"the referee did not decide {undecided} of {asked_in_all} questions", stacklevel=1)
    assert undecided <= UNDECIDED_AT_MOST * asked_in_all


@walks
def test_weakest_links_are_what_closing_them_by_hand_gives(first: int) -> None:
    network = network_on_disk()
    for asked in walk(first):
        for link in weakest_links(network, asked.question):
            shut = replace(asked.question, closed=(*asked.question.closed, link.closure.word))
            instead = prepare(network, shut).search.best()
            assert (instead and instead.leg_ids) == (link.instead and link.instead.leg_ids), shut


@walks
def test_what_would_have_to_open_is_what_opening_by_hand_gives(first: int) -> None:
    """Each set named gives a way, no part of it does, and no other set of that size does."""
    network = network_on_disk()
    for number in range(first, first + A_TEST):
        *_, last = walk(number)
        if last.best:
            continue
        answer, closed = find_routes(network, last.question), last.question.closed
        size = len(answer.cuts[0]) if answer.cuts else len(closed)
        assert {len(cut) for cut in answer.cuts} <= {size}
        opens = {
            frozenset(words)
            for fewer in range(1, size + 1)
            for words in combinations(closed, fewer)
            if is_open(network, last.question, words)
        }
        if answer.cuts:
            assert {frozenset(cut) for cut in answer.cuts} == opens, last.question


def is_open(network: Network, question: Question, opened: tuple[str, ...]) -> bool:
    rest = tuple(word for word in question.closed if word not in opened)
    search = prepare(network, replace(question, closed=rest)).search
    return the_referee().best(search.from_, search.to, search.by, search.blocked) is not None


def test_a_closure_takes_its_legs() -> None:
    """Else the walks would shut nothing and prove nothing."""
    network = network_on_disk()
    shut = [asked for number in range(A_TEST) for asked in walk(number) if asked.question.closed]
    assert shut
    for asked in shut:
        taken = {leg for word in asked.question.closed for leg in closure(network, word).legs}
        assert asked.best is None or taken.isdisjoint(asked.best.leg_ids)
