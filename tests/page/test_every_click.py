"""No click is lost: real controls of all panels, pressed at random, do what they say and stay so."""

from __future__ import annotations

import ast
import random
import re
from collections import Counter
from typing import Any

import pytest
from playwright.sync_api import Error as BrowserError
from playwright.sync_api import expect

from layers.files.folders import ROOT
from layers.views.panel import Panel
from tests.harness.browser import Screen
from tests.harness.serving import poll
from tests.harness.windows import OpenScreen

CLICKS = 100  # with each seed
SEEDS = (11, 1992, 20261130)

# Every control in sight with its state, by a key that finds it again where the framework draws it anew.
# Folds of an answer are left out: they go with it when the next one comes.
CONTROLS = """() => {
  const seen = (element) =>
    element.checkVisibility({ visibilityProperty: true }) && !element.closest(":disabled, .broken");
  // A fold shows its sign or its number beside its title.
  const label = (element) =>
    (element.getAttribute("aria-label") ?? (element.querySelector("h2, p") ?? element).innerText).trim();
  const nameOfGroup = (element) => label(element.closest("[role=radiogroup], [role=toolbar], [role=group]"));
  const FOLD = "details:not(.card details, .routes details) > summary";
  const kinds = {
    radio: ["[role=radio]", nameOfGroup, (one) => one.ariaChecked === "true"],
    pill: ["button[aria-pressed]", nameOfGroup, (one) => one.ariaPressed === "true"],
    box: ["input[data-layer]", (one) => one.dataset.layer, (one) => one.checked],
    switch: ["input[role=switch]", () => "", (one) => one.checked],
    arrow: ["button.open", (one) => one.dataset.open, (one) => one.ariaExpanded === "true"],
    fold: [FOLD, () => "", (one) => one.parentElement.open],
  };
  const found = {};
  for (const [kind, [selector, of, state]] of Object.entries(kinds)) {
    for (const one of document.querySelectorAll(`[data-testid=stSidebar] :is(${selector})`)) {
      if (!seen(one.closest("label") ?? one)) continue;
      const key = [kind, of(one), label(one)].join(" | ");
      // All layers are one group, or hardly anything else would be pressed.
      const group = ["radio", "pill"].includes(kind) ? kind + of(one) : kind;
      found[key] = { kind, group, state: state(one), one };
    }
  }
  return found;
}"""
STATES = f"""() => Object.fromEntries(
  Object.entries(({CONTROLS})()).map(([key, {{ kind, group, state }}]) => [key, {{ kind, group, state }}]))"""
ELEMENT = f"key => ({CONTROLS})()[key]?.one ?? null"
COUNT = """() => {
  window.clicks = 0;
  addEventListener("click", () => { window.clicks += 1; }, { capture: true });
}"""
PANELS = "radio | Panel | "
GONE = object()  # a panel that was left a moment ago went with it


def controls(screen: Screen) -> dict[str, dict[str, Any]]:
    """Return the controls in sight: kind, group and state by their key."""
    found: dict[str, dict[str, Any]] = screen.page.evaluate(STATES)
    return found


def panel_of(found: dict[str, dict[str, Any]]) -> str:
    """Return the panel that is shown."""
    return next(key for key, one in found.items() if key.startswith(PANELS) and one["state"])


def choose(found: dict[str, dict[str, Any]], chance: random.Random) -> str:
    """Return the key of a control that a press would change; each group is as likely as any other."""
    free = [key for key, one in found.items() if not (one["kind"] == "radio" and one["state"])]
    group = chance.choice(sorted({found[key]["group"] for key in free}))
    return chance.choice([key for key in free if found[key]["group"] == group])


def press(screen: Screen, key: str, one: dict[str, Any]) -> object:
    """Press a control as a person would and return the state that it must have then."""
    if poll(lambda: click(screen, key), expected=f"a click on {key}") is GONE:
        return GONE
    return True if one["kind"] == "radio" else not one["state"]


