"""What is a step of the browser's history: each deed, layers switched in a row together; no look round."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.harness.serving import poll
from tests.harness.windows import OpenScreen
from tests.harness.written import count_written, written

_TICK = """async (ids) => {
  for (const id of ids) {
    const box = document.querySelector(`input[data-layer="${id}"]`);
    box.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
    box.click();
    await new Promise((done) => setTimeout(done, 120)); // the map says each
  }
}"""


def test_looking_round_is_no_step(open_screen: OpenScreen) -> None:
    screen = open_screen().wait_for_map()
    entries, before = screen.page.evaluate("history.length"), screen.address()
    for by in ((200, 0), (0, 150), (-90, -60)):
        screen.map.evaluate("by => atlas.map.panBy(by, { animate: false })", by)
        poll(lambda old=before: screen.address() != old, expected="the view in the address")
        before = screen.address()
    assert screen.page.evaluate("history.length") == entries


def test_layers_ticked_one_after_another_are_one_step(open_screen: OpenScreen) -> None:
    screen = open_screen().wait_for_map()
    count_written(screen)
    entries, at_first = screen.page.evaluate("history.length"), screen.state()["layers"]
    boxes = screen.page.locator("input[data-layer]")
    ids = [str(boxes.nth(n).get_attribute("data-layer")) for n in range(boxes.count())][:12]
    for layer in ids:
        screen.unfold(layer)
    screen.page.evaluate(_TICK, ids)
    now = set(at_first) ^ set(ids)
    poll(lambda: set(screen.state()["layers"]) == now, expected="all of them switched")
    poll(lambda: ids[-1] in screen.address() or ids[-1] not in now, expected="them in the address")
    assert screen.page.evaluate("history.length") == entries + 1
    assert written(screen) <= len(ids) + 3  # WebKit takes 100 in ten seconds
    screen.page.go_back()
    poll(lambda: screen.state()["layers"] == at_first, expected="the layers of the start")
    expect(screen.page.locator("input[data-layer=tamar]")).to_be_checked()


def test_layers_switched_after_a_while_and_in_the_legend_are_steps(open_screen: OpenScreen) -> None:
    screen = open_screen().wait_for_map()
    screen.page.evaluate(
        "() => { const now = performance.now.bind(performance); window.later = 0;"
        " performance.now = () => now() + window.later; }"
    )
    for at, (do, layer) in enumerate([(screen.switch, "tamar"), (screen.switch_in_map, "anaklia")]):
        screen.page.evaluate("at => { window.later = at * 5000; }", at)
        do(layer)
        poll(lambda layer=layer: layer not in screen.state()["layers"], expected=f"{layer} off")
        poll(lambda layer=layer: layer not in screen.address(), expected="the address without it")
    screen.page.go_back()
    poll(lambda: "anaklia" in screen.state()["layers"], expected="the last one on again")
    assert "tamar" not in screen.state()["layers"]
    screen.page.go_back()
    poll(lambda: "tamar" in screen.state()["layers"], expected="both on again")


def test_a_step_that_the_browser_refuses_is_written_later(open_screen: OpenScreen) -> None:
    screen = open_screen().wait_for_map()
    screen.page.evaluate(
        "() => { const push = history.pushState.bind(history); history.pushState = () => {"
        " history.pushState = push; throw new DOMException('100 in ten seconds', 'SecurityError'); }; }"
    )
    entries = screen.page.evaluate("history.length")
    screen.open_text("tamar")
    poll(lambda: "selected=tamar" in screen.address(), expected="the card in the address")
    assert screen.page.evaluate("history.length") == entries + 1
    screen.page.go_back()
    poll(lambda: screen.state()["selected"] is None, expected="nothing selected")
