"""What has been fetched ahead opens with the server dead; what has not says so in one sentence."""

from __future__ import annotations

import random

from playwright.sync_api import Route, expect

from layers.model.catalogue import Catalogue
from tests.harness.browser import Screen
from tests.harness.serving import Server, poll
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


def test_nothing_is_fetched_twice(open_screen: OpenScreen) -> None:
    screen = open_screen(None)
    asked: list[str] = []
    screen.page.on("request", lambda request: asked.append(request.url))
    screen.open("/").wait_for_map()
    screen.page.evaluate("atlasPage.ahead")
    for layer in ("zangezur", "tamar", "zangezur"):
        screen.open_text(layer)
    screen.page.get_by_role("combobox").fill("Baku")
    screen.page.keyboard.press("Enter")
    expect(screen.page.locator('.card[data-of="place:baku"] h3.title')).to_be_visible()
    web = [url for url in asked if url.startswith("http") and not url.endswith("favicon.png")]
    assert sorted(web) == sorted(set(web))
    assert not [url for url in web if "/text/" in url and url.endswith(".html")]


def test_the_first_frame_has_the_list_and_typing_survives_the_framework(open_screen: OpenScreen) -> None:
    screen = open_screen(None)
    screen.page.add_init_script(
        "window.__shift = 0; new PerformanceObserver(list => list.getEntries()"
        ".forEach(entry => { __shift += entry.value; })).observe({type: 'layout-shift', buffered: true});"
    )
    screen.page.goto(screen.url, wait_until="commit")
    box = screen.page.locator("#atlas-front").get_by_role("combobox")
    box.press_sequentially("tam")
    screen.page.evaluate("atlasPage.ahead")
    expect(screen.page.locator("#atlas-front")).to_have_count(0)
    box = screen.page.get_by_role("combobox")
    expect(box).to_be_focused()
    screen.page.keyboard.type("ar")
    expect(box).to_have_value("tamar")
    assert screen.page.evaluate("__shift") <= 0.02


def test_what_is_clicked_before_the_map_hears_counts(open_screen: OpenScreen) -> None:
    screen = open_screen(None)
    held: list[Route] = []
    screen.page.route("**/map/*.html", lambda route: held.append(route))
    screen.page.goto(screen.url, wait_until="commit")
    screen.page.locator("#atlas-front .atlas-list").wait_for()
    poll(lambda: held)
    poll(lambda: screen.page.evaluate("Boolean(window.atlasPage)"))
    screen.switch("tamar")
    screen.open_text("zangezur")
    held[0].continue_()
    screen.wait_for_map()
    poll(lambda: screen.state()["selected"] == "zangezur")
    assert "tamar" not in screen.state()["layers"]
    expect(screen.page.locator('.card[data-of="zangezur"] h3.title')).to_be_visible()


def test_the_front_waits_without_the_list_for_another_panel(open_screen: OpenScreen) -> None:
    for panel, is_there in (("explore", True), ("nonsense", True), ("read", False), ("present", False)):
        screen = open_screen(None)
        screen.page.route("**/static/js/**", lambda route: route.abort())  # the framework never comes
        screen.forgive(BROKEN)
        screen.open(f"/?panel={panel}").wait_for_map()
        assert screen.page.locator("#atlas-front .atlas-list").is_visible() == is_there, panel
        assert screen.page.locator("#atlas-front .atlas-head").is_visible()
