"""What `layers check` says of legs whose length or years cannot be."""

from __future__ import annotations

from typing import Any

import pytest

from layers.network.checks import wrong_legs
from layers.network.model import Leg
from tests.harness.small_network import leg, network, place

STRAIGHT = 111.3  # km of one degree of longitude on the equator


def said(way: Leg) -> list[str]:
    places = [place("a"), place("b", lon=1)]
    return [str(fault) for fault in wrong_legs(network(places, [way]), "network.json")]


def published(diff_pct: float, **more: str) -> dict[str, Any]:
    return {"km": 150, "source": "a timetable", "known_from": "page", "diff_pct": diff_pct, **more}


@pytest.mark.parametrize("mode", ["rail", "road", "sea"])
def test_no_leg_is_shorter_than_the_straight_line(mode: str) -> None:
    assert said(leg("a-b", mode, STRAIGHT)) == []
    assert said(leg("a-b", mode, 90)) == [
        "network.json (legs a-b): found 90 km; "
        "expected at least 111.3 km, the straight line between its ends."
    ]


def test_years_lie_after_the_first_railway_and_in_order() -> None:
    assert said(leg("a-b", "rail", 120, opened=1825, closed_since=1993)) == []
    assert said(leg("a-b", "rail", 120, opened=1824)) == [
        "network.json (legs a-b): found opened 1824; "
        "expected a year from 1825, when the first steam railway opened."
    ]
    assert said(leg("a-b", "rail", 120, closed_since=193))[0].startswith(
        "network.json (legs a-b): found closed_since 193;"
    )
    assert said(leg("a-b", "rail", 120, opened=1993, closed_since=1941)) == [
        "network.json (legs a-b): found closed_since 1941; expected no year before 1993, when it opened."
    ]


@pytest.mark.parametrize("mode", ["rail", "sea"])
def test_a_long_way_round_says_why(mode: str) -> None:
    assert said(leg("a-b", mode, 222)) == []
    [fault] = said(leg("a-b", mode, 230))
    assert "found 230 km without why_longer; expected a sentence" in fault
    assert said(leg("a-b", mode, 230, why_longer="Round the cape.")) == []
    assert said(leg("a-b", "road", 230)) == []


@pytest.mark.parametrize(("mode", "most"), [("rail", 5), ("sea", 5), ("road", 12)])
def test_what_is_far_off_a_published_length_says_why(mode: str, most: int) -> None:
    assert said(leg("a-b", mode, 140, published=published(-most))) == []
    [fault] = said(leg("a-b", mode, 140, published=published(-most - 0.1)))
    assert "off the published 150, without differs; expected a sentence in published" in fault
    assert f"more than {most} % off" in fault
    assert said(leg("a-b", mode, 140, published=published(-20.0, differs="Another way."))) == []
