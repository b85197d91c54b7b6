"""Presenting from the page: keys wherever the focus is, nothing that can stop a talk, a tour made by hand."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import WebSocketRoute, expect

from layers.model.catalogue import Catalogue
from layers.views.tour_draft import open_tour
from tests.harness.browser import Screen
from tests.harness.loaded import the_atlas
from tests.harness.presenting import LONG, SEEN, tours_on_disk, zigzag
from tests.harness.serving import Server, poll
from tests.harness.windows import OpenScreen

LAST = tours_on_disk()[LONG] - 1
AT = f"/?panel=present&tour={LONG}&step=0"
BROKEN = "WebSocket|ERR_|Failed to|server"  # what the framework says of a lost connection
BACK = ["ArrowRight"] * LAST + ["ArrowLeft"] * LAST


def step(screen: Screen) -> int:
    return int(screen.state()["step"])


def walk(screen: Screen, keys: list[str]) -> None:
    """Press the keys, each an own step, and wait for the last."""
    at = step(screen)
    for key in keys:
        screen.page.keyboard.press(key)
        at += 1 if key == "ArrowRight" else -1
        poll(lambda: step(screen) == at, expected=f"step {at}")  # noqa: B023  # read at once


def wait_for_focus(screen: Screen) -> None:
    """Wait until the page has handed the focus to the presenting map, which it does once."""
    poll(lambda: screen.page.evaluate("document.activeElement.id") == "atlas-map", 30)


def start(screen: Screen) -> None:
    """Start the long tour from its panel."""
    panel(screen)
    screen.page.get_by_role("button", name="Start").nth(1).click()
    poll(lambda: screen.state()["tour"] == LONG)
    wait_for_focus(screen)


def focus_page(screen: Screen) -> None:
    screen.page.evaluate("document.activeElement.blur()")
    assert screen.page.evaluate("document.activeElement.tagName") == "BODY"


def panel(screen: Screen) -> None:
    """Wait until the panel has come."""
    expect(screen.page.get_by_role("button", name="Start").first).to_be_visible(timeout=30_000)


@pytest.mark.parametrize("focus", ["map", "page"])
def test_a_hundred_presses_wherever_the_focus_is(open_screen: OpenScreen, focus: str) -> None:
    screen = open_screen(AT).wait_for_map()
    wait_for_focus(screen)
    screen.map.evaluate(SEEN)
    if focus == "page":
        focus_page(screen)
    way = zigzag(LAST + 1, 100)
    for key, _ in way:
        screen.page.keyboard.press(key)
    expected = [at for _, at in way]
    poll(lambda: screen.map.evaluate("seen") == expected, expected="a hundred steps")
    assert screen.map.evaluate("window.mark === atlas.map")


def test_the_map_takes_the_window_and_gives_it_back(open_screen: OpenScreen) -> None:
    screen = open_screen("/?panel=present").wait_for_map()
    start(screen)
    box = screen.page.locator("#atlas-map").bounding_box()
    assert box and (box["x"], box["y"], box["width"], box["height"]) == (0, 0, 1440, 900)
    assert screen.page.locator('[data-testid="stSidebar"]').is_hidden()
    poll(lambda: f"tour={LONG}&step=0" in screen.address())
    screen.page.keyboard.press("Escape")
    poll(lambda: screen.page.locator('[data-testid="stSidebar"]').is_visible())
    assert "tour=" not in screen.address()


def test_start_begins_anew_what_was_left_for_exploring(open_screen: OpenScreen) -> None:
    screen = open_screen(f"/?panel=present&tour={LONG}&step=3&exploring=1").wait_for_map()
    start(screen)
    poll(lambda: screen.state()["step"] == 0 and not screen.state()["exploring"], expected="the first step")
    assert screen.map.locator(".tour-panel").is_visible()


def test_every_key_reaches_the_map_from_the_page(open_screen: OpenScreen) -> None:
    screen = open_screen(AT).wait_for_map()
    wait_for_focus(screen)
    for key, selector in (("b", ".tour-blank"), ("n", ".tour-notes"), ("h", ".tour-help")):
        focus_page(screen)
        screen.page.keyboard.press(key)
        screen.map.locator(selector).wait_for(state="visible")
        screen.page.keyboard.press(key)
        screen.map.locator(selector).wait_for(state="hidden")
    focus_page(screen)
    screen.page.keyboard.press("f")
    poll(
        lambda: screen.page.evaluate("document.fullscreenElement?.id") == "atlas-map",
        expected="a full screen",
    )
    screen.page.keyboard.press("f")
    poll(lambda: screen.page.evaluate("document.fullscreenElement === null"))
    focus_page(screen)
    screen.page.keyboard.press("Escape")
    poll(lambda: screen.state()["tour"] is None)


def test_typing_in_the_search_field_does_nothing(open_screen: OpenScreen) -> None:
    screen = open_screen(f"{AT}&exploring=1").wait_for_map()
    field = screen.page.get_by_role("combobox", name=re.compile("Find"))
    field.wait_for(state="visible", timeout=30_000)
    before = screen.state()
    field.click()
    screen.page.keyboard.type("tbilisi nchdl. ")
    for key in ("ArrowRight", "ArrowLeft", "PageDown", "PageUp"):
        screen.page.keyboard.press(key)
    screen.page.keyboard.press("Home")
    assert screen.state() == before
    focus_page(screen)
    screen.page.keyboard.press("t")
    poll(lambda: not screen.state()["exploring"], expected="the tour again")


def test_reload_comes_back_to_the_step(open_screen: OpenScreen) -> None:
    screen = open_screen(AT).wait_for_map()
    walk(screen, ["ArrowRight"] * 3)
    poll(lambda: "step=3" in screen.address())
    screen.page.reload()
    screen.wait_for_map()
    assert (screen.state()["tour"], step(screen)) == (LONG, 3)
    assert screen.page.locator('[data-testid="stSidebar"]').is_hidden()


def uncovered(screen: Screen) -> bool:
    """Tell whether the map is on top at every place of the window."""
    return bool(
        screen.page.evaluate(
            """() => [0.05, 0.3, 0.5, 0.7, 0.95].every((x) => [0.05, 0.3, 0.5, 0.7, 0.95].every((y) =>
                document.elementFromPoint(x * innerWidth, y * innerHeight)?.id === 'atlas-map'))"""
        )
    )


def test_a_cut_socket_stops_nothing(open_screen: OpenScreen) -> None:
    screen, sockets = open_screen(None), list[WebSocketRoute]()

    def through(socket: WebSocketRoute) -> None:
        sockets.append(socket)
        socket.connect_to_server()

    screen.forgive(BROKEN)
    screen.page.route_web_socket(re.compile("_stcore/stream"), through)
    screen.open("/?panel=present").wait_for_map()
    start(screen)
    screen.context.set_offline(True)
    for socket in sockets:
        socket.close()
    focus_page(screen)
    walk(screen, BACK[:10])
    screen.page.locator("#atlas-map").focus()
    walk(screen, ["ArrowLeft"] * 5 + ["ArrowRight"] * 5)
    assert uncovered(screen)


def test_a_killed_server_stops_nothing(open_screen: OpenScreen) -> None:
    with Server() as server:
        screen = open_screen("/?panel=present", server=server).wait_for_map()
        screen.forgive(BROKEN)
        start(screen)
        with screen.page.expect_popup() as popup:
            screen.page.keyboard.press("s")
        told = "Number(document.querySelector('.speaker').dataset.step)"
        poll(lambda: popup.value.evaluate(told) == 0)
        server.kill()
        screen.page.bring_to_front()
        app = screen.page.locator(".stApp")
        poll(lambda: app.get_attribute("data-test-connection-state") != "CONNECTED", 30)
        walk(screen, BACK[:9])
        focus_page(screen)
        walk(screen, ["ArrowLeft"] * 9 + ["ArrowRight"] * 2)
        poll(lambda: popup.value.evaluate(told) == 2, expected="the speaker's window in step")
        popup.value.keyboard.press("ArrowRight")
        poll(lambda: step(screen) == 3)
        assert uncovered(screen)


def test_the_speakers_window_survives_a_reload_of_the_audiences(open_screen: OpenScreen) -> None:
    screen = open_screen(AT).wait_for_map()
    wait_for_focus(screen)
    focus_page(screen)
    with screen.page.expect_popup() as popup:
        screen.page.keyboard.press("s")
    told = "Number(document.querySelector('.speaker').dataset.step)"
    poll(lambda: popup.value.evaluate(told) == 0, expected="the speaker's window")
    for number in range(1, LAST + 1):
        (popup.value if number % 2 else screen.page).keyboard.press("ArrowRight")
        poll(lambda: step(screen) == number == popup.value.evaluate(told))  # noqa: B023  # read at once
    screen.page.reload()
    screen.wait_for_map()
    popup.value.keyboard.press("ArrowLeft")
    poll(lambda: step(screen) == LAST - 1 == popup.value.evaluate(told))


def test_a_tour_made_by_hand_is_one_that_the_check_accepts(
    open_screen: OpenScreen, catalogue: Catalogue
) -> None:
    screen = open_screen("/?panel=present&layers=zangezur&selected=zangezur/aghband-agarak").wait_for_map()
    panel(screen)
    page = screen.page
    page.get_by_text("Make a tour").click()
    # By the keyboard: while the fold opens, what is clicked moves away from under the pointer.
    page.get_by_role("button", name="Add this view").press("Enter")
    page.get_by_label("Headline").fill("The short gap")
    page.get_by_label("Caption").fill("A plan, not a track: “forty” {{ kilometres }} <b>[blank:1].")
    page.get_by_label("Caption").press("Control+Enter")
    download = page.get_by_role("button", name="Download the tour")
    expect(download).to_be_enabled(timeout=20_000)
    with page.expect_download() as saved:
        download.click()
    path = saved.value.path()
    assert open_tour(path.read_bytes(), the_atlas())[1] == []
    assert saved.value.suggested_filename == "my-tour.md"
    text = path.read_text("utf-8")
    assert "zangezur/aghband-agarak" in text and "layers:\n  - zangezur" in text
    page.locator('input[type="file"]').first.set_input_files(
        {
            "name": "my-tour.md",
            "mimeType": "text/markdown",
            "buffer": text.replace("My tour", "Yours").encode(),
        }
    )
    title = page.get_by_label("Title", exact=True)
    poll(lambda: title.input_value() == "Yours", 20, expected="the title of the file")
    page.locator('input[type="file"]').first.set_input_files(
        {"name": "bad.md", "mimeType": "text/markdown", "buffer": b"nothing of a tour"}
    )
    expect(page.get_by_text("This is no tour")).to_be_visible(timeout=20_000)
