"""What the essays name: pipelines schematic and in order, areas valid, every name of the gazetteer shown."""

import csv
import gzip
import itertools
from pathlib import Path
from typing import Any

import pytest
import shapely
from shapely.geometry import shape

from geodata.steps.files.geodesy import WGS84
from geodata.steps.files.raw import HERE
from geodata.steps.files.sources import read_source
from geodata.steps.ground import areas
from geodata.steps.layers import gazetteer, memberships, pipelines
from layers.geometry.collection import check_collection
from tests.harness.geodata_files import Feature, collection, countries, features, km_off, sampled

NAMES = gazetteer.read_gazetteer()
LAYERS = sorted(
    {
        *(pipelines.LAYER, gazetteer.LAYER),
        *(*read_source("essay-layers")["layers"], *memberships.member_layers()),
    }
)
MAIN = {"middle-corridor", "north-south", "zangezur", "port-of-baku", "tamar", "anaklia"}
CARDS = {
    *("section-907", "israel-azerbaijan", "turkiye-israel", "russia-iran", "russia-south-caucasus"),
    *("middle-powers", "us-politics", "iran-wars"),
}
WHERE = ("place", "layer", "card", "reason")
TABLE = HERE.parents[1] / "shared" / "research" / "gazetteer.csv"
PIPES: dict[str, dict[str, Any]] = {p["id"]: p for p in read_source("pipelines")["pipelines"]}
DRAWN: dict[str, Feature] = {f["id"]: f for f in features("oil-gas-pipelines")}
OUTLIERS = {"tap", "baku-supsa", "igdir-nakhchivan"}


@pytest.mark.parametrize("layer", LAYERS)
def test_layers_pass_the_schema_of_the_atlas(layer: str) -> None:
    found, faults = check_collection((HERE / f"{layer}.geojson").read_bytes(), layer, layer=layer)
    assert found
    assert not faults


@pytest.mark.parametrize("layer", LAYERS)
def test_licence_and_source_stand_everywhere(layer: str) -> None:
    about = collection(layer)
    assert next(iter(about)) == "generated"
    assert about["licence"]
    assert about["attribution"]
    for feature in features(layer):
        p = feature["properties"]
        assert p["source"] and p["licence"] and p["as_of"], feature["id"]
        assert ("published_km" in p) == ("published_source" in p), feature["id"]


@pytest.mark.parametrize("layer", LAYERS)
def test_areas_are_valid_and_neither_empty_nor_off_the_map(layer: str) -> None:
    for feature in features(layer):
        area = shape(feature["geometry"])
        if "Polygon" in area.geom_type:
            assert area.is_valid, feature["id"]
            assert area.area > 0
            assert areas.SHOWN.buffer(0.01).contains(area), feature["id"]


def test_all_new_files_stay_small() -> None:
    packed = {layer: len(gzip.compress((HERE / f"{layer}.geojson").read_bytes())) for layer in LAYERS}
    assert sum(packed.values()) <= 250_000
    assert sum(packed[layer] for layer in memberships.member_layers()) <= 80_000


def test_pipelines_say_that_they_are_schematic() -> None:
    assert DRAWN.keys() == PIPES.keys()
    for key, feature in DRAWN.items():
        p = feature["properties"]
        assert p["geometry_class"] == "schematic"
        assert p["mode"] == "pipeline"
        assert p["kind"] in ("oil-pipeline", "gas-pipeline")
        assert p["source"].startswith("schematic")
        assert p["uncertainty_km"] >= 10, key
        assert p["opened"] and p["note"] and p["published_source"]


def test_pipelines_come_near_their_published_length_or_say_why_not() -> None:
    shorter = 1 - read_source("pipelines")["shorter_percent"] / 100
    off = set()
    for key, feature in DRAWN.items():
        p = feature["properties"]
        published = p["published_km"] if isinstance(p["published_km"], list) else [p["published_km"]]
        assert p["km"] < max(published), f"{key}: straight pieces cannot be longer than the pipe"
        if p["km"] < shorter * min(published):
            off.add(key)
            assert PIPES[key]["outlier"] in p["note"]
    assert off == OUTLIERS == {key for key, pipe in PIPES.items() if "outlier" in pipe}


@pytest.mark.parametrize("key", PIPES)
def test_towns_stand_on_the_line_in_order(key: str) -> None:
    """Each town is a corner, and to exchange two neighbours would make the line longer."""
    points = read_source("pipelines")["points"]
    towns = [(points[t]["at"][1], points[t]["at"][0]) for t in PIPES[key]["via"]]
    corners = DRAWN[key]["geometry"]["coordinates"]
    assert len(corners) == len(towns)
    for town, corner in zip(towns, corners, strict=True):
        assert WGS84.inv(*town, *corner)[2] < 2_100, town
    drawn = length(towns)
    for at in range(1, len(towns) - 2):
        swapped = [*towns[:at], towns[at + 1], towns[at], *towns[at + 2 :]]
        assert length(swapped) > drawn, f"{PIPES[key]['via'][at]} and the next"


def length(places: list[tuple[float, float]]) -> float:
    """Measure a way through places in metres."""
    return sum(float(WGS84.inv(*a, *b)[2]) for a, b in itertools.pairwise(places))


def test_pipelines_cross_the_countries_they_name() -> None:
    for key, feature in DRAWN.items():
        line = sampled(feature["geometry"]["coordinates"], step_km=10)
        for iso in feature["properties"]["countries"]:
            assert any(countries()[iso].covers(shapely.Point(place)) for place in line), f"{key}: {iso}"


