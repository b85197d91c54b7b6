"""The lines of the route network: ends, kilometres, countries, ships off the land, the layers' own lines."""

import gzip
import itertools
import json
from functools import cache
from typing import Any

import pytest
import shapely

from geodata.steps.files.geodesy import WGS84, length_km, metres_between
from geodata.steps.files.raw import HERE, RAW
from geodata.steps.layers.network_files import SIMPLIFIED_DEGREES, THOUSANDTHS
from geodata.steps.lines.network_legs import takes_layers_line
from tests.harness.geodata_files import Feature, countries, features, km_off, lines, sampled, shapes

BORDER_KM = 3.5  # as for the lines of the layers: borders and chords are both generalised
LONGER = 1.02  # a drawn line may be this much longer than the leg's kilometres
HARBOUR_DEGREES = 0.15  # ports lie up rivers and bays that the base map leaves out
SHALLOW_DEGREES = 0.02  # less than a pixel at zoom 5

LONGER_OUTLIERS = {
    "ir-incheh-gorgan": "the border lies on a straight piece of 183 km; the leg's km are published",
}
ABROAD_OUTLIERS = {
    "ae-jebelali-abudhabi": "Khalifa Port is made ground, which the base map has as sea, 5 km off",
    "gcc-abudhabi-dammam": "Dammam's quays are made ground, which the base map has as sea, 8 km off",
    "imec-jebelali-riyadh-road": "straight piece of the graph over a bay of the Gulf, 8 km off",
    "iq-ummqasr-baghdad": "48 km by hand to Umm Qasr, past Iran's side of the Shatt al-Arab, 4 km off",
    "ir-incheh-gorgan": "straight piece of the graph that ends beyond the border, 4 km off",
    "sa-dammam-riyadh": "Dammam's quays are made ground, which the base map has as sea, 8 km off",
    "ir-tehran-bandar-imam": "the tidal flats at Bandar Imam are water on the base map, 5 km off",
    "pk-quetta-zahedan": "straight piece of the graph that cuts Afghanistan's corner, 13 km off",
    "ru-saratov-astrakhan": "through Kazakhstan at Dzhanybek and Saikhin on Russian rails, 19 km off",
    "ru-atyrau-astrakhan-road": "straight piece of the graph over the Caspian's shore, 11 km off",
    "uz-navoi-kungrad": "the graph has the old line through Turkmenistan, not the Uzbek bypass, 23 km off",
}
ELBE_KM, MAAS_KM, VOLGA_KM, SUEZ_SOUTH_KM, SUEZ_NORTH_KM = 70.5, 10.5, 58.6, 55.9, 53.2
INLAND_WATERS = {  # the kilometres that each leg runs over land on the base map
    "Elbe": {"atl-gibraltar-hamburg": ELBE_KM, "nor-hamburg-danish": ELBE_KM},
    "Maas": {
        "atl-cape-rotterdam": MAAS_KM,
        "atl-gibraltar-rotterdam": MAAS_KM,
        "nor-rotterdam-danish": MAAS_KM,
    },
    "Elbe and Maas": {"nor-rotterdam-hamburg": ELBE_KM + MAAS_KM},
    "mouth of the Don": {"blk-rostov-novorossiysk": 11.9},
    "Volga": {
        "cas-astrakhan-amirabad": VOLGA_KM,
        "cas-astrakhan-anzali": VOLGA_KM,
        "cas-turkmenbashi-astrakhan": VOLGA_KM,
    },
    "Volga–Don": {"volga-don": 769.9},
    "Lake Van": {"tr-tatvan-van": 66.9},  # a lake, drawn over the land
    "Suez Canal": {
        "ind-suez-bab": SUEZ_SOUTH_KM,
        "ind-suez-jeddah": SUEZ_SOUTH_KM,
        **{
            f"med-suez-{end}": SUEZ_NORTH_KM
            for end in (
                "ashdod", "dardanelles", "gibraltar", "haifa", "iskenderun", "mersin", "piraeus",
                "thessaloniki", "trieste",
            )
        },
    },
}  # fmt: skip


@cache
def network() -> dict[str, Any]:
    read: dict[str, Any] = json.loads((HERE / "network.json").read_bytes())
    return read


@cache
def drawn() -> dict[str, Feature]:
    return {f["id"]: f for f in features("network")}


@cache
def small() -> dict[str, Any]:
    read: dict[str, Any] = json.loads((HERE / "network_lines.json").read_bytes())
    return read


def unpacked(flat: list[int]) -> list[tuple[float, float]]:
    lons, lats = itertools.accumulate(flat[::2]), itertools.accumulate(flat[1::2])
    return [(lon / THOUSANDTHS, lat / THOUSANDTHS) for lon, lat in zip(lons, lats, strict=True)]


def legs(*modes: str) -> list[dict[str, Any]]:
    return [leg for leg in network()["legs"] if not modes or leg["mode"] in modes]


def test_every_leg_has_one_line_and_every_line_a_leg() -> None:
    ids = [leg["id"] for leg in legs()]
    assert sorted(drawn()) == sorted(small()["lines"]) == sorted(ids)
    assert sorted(small()["nodes"]) == sorted(node["id"] for node in network()["nodes"])


def test_properties_repeat_the_leg() -> None:
    for leg in legs():
        p = drawn()[leg["id"]]["properties"]
        for key in ("id", "kind", "mode", "status", "as_of", "countries", "from", "to"):
            assert p[key] == leg[key], (leg["id"], key)
        assert p["source"] and p["licence"] and p["uncertainty_km"] >= 0
        assert (p["licence"] == "ODbL 1.0") == p["geometry_class"].startswith("osm"), leg["id"]
        assert p["km"] == pytest.approx(length_km(drawn()[leg["id"]]["geometry"]["coordinates"]), abs=0.051)


