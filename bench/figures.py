"""Measured values by site and by what was measured, and the names under which they are kept."""

from __future__ import annotations

import statistics
from collections import defaultdict

LOAD = "load"
LOAD_TEXT = "load, text too"
MAP_TOGGLE = "toggle in the map"
BAR_TOGGLE = "toggle by the sidebar"
CARD = "card opened, map and text"
CARD_EARLY = "card opened before it was fetched ahead"
PAN_FPS = "frames a second, panning"
ZOOM_FPS = "frames a second, zooming"
LONGEST_FRAME = "longest frame, ms"
HEAP_MB = "JS heap MB"
FIRST_KB = "first visit kB"
AHEAD_KB = "fetched ahead kB"
SECOND_KB = "second visit kB"
TOGGLE_KB = "kB a toggle"
CARD_KB = "kB a card"
CARD_EARLY_KB = "kB a card before it was fetched ahead"
CARD_CPU = "CPU ms a card"
OTHER_HOSTS = "requests to other hosts"


class Figures:
    """Values by site name and by what was measured; times in ms."""

    def __init__(self) -> None:
        self.values: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))

    def add(self, site: str, what: str, value: float) -> None:
        """Keep one value."""
        self.values[site][what].append(value)

    def median(self, site: str, what: str) -> float:
        """The median; NaN when nothing was measured."""
        values = self.values[site][what]
        return statistics.median(values) if values else float("nan")
