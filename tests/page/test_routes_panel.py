"""The routes panel without a browser: the question as an address, the answer as it is sent."""

from __future__ import annotations

import re
from functools import partial
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from layers.network.words.answer_text import corridors
from layers.network.words.as_json import shown_on_map
from layers.network.words.rounding import half_up
from layers.views.routes import asked as routes
from layers.views.routes.answer import answer_view, near_ways
from layers.views.routes.strip import STRIP_WIDTH
from tests.harness.loaded import the_atlas, the_network
from tests.harness.page import run as page_at
from tests.harness.page import sent
from tests.harness.routes import find

run = partial(page_at, panel="routes")


def answer(page: AppTest) -> dict[str, Any]:
    return next(data for data in sent(page) if "shown" in data)


def test_the_panel_starts_with_russia_avoided() -> None:
    page = run()
    assert not page.exception
    shown = answer(page)["shown"]
    assert shown["countries"] == ["RU"]
    assert shown["ends"] == ["khorgos", "constanta"]
    assert 2 <= len(shown["routes"]) <= 4


def test_closing_georgia_shows_what_was_lost() -> None:
    data = answer(run(presets="russia-avoided,georgia-closed", **{"from": "khorgos", "to": "constanta"}))
    assert "ge-senaki-poti" in data["shown"]["lost"]
    assert data["shown"]["countries"] == ["RU", "GE"]
    assert "Lost:" in data["html"]
    assert "days more" in data["html"]


def test_no_way_names_what_cuts_it_and_offers_to_open_it() -> None:
    data = answer(run(**{"from": "mumbai", "to": "moscow"}, presets="russia-avoided"))
    assert not data["shown"]["routes"]
    assert 'data-reopen="RU"' in data["html"]
    assert "Russia" in data["html"]


def test_same_place_twice_is_one_sentence() -> None:
    data = answer(run(**{"from": "baku", "to": "baku"}))
    assert "Start and end are the same place" in data["html"]


def test_too_many_places_on_the_way_are_named_and_can_be_taken_back() -> None:
    html = answer(run(via="poti,tbilisi,baku"))["html"]
    assert "A way can go by way of 2 places at most, not 3: leave some out." in html
    assert 'class="change"' not in html
    assert all(f'data-unvia="{place}"' in html for place in ("poti", "tbilisi", "baku"))


def test_an_answer_for_a_past_year_says_so() -> None:
    html = answer(run(year="2016", presets="", **{"from": "tbilisi", "to": "kars"}))["html"]
    assert "As of 2016, with the borders of today" in html
    assert "operating, as of" not in html
    assert "open in 2016, since 1883" in html


def test_weakest_link_is_ranked() -> None:
    html = answer(run(weakest="1"))["html"]
    assert "Weakest link" in html
    assert 'data-close="' in html


@pytest.mark.parametrize(
    "query",
    [{"from": "<b>", "to": "{{7*7}}", "closed": "x,y", "year": "9" * 40, "by": "magic", "modes": "swim"}],
)
def test_junk_in_the_address_is_left_out(query: dict[str, str]) -> None:
    page = run(**query)
    assert not page.exception
    assert answer(page)["shown"]["ends"] == ["khorgos", "constanta"]


def test_the_address_says_the_question_and_nothing_usual() -> None:
    query = {
        "from": "xian",
        "to": "duisburg",
        "by": "km",
        "presets": "russia-avoided,iran-closed",
        "closed": "suez",
        "planned": "1",
        "year": "2019",
    }
    asked = routes.asked_by(the_atlas(), query)
    assert routes.address(asked) == query
    assert routes.asked_by(the_atlas(), routes.address(asked)) == asked


@pytest.mark.parametrize("scale", ["km", "days"])
def test_strips_share_one_scale_and_their_pieces_add_up(scale: str) -> None:
    found = find({"presets": "russia-avoided", "from": "khorgos", "to": "constanta"})
    view = answer_view(the_atlas(), found, found, scale=scale)
    sizes = [route.km if scale == "km" else route.middle_days for route in found.routes]
    widths = [sum(piece.width for piece in route["pieces"]) for route in view["routes"]]
    assert max(widths) == pytest.approx(STRIP_WIDTH)
    for size, width in zip(sizes, widths, strict=True):
        assert width / max(widths) == pytest.approx(size / max(sizes), rel=1e-6)


def test_the_map_is_told_each_leg_of_each_route() -> None:
    found = find({})
    shown = shown_on_map(the_network(), found, found)
    assert [tuple(route["legs"]) for route in shown["routes"]] == [route.leg_ids for route in found.routes]
    assert not shown["lost"]


