"""A student at the routes panel: stories, swap, weakest link, and what is seen without scrolling."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.harness.browser import Screen
from tests.harness.routes import open_routes
from tests.harness.serving import poll
from tests.harness.windows import OpenScreen

STORY = "/?panel=routes&from=khorgos&to=constanta&presets=russia-avoided&story=bypassing-russia&weakest=pair"


def open_story(open_screen: OpenScreen) -> Screen:
    """Open the story of bypassing Russia at its first step."""
    screen = open_screen(STORY).wait_for_map()
    poll(lambda: screen.page.locator(".story").count(), 30, expected="a story")
    return screen


def test_a_story_is_told_by_its_next_step_and_back(open_screen: OpenScreen) -> None:
    screen = open_story(open_screen)
    for name, closed in (("Georgia closed", ["RU", "GE"]), ("Iran closed", ["RU", "GE", "IR"])):
        screen.page.get_by_role("button", name=f"Next step: {name}").click()
        poll(lambda closed=closed: screen.state()["routes"]["countries"] == closed, expected=name)
    screen.page.get_by_role("button", name="Next step: TRIPP (“Zangezur corridor”) open").click()
    poll(lambda: "zangezur-open" in screen.address(), expected="the last step")
    poll(
        lambda: "tripp-aghband-meghri" in str(screen.state()["routes"]["routes"]), expected="a way by Meghri"
    )
    screen.page.get_by_role("button", name="Back").click()
    poll(lambda: "zangezur-open" not in screen.address(), expected="the step before")
    assert "story=bypassing-russia" in screen.address()


def test_the_panel_with_all_it_can_show_has_no_barrier(open_screen: OpenScreen) -> None:
    screen = open_story(open_screen)
    poll(lambda: screen.page.locator(".weak li").count() >= 3, expected="the weakest links")
    for closed in screen.page.locator(".routes summary").all():
        closed.click()
    assert screen.axe(screen.page.main_frame) == []


def test_swap_asks_for_the_way_back(open_screen: OpenScreen) -> None:
    screen = open_routes(open_screen)
    screen.page.get_by_role("button", name="Swap From and To", exact=True).click()
    poll(lambda: "from=constanta&to=khorgos" in screen.address(), expected="the way back")
    poll(lambda: screen.state()["routes"]["ends"] == ["constanta", "khorgos"], expected="it on the map")


@pytest.mark.parametrize("size", [(1440, 900), (1280, 720)])
def test_the_best_route_is_seen_without_scrolling(open_screen: OpenScreen, size: tuple[int, int]) -> None:
    box = open_routes(open_screen, size=size).page.locator(".route .figures").first.bounding_box()
    assert box is not None and box["y"] + box["height"] <= size[1]


def test_on_a_phone_both_ends_are_read_whole(open_screen: OpenScreen) -> None:
    page = open_routes(open_screen, phone=True).page
    for name in ("From", "To", "Close"):
        assert page.get_by_role("combobox", name=name, exact=True).evaluate(
            "box => box.scrollWidth <= box.clientWidth"
        )
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_focus_stays_where_something_is_left_to_press(open_screen: OpenScreen) -> None:
    page = open_routes(open_screen).page
    page.get_by_role("button", name="Iran closed").press("Enter")
    expect(page.locator(".closed")).to_contain_text("Iran")
    expect(page.get_by_role("button", name="Iran closed")).to_be_focused()
    page.get_by_role("button", name="Open Iran again", exact=True).first.press("Enter")
    expect(page.locator(".closed")).not_to_contain_text("Iran")
    expect(page.locator(".said")).to_be_focused()
    page.get_by_role("radio", name="The gates of the sea").press("Enter")
    expect(page.locator("#next-step")).to_be_focused()
    expect(page.locator(".story")).to_be_in_viewport()
