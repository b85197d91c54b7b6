"""What stands above the list: one sentence that says what this is, and questions that show their answer."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.harness.serving import poll
from tests.harness.windows import OpenScreen

QUESTIONS = {
    "TRIPP": "zangezur/aghband-agarak",
    "Alat": "port-of-baku/alat-port",
    "gap": "north-south/astara-rasht",
    "Anaklia": "anaklia/anaklia-port",
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_leads_to_where_its_answer_is_seen(open_screen: OpenScreen, question: str) -> None:
    screen = open_screen(size=(1366, 768)).wait_for_map()
    link = screen.page.locator(".starters a", has_text=question)
    expect(link).to_be_in_viewport()
    link.click()
    shown = QUESTIONS[question]
    poll(lambda: screen.state()["selected"] in (shown, shown.split("/")[0]), expected=shown)
    expect(screen.page.locator(".card h3.title")).to_be_in_viewport()
    inside = """ref => {
      const { shape } = atlas.feature(ref);
      const box = shape.getBounds?.() ?? shape.getLatLng();
      return atlas.map.getBounds().contains(box) && atlas.map.getZoom() > 6;
    }"""
    poll(lambda: screen.map.evaluate(inside, shown), expected="a near view of it")
    screen.page.get_by_role("button", name="What this is").click()
    expect(link).to_be_in_viewport()
