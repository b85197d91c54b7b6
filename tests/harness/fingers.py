"""Fingers on a window: what the browser is told is what a touch screen would tell it."""

from __future__ import annotations

from playwright.sync_api import Page

MOVES = 8  # on the way, as far apart in time as the screen is drawn


def swipe(page: Page, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Draw one finger over the window, in px."""
    session = page.context.new_cdp_session(page)

    def touch(kind: str, *points: tuple[float, float]) -> None:
        at = [{"x": x, "y": y} for x, y in points]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": at})

    touch("touchStart", start)
    for move in range(1, MOVES + 1):
        x, y = (a + (b - a) * move / MOVES for a, b in zip(start, end, strict=True))
        touch("touchMove", (x, y))
        page.evaluate("new Promise(requestAnimationFrame)")
    touch("touchEnd")
    session.detach()
