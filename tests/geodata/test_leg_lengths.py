"""The kilometres of the route network: measured on the drawn line, the layers' own, or published."""

import itertools
import json

import networkx as nx
import pytest

from geodata.steps.extract.lanes import STRAITS, cost_to, far_ends, too_narrow
from geodata.steps.files.geodesy import Place, metres_between
from geodata.steps.files.raw import HERE
from geodata.steps.files.sources import read_legs, read_network_legs, read_nodes
from geodata.steps.lines.leg_lengths import measured
from geodata.steps.lines.network_legs import drawn_by_hand, layers_legs_of, node_places, takes_layers_line
from layers.files.folders import ROOT
from layers.geometry.lengths import ends_of, told_km
from tests.harness.geodata_files import features, lines

LEGS = {leg["id"]: leg for leg in read_network_legs()}
MEASURED = {key: measured(leg) for key, leg in LEGS.items() if "km" not in leg}
SHARED_OUT = {"tm-bereket-incheh", "tr-dilucu-igdir", "tr-igdir-kars"}  # of a published length over two legs
SAME_PLACE_KM = 5
SAME_PERCENT = 5.0


def test_kilometres_are_written_only_where_they_are_published() -> None:
    written = {key for key, leg in LEGS.items() if "km" in leg}
    assert written == {key for key, leg in LEGS.items() if "published" in leg.get("km_method", "")}
    assert {key for key in written if "published" not in LEGS[key]} == SHARED_OUT


def test_ships_go_as_far_as_they_are_drawn() -> None:
    for feature in features("network"):
        if feature["properties"]["mode"] == "sea" and feature["id"] in MEASURED:
            length = MEASURED[feature["id"]].km
            assert length == pytest.approx(feature["properties"]["km"], abs=0.11), feature["id"]


def test_a_line_by_hand_on_land_counts_its_bends() -> None:
    for key, leg in LEGS.items():
        if "km" in leg:
            continue
        assert ("curves" in leg) == (leg["mode"] != "sea" and drawn_by_hand(leg)), key
        if "curves" in leg:
            assert f"x {leg['curves']} for curves" in MEASURED[key].method


def test_the_way_to_the_place_is_counted() -> None:
    """The road graph ends 45 km before Arys, the rails 48 km before Umm Qasr."""
    assert MEASURED["kz-almaty-arys-road"].snap_km == (1.2, 45.5)
    assert MEASURED["kz-almaty-arys-road"].km == pytest.approx(674.1 + 45.5 + 1.2, abs=0.2)
    assert MEASURED["iq-ummqasr-baghdad"].snap_km[0] == pytest.approx(48.2, abs=0.1)  # type: ignore[index]


def test_a_thing_has_one_length_in_its_layer_and_in_routes() -> None:
    """Held are legs that run along one whole leg of a layer, from place to place."""
    places, drawn = node_places(), lines()
    compared = 0
    for key, leg in LEGS.items():
        if not takes_layers_line(leg) or len(of_layers := layers_legs_of(leg)) != 1:
            continue
        feature = drawn[of_layers[0]]
        ends = [places[leg[end]] for end in ("from", "to")]
        if not any(_meet(ends, order) for order in itertools.permutations(ends_of(feature["geometry"]))):
            continue
        ours = leg.get("km") or MEASURED[key].km
        joints = 0 if "km" in leg else sum(MEASURED[key].snap_km or ())
        assert ours - joints == pytest.approx(told_km(feature["properties"]), rel=SAME_PERCENT / 100), key
        compared += 1
    assert compared >= 15


def _meet(ends: list[Place], others: tuple[Place, ...]) -> bool:
    return all(
        metres_between(one, other) < SAME_PLACE_KM * 1000 for one, other in zip(ends, others, strict=True)
    )


def test_a_length_shared_out_over_a_layers_line_is_the_published_one() -> None:
    told = told_km(lines()["aghband-agarak"]["properties"])
    assert told == 42.5
    legs = ("tripp-aghband-meghri", "tripp-meghri-ordubad")
    beyond = told_km(lines()["agarak-ordubad"]["properties"])
    joints = sum(sum(MEASURED[key].snap_km or ()) for key in legs)
    assert sum(MEASURED[key].km for key in legs) == pytest.approx(told + beyond + joints, abs=1)


@pytest.mark.parametrize(
    ("a", "b", "narrow"),
    [
        ((22.947, 37.961), (23.02, 37.909), True),  # the Corinth Canal
        ((23.02, 37.909), (23.214, 37.81), False),  # the gulf east of it
        ((44.063, 48.625), (43.967, 48.682), True),  # between Volga and Don
        ((47.8, 45.1), (47.78, 45.39), False),  # the Caspian
    ],
)
def test_canals_and_rivers_are_cut_out_of_the_lanes(a: Place, b: Place, narrow: bool) -> None:
    assert too_narrow(a, b) == narrow


def test_a_lane_takes_only_the_passages_that_its_leg_names() -> None:
    graph: nx.Graph[int] = nx.Graph()
    for number, place in enumerate([(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (2.0, 0.0)]):
        graph.add_node(number, place=place)
    graph.add_edges_from([(0, 1), (1, 3)], cost=10.0)
    graph.add_edges_from([(0, 2), (2, 3)], cost=40.0)
    passages = {frozenset(((0.0, 0.0), (1.0, 0.0))): "suez", frozenset(((1.0, 0.0), (2.0, 0.0))): "suez"}

    def way(**leg: object) -> list[int]:
        cost = cost_to({"from": "a", "to": "b"} | leg, passages, graph)
        return nx.bidirectional_dijkstra(graph, 0, 3, weight=cost)[1]

    assert way() == [0, 2, 3]
    assert way(chokepoints=["suez"]) == way(to="suez") == [0, 1, 3]
    passages |= dict.fromkeys(passages, "northwest")
    assert way(chokepoints=["suez", "northwest"]) == [0, 2, 3]


def test_every_strait_of_searoute_has_its_place() -> None:
    straits = {node["id"] for node in read_nodes() if "strait" in node}
    assert set(STRAITS.values()) <= straits


def test_a_lane_that_ends_far_off_is_named_with_what_was_found() -> None:
    found = list(far_ends("a-b", ((10.0, 0.0), (20.0, 0.0)), ((10.1, 0.0), (21.0, 0.0))))
    assert found == ["a-b: the lane ends 111 km from (21.0, 0.0); expected within 50 km"]


def test_layers_legs_keep_their_ids() -> None:
    known = {leg["id"] for leg in read_legs()[0]}
    assert all(set(layers_legs_of(leg)) <= known for leg in LEGS.values() if takes_layers_line(leg))


def test_the_table_of_published_lengths_is_what_the_network_says() -> None:
    """Every published figure has its row, with ours and the difference worked out anew."""
    network = json.loads((HERE / "network.json").read_bytes())
    table = (ROOT / "docs" / "LENGTHS.md").read_text(encoding="utf-8")
    rows = [[cell.strip() for cell in row.split("|")[1:-1]] for row in table.splitlines() if " % |" in row]
    figures = [(entry["our_km"], entry["km"]) for entry in network["published_lengths"]]
    figures += [(leg["km"], leg["published"]["km"]) for leg in network["legs"] if "published" in leg]
    told = []
    for row in rows:
        at = next(i for i, cell in enumerate(row) if cell.endswith(" %"))
        ours, theirs = (float(cell.replace(",", "")) for cell in row[at - 2 : at])
        assert float(row[at].removesuffix(" %")) == pytest.approx(100 * (ours / theirs - 1), abs=0.051), row
        assert row[at + 1], row
        told.append((ours, theirs))
    assert told == figures
