"""What has been fetched ahead opens with the server dead; what has not says so in one sentence."""

from __future__ import annotations

import random

from playwright.sync_api import Route, expect

from layers.model.catalogue import Catalogue
from tests.harness.browser import Screen
from tests.harness.gate import Gate
from tests.harness.serving import Server
from tests.harness.windows import OpenScreen

BROKEN = (
    "ERR_CONNECTION_REFUSED|ERR_FAILED|WebSocket|Failed to (load resource|fetch)|server (endpoint|is not)"
)
PLACES, SEED = 30, 20261130


def title(screen: Screen, card: str, expected: str) -> None:
    """Wait for a card with its text, no longer than a person notices."""
    found = screen.page.locator(f'.card[data-of="{card}"] h3.title')
    expect(found).to_have_text(expected, timeout=2000)
    assert screen.page.locator(".card .wait").count() == 0


def test_all_cards_places_and_notes_open_with_the_server_dead(
    open_screen: OpenScreen, catalogue: Catalogue
) -> None:
    with Server() as server:
        screen = open_screen("/", server=server).wait_for_map()
        screen.page.evaluate("atlasPage.ahead")
        server.kill()
    screen.forgive(BROKEN)
    for layer in catalogue.layers.values():
        screen.open_text(layer.id)
        title(screen, layer.id, layer.title)
        assert screen.page.locator(".card .claim").count() == len(layer.claims)
    named = sorted(place.id for place in catalogue.places.values() if place.named_in)
    for place in random.Random(SEED).sample(named, PLACES):
        screen.page.get_by_role("combobox").fill(catalogue.places[place].name)
        expect(screen.page.get_by_role("option").first).to_be_visible()
        screen.map.evaluate("ref => atlas.apply({selected: ref})", f"place:{place}")
        title(screen, f"place:{place}", catalogue.places[place].name)
        assert screen.page.locator(".card [data-claim]:empty").count() == 0
    screen.open_text("anaklia")
    screen.page.locator(".card a.cite").first.click()
    expect(screen.page.locator(".cite-note")).to_contain_text("paragraph")


def test_a_card_before_the_rest_is_a_few_kilobytes(open_screen: OpenScreen) -> None:
    screen = open_screen(None)
    asked: list[str] = []
    screen.page.on("request", lambda request: asked.append(request.url.rpartition("/text/")[2]))
    screen.page.route("**/text/*/*.json", lambda route: route.abort())
    screen.forgive(BROKEN)
    screen.open("/").wait_for_map()
    screen.open_text("middle-corridor")
    expect(screen.page.locator(".card h3.title")).to_have_text("Middle Corridor")
    assert [path for path in asked if path.endswith("/cards/middle-corridor.html")]


def test_a_text_that_cannot_be_fetched_says_so_and_can_be_asked_for_again(open_screen: OpenScreen) -> None:
    screen = open_screen(None)
    lost = True

    def serve(route: Route) -> None:
        if lost:
            route.abort()
        else:
            route.continue_()

    screen.page.route("**/text/**", serve)
    screen.forgive(BROKEN)
    screen.open("/").wait_for_map()
    screen.open_text("tamar")
    card = screen.page.locator('.card[data-of="tamar"]')
    expect(card).to_contain_text("The text could not be fetched.")
    lost = False
    card.get_by_role("button", name="Try again").click()
    expect(card.locator("h3.title")).to_be_visible()


def test_a_press_counts_where_a_text_was_awaited_that_never_came(open_screen: OpenScreen) -> None:
    """The list of claims comes into the place of the paragraphs, which have not arrived."""
    screen = open_screen(None)
    screen.page.route("**/text/**", lambda _route: None)
    screen.forgive(BROKEN)
    screen.open("/?panel=read").wait_for_map()
    expect(screen.page.get_by_text("Fetching the text").first).to_be_visible(timeout=30_000)
    screen.page.get_by_role("radio", name="Claims").click()
    screen.page.get_by_role("button", name="contradicted").click()
    expect(screen.page.get_by_text("3 of 213 claims")).to_be_visible()


def first_visit(open_screen: OpenScreen) -> tuple[Screen, list[str]]:
    """Open the page until all is there that it fetches ahead; with the addresses asked for, which goes on."""
    screen = open_screen(None)
    asked: list[str] = []
    screen.page.on("request", lambda request: asked.append(request.url))
    screen.open("/").wait_for_map()
    screen.page.evaluate("atlasPage.ahead")
    return screen, asked


def test_nothing_is_fetched_twice(open_screen: OpenScreen) -> None:
    screen, asked = first_visit(open_screen)
    for layer in ("zangezur", "tamar", "zangezur"):
        screen.open_text(layer)
    screen.page.get_by_role("combobox").fill("Baku")
    screen.page.keyboard.press("Enter")
    expect(screen.page.locator('.card[data-of="place:baku"] h3.title')).to_be_visible()
    web = [url for url in asked if url.startswith("http") and not url.endswith("favicon.png")]
    assert sorted(web) == sorted(set(web))
    assert not [url for url in web if "/text/" in url and url.endswith(".html")]


def test_a_first_visit_brings_no_letters_of_the_framework_and_little_ahead(open_screen: OpenScreen) -> None:
    screen, asked = first_visit(open_screen)
    assert [url.rpartition("/")[2] for url in asked if ".woff2" in url and "/static/" in url] == []
    bytes_ahead = screen.page.evaluate(
        """performance.getEntriesByType("resource").filter(({ name }) => name.includes("/text/"))
            .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)"""
    )
    assert 100_000 < bytes_ahead < 280_000


def test_claims_that_cannot_be_fetched_say_so_and_can_be_asked_for_again(open_screen: OpenScreen) -> None:
    screen = open_screen(None)
    lost = True
    screen.page.route("**/cards.json", lambda route: route.abort() if lost else route.continue_())
    screen.forgive(BROKEN)
    screen.open("/?selected=place:suez").wait_for_map()
    touching = screen.page.locator(".card .touching")
    expect(touching).to_contain_text("The text could not be fetched.", timeout=15_000)
    lost = False
    touching.get_by_role("button", name="Try again").click()
    expect(screen.page.locator(".card .claim").first).to_be_attached()
    assert screen.page.locator(".card [data-claim]:empty").count() == 0
    assert screen.page.locator(".card .wait").count() == 0


def test_a_late_note_does_not_take_the_focus_of_who_has_gone_on(open_screen: OpenScreen) -> None:
    screen = open_screen(None)
    gate = Gate(screen.page, "**/notes.json")
    screen.open("/?selected=anaklia").wait_for_map()
    screen.page.locator(".card a.cite").first.click()
    gate.wait_for_one()
    box = screen.page.get_by_role("combobox")
    box.click()
    box.press_sequentially("Ba")
    gate.open()
    screen.page.evaluate("atlasPage.ahead")
    box.press_sequentially("ku")
    expect(box).to_have_value("Baku")
    assert screen.page.locator(".cite-note").count() == 0
