"""Thirty visitors at once, without browsers: how long each waits for an answer, and what a session costs.

Run: python -m bench.load [--clients 30] [--actions 6] [--think 5]. It starts its own server on a loopback
port and speaks to that one only. Times run from what a person does to the end of the page's run.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import sys

import psutil  # type: ignore[import-untyped]

from bench.goals import Goal, table
from bench.machine import busyness, calmness
from bench.visitors import Habits, Tally, visit_all
from layers.catalogue.atlas import load_atlas
from tests.harness.serving import Server

CLASS = 30  # people; more than these may wait longer
CLASS_MS, CROWD_MS = 400.0, 1000.0
SESSION_MB = 0.3
WARMING = 3  # visitors beforehand, who pay for the imports


def percentile(values: list[float], share: int) -> float:
    """Return the value below which `share` percent lie, in milliseconds; NaN without values."""
    if len(values) < 2:
        return 1000 * values[0] if values else float("nan")
    return 1000 * statistics.quantiles(values, n=100, method="inclusive")[share - 1]


def load_goals(tally: Tally, habits: Habits, session_mb: float) -> list[Goal]:
    """Hold what all saw against the numbers to reach; an action that never came to its end is an error."""
    limit = CLASS_MS if habits.clients <= CLASS else CROWD_MS
    lost = max(0, habits.clients * habits.actions - len(tally.acts))
    return [
        Goal("95 of 100 actions answered within", percentile(tally.acts, 95), limit, "ms"),
        Goal("errors and actions without an answer", len(tally.errors) + lost, 0, "", hard=True),
        Goal("memory a session", session_mb, SESSION_MB, "MB"),
    ]


def tell(tally: Tally, habits: Habits, cpu_s: float, reached: list[Goal]) -> None:
    """Print what was seen."""
    expected = habits.clients * habits.actions
    print(f"{habits.clients} visitors, {len(tally.acts)} of {expected} actions, {habits.think:g} s thinking")
    for what, values in (("first run", tally.first), ("card", tally.cards), ("routes", tally.routes)):
        told = ", ".join(f"p{share} {percentile(values, share):.0f} ms" for share in (50, 95, 99))
        print(f"{what}: {told}, {len(values)} of them")
    done = max(1, len(tally.first) + len(tally.acts))
    print(f"{tally.bytes / 1000 / done:.1f} kB and {1000 * cpu_s / done:.0f} ms of CPU a run", end="\n\n")
    print(table([goal.row() for goal in reached], ("what", "reach", "measured", "verdict")))
    for error in sorted(set(tally.errors)):
        print("error:", error)


def measure(server: Server, habits: Habits) -> tuple[Tally, float, float]:
    """Let the visitors come; return what they saw, the server's CPU seconds, and MB a session.

    Memory is coarse: what the caches take in counts as the sessions', and what the start left free hides some
    MB, so that thirty can even seem to cost less than nothing. A hundred tell more.
    """
    few = Habits(WARMING, 4, 0.2, habits.cards)
    process = psutil.Process(server.pid)
    memory: list[float] = []

    def weigh() -> None:
        memory.append(process.memory_info().rss / 1e6)

    asyncio.run(visit_all(server.port, few, 1000, weigh))
    before = process.cpu_times()
    tally = asyncio.run(visit_all(server.port, habits, 0, weigh))
    after = process.cpu_times()
    cpu_s = after.user + after.system - before.user - before.system
    return tally, cpu_s, (memory[1] - memory[0]) / habits.clients


def main(arguments: list[str] | None = None) -> int:
    """Parse the command line, serve, visit, tell; exit 1 when anybody met an error."""
    parser = argparse.ArgumentParser(prog="python -m bench.load", description=__doc__)
    parser.add_argument("--clients", type=int, default=CLASS, choices=range(1, 101), metavar="1–100")
    parser.add_argument("--actions", type=int, default=6, choices=range(1, 61), metavar="1–60")
    parser.add_argument("--think", type=float, default=5.0, help="mean seconds between two actions")
    options = parser.parse_args(arguments)
    cards = tuple(load_atlas().catalogue.layers)
    habits = Habits(options.clients, options.actions, options.think, cards)
    before = busyness()
    with Server() as server:
        tally, cpu_s, session_mb = measure(server, habits)
    reached = load_goals(tally, habits, session_mb)
    tell(tally, habits, cpu_s, reached)
    print("\n" + calmness(before))
    return int(any(goal.hard and not goal.met for goal in reached))


if __name__ == "__main__":
    sys.exit(main())
