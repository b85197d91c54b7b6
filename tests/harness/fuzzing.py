"""How much the fuzz tests try: the same every time, and more with FUZZ=2000 in the environment."""

from __future__ import annotations

import os
from random import Random

SEED = 20261130


def runs(ordinary: int = 200) -> int:
    """Return how many inputs a fuzz test tries: FUZZ of them, or `ordinary` where that is not set."""
    return int(os.environ.get("FUZZ") or ordinary)


def chance(test: str) -> Random:
    """Return the random numbers of one test, which do not change with the order that tests run in."""
    return Random(f"{SEED} {test}")
