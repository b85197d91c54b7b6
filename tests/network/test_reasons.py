"""Questions that make no sense and pairs that are cut: one sentence that says why and what to change."""

from __future__ import annotations

import pytest

from layers.network.model import Network
from layers.network.search.answer import Answer, find_routes
from layers.network.search.closures import apply_presets
from layers.network.search.question import Question, QuestionError
from tests.harness.loaded import the_network


def ask(start: str, end: str, **asked: object) -> Answer:
    return find_routes(the_network(), Question(start, end, **asked))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("alat", "alat"), "the same place"),
        (("baku", "Qwxyz"), "No place of the routes has the id “Qwxyz”"),
        (("", "constanta"), "A place is missing"),
    ],
)
def test_places_that_make_no_sense(asked: tuple[str, str], said: str) -> None:
    answer = ask(*asked)
    assert answer.faulty
    assert said in str(answer.no_route)
    assert answer.routes == ()


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"modes": ()}, "No mode of travel is allowed"),
        ({"modes": ("air",)}, "There is no mode “air”"),
        ({"by": "price"}, "ranked by “price”"),
        ({"as_of": 1950}, "1992 to 2026"),
        ({"as_of": 2040}, "planned links to look ahead"),
        ({"count": 0}, "1 to 4"),
        ({"closed": ("the moon",)}, "Nothing called “the moon” can be closed"),
    ],
)
def test_words_that_make_no_sense(asked: dict[str, object], said: str) -> None:
    answer = ask("baku", "constanta", **asked)
    assert answer.faulty
    assert said in str(answer.no_route)


def test_an_end_in_a_closed_country() -> None:
    answer = ask("mumbai", "moscow", closed=("RU",))
    assert not answer.faulty
    assert "Moscow lies in Russia, which is closed" in str(answer.no_route)
    assert answer.cut_by == ("RU",)


def test_one_closed_thing_cuts_the_way() -> None:
    answer = ask("yerevan", "baku", closed=("GE", "RO"), modes=("rail",))
    assert "Georgia cuts it" in str(answer.no_route)
    assert answer.cut_by == ("GE",)


def test_several_closed_things_cut_it_together() -> None:
    answer = ask("khorgos", "constanta", closed=("RU", "bosporus", "GE", "IR", "CN"))
    assert "Russia, Georgia, Iran and China cut it together" in str(answer.no_route)
    assert set(answer.cut_by) == {"RU", "GE", "IR", "CN"}


def test_more_than_one_must_open() -> None:
    answer = ask("jebel-ali", "mumbai", closed=("hormuz", "khor-fakkan", "IR", "SA", "PK"), modes=("sea",))
    assert answer.cut_by
    again = tuple(word for word in ("hormuz", "khor-fakkan", "IR", "SA", "PK") if word not in answer.cut_by)
    assert ask("jebel-ali", "mumbai", closed=again, modes=("sea",)).routes


def test_many_closures_are_still_explained(network: Network) -> None:
    closed = tuple(code for code in network.countries if code not in ("KZ", "RO"))
    answer = ask("khorgos", "constanta", closed=closed)
    assert answer.cut_by
    assert ask("khorgos", "constanta", closed=tuple(set(closed) - set(answer.cut_by))).routes


def test_everything_closed(network: Network) -> None:
    answer = ask("khorgos", "constanta", closed=(*network.countries, *network.nodes))
    assert "Everything is closed" in str(answer.no_route)


def test_modes_that_cannot_serve_a_place() -> None:
    assert "With ships alone there is no way from Almaty" in str(
        ask("almaty", "poti", modes=("sea",)).no_route
    )
    assert "allow railways" in str(ask("almaty", "poti", modes=("sea",)).no_route)
    asked = ask("abu-dhabi", "aktau", modes=("road-gaps", "rail"))  # named in the order asked for
    assert "With lorries where there is no railway and railways alone" in str(asked.no_route)


def test_a_mode_is_allowed_before_another_year_is_chosen() -> None:
    answer = ask("abu-dhabi", "haditha", modes=("rail",), as_of=1995)
    assert str(answer.no_route).endswith("as asked: count the planned links and allow ships.")


def test_links_that_are_only_planned() -> None:
    assert "count the planned links" in str(ask("anaklia", "constanta").no_route)
    assert ask("anaklia", "constanta", planned=True).routes
    assert not ask("anaklia", "constanta", planned=True, closed=("planned",)).routes


def test_links_that_were_opened_later() -> None:
    assert "In 2005" in str(ask("khorgos", "almaty", modes=("rail",), as_of=2005).no_route)
    assert "In 2000" in str(ask("olya", "astrakhan", modes=("rail",), as_of=2000).no_route)


def test_an_unknown_preset_names_the_known_ones(network: Network) -> None:
    with pytest.raises(QuestionError, match="russia-avoided"):
        apply_presets(network, Question("baku", "poti"), ["moon-closed"])
