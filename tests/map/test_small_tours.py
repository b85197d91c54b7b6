"""A tour in small windows and under fingers: map and caption are seen, and the buttons can be pressed."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.harness.fingers import swipe
from tests.harness.presenting import LONG, present, tours
from tests.harness.serving import poll
from tests.harness.windows import OpenScreen

SMALL = [(853, 480), (800, 600), (844, 390), (683, 384), (720, 450), (390, 844), (320, 256)]
LEAST = 0.4  # of the window's height

# What a person sees and can press, in px of the window.
SEEN = """() => {
    const box = (one) => one.getBoundingClientRect();
    const isOnTop = (one) => {
        const { left, top, width, height } = box(one);
        return one.contains(document.elementFromPoint(left + width / 2, top + height / 2));
    };
    const words = [...document.querySelectorAll(".tour-panel *, .map-corner *, .tour-legend *")]
        .filter((one) => one.checkVisibility() && [...one.childNodes].some(({ nodeType }) => nodeType === 3));
    const [caption, foot] = [".tour-caption", ".tour-foot"].map((one) => box(document.querySelector(one)));
    const meet = (...both) => {
        const [a, b] = both.map((one) => document.querySelector(one)).map(box);
        return a.width > 0 && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
    };
    const isSmall = (one) => parseFloat(getComputedStyle(one).fontSize) < 13;
    return {
        map: box(atlas.map.getContainer()).height / innerHeight,
        caption: Math.min(caption.bottom, foot.top) - caption.top,
        pressed: [...document.querySelectorAll(".tour-hands button")].filter(isOnTop).length,
        overlap: meet(".tour-legend", ".map-scale"),
        wide: document.documentElement.scrollWidth - innerWidth,
        small: words.filter(isSmall).map(({ className }) => className),
    };
}"""


def seen(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(SEEN)
    return found


@pytest.mark.browser
@pytest.mark.parametrize("size", SMALL, ids=str)
def test_map_caption_and_buttons_are_all_seen(open_screen: OpenScreen, size: tuple[int, int]) -> None:
    page = present(open_screen, size=size).page
    for step in range(len(tours()[LONG]["steps"])):
        poll(lambda step=step: page.evaluate("atlas.state().step") == step)
        found = seen(page)
        assert found["map"] >= LEAST, (step, found)
        assert found["caption"] >= 20, (step, found)
        assert not found["overlap"], (step, found)
        assert found["pressed"] == 3 and found["wide"] <= 0 and not found["small"], (step, found)
        page.keyboard.press("ArrowRight")


@pytest.mark.browser
def test_the_buttons_are_there_until_three_seconds_after_the_last_move(open_screen: OpenScreen) -> None:
    page = present(open_screen).page
    hands = "getComputedStyle(document.querySelector('.tour-hands')).opacity"
    assert page.evaluate(hands) == "1"
    poll(lambda: page.evaluate(hands) == "0", expected="no buttons any more")
    page.mouse.move(300, 300)
    page.mouse.move(320, 300)
    assert page.evaluate(hands) == "1"


@pytest.mark.browser
def test_glyphs_are_enlarged_without_the_newest_arithmetic(open_screen: OpenScreen) -> None:
    """A length divided by a length is a number in browsers of 2025 and later only."""
    page = present(open_screen, step=2, size=(1920, 1080)).page
    scale = page.evaluate("getComputedStyle(document.querySelector('.point .glyph')).scale")
    assert float(scale) == pytest.approx(1.55 * 1.5)
    text = page.evaluate("[...document.styleSheets].flatMap(s => [...s.cssRules]).map(r => r.cssText).join()")
    assert "/ 1px" not in text


@pytest.mark.browser
@pytest.mark.parametrize("size", [(390, 844), (820, 1180)], ids=str)
def test_a_swipe_is_a_step_and_never_leaves(open_screen: OpenScreen, size: tuple[int, int]) -> None:
    screen = present(open_screen, step=2, size=size, touch=True)
    page, (width, height) = screen.page, size
    left, right = (width * 0.2, height * 0.3), (width * 0.8, height * 0.3)
    address = page.url.split("#")[0]
    for start, end, step in ((left, right, 1), (left, right, 0), (right, left, 1), (right, left, 2)):
        swipe(page, start, end)
        poll(lambda step=step: page.evaluate("atlas.state().step") == step, expected=f"step {step}")
    swipe(page, (200, 300), (190, 300))
    assert page.evaluate("atlas.state().step") == 2
    assert page.url.split("#")[0] == address
    kept = "['html', 'body'].map(e => getComputedStyle(document.querySelector(e)).overscrollBehaviorX)"
    assert page.evaluate(kept) == ["none", "none"]
    assert page.evaluate("document.documentElement.scrollWidth") <= width
