"""What a teacher makes outlives the session: F5, a server that restarts, another file, another tour."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.harness.browser import Screen
from tests.harness.serving import Server
from tests.harness.windows import OpenScreen

ADDRESS = "/?panel=present&layers=zangezur"
BROKEN = (
    "ERR_CONNECTION|ERR_FAILED|ERR_EMPTY_RESPONSE|WebSocket|Failed to |Cannot send|server (endpoint|is not)"
)
SHORT_LIFE = ["--server.disconnectedSessionTTL", "3"]
TOUR = """---
id: opened
title: From a file
minutes: 7
steps:
  - {id: one, headline: Of the file, caption: A caption., layers: [zangezur], focus: zangezur}
---
"""


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with Server(options=SHORT_LIFE) as served:
        yield served


def unfold(page: Page) -> None:
    expect(page.get_by_role("button", name="Start").first).to_be_visible(timeout=30_000)
    if not page.get_by_label("Title").is_visible():
        page.get_by_text("Make a tour").click()
        page.wait_for_timeout(500)  # it unfolds: what is pressed meanwhile moves from under the pointer


def begin(screen: Screen, headline: str = "A pass") -> Page:
    """Make a tour of one step with a headline."""
    page = screen.page
    unfold(page)
    page.get_by_role("button", name="Add this view").click()
    expect(page.get_by_label("Headline")).to_have_count(1, timeout=20_000)
    page.get_by_label("Headline").fill(headline)
    kept(page, headline)
    return page


def kept(page: Page, words: str) -> None:
    """Wait until the browser has these words; nobody leaves the field."""
    page.wait_for_function("words => (localStorage.getItem('atlas-draft') ?? '').includes(words)", arg=words)


def test_what_was_typed_is_there_again_after_f5_and_stays_as_it_was(
    open_screen: OpenScreen, server: Server
) -> None:
    page = begin(open_screen(ADDRESS, server=server).wait_for_map())
    for field, text in (("Title", "Roads"), ("Caption", "A caption [blank:3]."), ("Notes", "Slowly.")):
        page.get_by_label(field, exact=True).fill(text)
        kept(page, text)
    page.reload()
    unfold(page)
    expect(page.get_by_label("Headline")).to_have_value("A pass", timeout=20_000)
    expect(page.get_by_label("Title", exact=True)).to_have_value("Roads")
    expect(page.get_by_label("Caption")).to_have_value("A caption [blank:3].")
    expect(page.get_by_label("Notes")).to_have_value("Slowly.")
    with page.expect_download() as taken:
        page.get_by_role("button", name="Download the tour").click()
    text = taken.value.path().read_text("utf-8")
    assert "title: Roads" in text and "headline: A pass" in text and "- zangezur" in text


def test_a_restarted_server_takes_over_what_the_page_still_has(open_screen: OpenScreen) -> None:
    with Server() as server:
        screen = open_screen(ADDRESS, server=server).wait_for_map()
        page = begin(screen)
        server.kill()
        screen.forgive(BROKEN)
        expect(page.locator(".connection")).not_to_be_empty(timeout=10_000)
        server.start()
        expect(page.locator(".connection")).to_be_empty(timeout=10_000)
        page.wait_for_timeout(1000)  # in which the new session takes the draft over
        expect(page.get_by_label("Headline")).to_have_value("A pass", timeout=20_000)
        page.get_by_label("Headline").fill("A pass and more")
        kept(page, "A pass and more")


def test_a_session_outlived_takes_it_over_too(open_screen: OpenScreen, server: Server) -> None:
    """The connection is away longer than the session lives, as with a lid that is closed."""
    screen = open_screen(ADDRESS, server=server).wait_for_map()
    page = begin(screen)
    screen.forgive(BROKEN)
    screen.context.set_offline(True)
    page.evaluate("window.dispatchEvent(new Event('offline'))")
    page.wait_for_timeout(6_000)
    screen.context.set_offline(False)
    expect(page.get_by_label("Headline")).to_have_value("A pass", timeout=20_000)


def test_another_file_and_another_tour_put_a_draft_away_and_no_more(
    open_screen: OpenScreen, server: Server
) -> None:
    page = begin(open_screen(ADDRESS, server=server).wait_for_map())
    page.locator("input[type=file]").first.set_input_files(
        {"name": "opened.md", "mimeType": "text/markdown", "buffer": TOUR.encode()}
    )
    expect(page.get_by_label("Headline").first).to_have_value("Of the file", timeout=20_000)
    expect(page.get_by_text("Put away: “My tour”, 1 step.")).to_be_visible()
    page.get_by_role("button", name="Take it back").click()
    expect(page.get_by_label("Headline").first).to_have_value("A pass", timeout=20_000)
    expect(page.get_by_text("Put away: “From a file”, 1 step.")).to_be_visible()
    page.get_by_role("button", name="Begin another tour").click()
    expect(page.get_by_label("Headline")).to_have_count(0, timeout=20_000)
    page.wait_for_function("localStorage.getItem('atlas-draft').includes('A pass')")
    page.reload()
    unfold(page)
    expect(page.get_by_text("Put away: “My tour”, 1 step.")).to_be_visible(timeout=20_000)
    page.get_by_role("button", name="Take it back").click()
    expect(page.get_by_label("Headline").first).to_have_value("A pass", timeout=20_000)


def test_a_browser_that_keeps_nothing_says_so(open_screen: OpenScreen, server: Server) -> None:
    screen = open_screen(None, server=server)
    screen.page.add_init_script(
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }"
    )
    screen.open(ADDRESS).wait_for_map()
    page = screen.page
    unfold(page)
    page.get_by_role("button", name="Add this view").click()
    expect(page.locator(".kept")).to_have_text(
        re.compile("download the tour before you leave"), timeout=20_000
    )
