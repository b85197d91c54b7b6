"""Time the route engine in a browser's own Python: the first answer with the whole start, and the next."""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser

from bench.goals import Goal
from layers.files.folders import ROOT, folders_of
from layers.network.load import load_network
from tests.harness.cable import PulledCable
from tests.harness.in_browser import Told, ask_in_browser, stories
from tools.bundle import BundleError

NONE = float("nan")


def measure(browser: Browser, cable: PulledCable, rounds: int) -> list[Goal]:
    """Ask the questions of the scenarios, each round in a window without a cache.

    What Pyodide takes is told beside; where it cannot be had from npm, nothing is measured.
    """
    asked = stories(load_network(folders_of(ROOT).network))
    told: list[Told] = []
    try:
        for _ in range(rounds):
            with tempfile.TemporaryDirectory() as folder:
                told.append(ask_in_browser(browser, cable, Path(folder), asked))
    except BundleError as error:
        print(f"not measured: {error}", file=sys.stderr)
    first = [one.milliseconds[0] / 1000 for one in told]
    ready = [one.ready_ms / 1000 for one in told]
    following = sorted(ms for one in told for ms in one.milliseconds[1:])
    return [
        Goal("the engine in the browser, first answer", median(first), 10, "s"),
        Goal("of it, until Pyodide has started", median(ready), None, "s"),
        Goal("the next answers", median(following), 150, "ms"),
        Goal("95 of 100 of them", following[int(0.95 * (len(following) - 1))] if told else NONE, 150, "ms"),
    ]


def median(values: list[float]) -> float:
    """The median; NaN when nothing was measured."""
    return statistics.median(values) if values else NONE
