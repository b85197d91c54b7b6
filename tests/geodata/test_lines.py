"""Lines of the layers: lengths, countries, sea legs off the land, shared stretches drawn once."""

import itertools
from collections import defaultdict
from typing import Any

import pytest
import shapely

from geodata.steps.files.geodesy import WGS84, length_km, metres_between
from geodata.steps.files.sources import read_legs
from geodata.steps.ground.countries import merged_countries
from tests.harness.geodata_files import LAYERS, Feature, countries, features, km_off, lines, sampled

TOLERANCE_KM = 3.5  # research: the borders follow the Araz, and both are generalised
PUBLISHED_TOLERANCE = 0.06
OUTLIERS = {  # legs whose drawn or track length is known not to fit the published one, and why
    "aghband-agarak": "42–43 km by the press; ours joins road junctions in the valley by straight lines",
    "horadiz-aghband": "110.4 km published; eight of ten stations are placed by hand within 4 km",
    "dilucu-igdir": "88 km are its share of 224 km Dilucu – Kars; a chain of towns stands for it",
    "igdir-kars": "136 km are its share of 224 km Dilucu – Kars; a chain of towns stands for it",
    "rasht-caspian-port": "37 km published; no alignment was found, so a straight line stands for it",
    "rasht-qazvin": "164 km published; the graph measures 179 km between the stations that it holds",
}
TWO_BANKS = {
    frozenset(pair)
    for pair in itertools.combinations(
        ("minjivan-agarak-road", "agarak-ordubad-road", "parsabad-jolfa-road"), 2
    )
}


@pytest.mark.parametrize("layer", LAYERS)
def test_every_feature_names_source_licence_status_and_date(layer: str) -> None:
    for f in features(layer):
        p = f["properties"]
        assert p["layer"] == layer
        assert all(
            p[key] for key in ("name", "kind", "status", "as_of", "source", "licence", "geometry_class")
        )
        assert p["as_of"] <= "2026-11", f["id"]


def test_kilometres_are_the_geodesic_length_of_what_is_drawn() -> None:
    for key, f in lines().items():
        assert f["properties"]["km"] == pytest.approx(length_km(f["geometry"]["coordinates"]), abs=0.051), key


def test_published_lengths_fit_within_six_per_cent() -> None:
    apart = set()
    for key, f in lines().items():
        p = f["properties"]
        if "published_km" not in p:
            continue
        assert p["published_source"], key
        published = p["published_km"]
        low, high = published if isinstance(published, list) else (published, published)
        ours = p.get("track_km", p["km"])
        if not low * (1 - PUBLISHED_TOLERANCE) <= ours <= high * (1 + PUBLISHED_TOLERANCE):
            apart.add(key)
    assert apart == set(OUTLIERS)


def test_tamar_lies_where_the_published_distances_meet() -> None:
    """13 miles off Israel and Gaza (Washington Institute), 24–25 km off Ashkelon; field 90 km off Haifa."""
    at = {f["id"]: tuple(f["geometry"]["coordinates"]) for f in features("tamar") if f["id"] != "tamar-field"}
    platform, well = at["tamar-platform"], at["tamar-1"]
    assert [km_off(merged_countries()[iso], platform) for iso in ("IL", "PS")] == pytest.approx(
        [21, 21], abs=1.5
    )
    assert metres_between(platform, (34.555, 31.665)) / 1000 == pytest.approx(24.5, abs=1)
    assert metres_between(well, (34.99, 32.82)) / 1000 == pytest.approx(90, abs=5)


@pytest.mark.parametrize("key", sorted(lines("rail", "road")))
def test_legs_on_land_run_through_their_countries_in_order(key: str) -> None:
    f = lines("rail", "road")[key]
    ahead = list(f["properties"]["countries"])
    for place in sampled(f["geometry"]["coordinates"]):
        off = km_off(countries()[ahead[0]], place)
        if off > 0 and len(ahead) > 1 and countries()[ahead[1]].contains(shapely.Point(place)):
            ahead.pop(0)
        else:
            assert off <= TOLERANCE_KM, f"{place} lies {off:.1f} km outside {ahead[0]}"
    assert len(ahead) == 1, f"never reaches {ahead[1:]}"


def at_sea(f: Feature, river_km: float) -> list[tuple[float, float]]:
    """Give the points of a sea leg behind its river, half a kilometre apart."""
    places = sampled(f["geometry"]["coordinates"], 0.5)
    legs = itertools.pairwise(places)
    so_far = itertools.accumulate((WGS84.inv(*a, *b)[2] / 1000 for a, b in legs), initial=0.0)
    return [place for place, km in zip(places, so_far, strict=True) if km >= river_km]