def test_the_usual_lane_to_abu_dhabi_keeps_to_the_sea() -> None:
    lane = next(f for f in features("suez-abu-dhabi") if f["geometry"]["type"] == "LineString")
    for place in sampled(lane["geometry"]["coordinates"], step_km=5):
        for iso, land in countries().items():
            if land.contains(shapely.Point(place)):
                assert km_off(land.boundary, place) < 2, f"{place} lies in {iso}"


def test_no_boundary_of_karabakh_and_no_place_where_ships_were_held() -> None:
    (circle,) = (f for f in features("karabakh") if f["geometry"]["type"] == "MultiPolygon")
    area = shape(circle["geometry"])
    assert countries()["AZ"].contains(area)
    assert area.area / shapely.minimum_bounding_circle(area).area > 0.5
    assert "no boundary" in circle["properties"]["note"]
    held = {f["id"]: f for f in features("incidents")}["ships-held"]
    assert held["geometry"]["type"] == "MultiPolygon"
    assert not countries()["ER"].buffer(-0.02).intersects(shape(held["geometry"]))


def test_a_country_is_one_area_in_each_grouping() -> None:
    for layer in memberships.member_layers():
        members = [f for f in features(layer) if is_member(f) and f["properties"].get("countries")]
        codes = [f["properties"]["countries"] for f in members]
        assert all(len(code) == 1 for code in codes)
        assert len({code[0] for code in codes}) == len(codes)
        for feature in members:
            whole = countries()[feature["properties"]["countries"][0]]
            seen = shapely.intersection(whole, areas.SHOWN)
            drawn = shape(feature["geometry"])
            assert shapely.intersection(drawn, whole).area > 0.85 * seen.area, feature["id"]


def test_only_candidates_are_drawn_as_planned() -> None:
    found = {
        (layer, f["id"])
        for layer in memberships.member_layers()
        for f in features(layer)
        if is_member(f) and f["properties"]["status"] == "planned"
    }
    assert found == {
        ("abraham-accords", "azerbaijan"),
        ("abraham-accords", "somaliland"),
        ("eaeu-brics", "saudi-arabia"),
    }


def test_a_partner_is_called_no_member() -> None:
    drawn = {f["id"]: f["properties"] for f in features("eaeu-brics")}
    assert drawn["uzbekistan"]["name"] == "Uzbekistan: partner of BRICS"
    assert drawn["uzbekistan"]["status_note"] == "partner, not a member, at the last report"
    assert drawn["uzbekistan"]["note"] == "BRICS: partner, not a member, since 1 January 2025."
    assert drawn["kazakhstan"]["name"] == "Kazakhstan: Eurasian Economic Union and partner of BRICS"
    assert drawn["kazakhstan"]["status_note"] == "member at the last report"


def test_ground_without_a_country_is_drawn_as_a_candidate_by_its_own_outline() -> None:
    [land] = [f for f in features("abraham-accords") if f["id"] == "somaliland"]
    assert "countries" not in land["properties"]
    assert shape(land["geometry"]).contains(shapely.Point(44.06, 9.56))
    assert not shape(land["geometry"]).contains(shapely.Point(45.3, 2.0))


def test_the_gas_forum_has_its_eight_members() -> None:
    members = [f for f in features("east-med-gas") if f["properties"]["kind"] == "forum-member"]
    assert sorted(code for f in members for code in f["properties"]["countries"]) == sorted(
        ["CY", "EG", "FR", "GR", "IL", "IT", "JO", "PS"]
    )


def is_member(feature: Feature) -> bool:
    return bool(feature["properties"]["kind"] == "member-area")


def test_what_lies_off_the_map_is_refused() -> None:
    with pytest.raises(ValueError, match="ZA lies off the map"):
        areas.country_area("ZA")
    with pytest.raises(ValueError, match="no lake of the base map"):
        areas.lake_area(49.9, 40.4)


def test_every_name_of_the_gazetteer_is_shown_once_or_has_a_reason() -> None:
    places = {f["id"] for f in collection("places")["features"]}
    assert len({row["name"] for row in NAMES}) == len(NAMES) == 141
    for row in NAMES:
        (where,) = (key for key in WHERE if key in row)
        assert row.keys() == {"name", "kind", "named_in", where}
        assert row["named_in"].keys() <= gazetteer.essay_names().keys()
        assert all(row["named_in"].values())
        known = {"place": places, "layer": {*LAYERS, *MAIN}, "card": CARDS}.get(where, {row.get("reason")})
        assert row[where] in known, row["name"]


def test_named_in_is_what_the_gazetteer_says() -> None:
    found = {
        f["id"]: f["properties"]["named_in"]
        for f in collection("places")["features"]
        if "named_in" in f["properties"]
    }
    assert found == gazetteer.named_in()
    assert not {"fordow", "meghri", "gyumri", "tbilisi"} & found.keys()
    notes = {f["id"]: f["properties"]["note"] for f in features(gazetteer.LAYER)}
    assert notes.keys() == found.keys()
    assert notes["kazakhstan"] == "Blank ¶ 4, 8, 18, 20, 24, 58"
    assert notes["quba"] == "Heybatov caption"
    assert notes["iran"].endswith("; Heybatov ¶ 10, 16")


@pytest.mark.skipif(not TABLE.exists(), reason="the research table is not part of the project")
def test_the_gazetteer_holds_every_paragraph_of_the_research_table() -> None:
    assert paragraphs_of(TABLE) == {
        (row["name"], essay): {str(n) for n in paragraphs}
        for row in NAMES
        for essay, paragraphs in row["named_in"].items()
    }


def paragraphs_of(table: Path) -> dict[tuple[str, str], set[str]]:
    """Read the research table: name and essay to the paragraphs that print the name."""
    with table.open(encoding="utf-8", newline="") as lines:
        return {
            (row["name"], row["essay"]): set(row["paragraphs"].split(";")) for row in csv.DictReader(lines)
        }
