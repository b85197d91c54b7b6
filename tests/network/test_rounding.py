"""What is shown adds up, and a half is never shown as nothing."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from decimal import Decimal

import pytest

from layers.network.search.answer import Answer, find_routes
from layers.network.search.graph import OBJECTIVES
from layers.network.search.question import Question
from layers.network.search.route import Route
from layers.network.words.phrases import days_of_parts, days_text, whole_km, whole_km_by_mode
from layers.network.words.rounding import half_up, shares
from layers.views.routes.table import table
from tests.harness.loaded import network_on_disk


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ((0.5, 4), "0.5–4 days"),
        ((2.5, 6.5), "3–7 days"),
        ((0.33, 0.55), "0.3–0.6 days"),
        ((0, 12.5), "0–13 days"),
        ((7.04, 7.2), "7 days"),
    ],
)
def test_days_are_rounded_as_school_does(days: tuple[float, float], told: str) -> None:
    assert days_text(days) == told


def test_parts_add_up_to_the_sum_that_is_shown() -> None:
    assert sorted(shares([1.4, 1.4, 1.4])) == [1, 1, 2]
    thirds = shares([11.46 / 3] * 3, 1, shown=0)
    assert sum(thirds) == Decimal("11.4")  # which rounds to 11, as 11.46 does
    assert half_up(11.46) == 11


def some_answers() -> Iterator[Answer]:
    network = network_on_disk()
    draw = random.Random(5)
    for _ in range(60):
        start, end = draw.sample(sorted(network.nodes), 2)
        yield find_routes(network, Question(start, end, by=draw.choice(OBJECTIVES)))


def ends(days: str) -> tuple[Decimal, Decimal]:
    low, _, high = days.removesuffix(" days").replace("under 0.1", "0.0").partition("–")
    return Decimal(low), Decimal(high or low)


def digits(told: Decimal) -> int:
    return -int(told.as_tuple().exponent)


def adds_up(route: Route) -> bool:
    whole, parts = ends(days_text(route.days)), [ends(part) for part in days_of_parts(route)]
    assert all(low <= high for low, high in parts)
    sums = [sum((part[end] for part in parts), Decimal(0)) for end in (0, 1)]
    return all(half_up(float(sum_), digits(told)) == told for sum_, told in zip(sums, whole, strict=True))


def test_parts_of_real_ways_add_up_in_days_and_km() -> None:
    answers = [answer for answer in some_answers() if answer.routes]
    assert len(answers) > 40
    for answer in answers:
        for route in answer.routes:
            assert adds_up(route), route.leg_ids
            by_mode = [int(km.replace(",", "")) for km in whole_km_by_mode(route).values()]
            assert sum(by_mode) == int(whole_km(route.km).replace(",", ""))
        rows = dict(table(network_on_disk(), answer))
        for at, km in enumerate(rows["km"]):
            modes = [cells[at] for label, cells in rows.items() if label.startswith("km by ")]
            assert sum(int(re.sub(",", "", cell)) for cell in modes) == int(km.replace(",", ""))


def test_what_is_less_than_a_tenth_is_not_shown_as_nothing() -> None:
    assert days_text((0.02, 0.04)) == "under 0.1 days"
    assert days_text((0.02, 0.06)) == "0.0–0.1 days"
