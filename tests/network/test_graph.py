"""The state graph on small networks: against brute force, and the tricks that no cargo may play."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from layers.model.measure import By
from layers.network.model import Network
from layers.network.search.best_way import Search
from layers.network.search.graph import OBJECTIVES
from layers.network.search.handling import BEND_KM
from layers.network.search.route import Route
from tests.harness.referee import Referee, all_ways
from tests.harness.small_network import leg, network, place
from tests.harness.small_networks import small_networks


def best(
    of: Network, start: str, end: str, by: By = "days", *, closed: frozenset[str] = frozenset()
) -> Route:
    route = Search(of, by, start, end, closed).best()
    assert route is not None
    return route


def changes(route: Route) -> list[tuple[str, str]]:
    return [(change.at, change.what) for change in route.changes]


def test_a_ship_does_not_pass_a_port_free() -> None:
    sea = network(map(place, "abc"), [leg("a-b", "sea", 600), leg("b-c", "sea", 600)])
    route = best(sea, "a", "c")
    assert changes(route) == [("b", "ship_ship")]
    assert route.days == (3.0, 6.0)
    assert (route.transshipments, route.gauge_breaks) == (1, 0)


def test_a_gauge_break_is_not_dodged_by_the_lorry_beside_it() -> None:
    slow = {"gauge": (9, 9)}
    mixed = network(
        [place("a"), place("b", handling=slow), place("c"), place("d")],
        [leg("a-b", "rail", 500), leg("b-c", "rail", 500, gauge=1435), leg("b-d", "road", 400)],
    )
    assert changes(best(mixed, "a", "c")) == [("b", "gauge")]
    assert best(mixed, "a", "c").days == (11.0, 11.0)


def test_a_ship_is_not_changed_only_to_save_a_bend() -> None:
    lanes = [leg("a-b", "sea", 500), leg("b-c", "sea", 500), leg("a-c", "sea", 1000 + BEND_KM)]
    assert best(network(map(place, "abc"), lanes), "a", "c", "km").leg_ids == ("a-c",)
    lanes[2] = leg("a-c", "sea", 1001 + BEND_KM)  # now the change is worth it
    route = best(network(map(place, "abc"), lanes), "a", "c", "km")
    assert (route.leg_ids, route.km, route.bends) == (("a-b", "b-c"), 1000, 1)


def test_a_train_is_not_left_for_the_lorry_beside_it_to_save_a_bend() -> None:
    rails = [leg("a-b", "rail", 500), leg("b-c", "rail", 500), leg("c-d", "rail", 500)]
    beside = leg("b-c-road", "road", 450, use="parallel")
    assert best(network(map(place, "abcd"), [*rails, beside]), "a", "d", "km").transshipments == 0
    gap = leg("b-c-road", "road", 450, use="gap")
    bridged = network(map(place, "abcd"), [rails[0], rails[2], gap])
    assert changes(best(bridged, "a", "d", "km")) == [("b", "rail_road"), ("c", "rail_road")]
    roads = [leg(f"{ends}-road", "road", 400, use="parallel") for ends in ("a-b", "b-c", "c-d")]
    assert best(network(map(place, "abcd"), [*rails, *roads]), "a", "d", "km").km_by_mode == {"road": 1200}


def test_a_strait_is_passed_only_from_side_to_side_and_without_handling() -> None:
    legs = [leg("a-s", "sea", 600), leg("b-s", "sea", 600), leg("s-c", "sea", 600)]
    strait = place("s", None, side_legs=["a-s", "b-s"])
    gate = network([place("a"), place("b"), place("c"), strait], legs)
    assert best(gate, "a", "c").changes == ()
    assert Search(gate, "days", "a", "b", frozenset()).best() is None


def test_a_ship_between_ports_of_one_country_crosses_no_border() -> None:
    legs = [leg("a-s", "sea", 600, "AA"), leg("s-b", "sea", 600, "AA"), leg("s-c", "sea", 600, "CC")]
    places = [place("a"), place("b"), place("c", "CC"), place("s", "TT", side_legs=["a-s"])]
    gate = network(places, legs)
    for by in OBJECTIVES:
        assert best(gate, "a", "b", by).borders == 0
        assert best(gate, "a", "c", by).borders == 1


def test_fewest_borders_knows_where_a_ship_comes_from() -> None:
    """By ship round the strait no border is crossed, by land two; at sea it counts at the port."""
    land = [leg("a-x", "rail", 100, "AA XX"), leg("x-b", "rail", 100, "XX AA")]
    sea = [leg("a-s", "sea", 5000, "AA"), leg("s-b", "sea", 5000, "AA")]
    places = [place("a"), place("b"), place("x", "XX"), place("s", None, side_legs=["a-s"])]
    both = network(places, land + sea)
    assert best(both, "a", "b", "borders").leg_ids == ("a-s", "s-b")
    assert best(both, "a", "b", "days").leg_ids == ("a-x", "x-b")


def test_no_place_is_passed_twice() -> None:
    """Inland and back the train would spare the dear change of ships at b; a way passes b but once."""
    legs = [leg("a-b", "sea", 500), leg("b-c", "sea", 500), leg("b-d", "rail", 10)]
    dear = place("b", handling={"ship_ship": (20, 20), "rail_water": (1, 1)})
    ports = network([place("a"), dear, place("c"), place("d")], legs)
    route = best(ports, "a", "c")
    assert route.places == ("a", "b", "c")
    assert changes(route) == [("b", "ship_ship")]


@settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(small_networks(), st.sampled_from(OBJECTIVES))
def test_the_best_route_is_that_of_brute_force(case: tuple[Network, frozenset[str]], by: By) -> None:
    of, closed = case
    search = Search(of, by, "a", "b", closed)
    route = search.best()
    referee = Referee(of)
    ways = all_ways(of, "a", "b", closed)
    least = min((cost for way in ways if (cost := referee.cost("a", way, by))), default=None)
    assert (search.rank(route) if route else None) == least
    judged = referee.best("a", "b", by, closed)
    assert (judged.cost if judged else None) == least
