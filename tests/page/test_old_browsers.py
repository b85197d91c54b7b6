"""A browser that lacks what the framework or the map needs is told so, and what can go on goes on."""

from __future__ import annotations

from playwright.sync_api import Route

from tests.harness.map_alone import the_map
from tests.harness.serving import poll
from tests.harness.windows import OpenScreen

FRAMEWORK = "**/static/js/index*.js"
OLD = "Invalid flags supplied to RegExp constructor"


def test_without_the_framework_map_list_and_texts_go_on(open_screen: OpenScreen) -> None:
    screen = open_screen(None)

    def throw(route: Route) -> None:
        route.fulfill(content_type="text/javascript", body="new RegExp('a', 'gg')")

    screen.page.route(FRAMEWORK, throw)
    screen.forgive(OLD)
    screen.open("/?panel=routes").wait_for_map()
    missed = screen.page.locator("#atlas-front .missed")
    poll(missed.count, 15, expected="a sentence")
    assert "Chrome 112, Firefox 116 or Safari 17" in missed.inner_text()
    screen.open_text("tamar")
    poll(lambda: screen.page.locator(".card .title").count(), expected="a card")
    assert screen.state()["selected"] == "tamar"


def test_a_framework_that_does_not_come_at_all_is_missed(open_screen: OpenScreen) -> None:
    screen = open_screen(None)
    screen.page.route(FRAMEWORK, lambda route: route.abort())
    screen.forgive("Failed to load resource")
    screen.open("/").wait_for_map()
    poll(screen.page.locator("#atlas-front .missed").count, 15, expected="a sentence")


def test_a_framework_that_comes_is_not_missed(open_screen: OpenScreen) -> None:
    page = open_screen("/").wait_for_map().page
    poll(lambda: page.locator("#root .atlas-head").count(), 30)
    assert not page.locator(".missed").count()


def test_a_map_that_cannot_start_says_what_it_needs(open_screen: OpenScreen) -> None:
    screen = open_screen(None, server=the_map())
    screen.page.add_init_script("delete Array.prototype.findLast")
    screen.forgive("findLast")
    screen.open("#layers=tamar")
    word = screen.page.locator(".no-map")
    poll(word.count, expected="a sentence")
    assert "Chrome 97, Firefox 104 or Safari 15.4" in word.inner_text()
