"""Every number opens to its ground, and published figures stand beside ours."""

from __future__ import annotations

from layers.network.model import Network
from layers.network.search.answer import find_routes
from layers.network.search.question import Question
from layers.network.search.route import Route
from layers.network.words.evidence import basis, published_beside, section
from tests.harness.loaded import the_network


def best(start: str, end: str, *closed: str) -> Route:
    route = find_routes(the_network(), Question(start, end, closed=closed)).best
    assert route is not None
    return route


def test_published_times_stand_beside_ours(network: Network) -> None:
    said = published_beside(network, best("khorgos", "constanta", "RU"))
    assert (
        "Altynkol–Constanța: 20–22 days published (trend.az 2024-05-31), inside ours of 11–29 days." in said
    )


def test_figures_without_a_page_are_marked(network: Network) -> None:
    said = " ".join(published_beside(network, best("khorgos", "constanta", "RU")))
    assert "Aktau–Alat: 508 km published (TITR Association figure as commonly quoted; not sourced)" in said


def test_the_outlier_is_shown_with_its_reason(network: Network) -> None:
    said = " ".join(published_beside(network, best("chongqing", "duisburg")))
    assert "11,179 km published" in said
    assert "-12.4 %" in said
    assert "The sources disagree by 8 %" in said


def test_a_time_of_another_way_is_not_held_against_the_route(network: Network) -> None:
    said = " ".join(published_beside(network, best("shanghai", "rotterdam", "RU", "suez")))
    assert "by Suez" not in said


def test_days_open_to_their_ground(network: Network) -> None:
    route = best("khorgos", "constanta", "RU")
    said = [basis(network, part) for part in route.parts]
    assert all("days" in text or "km a day" in text for text in said)
    assert any("own range of Poti (assumption); fitted to the 8 to 10 days" in text for text in said)
    assert any("border wait AZ/GE" in text and "CAREC 2023" in text for text in said)


def test_a_section_has_the_changes_between_its_ends_only() -> None:
    route = best("khorgos", "constanta", "RU")
    part = section(route, "alat", "poti")
    assert part is not None
    assert (part.places[0], part.places[-1], part.changes) == ("alat", "poti", ())
    assert section(route, "alat", "moscow") is None