def test_lines_begin_and_end_at_their_places() -> None:
    """Within 0.1 km in the full file and 0.2 km in the small one, less than any place's own uncertainty."""
    places = {node["id"]: node for node in network()["nodes"]}
    for leg in legs():
        for line, within in (
            (drawn()[leg["id"]]["geometry"]["coordinates"], 0.11),
            (unpacked(small()["lines"][leg["id"]]), 0.2),
        ):
            for corner, key in ((line[0], "from"), (line[-1], "to")):
                node = places[leg[key]]
                off = metres_between((corner[0], corner[1]), (node["lon"], node["lat"])) / 1000
                assert off <= min(within, node["uncertainty_km"]), (leg["id"], key)


def test_lines_over_a_graph_are_no_longer_than_the_leg() -> None:
    longer = {
        leg["id"]
        for leg in legs()
        if leg["geometry"]["method"] != "hand points"
        and drawn()[leg["id"]]["properties"]["km"] > leg["km"] * LONGER
    }
    assert longer <= set(LONGER_OUTLIERS) | {"blk-batumi-constanta", "blk-poti-constanta"}
    assert set(LONGER_OUTLIERS) <= longer


@pytest.mark.parametrize("leg", legs("rail", "road"), ids=lambda leg: str(leg["id"]))
def test_legs_on_land_stay_in_their_countries(leg: dict[str, Any]) -> None:
    """No point, 2 km apart, lies more than BORDER_KM outside all the leg's countries; each is reached."""
    own = shapely.union_all([countries()[code] for code in leg["countries"]])
    shapely.prepare(own)
    coordinates = drawn()[leg["id"]]["geometry"]["coordinates"]
    abroad = [place for place in sampled(coordinates, 2.0) if not shapely.contains_xy(own, *place)]
    farthest = max((km_off(own, place) for place in abroad), default=0.0)
    assert (farthest > BORDER_KM) == (leg["id"] in ABROAD_OUTLIERS), farthest
    line = shapely.LineString(coordinates)
    for code in leg["countries"]:
        lon, lat = shapely.shortest_line(line, countries()[code]).coords[0]
        assert km_off(countries()[code], (lon, lat)) <= BORDER_KM, code


@cache
def land() -> tuple[shapely.STRtree, list[Any]]:
    parts = shapely.get_parts([shape for name in ("countries", "world") for _, shape in shapes(name)])
    return shapely.STRtree(parts), list(parts)


def km_over_land(line: shapely.LineString) -> float:
    """Give how far a line runs over land, but for its shallow fringe and the harbours at both ends."""
    tree, parts = land()
    harbours = shapely.union_all([shapely.Point(line.coords[end]).buffer(HARBOUR_DEGREES) for end in (0, -1)])
    window = line.buffer(0.3).bounds
    total = 0.0
    for index in tree.query(line, predicate="intersects"):
        inland = shapely.buffer(shapely.clip_by_rect(parts[index], *window), -SHALLOW_DEGREES)
        total += WGS84.geometry_length(line.intersection(inland.difference(harbours))) / 1000
    return float(total)


@pytest.mark.parametrize("file", ["full", "small"])
def test_ships_keep_off_the_land_but_on_rivers_and_canals(file: str) -> None:
    """What is excused is excused with its length."""
    over = {}
    for leg in legs("sea"):
        key = leg["id"]
        corners = (
            drawn()[key]["geometry"]["coordinates"] if file == "full" else unpacked(small()["lines"][key])
        )
        if (km := km_over_land(shapely.LineString(corners))) > 0:
            over[key] = km
    excused = {key: km for water in INLAND_WATERS.values() for key, km in water.items()}
    assert over == pytest.approx(excused, abs=1 if file == "full" else 2)


def test_the_land_test_can_fail() -> None:
    assert km_over_land(shapely.LineString([(49.0, 40.9), (51.0, 40.2)])) > 0
    assert km_over_land(shapely.LineString([(50.5, 42.0), (51.0, 40.2)])) == 0


def test_legs_with_a_drawing_take_the_line_of_the_layers() -> None:
    """Every corner but the cuts and the straight ends is a corner of a layer's line."""
    corners = {tuple(c) for f in lines().values() for c in f["geometry"]["coordinates"]}
    taken = [leg["id"] for leg in legs() if takes_layers_line(leg)]
    assert len(taken) > 80
    for leg in taken:
        line = [tuple(c) for c in drawn()[leg]["geometry"]["coordinates"]]
        assert sum(corner not in corners for corner in line) <= 4, leg


def test_small_lines_keep_to_the_full_ones() -> None:
    for leg in legs():
        full = shapely.LineString(drawn()[leg["id"]]["geometry"]["coordinates"])
        few = shapely.LineString(unpacked(small()["lines"][leg["id"]]))
        assert shapely.hausdorff_distance(full, few) <= SIMPLIFIED_DEGREES[leg["mode"]] + 0.002, leg["id"]


def test_small_file_says_its_format_first_and_stays_small() -> None:
    data = (HERE / "network_lines.json").read_bytes()
    assert next(iter(small())) == "format"
    assert len(gzip.compress(data, mtime=0)) <= 130_000
    assert (RAW / "network_ways.json.gz").stat().st_size <= 1_000_000
