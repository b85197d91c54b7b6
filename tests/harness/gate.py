"""A gate on a page's way to the server: what comes late, comes when the test says so."""

from __future__ import annotations

import re

from playwright.sync_api import Page, Route

from tests.harness.serving import poll


class Gate:
    """Holds every request that matches a pattern until it is opened."""

    def __init__(self, page: Page, pattern: str | re.Pattern[str]) -> None:
        self.page, self.held = page, list[Route]()
        self._is_open = False
        page.route(pattern, self._take)

    def _take(self, route: Route) -> None:
        if self._is_open:
            route.continue_()
        else:
            self.held.append(route)

    def wait_for_one(self) -> None:
        """Wait until something is held."""
        poll(lambda: self.page.evaluate("true") and self.held, expected="a held request")

    def open(self) -> None:
        """Let through what is held, and all that comes."""
        self._is_open = True
        for route in self.held:
            route.continue_()
