"""One visit to a page in a fresh browser window: how long until the map shows what was asked for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Frame, Page
from playwright.sync_api import Error as BrowserError

from bench.figures import BAR_TOGGLE, BAR_TOGGLE_MAP, LOAD, LOAD_TEXT, MAP_TOGGLE, Figures
from bench.sites import Site, Sites
from tests.cable import PulledCable
from tests.serving import poll

WATCH = (Path(__file__).resolve().parent / "watch.js").read_text(encoding="utf-8")
# A layer that crosses the whole first view, so that every legend shows it: the heaviest one to draw.
TOGGLED = "north-south"
QUIET_MS = 400
PATIENCE_S = 60


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

    def shown(self, layers: str) -> float | None:
        """The wall clock (ms) at which exactly these layers had been painted; None while they are not."""
        frame = self.map_frame()
        log = frame.evaluate("window.__log || []") if frame else []
        return float(log[-1][0]) if log and log[-1][1] == layers else None

    def wait_until_shown(self, layers: str) -> float:
        """Wait for these layers; return the wall clock at which they had been painted."""
        return (
            poll(lambda: self.shown(layers), PATIENCE_S, expected=f"{layers} on the {self.site.name} page")
            or 0
        )

    def wait_until_ready(self) -> float:
        """Wait for the map's own word that it can be used, where it gives one; return that wall clock."""
        if not self.site.tells_ready:
            return 0
        return poll(
            lambda: float(self.frame().evaluate("window.__ready") or 0), PATIENCE_S, expected="a ready map"
        )

    def frame(self) -> Frame:
        """The map's frame; raises BrowserError while there is none."""
        frame = self.map_frame()
        if frame is None:
            raise BrowserError("the map's frame is not there yet")
        return frame

    def wait_until_text_done(self) -> float:
        """Wait until Streamlit has been quiet for a while since its last run and the last click.

        Returns the wall clock of that run's end, 0 where there is no Streamlit.
        """

        def quiet() -> list[float] | None:
            runs, deed, now = self.page.evaluate(
                "[window.__runs, window.__deed || 0, performance.timeOrigin + performance.now()]"
            )
            if runs and (runs[-1][1] != "notRunning" or now - max(runs[-1][0], deed) < QUIET_MS):
                return None
            return [runs[-1][0] if runs else 0.0]

        return (poll(quiet, PATIENCE_S, expected="the end of Streamlit's run") or [0.0])[0]

    def settle(self) -> None:
        """Let everything that is still going on come to an end."""
        self.page.wait_for_timeout(QUIET_MS)
        self.wait_until_text_done()


@contextmanager
def visiting(browser: Browser, site: Site, cable: PulledCable, url: str | None = None) -> Iterator[Visit]:
    """Open a window with an empty cache on a site; `url` replaces the site's own address."""
    context = browser.new_context(
        viewport={"width": 1400, "height": 800}, reduced_motion="reduce", proxy=cable.proxy
    )
    try:
        page = context.new_page()
        page.add_init_script(WATCH)
        page.goto(url or site.url, wait_until="commit")
        yield Visit(page, site)
    finally:
        context.close()


def time_visit(browser: Browser, site: Site, sites: Sites, cable: PulledCable, figures: Figures) -> None:
    """Measure one load and each switch twice; in milliseconds."""
    start = sites.at_start()
    ids = set(start.split(","))
    other = ",".join(sorted(ids ^ {TOGGLED}))
    with visiting(browser, site, cable) as visit:
        end = max(visit.wait_until_shown(start), visit.wait_until_ready())
        began = float(visit.page.evaluate("performance.timeOrigin"))
        figures.add(site.name, LOAD, end - began)
        if site.name in ("app", "naive"):
            figures.add(site.name, LOAD_TEXT, max(end, visit.wait_until_text_done()) - began)
        for layers in (other, start) if site.map_switch else ():
            time_map_switch(visit, layers, figures)
        for layers in (other, start) if site.sidebar_switch else ():
            time_sidebar_switch(visit, layers, figures)


def time_map_switch(visit: Visit, layers: str, figures: Figures) -> None:
    """Click the switch inside the map and wait for the layers."""
    visit.settle()
    assert visit.site.map_switch
    frame = visit.frame()
    frame.locator(visit.site.map_switch.format(layer=TOGGLED)).first.click()
    end = visit.wait_until_shown(layers)
    figures.add(visit.site.name, MAP_TOGGLE, end - float(frame.evaluate("window.__deed")))


def time_sidebar_switch(visit: Visit, layers: str, figures: Figures) -> None:
    """Click the switch beside the map; wait for the layers, then for the text."""
    visit.settle()
    assert visit.site.sidebar_switch
    visit.page.locator(visit.site.sidebar_switch.format(layer=TOGGLED)).first.click()
    end = visit.wait_until_shown(layers)
    deed = float(visit.page.evaluate("window.__deed"))
    figures.add(visit.site.name, BAR_TOGGLE_MAP, end - deed)
    figures.add(visit.site.name, BAR_TOGGLE, max(end, visit.wait_until_text_done()) - deed)
