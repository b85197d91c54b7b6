"""What is to be reached, as ratios within one run, and how it is told; nothing is measured here."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from bench.figures import (
    BAR_TOGGLE,
    CHANGE_CPU,
    CHANGE_KB,
    FIRST_KB,
    MAP_TOGGLE,
    OTHER_HOSTS,
    SECOND_KB,
    Figures,
)


@dataclass(frozen=True)
class Goal:
    """One line of the table; a hard goal fails the run when it is missed."""

    what: str
    measured: float
    limit: float
    unit: str
    hard: bool = False

    @property
    def met(self) -> bool:
        """Whether it was reached; what could not be measured was not."""
        return not math.isnan(self.measured) and self.measured <= self.limit

    def row(self) -> tuple[str, str, str, str]:
        """What, reach, measured, verdict."""
        verdict = "met" if self.met else "MISSED" + (", hard" if self.hard else "")
        return self.what, f"≤ {self.limit:g} {self.unit}", f"{brief(self.measured)} {self.unit}", verdict


def brief(value: float) -> str:
    """Three digits, but never fewer than the whole number has."""
    return f"{value:.0f}" if value >= 100 else f"{value:.3g}"


def goals(figures: Figures, *, document_kb: float) -> list[Goal]:
    """Hold the medians against the numbers to reach."""
    median = figures.median
    load, toggle = median("static", "load"), median("static", MAP_TOGGLE)
    by_sidebar = median("app", BAR_TOGGLE)
    return [
        Goal("warm load until the map can be used", median("app", "load") / load, 3.5, "× static"),
        Goal("the same, better", median("app", "load") / load, 1.5, "× static"),
        Goal("/map by itself, load", median("map", "load") / load, 1.1, "× static"),
        Goal("toggle in the map", median("app", MAP_TOGGLE) / toggle, 1.2, "× static"),
        Goal(BAR_TOGGLE, by_sidebar / toggle, 3.5, "× static"),
        Goal(BAR_TOGGLE, by_sidebar / median("naive", BAR_TOGGLE), 0.2, "× naive"),
        Goal("a change by the sidebar", median("app", CHANGE_KB), 10, "kB"),
        Goal("CPU of the server for it", median("app", CHANGE_CPU), 100, "ms"),
        Goal("first visit over the wire", median("app", FIRST_KB), 1200, "kB"),
        Goal("second visit", median("app", SECOND_KB), 50, "kB"),
        Goal("the map document, gzipped", document_kb, 500, "kB", hard=True),
        Goal("requests to other hosts", max(figures.values["app"][OTHER_HOSTS]), 0, "requests", hard=True),
    ]


def failed(reached: list[Goal]) -> bool:
    """Whether a hard goal was missed."""
    return any(goal.hard and not goal.met for goal in reached)


def table(rows: list[tuple[str, ...]], heads: tuple[str, ...]) -> str:
    """Set rows under their heads as a Markdown table with even columns."""
    widths = [max(len(row[column]) for row in [heads, *rows]) for column in range(len(heads))]

    def line(cells: tuple[str, ...]) -> str:
        return "| " + " | ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)) + " |"

    rule = "|" + "|".join("-" * (width + 2) for width in widths) + "|"
    return "\n".join([line(heads), rule, *map(line, rows)])


def medians_table(figures: Figures) -> str:
    """Tell every figure by site: median, and in brackets the smallest, the largest and how many."""
    names = list(figures.values)
    whats = list(dict.fromkeys(what for site in figures.values.values() for what in site))

    def cell(site: str, what: str) -> str:
        values = figures.values[site].get(what, [])
        if not values:
            return "–"
        return (
            f"{brief(figures.median(site, what))} ({brief(min(values))}–{brief(max(values))}, {len(values)})"
        )

    rows = [(what, *(cell(name, what) for name in names)) for what in whats]
    return table(rows, ("median (from–to, count)", *names))


def report(reached: list[Goal], figures: Figures) -> dict[str, Any]:
    """Return all of it for machines."""
    return {
        "goals": [
            {
                "what": g.what,
                "limit": g.limit,
                "measured": g.measured,
                "unit": g.unit,
                "met": g.met,
                "hard": g.hard,
            }
            for g in reached
        ],
        "figures": figures.values,
    }
