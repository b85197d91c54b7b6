"""What a click says of ground whose status is disputed and of the ground beside it, in the real document."""

from __future__ import annotations

import pytest

from tests.harness.map_alone import open_map
from tests.harness.windows import OpenScreen

VIEW = "layers=middle-corridor&view=41,46,5.5"
GOVERNS_ITSELF = "Claimed by China; governs itself."
FOUR_REGIONS = (
    "Ukraine; declared annexed by Russia in 2022, not recognised by UN General Assembly resolution ES-11/4; "
    "front lines are not drawn."
)
OCCUPIED = "Israeli-occupied; annexation not recognised by UN Security Council resolution {}."
OUTSIDE = "{}; outside government control."
INDIAN, PAKISTANI = (
    f"Administered by {one}, claimed by {other} too."
    for one, other in (("India", "Pakistan"), ("Pakistan", "India"))
)
WEST_BANK = "Palestine; occupied by Israel since 1967, parts of it governed by the Palestinian Authority."
SAID = {
    "Old City of Jerusalem": ("31.777,35.232", "East Jerusalem", OCCUPIED.format(478)),
    "Silwan": ("31.769,35.237", "East Jerusalem", OCCUPIED.format(478)),
    "Mount of Olives": ("31.778,35.245", "East Jerusalem", OCCUPIED.format(478)),
    "Qalandia": ("31.862,35.217", "East Jerusalem", OCCUPIED.format(478)),
    "Knesset": ("31.777,35.205", "Israel", None),
    "Ramat Rachel": ("31.7395,35.2175", "Israel", None),
    "Abu Dis": ("31.763,35.266", "West Bank", WEST_BANK),
    "Bethlehem": ("31.704,35.203", "West Bank", WEST_BANK),
    "Gaza": ("31.5,34.45", "Gaza Strip", "Palestine; front lines are not drawn."),
    "Golan": ("33.0,35.8", "Golan Heights", OCCUPIED.format(497)),
    "Taipei": ("25.04,121.5", "Taiwan", GOVERNS_ITSELF),
    "Fuzhou": ("26.1,118.5", "China", None),
    "Pristina": (
        "42.66,21.16",
        "Kosovo",
        "Independent by its own declaration of 2008, claimed by Serbia; status disputed, UN Security Council "
        "resolution 1244.",
    ),
    "Belgrade": ("44.7,20.6", "Serbia", None),
    "Hargeisa": (
        "9.56,44.06",
        "Somaliland",
        "Somalia; governs itself, recognised by Israel since December 2025.",
    ),
    "Simferopol": (
        "44.95,34.1",
        "Crimea",
        "Ukraine; annexed by Russia in 2014, not recognised by UN General Assembly resolution 68/262.",
    ),
    "Donetsk": ("48.0,37.8", "Donetsk region", FOUR_REGIONS),
    "Luhansk": ("48.57,39.31", "Luhansk region", FOUR_REGIONS),
    "Melitopol": ("46.85,35.37", "Zaporizhzhia region", FOUR_REGIONS),
    "Kherson": ("46.7,32.7", "Kherson region", FOUR_REGIONS),
    "Odesa": ("46.6,30.7", "Ukraine", None),
    "Khankendi": ("39.82,46.75", "Azerbaijan", None),
    "Sukhumi": ("43.02,41.03", "Abkhazia", OUTSIDE.format("Georgia")),
    "Tskhinvali": ("42.225,43.97", "South Ossetia", OUTSIDE.format("Georgia")),
    "Zugdidi": ("42.51,41.87", "Georgia", None),
    "Tiraspol": ("46.84,29.63", "Transnistria", OUTSIDE.format("Moldova")),
    "Nicosia, north": (
        "35.21,33.36",
        "Northern Cyprus",
        "Cyprus; outside government control, recognised by Türkiye alone.",
    ),
    "Larnaca": ("34.95,33.6", "Cyprus", None),
    "Srinagar": ("34.08,74.8", "Kashmir", INDIAN),
    "Muzaffarabad": ("34.37,73.47", "Kashmir", PAKISTANI),
    "Amritsar": ("31.63,74.87", "India", None),
    "Aksai Chin": ("35.1,79.2", "Aksai Chin", "Administered by China, claimed by India."),
    "Hotan": ("37.1,79.9", "China", None),
}


@pytest.mark.browser
def test_disputed_ground_is_called_what_was_decided(open_screen: OpenScreen) -> None:
    page = open_map(open_screen, VIEW).page
    told = {}
    for spot, (at, *_) in SAID.items():
        page.evaluate("at => atlas.apply({selected: `at:${at}`})", at)
        card = page.locator(".spot-card")
        notes = card.locator(".card-ground").all_inner_texts()
        told[spot] = (at, card.locator(".card-title").inner_text(), notes[0] if notes else None)
    assert told == SAID


@pytest.mark.browser
def test_a_town_says_on_what_ground_it_lies(open_screen: OpenScreen) -> None:
    page = open_map(open_screen, f"{VIEW}&selected=place:simferopol").page
    said = page.locator(".spot-card .card-ground").inner_text()
    assert said == f"Crimea: {SAID['Simferopol'][2]}"
    page.evaluate("atlas.apply({selected: 'place:baku'})")
    assert page.locator(".spot-card .card-ground").count() == 0


@pytest.mark.browser
def test_what_tells_more_of_such_ground_is_its_own_place(open_screen: OpenScreen) -> None:
    page = open_map(open_screen, f"{VIEW}&selected=at:31.777,35.232").page
    assert page.evaluate("atlas.state().selected") == "at:31.777,35.232"
    page.evaluate("atlas.apply({selected: 'place:east-jerusalem'})")
    card = page.locator(".spot-card")
    assert card.locator(".card-title").inner_text() == "East Jerusalem (Israeli-occupied)"
    assert card.locator(".card-ground").inner_text() == OCCUPIED.format(478)
    page.evaluate("atlas.apply({selected: 'place:kashmir'})")  # two parts, of which the title speaks
    assert card.locator(".card-ground").count() == 0


@pytest.mark.browser
def test_a_dashed_line_says_what_it_is(open_screen: OpenScreen) -> None:
    """The line of 1949 is called so where it is that line, and the limit of the annexed land what it is."""
    page = open_map(open_screen, "layers=middle-corridor&view=31.78,35.22,10.5").page
    for at, called in (
        ("31.789,35.2275", "Line of 1949 through Jerusalem (approximate)"),
        ("31.80,35.2595", "East Jerusalem: limit of the land that Israel annexed, not the line of 1949"),
        ("31.653,35.015", "Line of 1949 (West Bank and Gaza)"),
        ("31.74,35.45", None),
    ):
        page.evaluate("at => atlas.apply({selected: `at:${at}`})", at)
        told = page.locator(".spot-card .card-dashes").all_inner_texts()
        assert told == ([f"Dashed line: {called}."] if called else []), at
