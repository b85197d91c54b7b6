"""Whether the machine was calm enough for times to mean something."""

from __future__ import annotations

import os

CALM = 1.5  # load average of the last minute, on a machine with two cores


def busyness() -> float:
    """Return how many processes wanted a processor at once, on average over the last minute."""
    return os.getloadavg()[0]


def calmness(before: float) -> str:
    """Say in one line whether a run that began at this load average can be believed."""
    told = f"load average {before:.2f} before the run, {os.cpu_count()} cores"
    return f"{told}: calm" if before < CALM else f"{told}: NOT CALM, its times prove nothing"
