"""Ports are quays: near a point of a port list, or excused; nodes say how far a referee may find them off."""

from typing import Any

import pytest

from geodata.steps.files.geodesy import metres_between
from geodata.steps.files.raw import RAW
from geodata.steps.files.sources import read_nodes, read_source
from geodata.steps.layers.listed import frozen
from geodata.steps.layers.network_places import place_of
from geodata.steps.layers.positions import port_points, stands
from layers.files.words import slug
from tests.harness.geodata_files import collection

WITHIN_KM = 3.0
ROUNDING_KM = 0.06
PLACES = {f["id"]: f for f in collection("places")["features"]}
TOWNS = {slug(town[1]): town[0] for town in read_source("places")["towns"]}
QUAYS = {  # as the port lists have them
    "jebel-ali": (24.985, 55.052),
    "dammam-port": (26.494, 50.200),
    "shahid-rajaee": (27.107, 56.062),
    "nhava-sheva": (18.950, 72.951),
    "aktau-port-station": (43.599, 51.220),
    "turkmenbashi-port": (40.005, 53.057),
    "assab": (13.006, 42.746),
}


def unlisted() -> dict[str, str]:
    reasons: dict[str, str] = read_source("port_points")["unlisted"]
    return reasons


def ports() -> dict[str, tuple[float, float]]:
    """Every place of kind port and every node where ships load, as (longitude, latitude) by place id."""
    found = {
        key: (place["geometry"]["coordinates"][0], place["geometry"]["coordinates"][1])
        for key, place in PLACES.items()
        if place["properties"]["kind"] == "port"
    }
    return found | {
        place_of(node): (node["lon"], node["lat"]) for node in read_nodes() if "port" in node["kinds"]
    }


def km_to(point: dict[str, Any], lon: float, lat: float) -> float:
    return metres_between((point["at"][1], point["at"][0]), (lon, lat)) / 1000


@pytest.mark.parametrize("key", sorted(ports()))
def test_a_port_lies_by_a_quay_of_a_port_list_or_says_why_not(key: str) -> None:
    nearest = min((km_to(point, *ports()[key]) for point in port_points().get(key, [])), default=999.0)
    assert (nearest > WITHIN_KM) == (key in unlisted()), nearest


def test_excuses_and_points_are_of_ports_and_whole() -> None:
    lists = read_source("port_points")["lists"]
    assert set(unlisted()) <= set(ports())
    assert set(port_points()) <= set(ports())
    assert all(len(reason) > 20 for reason in unlisted().values())
    for point in [point for points in port_points().values() for point in points]:
        assert {"package", "version", "licence"} <= lists[point["list"]].keys()
        assert ("feature" in point) == (point["list"] == "GeoNames")
    assert "port_points" in (RAW.parent / "LICENSE-DATA.md").read_text("utf-8")


@pytest.mark.parametrize("key", QUAYS)
def test_ports_do_not_stand_on_the_town(key: str) -> None:
    lat, lon = QUAYS[key]
    at = PLACES[key]["geometry"]["coordinates"]
    assert PLACES[key]["properties"]["kind"] == "port"
    assert metres_between((lon, lat), (at[0], at[1])) < 1000


def test_towns_inland_of_their_terminal_are_no_ports() -> None:
    for key in ("ceyhan", "aktau", "bandar-abbas", "mumbai", "turkmenbashi"):
        assert PLACES[key]["properties"]["kind"] in ("town", "city"), key


def test_a_port_without_a_quay_is_refused() -> None:
    town = {"properties": {"id": "nowhere", "kind": "port"}, "geometry": {}}
    with pytest.raises(ValueError, match=r"nowhere is a port; give its quay in port_points\.yaml"):
        stands(town)


def test_codes_agree_with_the_port_index() -> None:
    wrong = {
        node["id"]: (node["unlocode"], point["unlocode"])
        for node in read_nodes()
        for point in port_points().get(place_of(node), [])
        if "unlocode" in point and node.get("unlocode") != point["unlocode"]
    }
    assert wrong == {}


@pytest.mark.parametrize(
    "node", [n for n in read_nodes() if "strait" not in n], ids=lambda node: str(node["id"])
)
def test_a_node_is_no_surer_than_its_referee_allows(node: dict[str, Any]) -> None:
    """The nearest point of a port list for quays, GeoNames by id for the rest."""
    quays = [km_to(point, node["lon"], node["lat"]) for point in port_points().get(place_of(node), [])]
    key = node.get("geonameid") or (None if "serves" in node else TOWNS.get(place_of(node)))
    if quays and min(quays) <= WITHIN_KM:
        off = min(quays)
    elif key:
        off = metres_between((frozen()[key][4], frozen()[key][5]), (node["lon"], node["lat"])) / 1000
    else:
        off = 0.0
    assert off <= node["uncertainty_km"] + ROUNDING_KM
