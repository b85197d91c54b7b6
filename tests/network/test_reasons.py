"""Questions that make no sense and pairs that are cut: one sentence that says why and what to change."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from layers.network.search import openings
from layers.network.search.answer import Answer, find_routes
from layers.network.search.closures import apply_presets
from layers.network.search.question import Question, QuestionError
from tests.harness.loaded import the_network
from tests.harness.small_network import leg, network, place

NORTH = ("RU", "RO", "RS", "IT", "DE", "IR", "AT", "UA")
ELSEWHERE = leg("y-z", "rail", 100)  # else everything is closed, and that is said instead


def ask(start: str, end: str, **asked: Any) -> Answer:
    return find_routes(the_network(), Question(start, end, **asked))


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
    assert "China, Georgia, Iran and Russia cut it together" in str(answer.no_route)
    assert set(answer.cut_by) == {"RU", "GE", "IR", "CN"}


def test_more_than_one_must_open() -> None:
    answer = ask("jebel-ali", "mumbai", closed=("hormuz", "khor-fakkan", "IR", "SA", "PK"), modes=("sea",))
    assert answer.cut_by
    again = tuple(word for word in ("hormuz", "khor-fakkan", "IR", "SA", "PK") if word not in answer.cut_by)
    assert ask("jebel-ali", "mumbai", closed=again, modes=("sea",)).routes


def test_many_closures_are_still_explained() -> None:
    closed = tuple(code for code in the_network().countries if code not in ("KZ", "RO"))
    answer = ask("khorgos", "constanta", closed=closed)
    assert answer.cut_by
    assert ask("khorgos", "constanta", closed=tuple(set(closed) - set(answer.cut_by))).routes


@pytest.mark.parametrize(
    ("ends", "asked", "cuts", "said"),
    [
        (
            ("varna", "odesa"),  # the leg lies between places that hang together without it
            {"modes": ("sea",), "closed": ("blk-constanta-odesa",)},
            {("blk-constanta-odesa",)},
            "Constanța–Odesa cuts it.",
        ),
        (
            ("shalkar", "budapest"),
            {
                "modes": ("rail", "sea", "road"),
                "closed": (*NORTH, "kz-shalkar-beyneu", "bosporus", "gibraltar"),
            },
            {("AT",), ("IT",), ("RO",), ("RS",), ("UA",)},
            "Austria, Italy, Romania, Serbia and Ukraine cut it together.",
        ),
        (
            ("tbilisi", "baku"),
            {"closed": ("GE", "AZ")},
            {("AZ", "GE")},
            "Tbilisi lies in Georgia and Baku lies in Azerbaijan, which are closed: open Azerbaijan and",
        ),
        (
            ("batumi", "poti"),
            {"modes": ("sea",), "closed": ("GE", "black-sea")},
            {("GE", "black-sea")},
            "Batumi and Poti lie in Georgia, which is closed: open Black Sea and Georgia again",
        ),
        (
            ("bakhty", "aktobe"),  # planned links are not counted, so that to open them alone changes nothing
            {"closed": ("planned",)},
            {("planned",)},
            "open all planned links again and count the planned links to have one.",
        ),
    ],
)
def test_all_smallest_choices_are_named(
    ends: tuple[str, str], asked: dict[str, Any], cuts: set[tuple[str, ...]], said: str
) -> None:
    start, end = ends
    answer = ask(start, end, **asked)
    assert set(answer.cuts) == cuts
    assert said in str(answer.no_route)
    turned = ask(start, end, **(asked | {"closed": asked["closed"][::-1]}))
    assert (turned.no_route, turned.cuts) == (answer.no_route, answer.cuts)


def test_of_many_choices_five_are_named_and_the_others_counted() -> None:
    """Seven ways from a to b, each over one place that is closed; then each over two."""
    middle = "cdefghi"
    single = [leg(f"{end}-{at}", "rail", 100) for end in "ab" for at in middle]
    of = network(map(place, "abyz" + middle), [*single, ELSEWHERE])
    answer = find_routes(of, Question("a", "b", closed=tuple(middle)))
    assert set(answer.cuts) == {(at,) for at in middle}
    assert "C, D, E, F, G and 2 more cut it together" in str(answer.no_route)
    second = [f"{at}2" for at in middle]
    double = [leg(f"{way[0]}-{way[1]}", "rail", 100) for at in middle for way in ("a" + at, (at, f"{at}2"))]
    double += [leg(f"{at}-b", "rail", 100) for at in second]
    of = network(map(place, ["a", "b", "y", "z", *middle, *second]), [*double, ELSEWHERE])
    answer = find_routes(of, Question("a", "b", closed=(*middle, *second)))
    assert {frozenset(cut) for cut in answer.cuts} == {frozenset({at, f"{at}2"}) for at in middle}
    assert "Open C and C2 again, or open D and D2 again" in str(answer.no_route)
    assert str(answer.no_route).endswith(", or one of 2 more choices to have one.")


def test_where_too_many_choices_would_have_to_be_tried_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(openings, "MOST_SETS", 3)
    chain = "acdeb"
    legs = [leg(f"{one}-{two}", "rail", 100) for one, two in pairwise(chain)]
    of = network(map(place, chain + "yz"), [*legs, ELSEWHERE])
    answer = find_routes(of, Question("a", "b", closed=("c", "d", "e")))
    assert answer.cuts == (("c", "d", "e"),)
    assert str(answer.no_route).endswith("Open C, D and E again to have one. Fewer may do.")


def test_everything_closed() -> None:
    answer = ask("khorgos", "constanta", closed=(*the_network().countries, *the_network().nodes))
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
    assert "as asked: count the planned links and allow ships, or " in str(answer.no_route)


def test_links_that_are_only_planned() -> None:
    assert "count the planned links" in str(ask("anaklia", "constanta").no_route)
    assert ask("anaklia", "constanta", planned=True).routes
    assert not ask("anaklia", "constanta", planned=True, closed=("planned",)).routes


def test_links_that_were_opened_later() -> None:
    assert "In 2005" in str(ask("khorgos", "almaty", modes=("rail",), as_of=2005).no_route)
    assert "In 2000" in str(ask("olya", "astrakhan", modes=("rail",), as_of=2000).no_route)


def test_an_unknown_preset_names_the_known_ones() -> None:
    with pytest.raises(QuestionError, match="russia-avoided"):
        apply_presets(the_network(), Question("baku", "poti"), ["moon-closed"])
