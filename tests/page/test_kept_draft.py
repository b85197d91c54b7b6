"""What a teacher makes outlives the session: F5, a server that restarts, another file, another tour."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.harness.browser import Screen
from tests.harness.relay import Relay
from tests.harness.serving import Server, poll
from tests.harness.windows import OpenScreen

ADDRESS = "/?panel=present&layers=zangezur"
BROKEN = (
    "ERR_CONNECTION|ERR_FAILED|ERR_EMPTY_RESPONSE|WebSocket|Failed to |Cannot send|server (endpoint|is not)"
)
SHORT_LIFE = ["--server.disconnectedSessionTTL", "1"]  # s; a lost connection is told after 3
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
        rest(page.get_by_role("button", name="Add this view"))


def rest(element: Locator) -> None:
    """Wait until it stands still: what is pressed while it unfolds moves from under the pointer."""
    before: list[object] = [None]

    def stands() -> bool:
        element.page.evaluate("new Promise((go) => setTimeout(go, 50))")
        now, last = element.bounding_box(), before.pop()
        before.append(now)
        return now == last is not None

    poll(stands, expected="a button that stands still")


def session_of(page: Page) -> object:
    """Return what the server calls the session that the page is in."""
    return page.evaluate("JSON.parse(sessionStorage.getItem('atlas-held')).session")


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
        before = session_of(page)
        server.kill()
        screen.forgive(BROKEN)
        expect(page.locator(".connection")).not_to_be_empty(timeout=10_000)
        server.start()
        poll(lambda: session_of(page) != before, expected="a new session")
        rest(page.get_by_label("Headline"))
        expect(page.get_by_label("Headline")).to_have_value("A pass", timeout=20_000)
        page.get_by_label("Headline").fill("A pass and more")
        kept(page, "A pass and more")


def test_a_session_outlived_takes_it_over_too(open_screen: OpenScreen, server: Server) -> None:
    """The connection is away longer than the session lives, as with a lid that is closed."""
    with Relay(server.port) as line:
        screen = open_screen(ADDRESS, server=line).wait_for_map()
        page = begin(screen)
        before = session_of(page)
        screen.forgive(BROKEN)
        line.cut()
        expect(page.locator(".connection")).not_to_be_empty(timeout=15_000)  # that is longer than it lives
        line.mend()
        poll(lambda: session_of(page) != before, 15, expected="a new session")
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
