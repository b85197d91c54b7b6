"""Time the route engine: python -m bench.engine [--quick]; without a page and a browser.

The unit is a weighted shortest path by networkx over the same graph of states, past the same legs, in one
run: ratios to it depend little on the machine. Times are of the processor, without collecting garbage.
"""

from __future__ import annotations

import argparse
import gc
import statistics
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import partial

import networkx as nx

from bench.copies import in_copy, joined_copies
from bench.goals import Goal, table
from bench.questions import neighbours, random_questions
from layers.files.folders import ROOT, folders_of
from layers.network.load import load_network
from layers.network.model import Network
from layers.network.search.answer import find_routes, prepare
from layers.network.search.best_way import Search
from layers.network.search.graph import build_graphs, state_graph
from layers.network.search.question import Question
from layers.network.search.route import Route
from layers.network.search.weakest import weakest_links

ROUNDS = 5
QUESTIONS = 300
FEW = 60  # questions that are also asked in the joined copies
COPIES = 8
# What the graphs of the four measures took when they were graphs of networkx: tracemalloc, Python 3.11,
# on 30 November 2026, at the commit before the engine searched its own arrays.
GRAPHS_OF_NETWORKX_MB = 10.51
PLAIN, BEST, ANSWER, WEAKEST = "networkx", "best way", "answer", "weakest links"
MANY = ", in eight copies"
GOAL_NODE = "goal"


@dataclass
class Times:
    """Milliseconds by what was timed and by question, of each round."""

    taken: dict[tuple[str, Question], list[float]] = field(default_factory=dict)

    def time(self, what: str, question: Question, action: Callable[[], object]) -> object:
        """Call twice, time the second call, and return what it gives: each finds the processor warm."""
        action()
        began = time.process_time()
        given = action()
        self.taken.setdefault((what, question), []).append(1000 * (time.process_time() - began))
        return given

    def of(self, what: str, question: Question) -> float:
        """The median of the rounds."""
        return statistics.median(self.taken[what, question])

    def ratios(self, what: str, unit: str, questions: Iterable[Question]) -> list[float]:
        """Of each question, how many times as long as the unit it took; in order."""
        return sorted(self.of(what, asked) / self.of(unit, asked) for asked in questions)


def high(ordered: list[float]) -> float:
    """The value that 95 of 100 do not exceed."""
    return ordered[int(0.95 * (len(ordered) - 1))]


def plain_graph(search: Search) -> nx.DiGraph[int | str]:
    """Return the states of a search and its arcs as a graph of networkx, with one node for the goal."""
    states = state_graph(search.network, search.by)
    graph: nx.DiGraph[int | str] = nx.DiGraph()
    graph.add_nodes_from((states.starts[search.from_], GOAL_NODE))
    for here, arcs in enumerate(states.leaving):
        for there, leg, weight in arcs:
            known = graph.get_edge_data(here, there)
            if leg not in search.blocked and (known is None or weight < known["weight"]):
                graph.add_edge(here, there, weight=weight)
    graph.add_edges_from((state, GOAL_NODE, {"weight": 0}) for state in states.goals.get(search.to, ()))
    return graph


def plain_way(graph: nx.DiGraph[int | str], start: int) -> list[int | str] | None:
    """Return the states of the best walk by networkx, from both ends at once; None when there is none."""
    try:
        return list(nx.shortest_path(graph, start, GOAL_NODE, weight="weight"))
    except nx.NetworkXNoPath:
        return None


def time_plain(network: Network, asked: Question, times: Times) -> bool:
    """Time networkx at a question; return whether there is a way."""
    search = prepare(network, asked).search
    graph, start = plain_graph(search), state_graph(network, search.by).starts[search.from_]
    return times.time(PLAIN, asked, partial(plain_way, graph, start)) is not None


def time_engine(network: Network, asked: Question, times: Times) -> None:
    """Time the engine at a question, with nothing kept of answers before."""
    times.time(BEST, asked, partial(best_way, network, asked))
    times.time(ANSWER, asked, partial(find_routes.__wrapped__, network, asked))
    times.time(WEAKEST, asked, partial(weakest_links.__wrapped__, network, asked))


def best_way(network: Network, asked: Question) -> Route | None:
    """Return the best way alone."""
    return prepare(network, asked).search.best()


def graphs_mb(network: Network) -> float:
    """Return the memory of the graphs for the four measures, in MB."""
    fresh = replace(network)
    gc.collect()
    tracemalloc.start()
    build_graphs(fresh)
    gc.collect()
    taken = tracemalloc.get_traced_memory()[0] / 1e6
    tracemalloc.stop()
    return taken


def measure(rounds: int) -> list[Goal]:
    """Ask all questions round by round, after one round to warm up, and hold the times against the goals."""
    network = load_network(folders_of(ROOT).network)
    many = joined_copies(network, COPIES)
    for known in (network, many):
        build_graphs(known)
    asked, near = random_questions(network, QUESTIONS), neighbours(network, FEW)
    times, warm_up, with_way = Times(), Times(), []
    gc.disable()
    for number in range(rounds + 1):
        kept = times if number else warm_up
        with_way = [one for one in asked if time_plain(network, one, kept)]
        for one in (*asked, *near):
            time_engine(network, one, kept)
        gc.collect()
        for one in (*with_way[:FEW], *near):
            here = in_copy(network, one)
            kept.time(BEST + MANY, one, partial(best_way, many, here))
            kept.time(ANSWER + MANY, one, partial(find_routes.__wrapped__, many, here))
        gc.collect()
    gc.enable()
    return goals(times, with_way, near, graphs_mb(network) / GRAPHS_OF_NETWORKX_MB)


def goals(times: Times, with_way: list[Question], near: list[Question], memory: float) -> list[Goal]:
    """Hold the times of the questions that have a way, and of those between neighbours, against the goals."""
    best, answer, weakest = (times.ratios(what, PLAIN, with_way) for what in (BEST, ANSWER, WEAKEST))
    near_many = times.ratios(BEST + MANY, BEST, near)
    far = times.ratios(ANSWER + MANY, ANSWER, with_way[:FEW])
    answers, links = (sorted(times.of(what, one) for one in with_way) for what in (ANSWER, WEAKEST))
    median = statistics.median
    return [
        Goal("the best way, CPU", median(best), 1.5, "× networkx"),
        Goal("an answer with its alternatives", median(answer), 6, "× networkx"),
        Goal("the weakest links of a way", median(weakest), 10, "× networkx"),
        Goal("the same, 95 of 100", high(weakest), 25, "× networkx"),
        Goal(
            "the best way of neighbours in 8 copies",
            median(near_many),
            1.2,
            "× in one",
        ),
        Goal("an answer in 8 copies", median(far), 2, "× in one"),
        Goal("memory of the graphs", memory, 1, "× of networkx"),
        Goal("95 of 100 answers", high(answers), 50, "ms"),
        Goal("95 of 100 weakest links", high(links), 1000, "ms"),
    ]


def main(arguments: list[str] | None = None) -> int:
    """Measure and print a table; return 0, since times vary with the machine."""
    parser = argparse.ArgumentParser(prog="python -m bench.engine", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="one round instead of five")
    options = parser.parse_args(arguments)
    reached = measure(1 if options.quick else ROUNDS)
    print(table([goal.row() for goal in reached], ("the engine of routes", "reach", "measured", "verdict")))
    return 0


if __name__ == "__main__":
    sys.exit(main())
