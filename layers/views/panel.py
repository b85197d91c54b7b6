"""The panels beside the map."""

from __future__ import annotations

from enum import StrEnum


class Panel(StrEnum):
    """A panel, called in the address as it is here; layers/page/page.py has its function."""

    EXPLORE = "explore"
    READ = "read"
    ROUTES = "routes"
    PRESENT = "present"
