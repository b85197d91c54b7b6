"""What a person does, each target in sight when it is pressed, and what is then seen unscrolled."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from playwright.sync_api import Locator, expect

from tests.harness.browser import Screen
from tests.harness.serving import poll

Deed = Callable[[Screen], None]
Find = Callable[[Screen], Locator]

# Whether a text is seen: within the window, and nothing lies over it. Blanks of any kind count as one.
SEEN = """wanted => {
    const plain = text => text.replace(/\\s+/g, ' ');
    const holds = one => plain(one.textContent).includes(wanted);
    const all = [...document.querySelectorAll('body *')].filter(holds);
    const least = all.filter(one => !all.some(other => other !== one && one.contains(other)));
    return least.some(one => {
        const { left, top, right, bottom } = one.getBoundingClientRect();
        const isIn = top >= 0 && left >= 0 && right <= innerWidth && bottom <= innerHeight;
        if (!isIn || right === left) return false;
        const shown = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
        return Boolean(shown) && (one.contains(shown) || shown.contains(one));
    });
}"""


def is_seen(screen: Screen, text: str) -> bool:
    return bool(screen.page.evaluate(SEEN, text) or screen.map.evaluate(SEEN, text))


def wait_until_seen(screen: Screen, text: str) -> None:
    poll(partial(is_seen, screen, text), 10, expected=f"on the screen: {text}")


# ---- where ----


def panel(name: str) -> Find:
    return lambda screen: screen.page.locator(".st-key-panels").get_by_role("radio", name=name)


def words(text: str) -> Find:
    return lambda screen: screen.page.get_by_text(text).first


def row(layer: str) -> Find:
    return lambda screen: screen.page.locator(f'button.open[data-open="{layer}"]')


def box(layer: str) -> Find:
    return lambda screen: screen.page.locator(f'input[data-layer="{layer}"]')


def button(name: str) -> Find:
    """Find a button of the map."""
    return lambda screen: screen.map.get_by_role("button", name=name, exact=True)


def field(name: str) -> Find:
    return lambda screen: screen.page.get_by_role("combobox", name=name, exact=True)


def search(screen: Screen) -> Locator:
    return screen.page.get_by_role("combobox").first


def hit(screen: Screen) -> Locator:
    return screen.page.get_by_role("option").first


def title(screen: Screen) -> Locator:
    return screen.page.locator(".card .title")


# ---- deeds ----


def press(find: Find) -> Deed:
    """Press what must be in sight: whoever has to scroll has lost the way."""

    def deed(screen: Screen) -> None:
        target = find(screen)
        expect(target).to_be_in_viewport(timeout=15_000)
        if screen.page.evaluate("navigator.maxTouchPoints > 0"):
            target.tap()
        else:
            target.click()

    return deed


def spot(x: int, y: int) -> Deed:
    """Click a spot of the map; a second click that comes too soon would mean to come nearer."""

    def deed(screen: Screen) -> None:
        before = screen.state()["selected"]
        screen.page.mouse.click(x, y)
        poll(lambda: screen.state()["selected"] != before, expected="the spot to be told")

    return deed


def typed(text: str, find: Find = search) -> Deed:
    """Type into a field that is in sight, and take the first hit."""

    def deed(screen: Screen) -> None:
        expect(find(screen)).to_be_in_viewport()
        find(screen).fill(text)
        screen.page.keyboard.press("Enter")

    return deed


def step(headline: str) -> Deed:
    """Go on in a tour, and see the next slide."""

    def deed(screen: Screen) -> None:
        press(button("Next step"))(screen)
        wait_until_seen(screen, headline)

    return deed


# ---- by keyboard ----


def keys(*names: str) -> Deed:
    def deed(screen: Screen) -> None:
        for name in names:
            screen.page.keyboard.press(name)

    return deed


def written(text: str) -> Deed:
    """Search by "/", and take the first hit."""

    def deed(screen: Screen) -> None:
        screen.page.keyboard.press("/")
        expect(search(screen)).to_be_focused()
        screen.page.keyboard.type(text)
        expect(hit(screen)).to_be_visible()
        screen.page.keyboard.press("Enter")

    return deed


def reached(find: Find, most: int, key: str = "Tab") -> Deed:
    """Press a key until the focus is there, in sight, so often at most."""

    def deed(screen: Screen) -> None:
        target, focused = find(screen), "one => one === document.activeElement"
        expect(target).to_be_visible(timeout=15_000)
        for _ in range(most):
            screen.page.keyboard.press(key)
            if target.evaluate(focused):
                break
        expect(target).to_be_focused()
        expect(target).to_be_in_viewport()

    return deed