def test_the_weakest_link_of_a_corridor_says_what_is_left_around_it() -> None:
    html = answer(run(weakest="middle-corridor"))["html"]
    assert "Weakest link of Middle Corridor" in html
    assert "single point of failure" in html and "around it" in html


def test_days_and_totals_open_to_their_ground() -> None:
    html = answer(run())["html"]
    assert "border wait AZ/GE" in html and "own range of Poti (assumption)" in html
    assert "20–22 days published (trend.az 2024-05-31), inside ours" in html
    assert "as commonly quoted; not sourced)" in html
    assert '<p class="small not-sourced">Not sourced: the opening years of ' in html
    assert "<span>Opened 1883: not sourced</span>" in html
    assert re.search(r'<span>Opened 2014: <a href="https://astanatimes\.com/[^"]+" target="_blank"', html)


def test_the_table_and_the_text_hold_what_the_strips_show() -> None:
    found = find({})
    view = answer_view(the_atlas(), found, found, scale="km")
    rows = dict(view["table"])
    assert rows["km"] == [f"{route.km:,.0f}" for route in found.routes]
    assert rows["Borders"] == [str(route.borders) for route in found.routes]
    by_mode = [rows[label] for label in rows if label.startswith("km by")]
    for number, route in enumerate(found.routes):
        assert sum(int(cells[number].replace(",", "")) for cells in by_mode) == int(half_up(route.km))
    assert view["text"].count("Published:") >= 1
    assert all(route["title"] in view["text"] for route in view["routes"])
    nothing = find({"from": "baku", "to": "baku"})
    assert answer_view(the_atlas(), nothing, nothing, scale="km")["table"] == []


def test_everything_closed_stands_above_the_answer_and_can_be_opened() -> None:
    html = answer(run(presets="georgia-closed", closed="suez", **{"from": "khorgos", "to": "constanta"}))[
        "html"
    ]
    assert 'data-reopen="GE"' in html and 'data-reopen="suez"' in html


def test_a_story_offers_its_next_step() -> None:
    html = answer(
        run(story="bypassing-russia", presets="russia-avoided", **{"from": "khorgos", "to": "constanta"})
    )["html"]
    assert "step 1 of 4" in html and "Next step: Georgia closed" in html and 'data-step="2"' in html


def test_a_corridor_that_is_cut_says_so() -> None:
    query = {"from": "khorgos", "to": "constanta", "presets": "georgia-closed"}
    assert "no way left that could be cut" in answer(run(weakest="baku-tbilisi-kars", **query))["html"]


def test_the_sentence_says_what_is_pressed_and_the_way_without_it() -> None:
    html = answer(run())["html"]
    assert "Russia is left out; with Russia: 8–17 days by Novorossiysk." in html
    assert "Weakest link: Caspian Sea." in html


def test_a_way_is_called_what_a_pupil_must_know() -> None:
    found = find({"from": "khorgos", "to": "constanta", "presets": "russia-avoided,georgia-closed"})
    view = answer_view(the_atlas(), found, found, scale="km")
    assert view["routes"][0]["title"].endswith(", by road through Iran")
    assert not view["routes"][0]["corridors"] or "Middle Corridor" in view["routes"][0]["corridors"]


def test_a_way_through_russia_is_not_called_middle_corridor() -> None:
    ways = [way for way in find({"from": "urumqi", "to": "istanbul"}).routes if "RU" in way.countries]
    assert any(not set(way.leg_ids).isdisjoint({"az-alat-gardabani"}) for way in ways)
    assert not any("Middle Corridor" in corridors(the_network(), way) for way in ways)


def test_what_takes_over_twice_as_much_is_shown_on_request() -> None:
    query = {"from": "tehran", "to": "baku"}
    found = find(query)
    near = near_ways(found)
    assert 1 <= len(near) < len(found.routes)
    assert all(way.middle_days <= 2 * found.routes[0].middle_days for way in near)
    data = answer(run(**query))
    assert len(data["shown"]["routes"]) == len(near)
    assert f'data-route="{len(found.routes)}"' not in data["html"]
    more = answer(run(**query, far="1"))
    assert len(more["shown"]["routes"]) == len(found.routes)
    assert f'data-route="{len(found.routes)}"' in more["html"]


def test_the_map_is_told_where_the_weakest_link_lies() -> None:
    shown = answer(run())["shown"]
    assert shown["weak"] and set(shown["weak"]) <= set(shown["routes"][0]["legs"])
    assert all(the_network().legs[leg].mode == "sea" for leg in shown["weak"])
