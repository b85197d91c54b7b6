"""Every number opens to its ground, and published figures stand beside ours."""

from __future__ import annotations

from layers.network.load import load_network
from layers.network.search.answer import find_routes
from layers.network.search.graph import build_graphs
from layers.network.search.question import Question
from layers.network.search.route import Route
from layers.network.words.evidence import basis, published_beside, section

NETWORK = load_network()
build_graphs(NETWORK)


def best(start: str, end: str, *closed: str) -> Route:
    route = find_routes(NETWORK, Question(start, end, closed=closed)).best
    assert route is not None
    return route


def test_published_times_stand_beside_ours() -> None:
    said = published_beside(NETWORK, best("khorgos", "constanta", "RU"))
    assert (
        "Altynkol–Constanța: 20–22 days published (trend.az 2024-05-31), inside ours of 11–28 days." in said
    )


def test_figures_of_memory_are_marked() -> None:
    said = " ".join(published_beside(NETWORK, best("khorgos", "constanta", "RU")))
    assert "Aktau–Alat: 508 km published (TITR Association figure as commonly quoted; from memory" in said


def test_the_outlier_is_shown_with_its_reason() -> None:
    said = " ".join(published_beside(NETWORK, best("chongqing", "duisburg")))
    assert "11,179 km published" in said
    assert "-11.9 %" in said
    assert "The sources disagree by 8 %" in said


def test_a_time_of_another_way_is_not_held_against_the_route() -> None:
    said = " ".join(published_beside(NETWORK, best("shanghai", "rotterdam", "RU", "suez")))
    assert "by Suez" not in said


def test_days_open_to_their_ground() -> None:
    route = best("khorgos", "constanta", "RU")
    said = [basis(NETWORK, part) for part in route.parts]
    assert all("days" in text or "km a day" in text for text in said)
    assert any("own range of Poti (assumption); fitted to the 8 to 10 days" in text for text in said)
    assert any("border wait AZ/GE" in text and "CAREC 2023" in text for text in said)


def test_a_section_has_the_changes_between_its_ends_only() -> None:
    route = best("khorgos", "constanta", "RU")
    part = section(route, "alat", "poti")
    assert part is not None
    assert (part.places[0], part.places[-1], part.changes) == ("alat", "poti", ())
    assert section(route, "alat", "moscow") is None
