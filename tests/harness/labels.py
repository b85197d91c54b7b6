"""Views of the map alone with its labels at rest: what labels, legend, tours and routes are judged in."""

from __future__ import annotations

from typing import Any, NamedTuple

from tests.harness.browser import Screen
from tests.harness.map_alone import open_map
from tests.harness.serving import poll
from tests.harness.windows import OpenScreen


class View(NamedTuple):
    """Where a window looks, and how large and in which theme it is."""

    place: str
    size: tuple[int, int] = (1440, 900)
    theme: str = "light"
    selected: str = ""


VIEWS = (
    View("41,49,5"),
    View("41,49,5", (1280, 720), "dark"),
    View("39.3,49.8,5", (1020, 812)),
    View("40.6,45.5,7.35", selected="zangezur"),
    View("40.6,45.5,7.35", (1280, 720), "dark", "zangezur"),
    View("39.9,45.5,6.5", (390, 844), "light", "zangezur"),
    View("39.9,45.5,6.5", (390, 356), "dark"),
    View("42,60,4", (1440, 900), "dark"),
    View("32.3,34.5,7.5", (1280, 720), selected="tamar"),
    View("42.3,42,9", (1020, 812), selected="place:poti"),
    View("55,40,4.4", (1280, 720)),
)


def open_view(open_screen: OpenScreen, view: View) -> Screen:
    """Open the map document alone at a view and wait until its labels stand."""
    query = f"view={view.place}&theme={view.theme}" + (f"&selected={view.selected}" if view.selected else "")
    screen = open_map(open_screen, query, size=view.size)
    settled(screen)
    return screen


def settled(screen: Screen) -> list[dict[str, Any]]:
    """Wait until the labels stay the same over two frames, and return them."""
    script = """async () => {
        const look = () => JSON.stringify(atlas.labels());
        const before = look();
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        const gone = document.querySelector(".labels.leaving");
        return !gone && look() === before && atlas.labels().length ? atlas.labels() : null;
    }"""
    labels: list[dict[str, Any]] = poll(lambda: screen.map.evaluate(script), 15, expected="labels at rest")
    return labels
