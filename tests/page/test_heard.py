"""The page as it is heard: its accessibility tree has words for signs, and a name for each thing."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.harness.windows import OpenScreen

VIEWS = {
    "/?selected=zangezur": ".card .claim",
    "/?panel=read&essay=blank": ".passage",
    "/?panel=read&show=names": ".names-of",
    "/?panel=routes&from=khorgos&to=constanta": ".routes .route",
    "/?panel=present": ".present .tour",
}


@pytest.mark.parametrize("address", VIEWS)
def test_signs_are_heard_as_words_and_no_heading_holds_a_button(
    open_screen: OpenScreen, address: str
) -> None:
    screen = open_screen(address).wait_for_map()
    text = screen.page.get_by_test_id("stSidebar")  # what stands in for it has gone then
    expect(text.locator(VIEWS[address]).first).to_be_attached(timeout=30_000)
    heard = screen.page.get_by_role("main").aria_snapshot()
    # What is seen of a name, Playwright tells below it once more.
    told = [
        line for line in heard.splitlines() if re.match(r"\s*- '?(link|button|heading|listitem|img)", line)
    ]
    assert told and not [line for line in told if "¶" in line]
    assert not [line for line in told if "heading" in line and "Cite" in line]
    assert not [line for line in told if re.search(r'[^\W\d]\d+"', line) and "source" in line.lower()]


def test_each_tour_is_started_by_its_name(open_screen: OpenScreen) -> None:
    screen = open_screen("/?panel=present").wait_for_map()
    titles = screen.page.locator(".present .tour h3")
    expect(titles.first).to_be_visible(timeout=30_000)
    for title in titles.all():
        name = title.evaluate("(heading) => heading.firstChild.textContent.trim()")
        expect(screen.page.get_by_role("button", name=f"Start {name}", exact=True)).to_have_count(1)


def test_the_claims_of_a_card_and_of_read_are_lists(open_screen: OpenScreen) -> None:
    screen = open_screen("/?selected=zangezur").wait_for_map()
    expect(screen.page.get_by_role("listitem").filter(has=screen.page.locator("> .claim"))).to_have_count(5)
    screen = open_screen("/?panel=read&show=claims").wait_for_map()
    claims = screen.page.locator("[role=list] > [role=listitem] > .claim")
    expect(claims.nth(100)).to_be_attached(timeout=30_000)


def test_the_strip_of_a_way_is_heard_in_one_breath(open_screen: OpenScreen) -> None:
    screen = open_screen("/?panel=routes&from=khorgos&to=constanta").wait_for_map()
    strips = screen.page.get_by_role("img", name="Strip, ")
    expect(strips.first).to_be_visible(timeout=30_000)
    for strip in strips.all():
        name = str(strip.get_attribute("aria-label"))
        assert re.search(r"km by \w+, \d+ legs?$", name) and len(name) < 160
