"""What an address names in vain is said in one sentence each."""

from __future__ import annotations

import pytest

from layers.catalogue.atlas import Atlas
from layers.page import reading
from layers.page.head import words_of
from layers.views.address_hints import OF_PANELS, OF_ROUTES, SHOWS, hints_of
from layers.views.address_words import AddressWords
from layers.views.routes.asked import read_asked


def test_what_is_there_needs_no_hint(loaded: Atlas) -> None:
    feature = loaded.catalogue.layers["zangezur"].features[0]["id"]
    place = next(iter(loaded.catalogue.places))
    for query in ({}, {"layers": "tamar,anaklia", "selected": f"zangezur/{feature}"}):
        assert hints_of(query, loaded) == []
    assert hints_of({"layers": "", "selected": f"place:{place}", "view": "?"}, loaded) == []


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"from": "Khorgs", "to": "Baku"}, "the routes start from Khorgos. Perhaps Khorgos is meant."),
        ({"to": "Constanza, qqqqqqq"}, "the routes lead to Constanța. Perhaps Constanța is meant."),
        ({"via": "Bosporous"}, "the way need not pass it. Perhaps Bosporus is meant."),
        ({"closed": "Rassia"}, "that stays open. Perhaps Russia is meant."),
        ({"closed": "qqqqqqq"}, "that stays open."),
        ({"from": "Tbilisi,Baku"}, "several places to start from: the first is taken."),
    ],
)
def test_what_is_nearly_called_so_is_named(loaded: Atlas, query: dict[str, str], said: str) -> None:
    (hint,) = hints_of(query, loaded)
    assert hint.endswith(said)


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ({"layers": "no-such-layer,tamar"}, "no-such-layer"),
        ({"selected": "no-such-layer"}, "no-such-layer"),
        ({"selected": "zangezur/no-such-part"}, "zangezur/no-such-part"),
        ({"selected": "place:nowhere"}, "place:nowhere"),
        ({"selected": "<img src=x onerror=alert(1)>"}, "<img src=x"),
    ],
)
def test_junk_is_named(loaded: Atlas, query: dict[str, str], named: str) -> None:
    (hint,) = hints_of(query, loaded)
    assert named in hint
    assert len(hint) < 160


@pytest.mark.parametrize(
    ("query", "said"),
    [
        (
            {"from": "plane"},
            "a place to start from that the routes do not have: plane; the routes start from",
        ),
        (
            {"to": "suez"},
            "a place to go to that the routes do not have: suez; the routes lead to Constanța.",
        ),
        ({"closed": "QQ,RU,the moon"}, "does not have: QQ, the moon; that stays open."),
        ({"modes": "plane,rail"}, "does not have: plane; cargo may go by rail."),
        ({"presets": "moon-closed"}, "names a “what if” that this atlas does not have: moon-closed"),
        ({"story": "moon"}, "names a story that this atlas does not have: moon; none is told."),
        ({"by": "price"}, "ranks routes by something that this atlas does not have: price; days are taken."),
        ({"weakest": "moon"}, "the weakest link of something that this atlas does not have: moon"),
        ({"year": "1950"}, "names a year that this atlas does not have: 1950; 1992 is taken."),
        ({"year": "soon"}, "does not have: soon; 2026 is taken."),
        ({"panel": "routes."}, "names a panel that this atlas does not have: routes.; this is Explore."),
        ({"panel": "moon"}, "names a panel that this atlas does not have: moon; this is Explore."),
        ({"show": "moon"}, "names a list that this atlas does not have: moon"),
        ({"essay": "moon"}, "names an essay that this atlas does not have: moon"),
        ({"kinds": "moon,fact"}, "names kinds of claims that this atlas does not have: moon"),
        ({"verdicts": "moon"}, "names verdicts that this atlas does not have: moon"),
    ],
)
def test_junk_for_the_panels_is_named_with_what_goes_on(
    loaded: Atlas, query: dict[str, str], said: str
) -> None:
    (hint,) = hints_of(query, loaded)
    assert said in hint
    assert len(hint) < 160


def test_every_kind_of_junk_gets_one_sentence(loaded: Atlas) -> None:
    keys = [*OF_ROUTES, *OF_PANELS]
    assert len(hints_of(dict.fromkeys(keys, "no-such-thing,nor-this"), loaded)) == len(keys)


@pytest.mark.parametrize(
    "query",
    [
        {"selected": " tamar", "layers": "tamar, anaklia)."},
        {"selected": "place:baku)."},
        {
            "panel": "routes",
            "from": "Tiflis",
            "to": " baku).",
            "closed": "Turkey",
            "weakest": "Middle Corridor",
        },
        {"panel": "routes", "year": "2017", "modes": "rail, sea", "weakest": "1", "scale": "days"},
        {"panel": "read", "show": "claims", "kinds": "fact,opinion", "verdicts": "holds", "essay": "blank"},
    ],
)
def test_names_and_glued_punctuation_are_understood(loaded: Atlas, query: dict[str, str]) -> None:
    assert hints_of(query, loaded) == []


MANY = ",".join(f"no-such-thing-{number}" for number in range(9_000))


@pytest.mark.parametrize(
    "key", ["layers", "closed", "via", "modes", "presets", "weakest", "kinds", "verdicts", "from", "to"]
)
def test_of_many_unknown_things_three_are_named_and_how_many_more(loaded: Atlas, key: str) -> None:
    (hint,) = hints_of({key: MANY}, loaded)
    assert "no-such-thing-0, no-such-thing-1, no-such-thing-2 and 8,997 more" in hint
    assert len(hint) < 220


def test_a_right_word_behind_many_wrong_ones_counts(loaded: Atlas) -> None:
    query = {"closed": f"{MANY},Turkey", "via": f"{MANY},Tehran", "from": f"{MANY},Tiflis"}
    asked = read_asked(loaded, AddressWords(query))
    assert (asked["closed"], asked["via"], asked["from"]) == (["TR"], ["tehran"], "tbilisi")


def test_no_address_makes_a_long_hint(loaded: Atlas) -> None:
    keys = [*OF_ROUTES, *OF_PANELS, "layers", "selected", "scale", "planned", "irregular", "far", "newest"]
    for words in (MANY, "x" * 100_000, ",".join(["Tbilisi"] * 900), "Georgia,Persian,Black," * 900):
        assert len(" ".join(hints_of(dict.fromkeys(keys, words), loaded))) < 200 * len(keys)


def test_the_head_reads_an_address_of_any_length() -> None:
    assert words_of("&".join(f"a{number}=1" for number in range(900))) == {f"a{n}": "1" for n in range(50)}
    assert words_of("panel=read&show=names") == {"panel": "read", "show": "names"}
    assert words_of(None) == {}


def test_the_lists_are_those_of_the_panel() -> None:
    assert set(SHOWS) == set(reading.SHOWS)
