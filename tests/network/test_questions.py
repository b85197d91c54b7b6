"""What students ask and what the essays discuss, answered by the real network."""

from __future__ import annotations

from itertools import combinations

import pytest

from layers.network.model import Network
from layers.network.search.answer import find_routes
from layers.network.search.closures import apply_presets
from layers.network.search.question import Question
from layers.network.search.route import Route
from layers.network.words.answer_text import cautions, corridors, route_title
from tests.harness.loaded import the_network

MAIN_ENDS = [
    "xian", "chongqing", "lianyungang", "shanghai", "beijing", "urumqi", "khorgos", "almaty", "tashkent",
    "aktau", "alat", "baku", "tbilisi", "poti", "batumi", "kars", "istanbul", "mersin", "izmit",
    "constanta", "piraeus", "trieste", "budapest", "duisburg", "rotterdam", "hamburg", "moscow",
    "st-petersburg", "tehran", "bandar-abbas", "mumbai", "mundra", "karachi", "jebel-ali", "haifa",
    "dammam", "odesa", "warsaw",
]  # fmt: skip


def best(start: str, end: str, *presets: str, **asked: object) -> Route:
    question = apply_presets(the_network(), Question(start, end, **asked), presets)  # type: ignore[arg-type]
    route = find_routes(the_network(), question).best
    assert route is not None
    return route


def places_of(corridor: str) -> set[str]:
    legs = [the_network().legs[name] for name in the_network().groups[corridor].legs]
    return {end for leg in legs for end in (leg.from_, leg.to)}


def countries_of(corridor: str) -> set[str]:
    return {
        code for name in the_network().groups[corridor].legs for code in the_network().legs[name].countries
    }


def test_which_route_from_aktau_to_the_eu_avoids_russia_and_iran(network: Network) -> None:
    route = best("aktau", "constanta", closed=("RU", "IR"))
    assert route.countries == ("KZ", "AZ", "GE", "RO")
    assert "alat" in route.places
    assert "Middle Corridor" in corridors(network, route)


def test_how_many_borders_that_route_crosses() -> None:
    assert best("aktau", "constanta", closed=("RU", "IR")).borders == 3
    by_rail = best("aktau", "plovdiv", closed=("RU", "IR", "black-sea"))
    assert by_rail.countries == ("KZ", "AZ", "GE", "TR", "BG")
    assert by_rail.borders == 4


def test_which_of_the_three_corridors_touches_iran() -> None:
    assert "IR" not in countries_of("middle-corridor")
    assert "IR" not in countries_of("zangezur-tripp")
    assert "IR" in countries_of("north-south-west")


def test_where_the_two_big_corridors_cross() -> None:
    assert places_of("middle-corridor") & places_of("north-south-west") == {"alat"}


def test_how_often_cargo_changes_between_train_and_ship() -> None:
    route = best("khorgos", "constanta", "russia-avoided")
    assert [(change.at, change.what) for change in route.changes] == [
        ("aktau", "rail_water"),
        ("alat", "rail_water"),
        ("poti", "rail_water"),
    ]


def test_tripp_counts_its_kilometres_in_armenia_and_those_to_the_towns(network: Network) -> None:
    """42 to 43 km lie in Armenia; 11 more lead to Ordubad, and 2.5 from the line to Meghri, on each leg."""
    legs = [network.legs[name] for name in ("tripp-aghband-meghri", "tripp-meghri-ordubad")]
    assert sum(leg.km for leg in legs) == pytest.approx(42.5 + 11.3 + 2 * 2.5, abs=0.2)
    assert {leg.status for leg in legs} == {"planned"}


def test_what_happens_when_the_sea_falls() -> None:
    dry = best("khorgos", "constanta", "russia-avoided", "caspian-too-low")
    assert round(dry.km) == 7432
    assert dry.countries == ("KZ", "TM", "IR", "AZ", "GE", "RO")


# Kilometres of the ways with fewest days, each leg measured on its drawn line.
STORY = [
    ("khorgos", "constanta", 5958, 5528, 6274, 12172, 6248),
    ("xian", "duisburg", 9506, 11765, 18559, 18559, 18559),
    ("baku", "rotterdam", 5023, 5542, 5726, 19968, 5701),
    ("shanghai", "rotterdam", 11193, 19614, 19614, 19614, 19614),
]
STEPS = ("russia-avoided", "georgia-closed", "iran-closed", "zangezur-open")


