"""What is to be reached, as ratios within one run, and how it is told; nothing is measured here."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from bench.figures import (
    AHEAD_KB,
    BAR_TOGGLE,
    CARD,
    CARD_CPU,
    CARD_EARLY,
    CARD_EARLY_KB,
    CARD_KB,
    FIRST_KB,
    HEAP_MB,
    LOAD,
    MAP_TOGGLE,
    OTHER_HOSTS,
    PAN_FPS,
    SECOND_KB,
    TOGGLE_KB,
    ZOOM_FPS,
    Figures,
)


@dataclass(frozen=True)
class Goal:
    """One line of the table; a hard goal fails the run when it is missed. `least`: more is better.

    Without a limit the figure is only told.
    """

    what: str
    measured: float
    limit: float | None
    unit: str
    hard: bool = False
    least: bool = False

    @property
    def met(self) -> bool:
        """Whether it was reached; what could not be measured was not."""
        if math.isnan(self.measured):
            return False
        if self.limit is None:
            return True
        return self.measured >= self.limit if self.least else self.measured <= self.limit

    def row(self) -> tuple[str, str, str, str]:
        """What, reach, measured, verdict."""
        verdict = "met" if self.limit is not None else "told"
        if not self.met:
            verdict = "MISSED" + (", hard" if self.hard else "")
        reach = "–" if self.limit is None else f"{'≥' if self.least else '≤'} {self.limit:g} {self.unit}"
        return self.what, reach, f"{brief(self.measured)} {self.unit}", verdict


def brief(value: float) -> str:
    """Three digits, but never fewer than the whole number has."""
    return f"{value:.0f}" if value >= 100 else f"{value:.3g}"


def goals(figures: Figures, *, document_kb: float) -> list[Goal]:
    """Hold the medians against the numbers to reach."""
    median = figures.median
    return [
        *waits(figures),
        *motion(figures),
        Goal(CARD_EARLY_KB, median("app", CARD_EARLY_KB), 10, "kB"),
        Goal("a card, over the wire", median("app", CARD_KB), 0.5, "kB"),
        Goal("a toggle by the sidebar, over the wire", median("app", TOGGLE_KB), 0.5, "kB"),
        Goal("CPU of the server for a card", median("app", CARD_CPU), 10, "ms"),
        Goal("first visit over the wire", median("app", FIRST_KB), 1050, "kB"),
        Goal(AHEAD_KB, median("app", AHEAD_KB), 200, "kB"),
        Goal("second visit", median("app", SECOND_KB), 20, "kB"),
        Goal("the map document, gzipped", document_kb, 500, "kB", hard=True),
        Goal("the same, better", document_kb, 470, "kB"),
        Goal("requests to other hosts", max(figures.values["app"][OTHER_HOSTS]), 0, "requests", hard=True),
    ]


def waits(figures: Figures) -> list[Goal]:
    """How long a person waits, beside the static and the naive page of the same run."""
    median = figures.median
    load, toggle = median("static", LOAD), median("static", MAP_TOGGLE)
    naive = median("naive", BAR_TOGGLE)
    by_sidebar, card = median("app", BAR_TOGGLE), median("app", CARD)
    return [
        Goal("/map by itself, load", median("map", LOAD) / load, 1.3, "× static"),
        Goal("warm load until the map can be used", median("app", LOAD) / load, 1.5, "× static"),
        Goal(MAP_TOGGLE, median("app", MAP_TOGGLE) / toggle, 1.1, "× static"),
        Goal(BAR_TOGGLE, by_sidebar / toggle, 1.1, "× static"),
        Goal(BAR_TOGGLE, by_sidebar / naive, 0.05, "× naive"),
        Goal(CARD, card / toggle, 1.5, "× static toggle"),
        Goal(CARD, card / naive, 0.05, "× naive toggle"),
        Goal(CARD_EARLY, median("app", CARD_EARLY) / toggle, None, "× static toggle"),
    ]


def motion(figures: Figures) -> list[Goal]:
    """How smoothly the map moves; a browser without a graphics card is slow, hence the ratios."""
    median = figures.median
    rows = []
    for what in (PAN_FPS, ZOOM_FPS):
        rows.append(Goal(what, median("app", what), None, "a second", least=True))
        ratio = median("app", what) / median("static", what)
        rows.append(Goal("the same, beside the static page", ratio, 0.97, "× static", least=True))
    return [*rows, Goal("JS heap after moving, page and map", median("app", HEAP_MB), 50, "MB")]


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
                "least": g.least,
            }
            for g in reached
        ],
        "figures": figures.values,
    }
