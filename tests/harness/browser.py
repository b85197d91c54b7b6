"""Watched browser windows for tests, benchmark and pictures.

The selectors that join these three to the page and the map stand here and nowhere else.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, BrowserContext, Frame, Page, Playwright

from tests.harness.cable import PulledCable
from tests.harness.serving import OUTPUT, poll

MAP_FRAME = "#atlas-map"
SIDEBAR_SWITCH = 'input[type=checkbox][data-layer="{layer}"]'  # in the page
LEGEND_FOLD = ".legend-fold"
LEGEND_SWITCH = '[data-layer="{layer}"]'  # in the map document
APP = "[data-testid=stApp]"

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
CHROMIUM_FLAGS = (
    "--no-sandbox",  # containers run as root
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--autofill-server-url=http://127.0.0.1:9/",  # else the browser itself asks a server what forms mean
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
)
AXE_OPTIONS = {"iframes": False, "resultTypes": ["violations"]}  # each frame is asked by itself


class Screen:
    """One browser window on a served atlas. Notes every error and every request to another host."""

    def __init__(self, context: BrowserContext, url: str, cable: PulledCable) -> None:
        self.context, self.url = context, url.rstrip("/")
        self.cable, self.asked_before = cable, len(cable.asked)
        self.errors: list[str] = []
        self.forgiven: list[str] = []
        context.on("weberror", lambda error: self.errors.append(f"page error: {error.error}"))
        context.on("console", lambda said: self._note_console(said.type, said.text, said.location))
        self.page: Page = context.new_page()

    def _note_console(self, kind: str, text: str, location: Any) -> None:
        if kind == "error":
            self.errors.append(f"console: {text} ({location.get('url', '')})")

    def open(self, path: str = "/") -> Self:
        """Go to a path of the served site; returns once its document has loaded, not the map."""
        self.page.goto(self.url + path)
        return self

    @property
    def map(self) -> Frame:
        """The map's frame, or the page itself where the map document was opened alone."""
        holder = self.page.query_selector(MAP_FRAME)
        return (holder and holder.content_frame()) or self.page.main_frame

    def wait_for_map(self, timeout: float = 30) -> Self:
        """Wait until every visible layer is drawn."""
        ready = "() => window.atlas ? window.atlas.ready.then(() => true) : false"
        poll(lambda: self.map.evaluate(ready), timeout, expected="a drawn map")
        return self

    def state(self) -> dict[str, Any]:
        """Return the state that the map shows now."""
        state: dict[str, Any] = self.map.evaluate("window.atlas.state()")
        return state

    def address(self) -> str:
        """Return the address in the address bar; `page.url` stands still while one polls it."""
        return str(self.page.evaluate("location.href"))

    def switch(self, layer: str) -> None:
        """Click a layer's switch in the sidebar, its group unfolded."""
        self.unfold(layer)
        self.page.locator(SIDEBAR_SWITCH.format(layer=layer)).click()

    def unfold(self, layer: str) -> None:
        """Open the group in which a layer's row stands."""
        row = self.page.locator(f'li[data-row="{layer}"]')
        row.evaluate("row => { row.closest('details').open = true; }")

    def open_text(self, layer: str) -> None:
        """Click the arrow that opens and closes a layer's card."""
        self.unfold(layer)
        self.page.locator(f'button.open[data-open="{layer}"]').click()

    def open_legend(self) -> None:
        """Open the map's legend, unless it is open."""
        fold = self.map.locator(LEGEND_FOLD)
        if fold.get_attribute("aria-expanded") == "false":
            fold.click()

    def switch_in_map(self, layer: str) -> None:
        """Click a layer's row in the map's legend."""
        self.open_legend()
        self.map.locator(LEGEND_SWITCH.format(layer=layer)).click()

    def axe(self, frame: Frame | None = None) -> list[str]:
        """Return axe-core's serious and critical violations in one frame, by default the page itself."""
        asked = frame or self.page.main_frame
        asked.evaluate(Axe().axe_script)
        found = asked.evaluate("options => axe.run(document, options)", AXE_OPTIONS)["violations"]
        return [
            f"{rule['id']} ({rule['impact']}): {rule['help']}: {[node['target'] for node in rule['nodes']]}"
            for rule in found
            if rule["impact"] in ("serious", "critical")
        ]

    def screenshot(self, name: str, *, whole: bool = False) -> Path:
        """Save a picture as test-output/NAME.png and return its path; `whole` is the page at full height."""
        OUTPUT.mkdir(exist_ok=True)
        path = OUTPUT / f"{re.sub(r'[^A-Za-z0-9_.-]+', '-', name)}.png"
        self.page.screenshot(path=path, full_page=whole)
        return path

    def forgive(self, pattern: str) -> None:
        """Expect complaints that match `pattern`, in a test that causes them on purpose."""
        self.forgiven.append(pattern)

    def complaints(self) -> list[str]:
        """List what no visit may cause: requests to other hosts, console errors, uncaught script errors."""
        if not self.page.is_closed():
            self.page.evaluate("0")  # events only arrive while the browser is talked to
        foreign = [f"request to another host: {address}" for address in self.cable.asked[self.asked_before :]]
        return [
            said
            for said in foreign + self.errors
            if not any(re.search(known, said) for known in self.forgiven)
        ]


def chromium_path() -> str:
    """Return the Chromium to drive: the one that CHROMIUM names, or the first one installed."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    if found is None:
        raise RuntimeError("no Chromium found: run the tests by `make test`, or name one in CHROMIUM")
    return found


@contextmanager
def chromium(playwright: Playwright) -> Iterator[Browser]:
    """Start Chromium without network beyond this machine, and close it."""
    browser = playwright.chromium.launch(executable_path=chromium_path(), args=list(CHROMIUM_FLAGS))
    try:
        yield browser
    finally:
        browser.close()
