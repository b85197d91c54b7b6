"""The front: what stands beside the map before the framework, and its way into the framework."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.harness.browser import Screen
from tests.harness.gate import Gate
from tests.harness.serving import poll
from tests.harness.windows import OpenScreen


def without_map(screen: Screen, path: str) -> Gate:
    """Open a page whose map does not come before the gate is opened."""
    gate = Gate(screen.page, "**/map/*.html")
    screen.page.goto(screen.url + path, wait_until="commit")
    gate.wait_for_one()
    poll(lambda: screen.page.evaluate("Boolean(window.atlasPage)"))
    return gate


def without_framework(screen: Screen, path: str) -> Gate:
    """Open a page whose map has come, and whose framework does not before the gate is opened."""
    gate = Gate(screen.page, re.compile(r"/static/js/index\.[^.]+\.js$"))
    screen.open(path).wait_for_map()
    gate.wait_for_one()
    return gate


def test_the_first_frame_has_the_list_and_typing_survives_the_framework(open_screen: OpenScreen) -> None:
    screen = open_screen(None)
    screen.page.add_init_script(
        "window.__shift = 0; new PerformanceObserver(list => list.getEntries()"
        ".forEach(entry => { __shift += entry.value; })).observe({type: 'layout-shift', buffered: true});"
    )
    screen.page.goto(screen.url, wait_until="commit")
    box = screen.page.locator("#atlas-front").get_by_role("combobox")
    box.press_sequentially("tam")
    screen.page.evaluate("document.fonts.ready.then(() => { __shift = 0; })")  # here the hand-over counts
    poll(lambda: screen.page.evaluate("'atlasPage' in window"), expected="the page's script")
    screen.page.evaluate("atlasPage.ahead")
    expect(screen.page.locator("#atlas-front")).to_have_count(0)
    box = screen.page.get_by_role("combobox")
    expect(box).to_be_focused()
    screen.page.keyboard.type("ar")
    expect(box).to_have_value("tamar")
    assert screen.page.evaluate("__shift") <= 0.02


def test_what_is_clicked_before_the_map_hears_counts(open_screen: OpenScreen) -> None:
    screen = open_screen(None)
    gate = without_map(screen, "/?layers=tamar,anaklia")
    assert not screen.page.locator('input[data-layer="zangezur"]').is_checked()
    screen.switch("tamar")
    screen.switch("bases")
    screen.page.locator('.starters [data-select="port-of-baku/alat-port"]').click()
    gate.open()
    screen.wait_for_map()
    poll(lambda: screen.state()["selected"] == "port-of-baku/alat-port")
    assert sorted(screen.state()["layers"]) == ["anaklia", "bases", "port-of-baku"]
    expect(screen.page.locator('.card[data-of="port-of-baku"] h3.title')).to_be_visible()


@pytest.mark.parametrize("ask", ["Routes", "blank:17"])
def test_a_panel_and_a_paragraph_can_be_asked_for_before_the_framework(
    open_screen: OpenScreen, ask: str
) -> None:
    screen = open_screen(None)
    gate = without_framework(screen, "/?selected=place:suez")
    if ask == "Routes":
        screen.page.locator(".panels-to-come").get_by_role("button", name=ask).click()
        expect(screen.page.locator("#atlas-front .atlas-list")).to_be_hidden()
        gate.open()
        poll(lambda: "panel=routes" in screen.address(), 20)
    else:
        screen.page.locator(f'.card [data-read="{ask}"]').click()
        gate.open()
        poll(lambda: "panel=read" in screen.address(), 20)
        expect(screen.page.locator("#p-blank-17")).to_be_in_viewport(timeout=15_000)
        expect(screen.page.get_by_role("radiogroup", name="Essay by")).to_be_visible(timeout=15_000)


@pytest.mark.parametrize("mover", [True, False])
def test_typing_survives_the_framework_with_and_without_move_before(
    open_screen: OpenScreen, mover: bool
) -> None:
    screen = open_screen(None)
    if not mover:
        screen.page.add_init_script("delete Element.prototype.moveBefore")
    gate = without_framework(screen, "/")
    screen.page.locator("#atlas-front").get_by_role("combobox").press_sequentially("Bandar ")
    gate.open()
    expect(screen.page.locator("#atlas-front")).to_have_count(0, timeout=15_000)
    screen.page.keyboard.type("Abbas")
    expect(screen.page.get_by_role("combobox")).to_have_value("Bandar Abbas")


@pytest.mark.parametrize("touch", [False, True])
def test_a_reader_stays_where_he_was_and_the_head_stays_above(open_screen: OpenScreen, touch: bool) -> None:
    screen = open_screen(None, size=(1280, 720), touch=touch)
    gate = without_framework(screen, "/")
    screen.page.evaluate("document.getElementById('atlas-front').scrollTop = 250")
    top = "element => element.getBoundingClientRect().top"
    seen = screen.page.locator(".below").evaluate(top)
    gate.open()
    expect(screen.page.locator("#atlas-front")).to_have_count(0, timeout=15_000)
    poll(lambda: screen.page.locator(".below").evaluate(top) == seen, expected=f"the text at {seen}")
    assert screen.page.locator(".atlas-head").evaluate("head => head.getBoundingClientRect().top") == 0


def test_a_card_opened_from_another_panel_is_in_view(open_screen: OpenScreen) -> None:
    screen = open_screen("/?panel=read&essay=blank", size=(1280, 720)).wait_for_map()
    screen.page.locator("#p-blank-1").wait_for()
    screen.page.get_by_role("combobox", name="Find a layer or a place").fill("Gaza")
    expect(screen.page.get_by_role("option").first).to_be_visible()
    screen.page.keyboard.press("Enter")
    title = screen.page.locator(".card h3.title")
    expect(title).to_be_in_viewport(timeout=15_000)
    poll(lambda: title.evaluate("title => title.getBoundingClientRect().top") < 300)


def test_the_front_waits_without_the_list_for_another_panel(open_screen: OpenScreen) -> None:
    for panel, is_there in (("explore", True), ("nonsense", True), ("read", False), ("present", False)):
        screen = open_screen(None)
        Gate(screen.page, "**/static/js/**")  # the framework never comes
        screen.open(f"/?panel={panel}").wait_for_map()
        assert screen.page.locator("#atlas-front .atlas-list").is_visible() == is_there, panel
        assert screen.page.locator("#atlas-front .atlas-head").is_visible()


def test_a_card_that_is_opened_ticks_its_layer_at_once(open_screen: OpenScreen) -> None:
    screen = open_screen(None)
    gate = without_map(screen, "/?layers=tamar")
    box = screen.page.locator('input[data-layer="bases"]')
    assert not box.is_checked()
    screen.open_text("bases")
    assert box.is_checked()
    gate.open()
    screen.wait_for_map()
    poll(lambda: sorted(screen.state()["layers"]) == ["bases", "tamar"], expected="both on the map")
    expect(box).to_be_checked()
