"""Run the benchmark: python -m bench [--quick] [--rounds N] [--json FILE]

Exit status 1 when a hard goal is missed (requests to other hosts, size of the document); ratios of times are
told but never fail a run, since they vary with the machine.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from bench import engine, engine_in_browser
from bench.figures import OTHER_HOSTS, Figures
from bench.goals import Goal, failed, goals, medians_table, report, table
from bench.machine import busyness, calmness
from bench.motion import time_motion
from bench.sites import Sites, serve_sites
from bench.times import time_visit
from bench.weights import document_kb, weigh
from tests.harness.browser import chromium
from tests.harness.cable import PulledCable

WEIGHINGS = 3  # bytes hardly vary; more than one shows that they do not


def run(sites: Sites, rounds: int) -> tuple[list[Goal], Figures]:
    """Visit the four sites in turn, round by round, and weigh them last; round 0 only warms up."""
    figures, warm_up = Figures(), Figures()
    timing = [(f"round {number}", (time_visit, time_motion)) for number in range(rounds + 1)]
    weighing = [(f"weighing {number}", (weigh,)) for number in range(1, min(rounds, WEIGHINGS) + 1)]
    with PulledCable() as cable, sync_playwright() as playwright, chromium(playwright) as browser:
        for name, visits in [*timing, *weighing]:
            for site in sites.all():
                print(name, site.name, file=sys.stderr, flush=True)
                asked_before = len(cable.asked)
                for visit in visits:
                    try:
                        visit(browser, site, sites, cable, warm_up if name == "round 0" else figures)
                    except AssertionError as error:  # what cannot be measured is missing, not the rest
                        print(f"not measured: {error}", file=sys.stderr)
                figures.add(site.name, OTHER_HOSTS, len(cable.asked) - asked_before)
        in_browser = engine_in_browser.measure(browser, cable, rounds)
        return [*goals(figures, document_kb=document_kb(sites.map)), *in_browser], figures


def main(arguments: list[str] | None = None) -> int:
    """Parse the command line, run, and print two tables."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="one round instead of five")
    parser.add_argument("--rounds", type=int, default=5, choices=range(1, 21), metavar="1–20")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all figures here too")
    options = parser.parse_args(arguments)
    before = busyness()
    rounds = 1 if options.quick else options.rounds
    print("the engine of routes", file=sys.stderr, flush=True)
    of_engine = engine.measure(rounds)
    with tempfile.TemporaryDirectory() as folder, serve_sites(Path(folder)) as sites:
        reached, figures = run(sites, rounds)
    reached += of_engine
    print(medians_table(figures), end="\n\n")
    print(table([goal.row() for goal in reached], ("what", "reach", "measured", "verdict")))
    print("\n" + calmness(before))
    if options.json:
        told = report(reached, figures) | {"load average before": before}
        options.json.write_text(json.dumps(told, indent=1), encoding="utf-8")
    return int(failed(reached))


if __name__ == "__main__":
    sys.exit(main())
