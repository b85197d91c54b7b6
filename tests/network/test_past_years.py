"""What is said of a past year, and of a way that only the network would take."""

from __future__ import annotations

from typing import Any

import pytest

from layers.network.search.answer import find_routes, prepare
from layers.network.search.question import Question
from layers.network.words.answer_text import answer_text
from layers.network.words.detour import MANY, apart_km, detour
from layers.network.words.status import status_text
from tests.harness.loaded import network_on_disk
from tests.harness.small_network import leg, place

TO_KARS = Question("tbilisi", "kars", modes=("rail",), closed=("btk-akhalkalaki-kars",), as_of=2020)


@pytest.mark.parametrize(
    ("facts", "as_of", "said"),
    [
        ({}, None, "operating, as of 2026-03"),
        ({"opened": 1883}, 2016, "open in 2016, since 1883, not sourced"),
        ({"opened": 2014, "opened_source": "Y9"}, 2016, "open in 2016, since 2014"),
        ({"opened": 1899, "closed_since": 2017}, 2016, "open in 2016, closed since 2017, not sourced"),
        ({}, 2016, "taken as open in 2016, the year of its opening is not known"),
        ({"status": "planned"}, 2016, "planned today, counted as open"),
    ],
)
def test_a_status_is_that_of_the_year_asked_for(facts: dict[str, Any], as_of: int | None, said: str) -> None:
    assert status_text(leg("a-b", "rail", 10, **facts), as_of) == said


def test_an_answer_for_a_past_year_does_not_speak_of_today() -> None:
    known = network_on_disk()
    text = answer_text(known, find_routes(known, TO_KARS))
    assert "As of 2020" in text
    assert "operating" not in text
    assert "open in 2020, since 1883, not sourced" in text
    today = answer_text(known, find_routes(known, Question("mumbai", "moscow")))
    assert "operating, as of" in today
    assert "restricted, as of" in today or "Iran" in today
    then = answer_text(known, find_routes(known, Question("mumbai", "moscow", as_of=2010)))
    assert "\n   ! " not in then, "sanctions and restricted straits are of today"


def test_a_way_many_times_as_long_as_its_ends_are_apart_is_said_to_be() -> None:
    known = network_on_disk()
    far = prepare(known, TO_KARS).search.best()
    assert far is not None
    said = detour(known, far)
    assert said is not None
    assert said.startswith("This way is ")
    assert "times as long as Tbilisi and Kars are apart (190 km)" in said
    usual = prepare(known, Question("shanghai", "rotterdam", closed=("suez", "RU"))).search.best()
    assert usual is not None
    assert detour(known, usual) is None
    assert usual.km / apart_km(known.nodes["shanghai"], known.nodes["rotterdam"]) < MANY


def test_a_detour_that_was_asked_for_is_measured_by_way_of_its_place() -> None:
    known = network_on_disk()
    question = Question("poti", "batumi", via=("moscow",))
    way = prepare(known, question).search.best()
    assert way is not None
    assert detour(known, way) is not None
    assert detour(known, way, question.via) is None


def test_a_degree_of_the_equator_is_a_hundred_and_eleven_km() -> None:
    west, east = place("a", lon=0.0, lat=0.0), place("b", lon=1.0, lat=0.0)
    assert apart_km(west, east) == pytest.approx(111.2, abs=0.1)


def test_a_planned_leg_runs_in_no_past_year() -> None:
    """None has a year that was promised and is past; without the year it counts."""
    known = network_on_disk()
    planned = {leg.id for leg in known.legs.values() if leg.plan and not leg.ran_in(1995)}
    now, then = (
        prepare(known, Question("baku", "kars", planned=True, as_of=year)).search for year in (None, 1995)
    )
    assert planned.isdisjoint(now.blocked)
    assert planned <= then.blocked
    reason = find_routes(
        known, Question("meghri", "yerevan", modes=("rail",), planned=True, as_of=1995)
    ).no_route
    assert "planned" not in str(reason)


def test_a_line_that_is_to_be_revived_ran_before_it_was_closed() -> None:
    known = network_on_disk()
    line = known.legs["iq-baghdad-mosul"]
    assert line.plan and (line.opened, line.closed_since) == (1940, 2014)
    for year, runs in ((2013, True), (2014, False)):
        best = find_routes(known, Question("mosul", "baghdad", modes=("rail",), as_of=year)).best
        assert (best is not None and line.id in best.leg_ids) == runs
    assert status_text(line, 2013) == "open in 2013, closed since 2014, not sourced"
    assert status_text(line, None).startswith("idle")
