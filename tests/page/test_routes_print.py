"""Routes on paper: no map, no controls, every strip and the table, black on white."""

from __future__ import annotations

import re

import pytest

from tests.harness.routes import open_routes
from tests.harness.windows import OpenScreen

SEEN = "one => one.getClientRects().length > 0"


@pytest.mark.parametrize("dark", [False, True])
def test_an_answer_is_printed_whole_and_without_the_map(open_screen: OpenScreen, *, dark: bool) -> None:
    page = open_routes(open_screen, dark=dark).page
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 700, "height": 1000})  # A4 between its margins
    for gone in ("#atlas-map", ".search", ".ends", ".routes .pill", "[data-close]"):
        assert not any(one.evaluate(SEEN) for one in page.query_selector_all(gone)), gone
    for kept in (".print-only", ".strip", ".figures", ".compare td"):
        found = page.query_selector_all(f".routes {kept}")
        assert found and all(one.evaluate(SEEN) for one in found), kept
    box = page.locator(".routes").bounding_box()
    assert box is not None and box["width"] > 600
    assert page.locator(".routes h3").first.evaluate("one => getComputedStyle(one).color") == "rgb(0, 0, 0)"
    assert (
        page.locator(".stApp").evaluate("one => getComputedStyle(one).backgroundColor")
        == "rgb(255, 255, 255)"
    )


def test_the_paper_is_a_few_pages(open_screen: OpenScreen) -> None:
    page = open_routes(open_screen).page
    counts = [int(number) for number in re.findall(rb"/Count (\d+)", page.pdf(format="A4"))]
    assert 1 <= max(counts) <= 4
