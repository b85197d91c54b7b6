"""The first view: both corridors with their ends, and the countries that the atlas tells of by name."""

from __future__ import annotations

import re
from typing import Any

import pytest

from layers.model.catalogue import Catalogue
from tests.harness.labels import settled
from tests.harness.map_alone import open_map
from tests.harness.presenting import present, shown, tours, tours_on_disk
from tests.harness.serving import poll
from tests.harness.windows import OpenScreen

SIDEBAR = 420
WINDOWS = [(1440, 900), (1366, 768), (1280, 720)]
ENDS = ("khorgos", "dostyk", "constanta", "istanbul", "st-petersburg", "bandar-abbas")
TOLD_OF = {"AZERBAIJAN", "ISRAEL", "GEORGIA", "ARMENIA"}
IN_VIEW = "([lon, lat]) => atlas.map.getBounds().contains([lat, lon])"
# Countries that a step names, so small in its picture that ports and their lit names fill them.
NO_ROOM = {("one-minute", 1): {"Azerbaijan"}, ("three-ways", 9): {"Azerbaijan"}}


@pytest.mark.parametrize("size", WINDOWS)
def test_the_first_view_holds_the_corridors_ends_and_names_who_is_told_of(
    open_screen: OpenScreen, size: tuple[int, int], catalogue: Catalogue
) -> None:
    screen = open_map(open_screen, "", size=(size[0] - SIDEBAR, size[1]))
    assert {label["text"] for label in settled(screen)} >= TOLD_OF
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


@pytest.mark.parametrize("tour", tours_on_disk())
def test_a_country_that_a_step_speaks_of_is_named_in_it(
    open_screen: OpenScreen, tour: str, catalogue: Catalogue
) -> None:
    screen, missing = present(open_screen, tour, size=(1280, 720)), dict[tuple[str, int], set[str]]()
    page = screen.page
    for number, step in enumerate(tours()[tour]["steps"]):
        if number:
            page.keyboard.press("ArrowRight")
        poll(lambda number=number: shown(page, tour, number), expected=f"step {number}")
        labels = settled(screen)
        named = {label["country"] for label in labels if label["kind"] == "country"}
        for place in spoken_of(step, catalogue):
            points = [(place.lon, place.lat), *place.anchors]
            in_view = any(screen.map.evaluate(IN_VIEW, list(point)) for point in points)
            if in_view and place.country not in named:
                missing.setdefault((tour, number), set()).add(place.name)
    assert missing == {key: names for key, names in NO_ROOM.items() if key[0] == tour}
