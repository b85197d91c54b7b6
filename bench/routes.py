"""Time the route engine: `python -m bench.routes [--questions N]`; exit 1 when a goal is missed.

Goals: 50 ms for 95 of 100 questions with any closures, one second for the weakest links. Told too is how many
times as long as a plain networkx search over the same graph that is, which depends less on the machine.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterable
from functools import partial

import networkx as nx

from layers.files.folders import ROOT, folders_of
from layers.network.load import load_network
from layers.network.model import Network
from layers.network.search.answer import find_routes
from layers.network.search.graph import OBJECTIVES, build_graphs, state_graph
from layers.network.search.question import USUAL_MODES, Question
from layers.network.search.weakest import weakest_links

QUESTION_MS = 50.0
WEAKEST_MS = 1000.0
SEED = 20261122
SCENARIOS = [
    Question("khorgos", "constanta"),
    Question("khorgos", "constanta", closed=("RU", "GE", "IR")),
    Question("xian", "duisburg", closed=("RU",)),
    Question("shanghai", "rotterdam", closed=("RU", "suez", "hormuz")),
    Question("mumbai", "moscow", closed=("suez",)),
    Question("khorgos", "constanta", closed=("RU", "GE", "IR", "CN")),
]


def random_questions(network: Network, count: int) -> list[Question]:
    """Return questions with pairs, closures, measures and modes drawn at random, the same on every run."""
    draw = random.Random(SEED)
    places, legs, countries = sorted(network.nodes), sorted(network.legs), sorted(network.countries)
    asked = []
    for _ in range(count):
        start, end = draw.sample(places, 2)
        closed = (
            *draw.sample(legs, draw.choice([0, 0, 3, 10])),
            *draw.sample(countries, draw.choice([0, 1, 2])),
        )
        modes = draw.choice([USUAL_MODES, USUAL_MODES, ("rail", "sea", "road"), ("rail", "sea"), ("rail",)])
        by = draw.choice(OBJECTIVES)
        asked.append(Question(start, end, by=by, modes=modes, closed=closed, planned=draw.random() < 0.3))
    return asked


def timed(action: Callable[[], object]) -> float:
    """Return the milliseconds that one call takes."""
    start = time.perf_counter()
    action()
    return 1000 * (time.perf_counter() - start)


def figures(milliseconds: Iterable[float]) -> tuple[float, float, float]:
    """Return median, 95th percentile and maximum."""
    times = sorted(milliseconds)
    return statistics.median(times), times[int(0.95 * (len(times) - 1))], times[-1]


def plain_search(network: Network) -> float:
    """Return the milliseconds of one search by networkx from one place to all others, as the unit."""
    states = state_graph(network, "days")
    graph: nx.DiGraph[int] = nx.DiGraph()
    for here, arcs in enumerate(states.leaving):
        graph.add_weighted_edges_from((here, there, weight) for there, _, weight in arcs)
    start = states.starts["khorgos"]
    return statistics.median(
        timed(lambda: nx.single_source_dijkstra_path_length(graph, start)) for _ in range(9)
    )


def main(arguments: list[str] | None = None) -> int:
    """Measure, print a table, and return 1 when a goal is missed."""
    parser = argparse.ArgumentParser(prog="python -m bench.routes", description=__doc__)
    parser.add_argument("--questions", type=int, default=300, metavar="N")
    options = parser.parse_args(arguments)
    read = partial(load_network, folders_of(ROOT).network)
    network = read()
    print(f"load {timed(read):.0f} ms, graphs {timed(lambda: build_graphs(network)):.0f} ms")
    unit = plain_search(network)
    print(f"one plain search of networkx: {unit:.1f} ms")
    answer, rank = find_routes.__wrapped__, weakest_links.__wrapped__
    rows = {
        "scenarios": (
            [timed(partial(answer, network, asked)) for asked in SCENARIOS for _ in range(5)],
            QUESTION_MS,
        ),
        "random questions": (
            [
                timed(partial(answer, network, asked))
                for asked in random_questions(network, options.questions)
            ],
            QUESTION_MS,
        ),
        "weakest links": (
            [timed(partial(rank, network, asked)) for asked in SCENARIOS],
            WEAKEST_MS,
        ),
    }
    missed = False
    for name, (times, goal) in rows.items():
        median, high, most = figures(times)
        missed |= high > goal
        verdict = "missed" if high > goal else "reached"
        print(f"{name}: median {median:.1f} ms ({median / unit:.1f} ×), 95 of 100 {high:.1f} ms, ", end="")
        print(f"most {most:.1f} ms; goal {goal:.0f} ms {verdict}")
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
