"""What answers on an open card: the section strip, the words of the glossary, the fold with the method."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.harness.browser import Screen
from tests.harness.serving import poll
from tests.harness.windows import OpenScreen

AKTAU_ALAT = "middle-corridor/aktau-alat"


def focused(screen: Screen) -> str:
    return str(screen.page.evaluate("document.activeElement.textContent"))


def test_the_strip_answers_to_pointer_keyboard_and_press(open_screen: OpenScreen) -> None:
    screen = open_screen("/?selected=middle-corridor", size=(1366, 768)).wait_for_map()
    box = screen.page.locator(".strip-box")
    says, stretches = box.locator(".says"), box.get_by_role("list").locator("button")
    box.evaluate(
        "box => box.scrollIntoView({ block: 'center' })"
    )  # clear of the edge, where a press would scroll
    stretches.nth(8).hover()
    expect(says).to_have_text("Beyneu – Shetpe – Mangystau: railway, km 2,902–3,303, Kazakhstan, operating")
    box.locator("text[data-says^='Poti']").hover()
    expect(says).to_have_text("Poti, km 4,596")
    stretches.first.focus()
    screen.page.keyboard.press("ArrowRight")
    expect(says).to_contain_text("Zhetygen – Almaty – Shu")
    assert focused(screen) == says.text_content()
    screen.page.keyboard.press("ArrowLeft")
    screen.page.keyboard.press("ArrowLeft")  # at the end it stays
    assert "Altynkol" in focused(screen)
    before = box.bounding_box()
    box.locator(f"[data-ref='{AKTAU_ALAT}']").click()
    poll(lambda: screen.state()["selected"] == AKTAU_ALAT, expected="the stretch on the map")
    expect(box.locator(f"[data-ref='{AKTAU_ALAT}']")).to_have_class("picked")
    assert box.bounding_box() == before
    assert screen.axe() == []


def test_a_term_is_explained_to_pointer_keyboard_and_finger(open_screen: OpenScreen) -> None:
    screen = open_screen("/?selected=anaklia", size=(1366, 768)).wait_for_map()
    term, note = screen.page.locator(".card .body dfn").first, screen.page.locator("#term-note")
    term.hover()
    expect(note).to_contain_text("deep enough")
    note.hover()
    screen.page.wait_for_timeout(400)  # longer than the note waits for the pointer
    expect(note).to_be_visible()
    screen.page.mouse.move(1200, 40, steps=40)
    expect(note).to_have_count(0)
    term.focus()
    expect(note).to_be_visible()
    assert term.get_attribute("aria-describedby") == "term-note"
    assert screen.axe() == []
    screen.page.keyboard.press("Escape")
    expect(note).to_have_count(0)
    assert screen.state()["selected"] == "anaklia"
    phone = open_screen("/?selected=anaklia", phone=True).wait_for_map()
    phone.page.locator(".card .body dfn").first.tap()
    expect(phone.page.locator("#term-note")).to_contain_text("deep enough")
    phone.page.locator(".card .title").tap()
    expect(phone.page.locator("#term-note")).to_have_count(0)


def test_the_method_comes_when_its_fold_is_opened(open_screen: OpenScreen) -> None:
    screen = open_screen("/?selected=zangezur").wait_for_map()
    fold = screen.page.locator(".card .drawn")
    assert fold.locator("li").count() == 0
    fold.get_by_text("How this line was drawn").click()
    expect(fold).to_contain_text("drawn within 3 km")


def test_what_was_searched_for_has_the_focus_at_its_title(open_screen: OpenScreen) -> None:
    screen = open_screen().wait_for_map()
    for name in ("Tamar gas field", "Kars"):
        screen.page.get_by_role("combobox").first.fill(name)
        expect(screen.page.get_by_role("option").first).to_be_visible()
        screen.page.keyboard.press("Enter")
        poll(lambda name=name: focused(screen) == name, expected=f"the focus on {name}")
