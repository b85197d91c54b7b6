"""Places: unique, named in English first, findable in local scripts, country names inside their country."""

import json
import re
import unicodedata
from typing import Any

import pytest
import shapely

from geodata.steps.files.geodesy import metres_between
from geodata.steps.files.raw import HERE
from geodata.steps.files.sources import read_source
from geodata.steps.files.spellings import spellings
from geodata.steps.layers.listed import frozen, listed
from geodata.steps.layers.network_places import nodes_without_place, place_of
from geodata.steps.layers.places import SAME_PLACE_KM, _spot, country_at
from layers.files.words import fold
from tests.harness.geodata_files import Feature, collection, countries, lines

PLACES: dict[str, Feature] = {f["id"]: f for f in collection("places")["features"]}
DRAWN_ONLY_FAR = {"US", "BR"}  # other continents, where the base map has no countries
BESIDE_A_BORDER = {148251, 175008}  # Julfa and Agarak on the Aras, on the simplified border
SPELLINGS = {
    "baku": ["Bakı", "Баку", "باکو"],
    "tbilisi": ["თბილისი", "Тбилиси"],
    "yerevan": ["Երևան", "Ереван"],
    "aktau": ["Ақтау", "Aqtau"],
    "nakhchivan": ["Naxçıvan", "Нахичевань"],
    "tel-aviv": ["תל אביב"],
    "alat": ["Ələt", "Алят", "Port of Baku"],
    "navoi": ["Навои"],
    "shanghai": ["上海"],
    "turkiye": ["Turkey"],
    "caspian-sea": ["Каспийское море"],
}


def test_places_name_source_licence_and_rank() -> None:
    for place in PLACES.values():
        p = place["properties"]
        assert p["source"] and p["licence"]
        assert 1 <= p["rank"] <= 6
        assert p["name"] not in p.get("names", [])
        assert len(p.get("names", [])) == len(set(p.get("names", []))) <= 12


def test_no_two_places_have_one_name_and_kind() -> None:
    keys = [(p["properties"]["name"], p["properties"]["kind"]) for p in PLACES.values()]
    assert len(keys) == len(set(keys))


def test_towns_stand_apart() -> None:
    """City districts listed as towns would stand within a kilometre or two of each other."""
    towns = [p for p in PLACES.values() if p["properties"]["kind"] in ("capital", "city", "town", "port")]
    near = []
    for number, a in enumerate(towns):
        for b in towns[number + 1 :]:
            (x, y), (u, v) = a["geometry"]["coordinates"], b["geometry"]["coordinates"]
            if abs(x - u) < 0.02 and abs(y - v) < 0.02:
                near.append((a["id"], b["id"]))
    assert near == [("quba", "red-village")]


def test_every_place_of_the_network_is_a_place_of_the_map() -> None:
    nodes = json.loads((HERE / "network.json").read_text("utf-8"))["nodes"]
    assert len(nodes) == 193
    assert [node["id"] for node in nodes if place_of(node) not in PLACES] == []
    assert len({place_of(node) for node in nodes}) == len(nodes)
    assert [node["id"] for node in nodes if node.get("serves", "baku") not in PLACES] == []
    assert [node["id"] for node in nodes if "serves" in node and place_of(node) == node["serves"]] == []


def test_a_place_and_its_node_are_one_point() -> None:
    """A strait is a stretch of water: its name stands where there is room, its node where ships pass."""
    apart = {
        node["id"]: PLACES[place_of(node)]["geometry"]["coordinates"]
        for node in json.loads((HERE / "network.json").read_text("utf-8"))["nodes"]
        if "strait" not in node
        and PLACES[place_of(node)]["geometry"]["coordinates"] != [node["lon"], node["lat"]]
    }
    assert apart == {}


def test_a_spot_has_one_point_by_hand_or_by_its_node() -> None:
    with pytest.raises(ValueError, match=r"alat has a node.*leave it out"):
        _spot({"id": "alat", "at": [39.98, 49.44]})
    with pytest.raises(ValueError, match=r"nowhere has neither at nor a node"):
        _spot({"id": "nowhere"})


@pytest.mark.parametrize("key", [town[0] for town in read_source("places")["towns"]])
def test_a_town_stands_by_its_point_in_the_gazetteer(key: int) -> None:
    """What lies farther off is a quay or station with a place of its own."""
    [place] = [p for p in PLACES.values() if re.match(rf"GeoNames {key}(;|$)", p["properties"]["source"])]
    row, at = frozen()[key], place["geometry"]["coordinates"]
    assert metres_between((row[4], row[5]), (at[0], at[1])) / 1000 < SAME_PLACE_KM
    assert country_at(row[4], row[5]) == row[2] or key in BESIDE_A_BORDER


