"""Words that can be read and targets that a finger meets, over the page and the map, in all panels."""

from __future__ import annotations

import pytest
from playwright.sync_api import Frame

from tests.harness.browser import Screen
from tests.harness.serving import poll
from tests.harness.windows import OpenScreen

PATHS = [
    "/?selected=middle-corridor",
    "/?selected=place:khorgos",
    "/?panel=read",
    "/?panel=routes",
    "/?panel=present",
]
SMALLEST = 13  # px
FINGER = 44  # px

# Words smaller than that, as they are drawn; the labels of the map have sizes of their own.
SMALL = """least => {
    const found = {};
    for (const one of document.querySelectorAll("body *")) {
        if (![...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) continue;
        if (one.closest("script, style, .unseen, .lab, .skip-links")) continue;
        if (!one.checkVisibility({ visibilityProperty: true })) continue;
        const scale = one.ownerSVGElement ? one.getScreenCTM().a : 1;
        const size = parseFloat(getComputedStyle(one).fontSize) * scale;
        if (size < least - 0.05) found[`${one.tagName}.${one.closest("[class]")?.getAttribute("class")}`] ??=
            `${size.toFixed(1)} px: ${one.textContent.trim().slice(0, 40)}`;
    }
    return found;
}"""

# Targets that are smaller, but for links within a sentence and what lies on a line of the map.
NARROW = """least => {
    const found = {};
    const TARGETS = "a[href], button, input, select, summary, [role=button], [role=switch], [role=radio]";
    const isInSentence = (one) => getComputedStyle(one).display === "inline" &&
        one.closest("p, li, dd, td, h3, div").innerText.trim().length > one.innerText.trim().length + 3;
    for (const one of document.querySelectorAll(TARGETS)) {
        if (one.closest(".skip-links, svg, .leaflet-pane, .tour-dots, .ref")) continue;
        if (!one.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
        const shown = one.matches("input") ? one.closest("label") ?? one : one;
        const { width, height } = shown.getBoundingClientRect();
        if (!width || isInSentence(one) || height >= least - 0.5) continue;
        const name = (one.ariaLabel ?? one.textContent).trim().slice(0, 40);
        found[`${one.tagName}.${one.className}`] ??= `${Math.round(width)} x ${Math.round(height)}: ${name}`;
    }
    return found;
}"""


def settled(screen: Screen) -> Screen:
    """Wait until the panel has its text."""
    screen.wait_for_map()
    state = "document.querySelector('[data-testid=stApp]')?.dataset.testScriptState"
    text = ".card .title, .card.welcome, .passage, .routes .route, .present .tour, .placeless"
    poll(lambda: screen.page.evaluate(state) == "notRunning" and screen.page.locator(text).count(), 30)
    return screen


def frames(screen: Screen) -> list[Frame]:
    return [screen.page.main_frame, screen.map]


@pytest.mark.parametrize("path", PATHS)
def test_no_word_is_smaller_than_13_px(open_screen: OpenScreen, path: str) -> None:
    for options in ({"size": (1366, 768)}, {"phone": True}):
        screen = settled(open_screen(path, **options))
        assert [frame.evaluate(SMALL, SMALLEST) for frame in frames(screen)] == [{}, {}]


@pytest.mark.parametrize("path", PATHS)
def test_a_finger_meets_every_target(open_screen: OpenScreen, path: str) -> None:
    screen = settled(open_screen(path, size=(820, 1180), touch=True))
    assert [frame.evaluate(NARROW, FINGER) for frame in frames(screen)] == [{}, {}]
