"""A click anywhere: names, land, water; what passes there, how far it is from the click before."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect
from pyproj import Geod

from tests.harness.loaded import the_catalogue
from tests.harness.map_alone import click_at, open_map
from tests.harness.serving import poll
from tests.harness.windows import OpenScreen

VIEW = "layers=middle-corridor,zangezur&view=41,46,5.5"
WATERS = {
    "42.3,50.9": "Caspian Sea",
    "38,51.5": "Caspian Sea",
    "43.2,32": "Black Sea",
    "46.2,37": "Sea of Azov",
    "33.8,30": "Mediterranean Sea",
    "27.3,51": "Persian Gulf",
    "21,38": "Red Sea",
    "38.6,42.9": "Lake Van",
    "58.5,20": "Baltic Sea",
    "14,66": "Arabian Sea",
    "0,-20": "At sea",
}


def test_a_click_on_nothing_says_where_that_is_and_what_passes(open_screen: OpenScreen) -> None:
    page = open_map(open_screen, "layers=middle-corridor,zangezur&view=41,46,7.5").page
    click_at(page, 40.5, 46.8)
    card = page.locator(".spot-card")
    expect(card.locator(".card-title")).to_have_text("Azerbaijan")
    expect(card.locator(".card-kind")).to_have_text(re.compile(r"^40\.\d+° N, 46\.\d+° E$"))
    expect(card).to_contain_text("Lines within 50 km")
    expect(card.get_by_role("button", name="Middle Corridor")).to_be_visible()
    assert not card.get_by_role("button", name="From").count()  # nobody hears it where the map is alone
    assert page.locator(".place-ring").count() == 1
    assert "selected=at:40." in page.url
    page.keyboard.press("Escape")
    expect(card).to_have_count(0)
    assert page.evaluate("atlas.state().selected") is None


def test_the_second_click_says_how_far_it_is_from_the_first(open_screen: OpenScreen) -> None:
    page = open_map(open_screen, VIEW).page
    spots = []
    for lat, lon in ((42.6, 46.2), (44.9, 44.9)):
        click_at(page, lat, lon)
        spots.append([float(part) for part in page.evaluate("atlas.state().selected")[3:].split(",")])
    (lat, lon), (to_lat, to_lon) = spots
    metres = Geod(ellps="WGS84").inv(lon, lat, to_lon, to_lat)[2]
    text = page.locator(".spot-card").inner_text()
    assert re.search(r"From 42\.\d+° N, 46\.\d+° E", text)
    said = re.search(r"([\d,]+) km in a straight line", text)
    assert said and abs(int(said[1].replace(",", "")) - metres / 1000) < metres / 1000 * 0.006 + 1
    assert page.locator("path.ruler").count() == 1
    page.keyboard.press("Escape")
    assert page.locator("path.ruler").count() == 0


def test_a_distance_says_from_where_though_a_sea_came_between(open_screen: OpenScreen) -> None:
    page = open_map(open_screen, f"{VIEW}&selected=place:baku").page
    for ref in ("place:caspian-sea", "at:42.6,46.2"):
        page.evaluate("ref => atlas.apply({ selected: ref })", ref)
    expect(page.locator(".spot-card")).to_contain_text(
        re.compile(r"From Baku\s*[\d,]+ km in a straight line")
    )


@pytest.mark.parametrize(("at", "name"), WATERS.items(), ids=list(WATERS))
def test_water_has_the_name_of_the_sea_that_can_be_reached(
    open_screen: OpenScreen, at: str, name: str
) -> None:
    page = open_map(open_screen, f"{VIEW}&selected=at:{at}").page
    assert page.locator(".spot-card .card-title").inner_text() == name


def test_names_on_the_map_open_what_they_name(open_screen: OpenScreen) -> None:
    page = open_map(open_screen, VIEW).page
    for text, ref in (
        ("Tbilisi", "place:tbilisi"),
        ("GEORGIA", "place:georgia"),
        ("Middle Corridor", "middle-corridor"),
    ):
        box = page.evaluate("text => atlas.labels().find(label => label.text === text)?.box", text)
        assert box, f"{text} is not written"
        page.mouse.click((box["left"] + box["right"]) / 2, (box["top"] + box["bottom"]) / 2)
        assert page.evaluate("atlas.state().selected") == ref
    page.evaluate("atlas.apply({selected: 'place:georgia'})")
    card = page.locator(".spot-card")
    expect(card).to_contain_text("Passes through it, lies in it or leads to it")
    card.get_by_role("button", name="Middle Corridor").click()
    assert page.evaluate("atlas.state().selected").startswith("middle-corridor/")


def test_the_dot_of_a_town_means_the_town_though_a_line_runs_through_it(open_screen: OpenScreen) -> None:
    page = open_map(open_screen, VIEW).page
    town = the_catalogue().places["tbilisi"]
    click_at(page, town.lat, town.lon)
    assert page.evaluate("atlas.state().selected") == "place:tbilisi"


def test_a_double_click_comes_nearer_and_opens_nothing(open_screen: OpenScreen) -> None:
    page = open_map(open_screen, VIEW).page
    page.mouse.dblclick(700, 760)
    poll(lambda: page.evaluate("atlas.state().view.zoom") > 6, expected="a nearer view")
    assert page.evaluate("atlas.state().selected") is None


def test_an_address_that_names_a_thing_and_no_view_shows_it(open_screen: OpenScreen) -> None:
    page = open_map(open_screen, "selected=at:38.4,48.4").page
    assert page.evaluate("atlas.map.getBounds().contains([38.4, 48.4]) && atlas.map.getZoom() > 7")
    page = open_map(open_screen, "selected=zangezur").page
    west, south, east, north = page.evaluate("atlas.bounds('zangezur')")
    seen = page.evaluate(
        "box => atlas.map.getBounds().contains([[box[1], box[0]], [box[3], box[2]]])",
        [west, south, east, north],
    )
    assert seen and page.evaluate("atlas.map.getZoom()") > 6.5
