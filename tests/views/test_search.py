"""The search box, by the page's own script in Chromium: every name of the essays, mistyped, in any script."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Frame, expect

from layers.catalogue.atlas import Atlas
from layers.catalogue.names.index import names_of
from layers.model.catalogue import Catalogue
from layers.model.gazetteer import EssayName
from layers.views.search_entries import search_entries
from tests.harness.browser import Screen
from tests.harness.gate import Gate
from tests.harness.loaded import essay_names
from tests.harness.search_page import ANY, CLOSES, STARTS, found, hits, search_page
from tests.harness.windows import OpenScreen

NAMES = [row for row in essay_names() if not row.reason]
MISTAKABLE = [row for row in NAMES if row.name[:4].isalpha()]  # "C5+1" has no letters to swap
LETTERS = "abcdefghijklmnopqrstuvwxyz"
KINDS_OF_TYPO = ("swap", "drop", "double", "wrong")
SEED, PICKED = 20261123, 30


def plain(row: EssayName) -> str:
    """Return a name without the gazetteer's remark in brackets."""
    return row.name.partition(" (")[0].partition(" / ")[0]


def mistyped(name: str, kind: str, chance: random.Random) -> str:
    """Make one typing error behind the first letter."""
    places = [i for i in range(1, len(name)) if name[i].isalpha()]
    if kind == "swap":
        places = [i for i in places if i + 1 < len(name) and name[i + 1].isalpha() and name[i] != name[i + 1]]
    at = chance.choice(places)
    if kind == "swap":
        return name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    if kind == "drop":
        return name[:at] + name[at + 1 :]
    if kind == "double":
        return name[:at] + name[at] + name[at:]
    wrong = chance.choice([letter for letter in LETTERS if letter != name[at].lower()])
    return name[:at] + wrong + name[at + 1 :]


def picked() -> list[tuple[str, EssayName]]:
    chance = random.Random(SEED)
    rows = chance.sample(MISTAKABLE, PICKED)
    return [
        (mistyped(plain(row), KINDS_OF_TYPO[n % len(KINDS_OF_TYPO)], chance), row)
        for n, row in enumerate(rows)
    ]


def lead(row: EssayName) -> str:
    return f"place:{row.place}" if row.place else str(row.opens)


@pytest.fixture(scope="module")
def page(browser: Browser, loaded: Atlas) -> Iterator[Frame]:
    with search_page(browser, loaded) as frame:
        yield frame


@pytest.mark.parametrize(
    ("typed", "row"), picked(), ids=lambda value: value if isinstance(value, str) else ""
)
def test_a_name_with_one_typo_is_found_first_or_second(page: Frame, typed: str, row: EssayName) -> None:
    assert lead(row) in found(page, typed)[:2], f"{typed}: {found(page, typed)}"


def test_every_name_typed_right_is_found_first_or_second(page: Frame) -> None:
    missed = {plain(row): hits for row in NAMES if lead(row) not in (hits := found(page, plain(row)))[:2]}
    assert not missed


def test_nearly_every_name_with_any_typo_is_found_first_or_second(page: Frame) -> None:
    """Four typos in each name; a few fall upon another name ("Iraq" for Iran), so 97 of 100 must do."""
    chance = random.Random(SEED + 1)
    tried = [(mistyped(plain(row), kind, chance), row) for row in MISTAKABLE for kind in KINDS_OF_TYPO]
    missed = [typed for typed, row in tried if lead(row) not in found(page, typed)[:2]]
    assert len(missed) <= 0.03 * len(tried), missed


@pytest.mark.parametrize("typed", ["Baku", "Bakı", "Баку", "باكو", "باکو", "bak", "BAKU", "baku "])
def test_baku_in_every_script_is_first(page: Frame, typed: str) -> None:
    assert found(page, typed)[0] == "place:baku"


@pytest.mark.parametrize(
    "place", ["tbilisi", "batumi", "poti", "aktau", "baku", "alat", "anaklia", "yerevan"]
)
def test_parts_of_corridors_do_not_push_a_place_down(page: Frame, place: str, catalogue: Catalogue) -> None:
    assert f"place:{place}" in found(page, catalogue.places[place].name)[:2]


def test_parts_can_be_found_and_groups_are_by_kind(page: Frame, catalogue: Catalogue) -> None:
    part = catalogue.layers["zangezur"].features[0]
    assert f"zangezur/{part['id']}" in found(page, part["properties"]["name"])
    groups = page.evaluate("async () => (await atlasPage.find('baku')).map(({group}) => group)")
    assert groups[0] == "Places" and len(set(groups)) > 1
    assert groups == sorted(groups, key=groups.index)
    assert found(page, "qqqqqq") == []


