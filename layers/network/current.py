"""The network as geodata/network.json holds it now: read once for all who ask, and anew when it changes."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

from layers.files.kept import kept_until_changed
from layers.network.load import NETWORK_FILE, load_network
from layers.network.model import Network

Made = TypeVar("Made")


@kept_until_changed(lambda: [NETWORK_FILE])
def current_network() -> Network:
    """Return the one network of this process; raise RefusedFileError when its file cannot be read."""
    return load_network()


def once_for_the_network(make: Callable[[Network], Made]) -> Callable[[], Made]:
    """Let a function of the current network be called without it, and run once for each network."""
    kept = lru_cache(maxsize=1)(make)

    @wraps(make)
    def made() -> Made:
        return kept(current_network())

    return made