def test_a_namesake_in_another_country_is_refused() -> None:
    with pytest.raises(
        ValueError, match=r"places.yaml, Assab: GeoNames 1526273 \(Astana\) lies in KZ, expected ER"
    ):
        listed(1526273, "sources/places.yaml, Assab", "ER", ["Assab"])
    with pytest.raises(ValueError, match=r"GeoNames 343386 is called \S+, expected Asela; correct the id"):
        listed(343386, "sources/places.yaml, Asela", "ER", ["Asela"])
    assert PLACES["assab"]["properties"]["country"] == "ER"
    assert PLACES["assab"]["properties"]["population"] == 21_300


def test_a_strait_that_no_list_gives_a_place_is_a_fault() -> None:
    with pytest.raises(ValueError, match="list it in places"):
        nodes_without_place(set(PLACES) - {"bosporus"})


def test_no_place_answers_to_what_another_one_is_called() -> None:
    called: dict[str, set[str]] = {}
    for key, place in PLACES.items():
        called.setdefault(fold(place["properties"]["name"]), set()).add(key)
    wrong = {
        f"{key} answers to “{name}”"
        for key, place in PLACES.items()
        for name in (*place["properties"].get("names", []), *place["properties"].get("spellings", []))
        if called.get(fold(name), {key}) - {key}
    }
    assert wrong == set()


def test_geonames_gives_no_place_the_name_of_another() -> None:
    given = ["Goris", "Gori", "Gori Town"]
    assert "Goris" in spellings("Gori", [], given)
    assert "Goris" not in spellings("Gori", [], given, of_others={"goris"})


def test_a_spelling_is_of_one_script() -> None:
    """Letters of another alphabet that look alike would never be typed."""
    for place in PLACES.values():
        for name in place["properties"].get("spellings", []):
            letters = [letter for letter in name if letter.isalpha() and letter not in "ʻʼ"]
            assert len({script_of(letter) for letter in letters}) == 1, name


def script_of(letter: str) -> str:
    return unicodedata.name(letter).split()[0]


@pytest.mark.parametrize("key", SPELLINGS)
def test_places_are_found_under_their_own_names(key: str) -> None:
    assert set(SPELLINGS[key]) <= set(PLACES[key]["properties"]["names"])


@pytest.mark.parametrize("claim", read_source("places")["claims"], ids=lambda claim: str(claim["place"]))
def test_a_name_that_is_heard_as_a_claim_is_found_and_shown_with_its_user_alone(
    claim: dict[str, Any],
) -> None:
    place = PLACES[claim["place"]]["properties"]
    for name in claim["names"]:
        assert name in place["spellings"]
        assert place["used_by"][name] == claim["used_by"]
        shown = (place["name"], place.get("label", ""), *place.get("names", []))
        assert fold(name) not in map(fold, shown)


def test_no_place_shows_such_a_name_of_another() -> None:
    claimed = {fold(name) for claim in read_source("places")["claims"] for name in claim["names"]}
    shown = {
        fold(n) for p in PLACES.values() for n in (p["properties"]["name"], *p["properties"].get("names", []))
    }
    assert claimed & shown == set()


def test_country_names_stand_inside_their_country() -> None:
    labels = [p for p in PLACES.values() if p["properties"]["kind"] == "country"]
    assert len(labels) > 90
    for place in labels:
        p = place["properties"]
        if p["country"] in DRAWN_ONLY_FAR:
            continue
        shape = countries()[p["country"]]
        for anchor in [place["geometry"]["coordinates"], *p.get("anchors", [])]:
            assert shape.contains(shapely.Point(anchor)), f"{p['name']} at {anchor}"


def test_sea_names_stand_on_water() -> None:
    for place in PLACES.values():
        p = place["properties"]
        if p["kind"] == "sea":
            for anchor in [place["geometry"]["coordinates"], *p.get("anchors", [])]:
                inside = [iso for iso, shape in countries().items() if shape.contains(shapely.Point(anchor))]
                assert not inside, f"{p['name']} at {anchor} lies in {inside}"


def test_towns_lie_in_the_country_they_name() -> None:
    for place in PLACES.values():
        p = place["properties"]
        iso = p.get("country")
        if p["kind"] in ("area", "country") or iso is None or iso in DRAWN_ONLY_FAR:
            continue
        distance = countries()[iso].distance(shapely.Point(place["geometry"]["coordinates"]))
        assert distance < 0.12, f"{place['id']} lies {distance:.2f}° from {iso}"


def test_every_end_of_a_leg_can_be_found() -> None:
    """A reader who sees “Hajigabul – Ganja” finds both by the search."""
    known = {n for p in PLACES.values() for n in [p["properties"]["name"], *p["properties"].get("names", [])]}
    ends = {lines()[key]["properties"][end] for key in lines("rail") for end in ("from", "to")}
    missing = {end for end in ends if not any(end.startswith(name) or name in end for name in known)}
    assert missing <= {"junction west of Shirvan", "West of Shirvan"}


def test_what_the_essays_name_says_where() -> None:
    assert PLACES["azerbaijan"]["properties"]["named_in"]["blank"][:3] == [1, 2, 3]
    assert PLACES["anaklia"]["properties"]["named_in"] == {"blank": [54, 55]}
    assert PLACES["red-village"]["properties"]["named_in"] == {"heybatov": ["caption"]}