@pytest.mark.parametrize(
    ("typed", "first", "never"),
    [
        ("Səngəçal", "place:sangachal", "place:senegal"),
        ("Alyat", "place:alat", "place:asia"),
        ("Alyat", "place:alat", "place:eilat"),
        ("Turkey", "place:turkiye", "place:turkmenistan"),
        ("Hormuz", "place:strait-of-hormuz", "place:bandar-abbas"),
        ("Goris", "place:goris", "place:gori"),
    ],
)
def test_what_is_called_just_so_leaves_out_what_is_only_like_it(
    page: Frame, typed: str, first: str, never: str
) -> None:
    refs = found(page, typed)
    assert refs[0] == first
    assert never not in refs


def test_words_of_several_names_find_their_line(page: Frame) -> None:
    assert "oil-gas-pipelines/btc" in found(page, "BTC pipeline")
    assert "oil-gas-pipelines/scp" not in found(page, "BTC pipeline")


def test_places_of_one_name_are_told_apart_by_kind_and_country(loaded: Atlas) -> None:
    kinds = {entry["ref"]: entry["kind"] for entry in search_entries(names_of(loaded))}
    assert kinds["place:almaty"] == "city, Kazakhstan"
    assert kinds["place:djibouti-country"] == "country"
    assert kinds["place:bosporus"] == "strait"
    told = [(entry["name"], entry["kind"]) for entry in search_entries(names_of(loaded)) if "node" in entry]
    assert len(told) == len(set(told))


def test_the_boxes_of_the_routes_ask_for_their_own_things(page: Frame) -> None:
    [ends, closings, anything] = [hits(page, ["Baku Alat"], one)[0] for one in (STARTS, CLOSES, ANY)]
    assert all("node" in hit for hit in ends)
    assert "az-baku-alat" in [hit["closes"] for hit in closings]
    assert all(hit["ref"] for hit in anything)
    assert max(map(len, (ends, closings, anything))) <= 8


def test_nothing_is_listed_twice(loaded: Atlas) -> None:
    entries = search_entries(names_of(loaded))
    refs = [entry["ref"] for entry in entries if entry["ref"]]
    assert len(refs) == len(set(refs))
    for key in ("node", "closes"):
        words = [entry[key] for entry in entries if key in entry]
        assert len(words) == len(set(words))


def test_the_list_can_be_walked_by_keyboard(screen: Screen) -> None:
    screen.page.locator(".card, .below").first.wait_for()
    screen.page.locator("body").press("/")
    box = screen.page.get_by_role("combobox")
    expect(box).to_be_focused()
    screen.page.keyboard.type("anakl")
    options = screen.page.get_by_role("option")
    expect(options.first).to_have_attribute("aria-selected", "true")
    screen.page.keyboard.press("ArrowDown")
    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", "hits-1")
    assert not screen.axe()
    screen.page.keyboard.press("Escape")
    expect(options).to_have_count(0)


def test_the_next_search_replaces_the_last_one(screen: Screen) -> None:
    screen.page.locator(".card, .below").first.wait_for()
    box = screen.page.get_by_role("combobox")
    for name in ("Batumi", "Baku", "Poti"):
        box.click()
        screen.page.keyboard.type(name)
        expect(screen.page.get_by_role("option").first).to_contain_text(name)
        screen.page.keyboard.press("Enter")
        expect(box).to_have_value(name)
    for _ in range(3):  # in the field already
        box.click()
        expect(box).to_have_js_property("selectionEnd", 4)
        expect(box).to_have_js_property("selectionStart", 0)


@pytest.mark.parametrize("leaves", [False, True])
def test_enter_before_the_names_have_come_chooses_when_they_do(open_screen: OpenScreen, leaves: bool) -> None:
    screen = open_screen(None)
    gate = Gate(screen.page, "**/search.json")
    screen.open("/").wait_for_map()
    box = screen.page.get_by_role("combobox")
    box.click()
    screen.page.keyboard.type("Baku")
    screen.page.keyboard.press("Enter")
    if leaves:
        screen.page.keyboard.press("Tab")
    gate.wait_for_one()
    gate.open()
    expect(screen.page.locator(".card[data-of='place:baku']")).to_be_visible()
    expect(screen.page.get_by_role("option")).to_have_count(0)
    expect(box).to_have_value("Baku")
