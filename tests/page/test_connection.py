"""The connection is lost, refused and back: told in one sentence, and what was asked meanwhile comes."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.harness.serving import Server
from tests.harness.windows import OpenScreen

BROKEN = (
    "ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_FAILED|ERR_EMPTY_RESPONSE|WebSocket|"
    "Cannot send rerun|Failed to (load resource|fetch)|server (endpoint|is not)|Server startup failed"
)
# As a proxy does it that lets no WebSocket through.
REFUSED = """
window.WebSocket = class extends EventTarget {
  readyState = 3;
  constructor() {
    super();
    setTimeout(() => {
      this.onerror?.(new Event("error"));
      this.onclose?.(new CloseEvent("close", { code: 1006 }));
      this.dispatchEvent(new CloseEvent("close", { code: 1006 }));
    }, 50);
  }
  send() {}
  close() {}
};
"""
# As if an essay were opened: nobody else's text is in these tests.
OPENED = """
const held = { session: "before", holds: ["the essay that was opened"] };
sessionStorage.setItem("atlas-held", JSON.stringify(held));
"""
TOLD = 10_000  # ms, at the latest then
BACK = 5_000


def test_a_lost_connection_is_told_and_what_was_asked_comes_with_it(open_screen: OpenScreen) -> None:
    with Server() as server:
        screen = open_screen(None, server=server)
        screen.page.route("**/text/*/*.json", lambda route: route.abort())  # nothing is fetched ahead
        screen.forgive(BROKEN)
        screen.open("/").wait_for_map()
        expect(screen.page.locator(".stApp[data-test-connection-state=CONNECTED]")).to_be_visible()
        screen.open_text("tamar")
        expect(screen.page.locator(".card h3.title")).to_have_text("Tamar gas field")
        line = screen.page.locator(".atlas-head .connection")
        expect(line).to_be_empty()
        server.kill()
        expect(line).to_contain_text("The server can’t be reached.", timeout=TOLD)
        screen.open_text("anaklia")
        card = screen.page.locator('.card[data-of="anaklia"]')
        expect(card).to_contain_text("The text could not be fetched.")
        server.start()
        expect(card.locator("h3.title")).to_be_visible(timeout=BACK + 4_000)
        expect(line).to_be_empty()


def test_what_was_asked_of_the_routes_meanwhile_is_answered_when_the_server_is_back(
    open_screen: OpenScreen,
) -> None:
    with Server() as server:
        screen = open_screen("/?panel=routes&from=khorgos&to=constanta", server=server).wait_for_map()
        chips = screen.page.locator(".routes .pill")
        expect(chips.first).to_be_visible(timeout=20_000)
        server.kill()
        screen.forgive(BROKEN)
        expect(screen.page.locator(".connection")).not_to_be_empty(timeout=TOLD)
        screen.page.locator("[data-ask='presets:georgia-closed']").click()
        server.start()
        expect(screen.page).to_have_url(re.compile("presets=georgia-closed"), timeout=BACK + 4_000)
        expect(screen.page.locator(".connection")).to_be_empty()


def test_a_refused_connection_is_told_and_the_rest_goes_on(open_screen: OpenScreen) -> None:
    screen = open_screen(None)
    screen.page.add_init_script(REFUSED)
    screen.forgive(BROKEN)
    screen.open("/").wait_for_map()
    line = screen.page.locator(".atlas-head .connection")
    expect(line).to_contain_text("A filter or proxy keeps this page", timeout=TOLD)
    with screen.page.expect_download() as taken:
        line.get_by_role("link", name="Take the map as one file").click()
    assert taken.value.suggested_filename == "corridor-atlas.html"
    screen.page.get_by_role("combobox").fill("Aktau")
    expect(screen.page.get_by_role("option").first).to_be_visible()
    screen.open_text("anaklia")
    expect(screen.page.locator('.card[data-of="anaklia"] h3.title')).to_be_visible()


def test_after_a_restart_the_first_click_counts_and_what_is_gone_is_said(open_screen: OpenScreen) -> None:
    with Server() as server:
        screen = open_screen("/?panel=read", server=server).wait_for_map()
        page = screen.page
        expect(page.get_by_role("radio", name="Names")).to_be_visible(timeout=30_000)
        server.kill()
        screen.forgive(BROKEN)
        expect(page.locator(".connection")).not_to_be_empty(timeout=TOLD)
        page.evaluate(OPENED)
        server.start()
        expect(page.locator(".connection")).to_be_empty(timeout=BACK + 4_000)
        said = "A new session has begun, without the essay that was opened: open it again."
        expect(page.locator(".atlas-head .status")).to_have_text(said, timeout=BACK)
        page.get_by_role("radio", name="Names").click()
        expect(page).to_have_url(re.compile("show=names"), timeout=BACK)
        page.get_by_role("radio", name="Routes").click()
        expect(page).to_have_url(re.compile("panel=routes"), timeout=BACK)
