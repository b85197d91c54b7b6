"""Where a country's name may stand: on no disputed ground, and in no sliver at the edge of the view."""

from __future__ import annotations

from typing import Any

import pytest
import shapely

from tests.harness.browser import Screen
from tests.harness.geodata_files import shapes
from tests.harness.labels import View, open_view, settled
from tests.harness.windows import OpenScreen

MOST = 0.12  # share of a name on disputed ground; the map looks at rows of 8 px
SMALL = {"GE"}  # must be named, and has no other room far out
PHONE = (390, 844)
# Before the rule, INDIA, PAKISTAN, SOMALIA and UKRAINE stood on such ground in these.
VIEWS = [
    View("36,72,6.3", PHONE),
    View("48,75,5"),
    View("42,60,4"),
    View("13,46,6.3"),
    View("32,36,5"),
    View("40,45,6.3"),
    View("34,60,5"),
]


def name_boxes(screen: Screen) -> dict[str, shapely.Polygon]:
    """Return the boxes of the countries' names in degrees, by code."""
    labels: list[dict[str, Any]] = settled(screen)
    corner = (
        "([x, y]) => { const { lat, lng } = atlas.map.containerPointToLatLng([x, y]); return [lng, lat]; }"
    )
    found = {}
    for label in labels:
        if label["kind"] == "country":
            box = label["box"]
            west, north = screen.map.evaluate(corner, [box["left"], box["top"]])
            east, south = screen.map.evaluate(corner, [box["right"], box["bottom"]])
            found[label["country"]] = shapely.box(west, south, east, north)
    return found


def on_disputed(names: dict[str, shapely.Polygon]) -> dict[str, float]:
    """Return by code the share of each name on disputed ground of its own country, where it is too much."""
    areas = [(about["inside"], area) for about, area in shapes("areas") if about.get("inside")]
    shares = {
        iso: sum(area.intersection(box).area for inside, area in areas if inside == iso) / box.area
        for iso, box in names.items()
    }
    return {iso: share for iso, share in shares.items() if share > MOST and iso not in SMALL}


@pytest.mark.browser
@pytest.mark.parametrize("view", VIEWS, ids=str)
def test_no_country_is_named_on_disputed_ground(open_screen: OpenScreen, view: View) -> None:
    names = name_boxes(open_view(open_screen, view))
    assert len(names) > 3
    assert on_disputed(names) == {}


@pytest.mark.browser
def test_what_lies_in_a_sliver_is_not_named(open_screen: OpenScreen) -> None:
    """Of Egypt there is a strip at the lower edge of the first view, in the second the country itself."""
    assert "EG" not in name_boxes(open_view(open_screen, View("45,33,5")))
    assert "EG" in name_boxes(open_view(open_screen, View("34,33,5")))


def test_the_check_finds_a_name_in_kashmir() -> None:
    names = {"IN": shapely.box(74.5, 33.5, 76.5, 34.5), "PK": shapely.box(68, 28, 70, 29)}
    assert on_disputed(names).keys() == {"IN"}
