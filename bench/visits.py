"""One visit to a page in a fresh browser window, and the waits that tell what has really happened."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Frame, Page
from playwright.sync_api import Error as BrowserError

from bench.sites import Site
from tests.harness.cable import PulledCable
from tests.harness.serving import poll

WATCH = (Path(__file__).resolve().parent / "watch.js").read_text(encoding="utf-8")
# A layer that crosses the whole first view, so that every legend shows it: the heaviest one to draw.
TOGGLED = "north-south"
# Longer than all that waits on purpose: the map reports 80 ms after a change, then Streamlit waits as well.
QUIET_MS = 400
PATIENCE_S = 60
STANDING = """(panel) => ({
    now: performance.timeOrigin + performance.now(), deed: window.__deed || 0,
    runs: window.__runs, ...window.__socket,
    panel: panel && document.querySelector(panel) !== null,
    connected: document.querySelector("[data-testid=stApp]")?.dataset.testConnectionState === "CONNECTED",
})"""


class Visit:
    """A watched page, with what its frames have noted (see watch.js)."""

    def __init__(self, page: Page, site: Site) -> None:
        self.page, self.site = page, site

    def map_frame(self) -> Frame | None:
        """The frame that holds the map."""
        if self.site.holder is None:
            return self.page.main_frame
        holder = self.page.query_selector(self.site.holder)
        return holder.content_frame() if holder else None

    def frame(self) -> Frame:
        """The map's frame; raises BrowserError while there is none."""
        frame = self.map_frame()
        if frame is None:
            raise BrowserError("the map's frame is not there yet")
        return frame

    def wait_until_shown(self, layers: str) -> float:
        """Wait for exactly these layers; return the wall clock (ms) at which they had been painted."""
        expected = f"{layers} on the {self.site.name} page"
        return poll(lambda: noted(self.frame(), "__log", layers), PATIENCE_S, expected=expected) or 0

    def wait_until_card(self, card: str) -> float:
        """Wait for this card with its text; return the wall clock at which it had been painted."""
        expected = f"the card {card} on the {self.site.name} page"
        return poll(lambda: noted(self.page.main_frame, "__cards", card), PATIENCE_S, expected=expected) or 0

    def wait_until_ready(self) -> float:
        """Wait for the map's own word that it can be used, where it gives one; return that wall clock."""
        if not self.site.tells_ready:
            return 0
        return poll(
            lambda: float(self.frame().evaluate("window.__ready") or 0), PATIENCE_S, expected="a ready map"
        )

    def wait_until_fetched(self) -> None:
        """Wait for all that the page fetches ahead of need, where it does."""
        self.page.evaluate("window.atlasPage?.ahead")

    def wait_until_text_done(self) -> float:
        """Wait until Streamlit has brought its panels and has nothing more to say, see `is_over`.

        Returns the wall clock of the last run's end, 0 where there is no Streamlit.
        """
        standing = poll(self._quiet_standing, PATIENCE_S, expected="the end of Streamlit's run")
        return float(standing["runs"][-1][0]) if self.site.panel else 0.0

    def _quiet_standing(self) -> dict[str, Any]:
        """How the page stands when all is over; empty before."""
        standing: dict[str, Any] = self.page.evaluate(STANDING, self.site.panel)
        return standing if is_over(standing, framework=self.site.panel is not None) else {}

    def settle(self) -> None:
        """Wait for the map and for Streamlit's run: whatever is counted next begins after them."""
        self.wait_until_ready()
        self.wait_until_text_done()


def noted(frame: Frame, log: str, value: str) -> float | None:
    """The wall clock of a log's last entry, if that is `value`."""
    entries = frame.evaluate(f"window.{log} || []")
    return float(entries[-1][0]) if entries and entries[-1][1] == value else None


def is_over(standing: dict[str, Any], *, framework: bool) -> bool:
    """Say whether all that a page does by itself has come to an end.

    Where there is a framework, its first run has ended, its panels are in the page, every message to the
    server is answered, and nothing has been said or clicked for QUIET_MS.
    """
    since = max(standing["deed"], standing["sent"], standing["heard"])
    if not framework:
        return bool(standing["now"] - since >= QUIET_MS)
    runs = standing["runs"]
    return (
        bool(runs)
        and runs[-1][1] == "notRunning"
        and standing["panel"]
        and standing["connected"]
        and standing["sent"] <= standing["heard"]
        and standing["now"] - max(since, runs[-1][0]) >= QUIET_MS
    )


@contextmanager
def visiting(
    browser: Browser, site: Site, cable: PulledCable, url: str | None = None, *, motion: bool = False
) -> Iterator[Visit]:
    """Open a window with an empty cache on a site; `url` replaces the site's own address."""
    context = browser.new_context(
        viewport={"width": 1400, "height": 800},
        reduced_motion="no-preference" if motion else "reduce",
        proxy=cable.proxy,
    )
    try:
        page = context.new_page()
        page.add_init_script(WATCH)
        page.goto(url or site.url, wait_until="commit")
        yield Visit(page, site)
    finally:
        context.close()
