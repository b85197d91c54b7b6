"""Every number opens to its ground, and published figures stand beside ours."""

from __future__ import annotations

from layers.network.model import Network
from layers.network.search.answer import find_routes
from layers.network.search.question import Question
from layers.network.search.route import Route
from layers.network.words.evidence import basis, published_beside, section, straits_beside
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


def test_what_is_known_of_a_strait_is_told_of_today_alone(network: Network) -> None:
    route = best("jebel-ali", "mumbai")
    said = straits_beside(network, route, None)
    assert any(text.startswith("Strait of Hormuz: reported: ") and "20 June" in text for text in said)
    assert any("34 on 1 July" in text for text in said)
    assert straits_beside(network, route, 2015) == []
    assert any("27 February" in text for text in straits_beside(network, best("mumbai", "piraeus"), None))
    strait = network.nodes["hormuz"].strait
    assert strait is not None
    assert strait.as_of == "2026-07-02"


def test_a_strait_that_is_open_has_no_news(network: Network) -> None:
    assert straits_beside(network, best("constanta", "piraeus"), None) == []
