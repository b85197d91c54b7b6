"""The first view: both corridors with their ends, and the countries that the atlas tells of by name."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import pytest
from shapely.geometry import Point, Polygon, box

from geodata.steps.ground.countries import merged_countries
from layers.model.catalogue import Catalogue
from tests.harness.browser import Screen
from tests.harness.labels import settled
from tests.harness.map_alone import open_map
from tests.harness.presenting import present, shown, tours, tours_on_disk
from tests.harness.serving import poll
from tests.harness.windows import OpenScreen

SIDEBAR = 420
WINDOWS = [(1440, 900), (1366, 768), (1280, 720)]
ENDS = ("khorgos", "dostyk", "constanta", "istanbul", "st-petersburg", "bandar-abbas")
TOLD_OF = {"AZERBAIJAN", "ISRAEL", "GEORGIA", "ARMENIA"}
BOX = ("left", "top", "right", "bottom")
IN_VIEW = "([lon, lat]) => atlas.map.getBounds().contains([lat, lon])"
ENDS_NAMED = {"Khorgos / Altynkol", "Dostyk", "Constanța", "Istanbul", "St Petersburg", "Bandar Abbas"}
POINT = "([x, y]) => { const { lng, lat } = atlas.map.containerPointToLatLng([x, y]); return [lng, lat]; }"
PLACINGS = "performance.getEntriesByName('labels').length"
MOSTLY = 0.55  # the share of a name on another's land, its middle at home: 0.45, counted in rows of 8 px; and
HARDLY = 0.12  # without its middle at home: 0.025 to 0.1, counted so


@pytest.mark.parametrize("size", WINDOWS)
def test_the_first_view_holds_the_corridors_ends_and_names_who_is_told_of(
    open_screen: OpenScreen, size: tuple[int, int], catalogue: Catalogue
) -> None:
    screen = open_map(open_screen, "", size=(size[0] - SIDEBAR, size[1]))
    assert {label["text"] for label in settled(screen)} >= TOLD_OF | ENDS_NAMED
    places = {end: catalogue.places[end] for end in ENDS}
    out = [end for end, place in places.items() if not screen.map.evaluate(IN_VIEW, [place.lon, place.lat])]
    assert out == []


def test_a_phone_begins_with_the_lands_between_the_seas(open_screen: OpenScreen) -> None:
    screen = open_map(open_screen, "", size=(390, 390))
    assert {label["text"] for label in settled(screen)} >= TOLD_OF


def test_a_part_of_the_world_is_a_name_without_a_dot(open_screen: OpenScreen, catalogue: Catalogue) -> None:
    screen = open_map(open_screen, "layers=essay-places&view=42,60,4")
    assert "Central Asia" in {label["text"] for label in settled(screen)}
    dots = screen.map.evaluate(
        "[...document.querySelectorAll('.point:not(.crowded)')].map((one) => one.dataset.ref)"
    )
    layer = catalogue.layers["essay-places"]
    regions = {f"{layer.id}/{one['id']}" for one in layer.features if one["properties"]["kind"] == "region"}
    assert dots
    assert not regions & set(dots)


def spoken_of(step: dict[str, Any], catalogue: Catalogue) -> list[Any]:
    """Return the countries that a step's headline and caption name."""
    text = step["headline"] + " " + "".join(piece.get("text", "") for piece in step["caption"])
    return [
        place
        for place in catalogue.places.values()
        if place.kind == "country" and re.search(rf"\b{re.escape(place.name)}\b", text)
    ]


def test_a_name_on_anothers_land_is_found_out() -> None:
    tbilisi, ankara = box(44.5, 41.6, 45.1, 41.8), box(32, 39.5, 33.5, 40)
    assert is_at_home("GE", tbilisi, None)
    assert not is_at_home("GE", ankara, None)
    assert not is_at_home("GE", ankara, (Point(44.8, 41.7), False))
    assert is_at_home("GE", ankara, (Point(44.8, 41.7), True))
    assert not is_at_home("GE", ankara, (Point(32, 39.5), True))


def is_at_home(country: str, name: Polygon, dot: tuple[Point, bool] | None) -> bool:
    """Tell whether a country's name stands on its land or on water, or is tied to its land by a line."""
    own, others = lands()[country], [land for code, land in lands().items() if code != country]
    abroad = sum(land.intersection(name).area for land in others) / name.area
    if dot:
        return bool(own.contains(dot[0]) and (dot[1] or abroad < HARDLY))
    return bool(abroad < (MOSTLY if own.contains(name.centroid) else HARDLY))


@cache
def lands() -> dict[str, Any]:
    """Return what is drawn as each country's land, in degrees (WGS84)."""
    return {code: shape for code, shape in merged_countries().items() if code}


def stands_at_home(screen: Screen, label: dict[str, Any]) -> bool:
    (left, top, right, bottom), dot = (label["box"][side] for side in BOX), label["dot"]
    corners = [screen.map.evaluate(POINT, corner) for corner in ([left, top], [right, bottom])]
    tied = (Point(screen.map.evaluate(POINT, [dot["x"], dot["y"]])), dot["hasLine"]) if dot else None
    return is_at_home(label["country"], box(*corners[0], *corners[1]), tied)


@pytest.mark.parametrize("tour", tours_on_disk())
@pytest.mark.parametrize("size", WINDOWS[::2])
def test_a_country_that_a_step_speaks_of_is_named_in_it_and_on_its_own_land(
    open_screen: OpenScreen, tour: str, size: tuple[int, int], catalogue: Catalogue
) -> None:
    screen = present(open_screen, tour, size=size)
    page = screen.page
    for number, step in enumerate(tours()[tour]["steps"]):
        before = page.evaluate(PLACINGS)
        if number:
            page.keyboard.press("ArrowRight")
            poll(lambda before=before: page.evaluate(PLACINGS) > before, expected="names placed anew")
        poll(lambda number=number: shown(page, tour, number), expected=f"step {number}")
        poll(
            lambda step=step: not misnamed(screen, step, catalogue),
            expected=f"every country of “{step['headline']}” named on its own land",
        )


def misnamed(screen: Screen, step: dict[str, Any], catalogue: Catalogue) -> list[str]:
    """Return the countries in view that a step speaks of and that bear no name, or one on another's land."""
    named = {label["country"]: label for label in settled(screen) if label["kind"] == "country"}
    found = []
    for place in spoken_of(step, catalogue):
        points = [(place.lon, place.lat), *place.anchors]
        if place.country in named:
            found += [] if stands_at_home(screen, named[place.country]) else [f"{place.name} stands abroad"]
        elif any(screen.map.evaluate(IN_VIEW, list(point)) for point in points):
            found.append(f"{place.name} has no name")
    return found
