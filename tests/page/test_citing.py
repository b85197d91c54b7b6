"""A student's way with a paper in a real browser: cite, go to the source and back, filter by verdict."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from layers.model.catalogue import Catalogue
from tests.harness.browser import LEGEND_FOLD, MAP_FRAME, Screen
from tests.harness.serving import poll
from tests.harness.windows import OpenScreen

WITHOUT_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', {value: undefined})"  # as over plain http


def copied(screen: Screen, opener: Locator, style: str) -> str:
    """Press what opens the note, copy in a style, close the note by its button, and paste."""
    opener.click()
    note = screen.page.locator(".cite-note")
    note.get_by_role("button", name=style, exact=True).click()
    note.get_by_role("button", name="Copy", exact=True).click()
    expect(note.get_by_role("button", name="Copied")).to_be_visible()
    note.get_by_role("button", name="Close").click()
    expect(note).to_have_count(0)
    expect(opener).to_be_focused()
    field = screen.page.locator("#search, [role=combobox]").first
    field.fill("")
    field.press("Control+V")
    return field.input_value()


@pytest.mark.parametrize("has_clipboard", [True, False])
def test_a_claim_a_fact_and_a_card_are_copied(open_screen: OpenScreen, has_clipboard: bool) -> None:
    screen = open_screen("/?selected=anaklia").wait_for_map()
    screen.context.grant_permissions(["clipboard-read", "clipboard-write"])
    if not has_clipboard:
        screen.page.evaluate(WITHOUT_CLIPBOARD)
    card = screen.page.locator(".card")
    told = copied(screen, card.locator(".claim .quote").first, "APA")
    assert told.startswith("(Blank, 2025, para. ")
    assert "Blank, S. (2025, July 31). Why the U.S. should embrace" in told
    told = copied(screen, card.locator(".in-short .quote").first, "BibTeX")
    assert told.startswith("\\cite{") and "@misc{" in told
    told = copied(screen, card.locator(".titlebar [data-works]"), "Chicago")
    assert screen.address() in told and "Accessed " in told and "‹" not in told


def test_the_note_closes_when_the_map_is_pressed(open_screen: OpenScreen) -> None:
    screen = open_screen("/?selected=anaklia").wait_for_map()
    cite = screen.page.locator(".card a.cite").first
    cite.click()
    note = screen.page.locator(".cite-note")
    expect(note.get_by_role("link", name="Read paragraph")).to_be_visible()
    screen.page.locator(MAP_FRAME).click(position={"x": 300, "y": 300})
    expect(note).to_have_count(0)


def test_a_press_elsewhere_closes_the_note_and_does_what_it_says(open_screen: OpenScreen) -> None:
    screen = open_screen("/?selected=anaklia").wait_for_map()
    expect(screen.page.locator(".st-key-panels")).to_be_visible(timeout=30_000)
    note, cite = screen.page.locator(".cite-note"), screen.page.locator(".card .titlebar [data-works]")
    box, fold = screen.page.locator('input[data-layer="anaklia"]'), screen.map.locator(LEGEND_FOLD)
    for do, is_done in (
        (box.click, lambda: not box.is_checked()),
        (fold.click, lambda: fold.get_attribute("aria-expanded") == "true"),
        (
            screen.page.get_by_role("radio", name="Read").click,
            lambda: screen.page.locator(".reading").is_visible(),
        ),
    ):
        cite.click()
        expect(note).to_be_visible()
        do()
        expect(note).to_have_count(0)
        poll(is_done, expected="what was pressed")


def test_a_citation_leads_to_its_paragraph(open_screen: OpenScreen) -> None:
    screen = open_screen("/?selected=anaklia").wait_for_map()
    cite = screen.page.locator(".card a.cite").first
    essay, _, number = str(cite.get_attribute("data-cite")).partition(":")
    cite.click()
    screen.page.locator(".cite-note").get_by_role("link", name="Read paragraph").click()
    expect(screen.page.locator(f"#p-{essay}-{number}")).to_be_in_viewport(timeout=15_000)
    expect(screen.page.locator(".cite-note")).to_have_count(0)


def test_a_value_leads_to_its_source_and_back(open_screen: OpenScreen) -> None:
    screen = open_screen("/?selected=anaklia").wait_for_map()
    number = screen.page.locator(".card .in-short .ref").nth(1)
    number.click()
    entry = screen.page.locator(f"#source-{number.get_attribute('data-source')}")
    expect(entry).to_be_focused()
    expect(entry).to_be_in_viewport()
    entry.get_by_role("button", name="Back to the text").click()
    expect(number).to_be_focused()
    expect(number).to_be_in_viewport()


def test_a_verdict_filters_by_keyboard_and_back_undoes_it(
    open_screen: OpenScreen, catalogue: Catalogue
) -> None:
    screen = open_screen("/?panel=read&show=claims").wait_for_map()
    claims = [claim for layer in catalogue.layers.values() for claim in layer.claims]
    found = [claim for claim in claims if claim.check.verdict == "contradicted"]
    shown = screen.page.locator(".reading .claim")
    expect(shown).to_have_count(len(claims), timeout=15_000)
    button = screen.page.locator("#verdict-contradicted")
    button.focus()
    button.press("Space")
    expect(shown).to_have_count(len(found))
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-pressed", "true")
    places = {f"place:{place}" for claim in found for place in claim.touches}
    poll(lambda: set(screen.state()["named"]) == places)
    marked = screen.map.locator(".lab-named")
    poll(lambda: marked.count() > 0)
    shown.first.locator(".ref").first.click()
    expect(screen.page.locator(".cite-note a[target=_blank]")).to_be_visible()
    screen.page.keyboard.press("Escape")
    screen.page.go_back()
    expect(shown).to_have_count(len(claims))
    poll(lambda: screen.state()["named"] == [] and marked.count() == 0)
    screen.page.go_forward()
    expect(shown).to_have_count(len(found))
