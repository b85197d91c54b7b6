"""How long the fuzz goes on, and where it begins: the same everywhere, FUZZ=2000 for a longer one."""

from __future__ import annotations

import os

SEED = 20261130


def runs(ordinary: int = 200) -> int:
    """Return how many inputs are to be tried."""
    return int(os.environ.get("FUZZ", ordinary))
