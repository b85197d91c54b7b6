"""The base map: whose land a point is, what is water, shared arcs without seams, names of disputed lines."""

import itertools

import pytest
import shapely

from geodata.steps.files.raw import HERE
from geodata.steps.ground.chains import chained
from tests.harness.geodata_files import arcs, basemap, countries, ring, shapes

WHERE = {
    "Crimea": (34.1, 45.2, "UA"),
    "Donetsk": (37.8, 48.0, "UA"),
    "Abkhazia": (41.0, 43.0, "GE"),
    "South Ossetia": (44.0, 42.3, "GE"),
    "Karabakh": (46.75, 39.8, "AZ"),
    "Nakhchivan": (45.41, 39.21, "AZ"),
    "Northern Cyprus": (33.3, 35.25, "CY"),
    "West Bank": (35.2, 31.9, "PS"),
    "Gaza": (34.36, 31.42, "PS"),
    "Tel Aviv": (34.8, 32.08, "IL"),
    "Golan Heights": (35.8, 33.0, "Golan Heights"),
    "Kaliningrad": (20.5, 54.7, "RU"),
    "Baikonur": (63.3, 45.9, "KZ"),
    "Western Sahara": (-13.0, 24.0, "EH"),
    "Pristina": (21.16, 42.66, "RS"),
    "Transnistria": (29.5, 46.9, "MD"),
    "Meghri": (46.25, 38.93, "AM"),
}
WATERS = {
    "Caspian, middle": (50.6, 41.9),
    "Caspian, off Aktau": (50.8, 43.6),
    "Black Sea": (34.3, 43.3),
    "Sea of Azov": (36.5, 46.1),
    "Persian Gulf": (51.5, 26.8),
    "Red Sea": (38.2, 20.5),
}
LAKES = {
    "Balkhash": (74.7, 46.35),
    "Sevan": (45.35, 40.35),
    "Urmia": (45.4, 37.6),
    "Van": (42.9, 38.6),
    "Kapchagay": (77.6, 43.84),
    "North Aral": (60.8, 46.5),
    "West Aral": (58.6, 45.1),
    "Issyk-Kul": (77.3, 42.4),
}


@pytest.mark.parametrize("name", WHERE)
def test_land_belongs_to_the_members_of_the_united_nations(name: str) -> None:
    lon, lat, wanted = WHERE[name]
    found = [iso for iso, shape in countries().items() if shape.contains(shapely.Point(lon, lat))]
    assert found == [wanted]


@pytest.mark.parametrize("name", WATERS)
def test_seas_are_no_country_and_no_land(name: str) -> None:
    point = shapely.Point(WATERS[name])
    assert not any(shape.contains(point) for _, shape in [*shapes("countries"), *shapes("world")])


@pytest.mark.parametrize("name", LAKES)
def test_lakes_are_there(name: str) -> None:
    assert any(shape.contains(shapely.Point(LAKES[name])) for _, shape in shapes("lakes"))


def test_names_are_english_and_codes_two_letters() -> None:
    named = {about["iso"]: about["name"] for about, _ in shapes("countries") if about["iso"]}
    assert named["TR"] == "Türkiye"
    assert named["CZ"] == "Czechia"
    assert named["PS"] == "Palestine"
    assert named["CN"] == "China"
    assert all(len(iso) == 2 and iso.isupper() for iso in named)
    without = {about["name"] for about, _ in shapes("countries") if not about["iso"]}
    assert without == {"Golan Heights", "East Jerusalem", "Taiwan", "Abyei", "Bir Tawil"}


def test_neighbours_share_their_border_to_the_point() -> None:
    """Borders come out of the file as arcs of two polygons; a seam would leave one with a single owner."""
    for a, b in [("AM", "AZ"), ("AM", "IR"), ("AM", "TR"), ("GE", "RU"), ("KZ", "RU"), ("IL", "PS")]:
        assert used_arcs(a) & used_arcs(b), f"{a} and {b} share no arc"
    for landlocked in ("AM", "UZ", "KG", "AF", "CH", "HU"):
        others = set().union(*(used_arcs(k) for k in every_country() if k != landlocked))
        assert used_arcs(landlocked) <= others, f"{landlocked} has an edge without a neighbour"


def every_country() -> list[str]:
    return [g["properties"]["iso"] or "" for g in basemap()["objects"]["countries"]["geometries"]]


def used_arcs(iso: str) -> set[int]:
    """Give the arcs of a country's polygons, direction aside."""
    found: set[int] = set()
    for geometry in basemap()["objects"]["countries"]["geometries"]:
        if (geometry["properties"]["iso"] or "") == iso:
            rings = geometry["arcs"] if geometry["type"] == "Polygon" else itertools.chain(*geometry["arcs"])
            found |= {index if index >= 0 else ~index for line in rings for index in line}
    return found


def test_disputed_lines_are_named_and_drawn() -> None:
    ids = {g["properties"]["id"] for g in basemap()["objects"]["disputed"]["geometries"]}
    assert {
        "abkhazia",
        "south-ossetia",
        "crimea",
        "golan-east",
        "cyprus-north",
        "kashmir",
        "palestine",
    } <= ids
    assert not any("baikonur" in key or "karabakh" in key for key in ids)
    for geometry in basemap()["objects"]["disputed"]["geometries"]:
        assert len(geometry["properties"]["name"]) > 5
        parts = [geometry["arcs"]] if geometry["type"] == "LineString" else geometry["arcs"]
        assert sum(shapely.LineString(ring(part)).length for part in parts) > 0.05, geometry["properties"]


def test_disputed_edges_are_arcs_of_the_countries() -> None:
    """So the page can leave them to the dashes: a solid border under them would settle what is not."""
    borders = set().union(*(used_arcs(iso) for iso in every_country()))
    for geometry in basemap()["objects"]["disputed"]["geometries"]:
        parts = [geometry["arcs"]] if geometry["type"] == "LineString" else geometry["arcs"]
        arcs_of_line = {index if index >= 0 else ~index for part in parts for index in part}
        if geometry["properties"]["id"] in ("palestine", "golan-east", "golan-west", "kashmir", "aksai-chin"):
            assert arcs_of_line <= borders, geometry["properties"]["id"]


def test_arcs_of_a_line_follow_each_other() -> None:
    """Out of order they draw a straight dash over land that nobody disputes."""
    for name, content in basemap()["objects"].items():
        for geometry in content["geometries"]:
            nested = {"LineString": [geometry["arcs"]], "MultiPolygon": itertools.chain(*geometry["arcs"])}
            for part in nested[geometry["type"]] if geometry["type"] in nested else geometry["arcs"]:
                ends = [ring([number])[:: len(ring([number])) - 1] for number in part]
                for (_, end), (start, _) in itertools.pairwise(ends):
                    assert end == start, (name, geometry["properties"])


def test_lines_are_chained_whatever_their_order_and_direction() -> None:
    east, north, far = [[0, 0], [1, 0]], [[1, 0], [0, 1]], [[9, 9], [1, 1]]
    assert chained([~1, ~0], [east, north, far]) == [[~1, ~0]]
    assert chained([1, 0], [east, north, far]) == [[0, 1]]
    assert chained([0, ~1, 2], [east, north, far]) == [[0, 1], [2]]


def test_file_is_small_and_all_arcs_are_used() -> None:
    assert (HERE / "basemap.topojson").stat().st_size <= 450_000
    assert all(len(arc) >= 2 for arc in arcs())
    assert next(iter(basemap())) == "generated"