def click(screen: Screen, key: str) -> object:
    """Click a control; an error of the browser says that it was drawn anew under the pointer.

    Or that it was pressed, and the page too busy to say so: a second press would undo the first.
    """
    element = screen.page.evaluate_handle(ELEMENT, key).as_element()
    if element is None:
        return GONE
    # A switch has its box hidden under what is seen of it.
    seen = element.query_selector("xpath=ancestor::label[1]") or element
    before = screen.page.evaluate("window.clicks")
    try:
        seen.click(timeout=3000)
    except BrowserError:
        if screen.page.evaluate("window.clicks") == before:
            raise
    return True


def state_of(screen: Screen, key: str) -> tuple[Any]:
    return (controls(screen).get(key, {}).get("state"),)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_hundred_controls_pressed_at_random_all_answer(open_screen: OpenScreen, seed: int) -> None:
    chance = random.Random(seed)
    screen = open_screen(size=(1366, 900)).wait_for_map()
    expect(screen.page.locator(".st-key-panels")).to_be_visible(timeout=30_000)
    screen.page.evaluate(COUNT)
    lost, number, pressed = [], 0, Counter[str]()
    while number < CLICKS:
        found = poll(lambda: controls(screen), expected="controls in sight")
        key = choose(found, chance)
        wanted = press(screen, key, found[key])
        if wanted is GONE:
            continue
        number += 1
        pressed[panel_of(found)] += 1
        try:
            poll(lambda key=key, wanted=wanted: state_of(screen, key) == (wanted,), 8)
            rest(screen, key)
            assert state_of(screen, key) == (wanted,)
        except AssertionError:
            lost.append(f"{number}: {key}: {wanted!r} expected, is {state_of(screen, key)!r}")
        assert not screen.page.locator("[data-testid=stException]").count()
        assert not screen.page.get_by_text("Traceback").count()
    assert not lost
    assert len(pressed) == len(Panel) and min(pressed.values()) >= CLICKS / 20, pressed
    screen.wait_for_map()


def rest(screen: Screen, key: str) -> None:
    """Wait until Python has nothing more to say; the panel before stays until it has brought the next one."""
    if key.startswith(PANELS):
        panel = key.removeprefix(PANELS).lower()
        named = "" if panel == "explore" else panel
        poll(lambda: (re.findall("panel=([a-z]+)", screen.address()) or [""]) == [named], expected=panel)
    screen.page.wait_for_function("() => !document.querySelector('[data-testid=stStatusWidget]')")
    screen.page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 60)))")


def test_what_the_framework_calls_open_opens_nothing_of_the_atlas(open_screen: OpenScreen) -> None:
    """Its boxes have attributes of their own, such as data-open="true"."""
    screen = open_screen("/?panel=read").wait_for_map()
    screen.page.get_by_role("radio", name="Tural Heybatov").click()
    expect(screen.page.locator("#p-heybatov-1")).to_be_visible()
    screen.page.locator(".st-key-reading-form").evaluate("form => form.setAttribute('data-open', 'true')")
    screen.page.get_by_role("radio", name="Stephen Blank").click()
    expect(screen.page.locator("#p-blank-1")).to_be_visible()
    expect(screen.page.locator(".atlas-head [role=status]")).not_to_contain_text("Ignored")
    assert screen.state()["selected"] is None


def test_no_control_has_a_default_that_changes() -> None:
    """To the framework a widget with another default is another widget, and the next click is lost."""
    faults = []
    for file in (ROOT / "layers" / "page").glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                faults += [
                    f"{file.name}: {node.func.attr}({word.arg}=…)"
                    for word in node.keywords
                    if word.arg in ("default", "index", "value") and not isinstance(word.value, ast.Constant)
                ]
    assert faults == ["switch.py: segmented_control(default=…)"]  # a new switch for each deed, by its key
