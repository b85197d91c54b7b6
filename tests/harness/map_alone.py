"""The map document as a file, opened alone: what most tests of the map need, without a server."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, cast

from playwright.sync_api import Page

from tests.harness.browser import Screen
from tests.harness.loaded import the_document
from tests.harness.serving import OUTPUT, WORKER, Server, poll
from tests.harness.windows import OpenScreen

LAYERS = "middle-corridor,north-south,zangezur,port-of-baku,anaklia,tamar"
START = f"layers={LAYERS}&view=40.4,49.6,5"


@dataclass(frozen=True)
class FileOnDisk:
    """What a window needs to know of a server: the address."""

    url: str


def alone(file: Path) -> Server:
    """Return a file in the place of a server, for `open_screen("#view=…", server=alone(file))`."""
    return cast(Server, FileOnDisk(file.as_uri()))


@cache
def the_map() -> Server:
    """Build the map document of the real catalogue once for a run."""
    OUTPUT.mkdir(exist_ok=True)
    file = OUTPUT / f"map-alone{WORKER}.html"
    file.write_bytes(the_document().html)
    return alone(file)


def open_map(open_screen: OpenScreen, query: str = START, **options: Any) -> Screen:
    """Open the map alone at an address and wait until it is drawn."""
    return open_screen(f"#{query}", server=the_map(), **options).wait_for_map()


def query_of(page: Page) -> str:
    """Return the state as the address says it now."""
    return str(page.evaluate("location.hash.slice(1)"))


def spot_of(page: Page, ref: str) -> tuple[float, float]:
    """Return a point of the window on a feature, in px: a glyph's middle, or a line's vertex in view."""
    x, y = page.evaluate(
        """ref => {
            const { shape } = atlas.feature(ref), map = atlas.map;
            const box = map.getContainer().getBoundingClientRect();
            const inside = ({x, y}) => x > 60 && y > 60 && x < box.width - 60 && y < box.height - 60;
            const places = shape.getLatLng ? [shape.getLatLng()] : shape.getLatLngs().flat(2);
            const spots = places.map(place => map.latLngToContainerPoint(place)).filter(inside);
            const { x, y } = spots[Math.floor(spots.length / 2)];
            return [x + box.left, y + box.top];
        }""",
        ref,
    )
    return float(x), float(y)


def click_at(page: Page, lat: float, lon: float) -> None:
    """Click a point of the map and wait for its card."""
    x, y = page.evaluate(
        "at => { const { x, y } = atlas.map.latLngToContainerPoint(at); return [x, y]; }", [lat, lon]
    )
    box = page.locator(".leaflet-container").bounding_box()
    assert box
    before = page.evaluate("atlas.state().selected")
    page.mouse.click(box["x"] + x, box["y"] + y)
    poll(lambda: page.evaluate("atlas.state().selected") != before, expected="another selection")