def test_sea_legs_keep_off_the_land_that_is_drawn() -> None:
    land = shapely.union_all(list(countries().values()))
    shapely.prepare(land)
    rivers = {leg["id"]: leg["line"].get("river_km", 0) for leg in read_legs()[0]}
    for key, f in lines("sea").items():
        ashore = [p for p in at_sea(f, rivers[key]) if land.contains(shapely.Point(p))]
        assert not ashore, f"{key} crosses land at {ashore[0]}"


def test_the_land_test_can_fail() -> None:
    across = {"geometry": {"coordinates": [[48.9, 41.9], [51.5, 40.4]]}}
    through = {"geometry": {"coordinates": [[49.9, 40.8], [49.9, 40.2]]}}
    land = countries()["AZ"]
    assert not any(land.contains(shapely.Point(p)) for p in at_sea(across, 0))
    assert any(land.contains(shapely.Point(p)) for p in at_sea(through, 0))


def test_shared_features_are_the_same_in_every_layer() -> None:
    by_id: dict[str, dict[str, Feature]] = defaultdict(dict)
    for layer in LAYERS:
        for f in features(layer):
            by_id[f["id"]][layer] = f
    shared = 0
    for key, found in by_id.items():
        for layer, f in found.items():
            assert set(f["properties"].get("shared_with", [])) == found.keys() - {layer}, key
            assert f["geometry"] == next(iter(found.values()))["geometry"], key
            shared += len(found) > 1
    assert shared > 20


def test_no_stretch_is_drawn_twice() -> None:
    """Stretches under 300 m in stations are let pass; the graph joins the roads on both banks of the Araz."""
    owners: dict[frozenset[tuple[float, float]], set[str]] = defaultdict(set)
    for key, f in lines().items():
        for a, b in itertools.pairwise(f["geometry"]["coordinates"]):
            owners[frozenset(((a[0], a[1]), (b[0], b[1])))].add(key)
    doubled: dict[frozenset[str], float] = defaultdict(float)
    for stretch, ids in owners.items():
        if len(ids) > 1 and frozenset(ids) not in TWO_BANKS:
            (a, b) = stretch
            doubled[frozenset(ids)] += WGS84.inv(*a, *b)[2]
    assert not {tuple(sorted(ids)): m for ids, m in doubled.items() if m > 300}


def test_straight_pieces_over_25_km_are_listed_with_their_bound() -> None:
    for key, f in lines().items():
        p: dict[str, Any] = f["properties"]
        coordinates = f["geometry"]["coordinates"]
        long = [(a, b) for a, b in itertools.pairwise(coordinates) if length_km([a, b]) > 25.0001]
        chords = p.get("chords", [])
        assert p["generalised"] == bool(chords), key
        assert [(c["from"], c["to"]) for c in chords] == long, key
        assert all(0 <= c["bound_km"] <= p["uncertainty_km"] for c in chords), key


@pytest.mark.parametrize(
    ("key", "wanted"),
    [
        ("astara-rasht", ("planned", "hand")),
        ("horadiz-aghband", ("building", "hand")),
        ("aghband-agarak", ("planned", "hand")),
        ("gyumri-kars", ("closed", "hand")),
        ("ordubad-julfa", ("building", "hand")),
        ("ingiri-anaklia", ("planned", "hand")),
        ("dilucu-igdir", ("building", "hand")),
        ("shu-mointy", ("operating", "osm")),
        ("kars-ankara", ("operating", "osm+fill")),
        ("tamar-tieback", ("operating", "schematic")),
    ],
)
def test_status_and_class_say_what_is_known(key: str, wanted: tuple[str, str]) -> None:
    p = lines()[key]["properties"]
    assert (p["status"], p["geometry_class"]) == wanted


def test_tracks_of_openstreetmap_are_under_its_licence() -> None:
    for key, f in lines().items():
        p = f["properties"]
        assert (p["licence"] == "ODbL 1.0") == p["geometry_class"].startswith("osm"), key


def test_armenian_section_stays_in_armenia() -> None:
    """TRIPP's middle lies on Armenian territory, and what follows it does not claim any."""
    coordinates = lines()["aghband-agarak"]["geometry"]["coordinates"]
    inside = [km_off(merged_countries()["AM"], p) <= TOLERANCE_KM for p in sampled(coordinates)]
    assert sum(inside) / len(inside) > 0.9
    assert lines()["agarak-ordubad"]["properties"]["countries"] == ["AZ"]
