"""The parts of a layer in order of travel: each once, end to end, with km that add up and the borders."""

from __future__ import annotations

import itertools
import re

import pytest

from layers.geometry.lengths import apart_km
from layers.views.drawn import drawn_html
from layers.views.parts import Parts, Row, parts_html
from layers.views.section_strip import strip_html
from layers.views.strip_lands import lands_below
from layers.views.ways import NEAR_KM, main_line, ways_of
from tests.harness.loaded import the_catalogue

DRAWN = [layer.id for layer in the_catalogue().drawn]
CORRIDORS = [layer.id for layer in the_catalogue().drawn if layer.strip]


def rows(layer: str, title: str) -> list[Row]:
    sections = Parts(the_catalogue().layers[layer], the_catalogue()).sections()
    return next(section.rows for section in sections if section.title.startswith(title))


@pytest.mark.parametrize("layer", DRAWN)
def test_the_table_holds_every_part_once(layer: str) -> None:
    drawn = the_catalogue().layers[layer]
    told = [
        row.ref for section in Parts(drawn, the_catalogue()).sections() for row in section.rows if row.ref
    ]
    assert sorted(told) == sorted(f"{layer}/{feature['id']}" for feature in drawn.features)


@pytest.mark.parametrize("layer", DRAWN)
def test_each_stretch_begins_where_the_one_before_ends(layer: str) -> None:
    for way in ways_of(the_catalogue().layers[layer]):
        for before, after in itertools.pairwise(way.stretches):
            assert after.start_km == before.end_km
            assert apart_km(before.ends[1], after.ends[0]) <= NEAR_KM
        assert way.km == pytest.approx(sum(way.km_by_mode.values()))


def test_the_middle_corridor_can_be_walked() -> None:
    main = rows("middle-corridor", "Main line: Altynkol – Aktau – Alat – Tbilisi – Poti – Constanța")
    met = [row.name for row in main if not row.ref]
    assert met == [
        "Kazakhstan",
        "Over the sea Kazakhstan → Azerbaijan, on this stretch",
        "Border Azerbaijan → Georgia, on this stretch",
        "Over the sea Georgia → Romania, on this stretch",
    ]
    assert [row.along for row in main if row.ref][:2] == ["0–283", "283–629"]
    branch = rows("middle-corridor", "Branch: Tbilisi – Kars – Kapıkule")
    assert [row.name.split(" – ")[0] for row in branch if row.ref][:3] == ["Tbilisi", "Akhalkalaki", "Kars"]
    assert "Change of gauge: 1,520 → 1,435 mm" in [row.name for row in branch]


def test_a_branch_says_where_it_meets_the_main_line_and_a_near_miss_does_not() -> None:
    ways = {way.title: way for way in ways_of(the_catalogue().layers["middle-corridor"])}
    assert (ways["Dostyk – Mointy"].meets, ways["Dostyk – Mointy"].leaves) == ("Mointy", False)
    assert ways["Tbilisi – Kars – Kapıkule"].meets == "Tbilisi"
    tripp = {way.title: way for way in ways_of(the_catalogue().layers["zangezur"])}
    assert tripp["Yeraskh – Kars"].meets == "Kars"  # Yeraskh lies 15 km from Dilucu, behind a closed border


def test_what_has_no_order_stays_a_list() -> None:
    [section] = Parts(the_catalogue().layers["abraham-accords"], the_catalogue()).sections()
    assert section.title == ""
    assert {row.km for row in section.rows} >= {"Israel", "Bahrain"}
    table = parts_html(the_catalogue().layers["abraham-accords"], the_catalogue())
    assert '<th scope="col">Country</th></tr>' in table  # a member is not “operating”


@pytest.mark.parametrize("layer", CORRIDORS)
def test_the_strip_lists_its_stretches_in_order_of_travel(layer: str) -> None:
    drawn = the_catalogue().layers[layer]
    way, strip = main_line(drawn), strip_html(drawn, the_catalogue())
    assert way
    assert strip
    places = [strip.index(f'data-select="{layer}/{stretch.properties["id"]}"') for stretch in way.stretches]
    assert places == sorted(places)
    for stretch in way.stretches:
        assert f"{stretch.properties['name']}: " in strip
        assert f"km {stretch.start_km:,.0f}–{stretch.end_km:,.0f}" in strip


def test_a_country_stands_under_the_strip_by_name_where_it_fits() -> None:
    names = {"KZ": "Kazakhstan", "AZ": "Azerbaijan", "GE": "Georgia"}
    lands = lands_below([("KZ", 0, 100), ("KZ", 100, 200), ("AZ", 200, 230), ("GE", 230, 230)], names)
    assert [(land.code, land.text, land.right) for land in lands] == [
        ("KZ", "Kazakhstan", 200),
        ("AZ", "AZ", 230),
        ("GE", "", 230),
    ]


def test_the_notes_of_the_workshop_stand_apart() -> None:
    layer = the_catalogue().layers["zangezur"]
    told = drawn_html(layer, the_catalogue())
    assert all(feature["properties"]["source"] in told for feature in layer.features)
    assert "drawn within 3 km" in told
    assert "published (press, September 2025)" in told


def test_a_planned_railway_has_no_gauge_yet() -> None:
    layer = the_catalogue().layers["zangezur"]
    [planned] = re.findall(r"<li>Aghband – Meghri – Agarak[^<]*", drawn_html(layer, the_catalogue()))
    assert "gauge to be built was not found" in planned
    assert "mm" not in planned
    changes = [row.name for row in rows("zangezur", "Main line") if row.name.startswith("Change of gauge")]
    assert changes == ["Change of gauge: 1,520 → 1,435 mm"]
