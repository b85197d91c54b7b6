"""A tour made by hand in the page: a removed step comes back; without site data no file is asked for."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.harness.browser import Screen
from tests.harness.windows import OpenScreen


def make(screen: Screen) -> None:
    """Unfold what makes a tour."""
    expect(screen.page.get_by_role("button", name="Start").first).to_be_visible(timeout=30_000)
    screen.page.get_by_text("Make a tour").click()


def test_a_removed_step_comes_back_by_the_keyboard(open_screen: OpenScreen) -> None:
    screen = open_screen("/?panel=present&layers=zangezur").wait_for_map()
    make(screen)
    page = screen.page
    headlines = page.get_by_label("Headline")
    for number in (1, 2):
        page.get_by_role("button", name="Add this view").press("Enter")
        expect(headlines).to_have_count(number, timeout=20_000)
    headlines.first.fill("First")
    headlines.first.press("Tab")
    expect(page.get_by_role("button", name="Download the tour")).to_be_visible()
    remove = page.get_by_role("button", name="Remove")
    remove.first.focus()
    page.keyboard.press("Enter")
    undo = page.get_by_role("button", name="Undo")
    expect(undo).to_be_focused(timeout=20_000)
    expect(page.get_by_text("Step 1 removed.")).to_be_visible()
    expect(headlines).to_have_count(1)
    page.keyboard.press("Enter")
    expect(headlines).to_have_count(2, timeout=20_000)
    assert headlines.first.input_value() == "First"
    expect(remove.first).to_be_focused(timeout=20_000)
    expect(undo).to_have_count(0)
    remove.nth(1).press("Enter")
    expect(page.get_by_text("Step 2 removed.")).to_be_visible(timeout=20_000)
    page.get_by_role("button", name="Add this view").press("Enter")
    expect(headlines).to_have_count(2, timeout=20_000)
    expect(undo).to_have_count(0)


def test_a_browser_that_blocks_site_data_says_so_in_place_of_the_field(open_screen: OpenScreen) -> None:
    screen = open_screen(None)
    refuse = "get() { throw new DOMException('', 'SecurityError'); }"
    screen.page.add_init_script(f"Object.defineProperty(window, 'localStorage', {{ {refuse} }})")
    screen.open("/?panel=present").wait_for_map()
    make(screen)
    field = screen.page.locator('[data-testid="stFileUploader"]').first
    expect(field).to_be_visible(timeout=20_000)
    expect(field.locator('[data-testid="stFileUploaderDropzone"]')).to_be_hidden()
    said = field.evaluate("(field) => getComputedStyle(field, '::after').content")
    assert "This browser blocks site data" in said
