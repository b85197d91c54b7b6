"""Frames a second while the map is dragged and zoomed, and the JavaScript heap that is held afterwards."""

from __future__ import annotations

import itertools
from collections.abc import Callable

from playwright.sync_api import Browser, Frame, Page
from playwright.sync_api import Error as BrowserError

from bench.figures import HEAP_MB, LONGEST_FRAME, PAN_FPS, ZOOM_FPS, Figures
from bench.sites import Site, Sites
from bench.visits import Visit, visiting
from tests.harness.cable import PulledCable
from tests.harness.serving import poll

STROKES = ((-300, -90), (300, 120), (260, -120), (-260, 90))  # pixels; they end where they began
STEPS = 40  # mouse moves a stroke: the browser takes about one a frame
NOTCHES = (-120, -120, 120, 120)  # of the wheel: two in, two out
SETTLING_FRAMES = 20  # after a notch, so that what the map draws later is counted as well
BEGIN = "() => { window.__frames = []; }"
END = "() => { const frames = window.__frames; window.__frames = null; return frames; }"


def time_motion(browser: Browser, site: Site, sites: Sites, cable: PulledCable, figures: Figures) -> None:
    """Drag, zoom and weigh the heap in a window that allows motion; nothing on a page without a ready map."""
    if not site.tells_ready:
        return
    with visiting(browser, site, cable, motion=True) as visit:
        visit.wait_until_shown(sites.at_start())
        visit.settle()
        panned, zoomed = record(visit, pan), record(visit, zoom)
        figures.add(site.name, PAN_FPS, rate(panned))
        figures.add(site.name, ZOOM_FPS, rate(zoomed))
        figures.add(site.name, LONGEST_FRAME, max(gaps(panned) + gaps(zoomed)))
        figures.add(site.name, HEAP_MB, heap_mb(visit))


def gaps(frames: list[float]) -> list[float]:
    """The milliseconds between one frame and the next."""
    return [after - before for before, after in itertools.pairwise(frames)]


def rate(frames: list[float]) -> float:
    """Frames a second; NaN when fewer than two were painted."""
    return 1000 * (len(frames) - 1) / (frames[-1] - frames[0]) if len(frames) > 1 else float("nan")


def record(visit: Visit, gesture: Callable[[Visit], None]) -> list[float]:
    """Return the clocks (ms) of the map's frames while `gesture` goes on; raise if it moved nothing."""
    frame = visit.frame()
    frame.evaluate(BEGIN)
    gesture(visit)
    return list(frame.evaluate(END))


def middle(visit: Visit) -> tuple[float, float]:
    """The map's middle in the window's pixels."""
    holder = visit.page.query_selector(visit.site.holder or "body")
    box = holder.bounding_box() if holder else None
    assert box is not None, f"no map to be seen on the {visit.site.name} page"
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def view(visit: Visit) -> list[float]:
    """Latitude, longitude and zoom of the map."""
    return [float(number) for number in visit.frame().evaluate("window.__view()")]


def pan(visit: Visit) -> None:
    """Drag the map by the mouse, to and fro."""
    mouse, (x, y) = visit.page.mouse, middle(visit)
    for right, down in STROKES:
        before = view(visit)
        mouse.move(x, y)
        mouse.down()
        mouse.move(x + right, y + down, steps=STEPS)
        mouse.up()
        wait_until_moved(visit, before)
        x, y = x + right, y + down


def zoom(visit: Visit) -> None:
    """Turn the wheel notch by notch, each when the map has drawn the one before."""
    visit.page.mouse.move(*middle(visit))
    for notch in NOTCHES:
        before = view(visit)
        visit.page.mouse.wheel(0, notch)
        wait_until_moved(visit, before)
        wait_for_frames(visit, SETTLING_FRAMES)


def wait_until_moved(visit: Visit, before: list[float]) -> None:
    """Wait until the map shows another view: a gesture that moved nothing is no measure."""
    poll(lambda: view(visit) != before, expected="a moved map")


def wait_for_frames(visit: Visit, count: int) -> None:
    """Wait for so many more frames of the map."""
    frame, counted = visit.frame(), "window.__frames.length"
    end = int(frame.evaluate(counted)) + count
    poll(lambda: int(frame.evaluate(counted)) >= end, expected=f"{count} frames")


def heap_mb(visit: Visit) -> float:
    """Used JavaScript heap of page and map as it stands, garbage included."""
    own = used_heap_mb(visit, visit.page)
    assert own is not None
    framed = used_heap_mb(visit, visit.frame()) if visit.site.holder else None
    return own + (framed or 0)


def used_heap_mb(visit: Visit, target: Page | Frame) -> float | None:
    """The heap of one process; None for a frame that shares the page's, which is counted already."""
    try:
        session = visit.page.context.new_cdp_session(target)
    except BrowserError as error:
        if "does not have a separate CDP session" in str(error):
            return None
        raise
    session.send("Performance.enable")
    metrics = session.send("Performance.getMetrics")["metrics"]
    return next(float(one["value"]) for one in metrics if one["name"] == "JSHeapUsedSize") / 1e6
