"""The state graph on small networks: against brute force, and the tricks that no cargo may play."""

from __future__ import annotations

from itertools import groupby, pairwise

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from layers.network.model import Leg, Network
from layers.network.search.best_way import Search
from layers.network.search.graph import OBJECTIVES, By
from layers.network.search.lanes import WORTH_A_CALL
from layers.network.search.route import Route
from tests.harness.small_network import HANDLING, leg, network, place


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


def test_a_ship_calls_nowhere_only_to_save_a_bend() -> None:
    lanes = [leg("a-b", "sea", 500), leg("b-c", "sea", 500), leg("a-c", "sea", 1050)]
    assert best(network(map(place, "abc"), lanes), "a", "c", "km").leg_ids == ("a-c",)
    lanes[2] = leg("a-c", "sea", 1150)  # over a tenth longer: now the change is worth it
    assert best(network(map(place, "abc"), lanes), "a", "c", "km").leg_ids == ("a-b", "b-c")


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
    """The ship may not be changed at b, since a lane passes it; going inland and back would dodge that."""
    legs = [leg("a-b", "sea", 500), leg("b-c", "sea", 500), leg("a-c", "sea", 1000), leg("b-d", "rail", 10)]
    ports = network(map(place, "abcd"), legs)
    assert Search(ports, "km", "a", "c", frozenset({"a-c"})).best() is None


@st.composite
def small_networks(draw: st.DrawFn) -> tuple[Network, frozenset[str]]:
    """Up to six places in three countries and up to eleven legs of all modes, some closed."""
    names = "abcdef"[: draw(st.integers(3, 6))]
    places = [place(name, draw(st.sampled_from(["AA", "BB", "CC"]))) for name in names]
    country = {node.id: str(node.country) for node in places}
    kinds = st.tuples(st.sampled_from(["rail", "rail", "sea", "road"]), st.sampled_from([1520, 1435]))
    pairs = st.lists(st.sampled_from(names), min_size=2, max_size=2, unique=True)
    legs: dict[object, Leg] = {}
    for ends, (mode, gauge), km in draw(
        st.lists(st.tuples(pairs, kinds, st.integers(10, 3000)), min_size=3, max_size=11)
    ):
        track = (frozenset(ends), mode, gauge if mode == "rail" else None)
        codes = " ".join(code for code, _ in groupby(country[end] for end in ends))
        more = {"gauge": gauge} if mode == "rail" else {}
        legs[track] = leg(f"{ends[0]}-{ends[1]}-{len(legs)}", mode, km, codes, **more)
    of = network(places, {way.id: way for way in legs.values()}.values())
    return of, frozenset(draw(st.sets(st.sampled_from(sorted(of.legs)), max_size=3)))


@settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(small_networks(), st.sampled_from(OBJECTIVES))
def test_the_best_route_is_that_of_brute_force(case: tuple[Network, frozenset[str]], by: By) -> None:
    of, closed = case
    search = Search(of, by, "a", "b", closed)
    route = search.best()
    costs = [cost for path in _all_paths(of, closed) if (cost := _cost(of, path, by)) is not None]
    assert (route is None) == (not costs)
    if route:
        assert search.rank(route) == pytest.approx(min(costs))


def _all_paths(of: Network, closed: frozenset[str]) -> list[list[tuple[str, str, str]]]:
    graph: nx.MultiGraph[str] = nx.MultiGraph()
    graph.add_nodes_from(of.nodes)
    graph.add_edges_from((way.from_, way.to, way.id) for way in of.legs.values() if way.id not in closed)
    return list(nx.all_simple_edge_paths(graph, "a", "b"))


def _cost(of: Network, path: list[tuple[str, str, str]], by: By) -> tuple[float, ...] | None:
    """Work out a path by the rules as written down, not by the graph; None when a change is not allowed."""
    ways = [of.legs[name] for _, _, name in path]
    days = sum(2 * round(100 * way.days.low) for way in ways)
    countries: list[str] = []
    for (start, _, _), way in zip(path, ways, strict=True):
        countries += way.countries if start == way.from_ else way.countries[::-1]
    handled = gauges = 0
    for (one, other), (_, at, _) in zip(pairwise(ways), path, strict=False):
        what = _change(of, at, one, other)
        if what == "forbidden":
            return None
        if what:
            days += round(100 * sum(HANDLING[what]))
            handled, gauges = handled + (what != "gauge"), gauges + (what == "gauge")
    km = round(10 * sum(way.km for way in ways))
    borders = sum(1 for _ in groupby(countries)) - 1
    first = {"borders": borders, "transshipments": 100 * handled + gauges}
    return {"days": (days, km, 0), "km": (km, days, 0)}.get(by) or (first[by], days, km)


def _change(of: Network, at: str, one: Leg, other: Leg) -> str | None:
    modes = {one.mode, other.mode}
    if modes == {"sea"}:
        ends = {one.other_end(at), other.other_end(at)}
        past = [way.km for way in of.legs.values() if way.mode == "sea" and {way.from_, way.to} == ends]
        return "forbidden" if past and min(past) <= WORTH_A_CALL * (one.km + other.km) else "ship_ship"
    if "sea" in modes:
        return "road_water" if "road" in modes else "rail_water"
    if modes == {"rail"}:
        return "gauge" if one.gauge != other.gauge else None
    return None if modes == {"road"} else "rail_road"