@pytest.mark.parametrize("row", STORY, ids=lambda row: f"{row[0]}-{row[1]}")
def test_the_presets_tell_the_story(row: tuple[str, str, int, int, int, int, int]) -> None:
    start, end, *kilometres = row
    for closed, km in enumerate(kilometres):
        assert best(start, end, *STEPS[:closed]).km == pytest.approx(km, abs=1)


def test_only_zangezur_saves_the_land_route() -> None:
    route = best("khorgos", "constanta", *STEPS)
    assert "AM" in route.countries
    assert route.planned
    before = best("khorgos", "constanta", *STEPS[:3])
    assert before.km - route.km > 5000
    assert before.middle_days - route.middle_days > 8


def test_russia_alone_makes_most_closures_change_nothing() -> None:
    for start, end, *_ in STORY:
        usual = best(start, end).leg_ids
        for preset in ("georgia-closed", "iran-closed", "suez-and-hormuz-closed", "caspian-too-low"):
            assert best(start, end, preset).leg_ids == usual


def test_mumbai_to_moscow() -> None:
    assert round(best("mumbai", "moscow").km) == 9663
    assert round(best("mumbai", "moscow", closed=("suez",)).km) == 7139
    assert round(best("mumbai", "moscow", "suez-and-hormuz-closed").km) == 7556
    shortest = best("mumbai", "moscow", by="km", closed=("suez",))
    assert round(shortest.km) == 6554  # no call at Chabahar only to save a bend of the lane
    assert {"bandar-abbas", "anzali", "astrakhan"} <= set(shortest.places)


def test_shanghai_to_rotterdam_without_russia_and_suez(network: Network) -> None:
    question = Question("shanghai", "rotterdam", closed=("RU", "suez", "hormuz"))
    kilometres = [round(route.km) for route in find_routes(network, question).routes]
    assert kilometres[0] == 13452  # the Middle Corridor
    assert 25723 in kilometres  # round the Cape


@pytest.mark.parametrize("pair", list(combinations(MAIN_ENDS, 2))[::13], ids="-".join)
def test_main_ends_are_joined(pair: tuple[str, str], network: Network) -> None:
    assert find_routes(network, Question(*pair)).routes


def test_a_year_leaves_out_what_was_opened_later() -> None:
    through_kars = ("btk-akhalkalaki-kars", "ge-tbilisi-akhalkalaki")
    assert set(through_kars) <= set(best("baku", "kars").leg_ids)
    assert set(through_kars).isdisjoint(best("baku", "kars", as_of=2012).leg_ids)
    assert best("gyumri", "kars", as_of=1992).leg_ids == ("am-gyumri-kars",)
    assert "am-gyumri-kars" not in best("gyumri", "kars", as_of=1993).leg_ids


def test_a_lane_does_not_turn_back_at_the_bosporus() -> None:
    for start, end in (("novorossiysk", "constanta"), ("samsun", "varna"), ("batumi", "odesa")):
        assert "bosporus" not in best(start, end).places


def test_closing_a_strait_leaves_the_sea_beside_it_open() -> None:
    assert best("novorossiysk", "constanta", closed=("bosporus",)).leg_ids == ("blk-novorossiysk-constanta",)


def test_what_closing_takes(network: Network) -> None:
    egypt = find_routes(network, Question("shanghai", "rotterdam", closed=("EG",)))
    assert all("suez" not in route.chokepoints for route in egypt.routes)
    turkey = find_routes(network, Question("poti", "piraeus", closed=("TR",)))
    assert turkey.best is not None
    assert turkey.best.chokepoints == ("bosporus", "dardanelles")
    iran = find_routes(network, Question("mumbai", "jebel-ali", closed=("IR",)))
    assert any("hormuz" in route.chokepoints for route in iran.routes)


def test_a_corridor_can_close_without_the_trunk_it_shares(network: Network) -> None:
    route = best("khorgos", "constanta", closed=("RU", "middle-corridor"))
    assert "kz-khorgos-almaty" in route.leg_ids
    assert not set(network.groups["middle-corridor"].closes) & set(route.leg_ids)


def test_routes_have_names_and_say_what_to_mind(network: Network) -> None:
    by_sea = best("shanghai", "rotterdam", "russia-avoided")
    assert (
        route_title(network, by_sea) == "By Malacca Strait, Bab el-Mandeb, Suez Canal and Strait of Gibraltar"
    )
    said = " ".join(cautions(network, by_sea, Question("shanghai", "rotterdam")))
    assert "Bab el-Mandeb: restricted, as of 2026-03-02" in said
    assert any(
        "Iran" in line
        for line in cautions(
            network, best("mumbai", "moscow", closed=("suez",)), Question("mumbai", "moscow")
        )
    )
