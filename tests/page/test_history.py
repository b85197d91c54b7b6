"""Back and Forward: each deed is a step of the browser's history, and comes back as it was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from playwright.sync_api import expect

from tests.harness.browser import Screen
from tests.harness.serving import Server, poll
from tests.harness.windows import OpenScreen
from tests.harness.written import count_written, written

BAR = "[data-testid=stSidebarContent]"
LINE = "[data-ref='zangezur/horadiz-aghband']"


@dataclass(frozen=True)
class Seen:
    """What a person sees of a step."""

    address: str
    title: str
    card: str
    panel: str
    scrolled: int


def seen(screen: Screen) -> Seen:
    page = screen.page
    cards = page.locator("section.card[data-of]")
    return Seen(
        screen.address(),
        page.title(),
        str(cards.first.get_attribute("data-of")) if cards.count() else "",
        page.locator(".st-key-panels [aria-checked=true]").inner_text(),
        int(page.locator(BAR).evaluate("bar => Math.round(bar.scrollTop)")),
    )


def at_rest(screen: Screen) -> Seen:
    """Wait until two looks agree, with the map still and Python silent between them."""
    looks: list[Seen] = []

    def look() -> bool:
        screen.page.wait_for_function("() => !document.querySelector('[data-testid=stStatusWidget]')")
        screen.map.evaluate("() => new Promise(done => setTimeout(done, 250))")
        looks.append(seen(screen))
        return looks[-2:-1] == looks[-1:]

    poll(look, 20, expected="a page at rest")
    return looks[-1]


def turn(screen: Screen, panel: str) -> None:
    screen.page.locator(BAR).evaluate("bar => bar.scrollTo(0, 0)")
    screen.page.locator(".st-key-panels").get_by_role("radio", name=panel).click()


def deeds(screen: Screen) -> list[tuple[str, Callable[[], None]]]:
    """Twelve deeds of a pupil, in all panels, on the map and in a tour."""
    page = screen.page

    def preset() -> None:
        page.get_by_role("button", name="Georgia closed").click()

    def scroll_and_pick() -> None:
        page.locator(BAR).evaluate("bar => bar.scrollTo(0, 700)")
        page.locator(".reading [data-fly]").nth(30).click()

    return [
        ("a card opened", lambda: screen.open_text("zangezur")),
        ("a link in it followed", lambda: page.locator(".card .body a").first.click()),
        ("a line of the map picked", lambda: screen.map.locator(LINE).press("Enter")),
        ("the card closed", lambda: screen.map.locator(".card-close").click()),
        ("reading", lambda: turn(screen, "Read")),
        ("a name followed", scroll_and_pick),
        ("other lists", lambda: page.get_by_role("radio", name="Claims").click()),
        ("routes", lambda: turn(screen, "Routes")),
        ("a country closed", preset),
        ("tours", lambda: turn(screen, "Present")),
        ("a tour started", lambda: page.locator("[data-tour]").first.click()),
        ("its next step", lambda: page.keyboard.press("ArrowRight")),
    ]


def test_back_and_forward_over_twelve_deeds_show_each_as_it_was(open_screen: OpenScreen) -> None:
    screen = open_screen(size=(1366, 768)).wait_for_map()
    expect(screen.page.locator(".st-key-panels")).to_be_visible(timeout=30_000)
    steps = [at_rest(screen)]
    for name, do in deeds(screen):
        do()
        poll(lambda: screen.address() != steps[-1].address, expected=f"another address: {name}")
        steps.append(at_rest(screen))
    entries = screen.page.evaluate("history.length")
    for step in reversed(steps[:-1]):
        screen.page.go_back()
        poll(lambda step=step: screen.address() == step.address, expected=step.address)
        assert replace(at_rest(screen), scrolled=0) == replace(step, scrolled=0)
    for step in steps[1:]:
        screen.page.go_forward()
        assert replace(at_rest(screen), scrolled=0) == replace(step, scrolled=0)
    assert screen.page.evaluate("history.length") == entries
    assert len({step.title for step in steps}) >= 7


def test_back_brings_a_reader_to_where_he_read(open_screen: OpenScreen) -> None:
    screen = open_screen("/?panel=read").wait_for_map()
    name = screen.page.locator(".reading [data-fly]").nth(30)
    name.wait_for()
    screen.page.locator(BAR).evaluate("bar => bar.scrollTo(0, 700)")
    name.click()
    screen.page.get_by_role("link", name="All on").click()
    expect(screen.page.locator("section.card[data-of^='place:']")).to_be_visible()
    screen.page.get_by_role("button", name="Back to where you read").click()
    expect(name).to_be_visible()
    poll(lambda: abs(seen(screen).scrolled - 700) <= 1, expected="the text where it was")


def test_a_link_in_a_card_moves_the_map_and_not_the_text(open_screen: OpenScreen) -> None:
    screen = open_screen("/?selected=zangezur", size=(1366, 768)).wait_for_map()
    part = screen.page.locator(".card .body [data-select*='/']").first
    part.click()
    selected = str(part.get_attribute("data-select"))
    poll(lambda: screen.state()["selected"] == selected, expected="the part on the map")
    assert screen.page.locator(".card .parts[open]").count() == 0
    expect(part).to_be_in_viewport()
    expect(screen.page.locator(".way-back")).to_be_hidden()  # he is there still
    screen.page.get_by_text("parts in words").click()
    expect(screen.page.locator(f"tr[data-ref='{selected}']")).to_have_class("picked")


def test_on_a_phone_back_closes_the_card(open_screen: OpenScreen) -> None:
    screen = open_screen(phone=True).wait_for_map()
    screen.open_text("tamar")
    poll(lambda: screen.state()["selected"] == "tamar", expected="the layer selected")
    poll(lambda: "selected=tamar" in screen.address(), expected="it in the address")
    screen.page.go_back()
    expect(screen.page.locator("section.card[data-of='tamar']")).to_have_count(0)
    poll(lambda: screen.state()["selected"] is None, expected="nothing selected")


def test_back_undoes_a_panel_that_has_not_come_yet(open_screen: OpenScreen) -> None:
    screen = open_screen("/?panel=read").wait_for_map()
    screen.page.locator(".reading").wait_for()
    at_rest(screen)
    turn(screen, "Routes")
    screen.page.go_back()
    at_rest(screen)
    expect(screen.page.locator(".reading")).to_be_visible()
    assert "panel=read" in screen.address()


def test_what_the_map_repeats_is_not_written_again(open_screen: OpenScreen) -> None:
    """WebKit takes 100 addresses in ten seconds, and the pointer alone makes the map speak more often."""
    screen = open_screen("/?panel=routes").wait_for_map()
    poll(lambda: screen.state()["routes"], 30, expected="routes on the map")
    at_rest(screen)
    count_written(screen)
    for leg in screen.map.evaluate("() => atlas.state().routes.routes[0].legs.slice(0, 12)"):
        screen.map.evaluate("lit => atlas.apply({ lit })", leg)
        poll(lambda leg=leg: screen.page.evaluate("atlasPage.state().lit") == leg, expected=leg)
    assert written(screen) == 0


_SCROLL = """(bar, top) => new Promise((done) => {
  bar.addEventListener("scroll", done, { once: true }); // until then nobody has seen it
  bar.scrollTo(0, top);
})"""


def test_forward_and_a_reload_bring_the_text_back_too(open_screen: OpenScreen) -> None:
    screen = open_screen("/?panel=read").wait_for_map()
    screen.page.locator(".reading [data-fly]").nth(30).wait_for()
    turn(screen, "Routes")
    screen.page.locator(".route").first.wait_for()
    screen.page.locator(BAR).evaluate(_SCROLL, 500)
    screen.page.go_back()
    screen.page.locator(".reading").wait_for()
    at_rest(screen)
    screen.page.go_forward()
    screen.page.locator(".route").first.wait_for()
    poll(lambda: abs(seen(screen).scrolled - 500) <= 1, expected="it where it was")
    screen.page.reload()
    screen.wait_for_map()
    screen.page.locator(".route").first.wait_for()
    poll(lambda: abs(seen(screen).scrolled - 500) <= 1, expected="it where it was after a reload")


def test_back_over_a_server_that_was_started_anew_shows_what_the_address_says(
    open_screen: OpenScreen,
) -> None:
    with Server() as server:
        screen = open_screen(server=server).wait_for_map()
        screen.forgive("WebSocket|ERR_|Failed to|server")
        expect(screen.page.locator(".st-key-panels")).to_be_visible(timeout=30_000)
        turn(screen, "Read")
        screen.page.locator(".reading").wait_for()
        poll(lambda: "panel=read" in screen.address(), expected="Read in the address")
        turn(screen, "Routes")
        screen.page.locator(".route").first.wait_for()
        poll(lambda: "panel=routes" in screen.address(), expected="Routes in the address")
        server.kill()
        screen.page.go_back()
        poll(lambda: "panel=read" in screen.address(), expected="the step before")
        server.start()
        expect(screen.page.locator(".reading")).to_be_visible(timeout=40_000)
        turn(screen, "Present")
        poll(lambda: "panel=present" in screen.address(), expected="an address that goes on")
