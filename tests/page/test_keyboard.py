"""By keyboard and by ear: the ways past the map, landmarks, what is chosen where colours are forced."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.harness.browser import Screen
from tests.harness.serving import poll
from tests.harness.windows import OpenScreen

FOCUSED = "(({ dataset, role, id }) => dataset.skip ?? role ?? id)(document.activeElement)"
SPACED = """
* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-bottom: 2em !important }"""


def stand(screen: Screen) -> Page:
    screen.wait_for_map()
    poll(lambda: screen.page.locator("#root .atlas-head").count(), 30, expected="the framework")
    poll(lambda: not screen.page.locator("#atlas-front").count(), expected="all in its place")
    return screen.page


def test_the_first_stops_lead_past_the_map_and_to_it(open_screen: OpenScreen) -> None:
    page = stand(open_screen("/"))
    address = page.url
    aims = {"search": "combobox", "text": "main", "map": "atlas-map"}
    for skip in aims:
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUSED) == skip
        assert page.evaluate("document.activeElement.getBoundingClientRect().top") >= 0
    for skip, aim in aims.items():
        page.locator(f"[data-skip={skip}]").focus()
        page.keyboard.press("Enter")
        assert page.evaluate(FOCUSED) == aim
    assert page.url == address
    assert page.locator("main:visible, [role=main]").count() == 1
    assert "Corridors" in page.locator("[role=main]").inner_text().title()


def test_lines_are_named_and_layers_that_are_off_are_no_groups(screen: Screen) -> None:
    lines = screen.map.locator(".leaflet-lines-pane svg")
    assert lines.get_attribute("role") == "group"
    assert lines.get_attribute("aria-label") == "Lines and areas"
    heard = lines.get_by_role("group")
    names = [heard.nth(n).get_attribute("aria-label") for n in range(heard.count())]
    assert "Middle Corridor" in names and "Karabakh" not in names
    screen.switch("karabakh")
    poll(lambda: "karabakh" in screen.state()["layers"])
    poll(lambda: lines.get_by_role("group", name="Karabakh").count() == 1, expected="its group")


def test_where_the_map_goes_is_said(open_screen: OpenScreen) -> None:
    screen = open_screen("/?selected=zangezur")
    page = stand(screen)
    page.get_by_role("button", name="Show all").click()
    status = page.locator(".atlas-head [role=status]")
    poll(lambda: "The map goes to TRIPP" in status.inner_text(), expected="a word of it")


def test_what_is_chosen_is_seen_in_forced_colours(open_screen: OpenScreen) -> None:
    page = stand(open_screen("/"))
    page.emulate_media(forced_colors="active")
    outline = "one => getComputedStyle(one).outlineStyle"
    assert page.get_by_role("radio", name="Explore").evaluate(outline) == "solid"
    assert page.get_by_role("radio", name="Read").evaluate(outline) == "none"
    box = page.get_by_role("combobox", name="Find a layer")
    box.fill("ba")
    poll(lambda: page.get_by_role("option").count() > 2)
    assert page.get_by_role("option").first.evaluate(outline) == "solid"
    box.press("ArrowDown")
    assert page.get_by_role("option").nth(1).evaluate(outline) == "solid"


def test_wider_spaced_words_are_not_cut(open_screen: OpenScreen) -> None:
    page = stand(open_screen("/?panel=routes"))
    poll(lambda: page.locator(".routes .pill").count(), 30)
    page.add_style_tag(content=SPACED)
    cut = """() => [...document.querySelectorAll(".st-key-panels button, .routes button")]
        .filter((one) => one.checkVisibility() && one.scrollHeight > one.clientHeight + 1)
        .map((one) => one.textContent)"""
    assert page.evaluate(cut) == []
