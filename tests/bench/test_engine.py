"""The engine and its unit are asked the same: networkx finds walks of one weight, copies the same ways."""

from __future__ import annotations

from itertools import pairwise

from bench.copies import in_copy, joined_copies
from bench.engine import GOAL_NODE, Times, best_way, plain_graph, plain_way
from bench.questions import neighbours, random_questions
from layers.network.model import Network
from layers.network.search.answer import prepare
from layers.network.search.graph import state_graph
from layers.network.search.question import Question
from layers.network.search.remaining import Remaining


def test_networkx_finds_walks_of_the_same_weight(network: Network) -> None:
    found = 0
    for asked in random_questions(network, 40):
        search = prepare(network, asked).search
        states = state_graph(network, search.by)
        first = states.starts[search.from_]
        graph = plain_graph(search)
        way = plain_way(graph, first)
        remaining = Remaining(states, search.from_, states.goals[search.to], search.blocked)
        weight = sum(graph[one][other]["weight"] for one, other in pairwise(way)) if way else None
        assert weight == remaining.reach(first), asked
        found += way is not None and way[-1] == GOAL_NODE
    assert found > 20


def test_a_question_within_a_copy_has_the_same_way(network: Network) -> None:
    many = joined_copies(network, 2)
    for asked in (*random_questions(network, 12), *neighbours(network, 12)):
        one, other = best_way(network, asked), best_way(many, in_copy(network, asked, 1))
        assert (one and (one.km, one.days)) == (other and (other.km, other.days)), asked


def test_a_ratio_is_of_the_medians_of_a_question() -> None:
    times, asked = Times(), Question("a", "b")
    times.taken = {("ours", asked): [9.0, 2.0, 3.0], ("unit", asked): [1.0, 2.0, 99.0]}
    assert times.ratios("ours", "unit", [asked]) == [1.5]
