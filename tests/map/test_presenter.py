"""Presenting in the map alone: steps by keys and touch, what lies over them, the speaker's window."""

from __future__ import annotations

import statistics

from layers.map.tour_facts import pieces
from tests.harness.loaded import the_catalogue
from tests.harness.map_alone import open_map, query_of
from tests.harness.presenting import LONG, SEEN, present, shown, tours, tours_on_disk, zigzag
from tests.harness.serving import poll
from tests.harness.windows import OpenScreen


def test_texts_become_pieces_without_marks() -> None:
    essays = the_catalogue().essays
    assert pieces("A *word* <b> [blank:1, heybatov:caption]. End", essays) == [
        {"text": "A word <b> "},
        {"cite": "Blank ¶1, Heybatov, caption"},
        {"text": ". End"},
    ]
    assert pieces("", essays) == []


def test_a_hundred_presses_are_a_hundred_steps(open_screen: OpenScreen) -> None:
    page = present(open_screen).page
    page.evaluate(SEEN)
    way = zigzag(len(tours()[LONG]["steps"]), 100)
    for key, _ in way:
        page.keyboard.press(key)
    assert page.evaluate("seen") == [step for _, step in way]
    poll(lambda: shown(page, LONG, way[-1][1]), expected="the last step on the map")
    assert page.evaluate("window.mark === atlas.map")
    assert page.evaluate("document.querySelectorAll('.leaflet-container').length") == 1


def test_reload_at_every_step_comes_back_to_it(open_screen: OpenScreen) -> None:
    every = [(tour, step) for tour, steps in tours_on_disk().items() for step in range(steps)]
    screen = present(open_screen, every[0][0])
    for tour, step in every:
        screen.map.evaluate("([tour, step]) => atlas.apply({ tour, step }, { fly: false })", [tour, step])
        poll(lambda tour=tour, step=step: f"tour={tour}&step={step}" in query_of(screen.page))
        poll(lambda tour=tour, step=step: shown(screen.page, tour, step))
        before = screen.state()
        screen.page.reload()
        screen.wait_for_map()
        assert screen.state() == before, (tour, step)


def test_a_step_starts_to_move_at_once(open_screen: OpenScreen) -> None:
    page = present(open_screen, reduced_motion=False).page
    waits = [
        page.evaluate(
            """() => new Promise((done) => {
                const begun = performance.now();
                atlas.map.once('move', () => done(performance.now() - begun));
                document.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
            })"""
        )
        for _ in range(7)
    ]
    assert statistics.median(waits) < 300, waits


def test_black_laser_pen_notes_and_keys(open_screen: OpenScreen) -> None:
    page = present(open_screen).page
    for key in ("b", "."):
        page.keyboard.press(key)
        assert page.locator(".tour-blank").is_visible()
        page.keyboard.press(key)
        assert page.locator(".tour-blank").is_hidden()
    page.keyboard.press("l")
    page.mouse.move(400, 300)
    assert page.locator(".laser").bounding_box()["width"] >= 32  # type: ignore[index]
    page.keyboard.press("L")
    assert page.locator(".laser").is_hidden()
    page.keyboard.press("d")
    page.mouse.move(300, 200)
    page.mouse.down()
    page.mouse.move(500, 260, steps=4)
    page.mouse.up()
    assert page.locator(".drawn").count() == 1
    assert page.evaluate("atlas.state().step") == 0
    page.keyboard.press("d")
    assert page.locator(".drawn").count() == 0
    page.keyboard.press("n")
    first = "".join(piece.get("text", "") for piece in tours()[LONG]["steps"][0]["question"])
    assert first in page.locator(".tour-notes").inner_text()
    page.keyboard.press("h")
    assert "laser" in page.locator(".tour-help").inner_text()
    page.keyboard.press("Escape")
    assert page.locator(".tour-help").is_hidden()
    page.keyboard.press("Escape")
    poll(lambda: page.evaluate("atlas.state().tour === null"), expected="no tour")
    assert page.locator(".tour-panel").is_hidden() and page.locator(".legend").is_visible()


def test_leaving_gives_back_what_was_on_before(open_screen: OpenScreen) -> None:
    screen = open_map(open_screen)
    before = screen.state()["layers"]
    screen.page.evaluate("tour => atlas.apply({ tour })", LONG)
    poll(lambda: shown(screen.page, LONG, 0))
    screen.page.keyboard.press("Escape")
    poll(lambda: screen.state()["layers"] == before, expected="the layers of before")


def test_the_class_explores_and_one_key_comes_back(open_screen: OpenScreen) -> None:
    tour = "one-minute"
    last = len(tours()[tour]["steps"]) - 1
    page = present(open_screen, tour, last).page
    page.keyboard.press("PageDown")  # the tour ends in exploring
    assert page.evaluate("atlas.state().exploring")
    assert page.locator(".tour-panel").is_hidden() and page.locator(".tour-back").is_visible()
    page.evaluate("atlas.apply({ layers: ['tamar'] })")
    page.keyboard.press("t")
    poll(lambda: shown(page, tour, last), expected="the step again")
    assert page.locator(".tour-back").is_hidden()


def test_theme_by_key_and_reduced_motion_cuts(open_screen: OpenScreen) -> None:
    page = present(open_screen).page
    page.keyboard.press("c")
    assert page.evaluate("[atlas.state().theme, document.documentElement.dataset.theme]") == ["dark", "dark"]
    page.keyboard.press("ArrowRight")
    poll(lambda: shown(page, LONG, 1))
    moving = page.evaluate("atlas.map._flyToFrame ?? atlas.map._animatingZoom ?? null")
    assert not moving


def test_both_windows_stay_in_step_for_a_whole_tour(open_screen: OpenScreen) -> None:
    screen = present(open_screen)
    page = screen.page
    with page.expect_popup() as popup:
        page.keyboard.press("s")
    speaker, last = popup.value, len(tours()[LONG]["steps"]) - 1
    told = "Number(document.querySelector('.speaker').dataset.step)"
    for step in range(1, last + 1):
        (page if step % 2 else speaker).keyboard.press("ArrowRight")
        poll(lambda step=step: page.evaluate("atlas.state().step") == step == speaker.evaluate(told))
    assert "last step" in speaker.locator(".speaker-next").inner_text()
    notes = "".join(piece.get("text", "") for piece in tours()[LONG]["steps"][last]["notes"])
    assert notes[:40] in speaker.locator(".speaker-notes").inner_text()
    page.reload()
    screen.wait_for_map()
    speaker.keyboard.press("ArrowLeft")
    poll(lambda: page.evaluate("atlas.state().step") == last - 1 == speaker.evaluate(told))
    assert ":" in speaker.locator(".speaker-timer").inner_text()


def test_a_stranger_cannot_drive_the_tour(open_screen: OpenScreen) -> None:
    page = present(open_screen).page
    page.evaluate("postMessage({ speaker: 'key', key: 'ArrowRight' }, '*')")
    page.evaluate("postMessage({ key: 'ArrowRight' }, '*')")
    assert page.evaluate("new Promise((done) => setTimeout(() => done(atlas.state().step), 50))") == 0


def test_a_wrong_tour_or_step_in_the_address_is_said(open_screen: OpenScreen) -> None:
    screen = open_map(open_screen, "tour=nowhere&step=3")
    assert screen.state()["tour"] is None
    screen = open_map(open_screen, f"tour={LONG}&step=99")
    assert screen.state()["step"] == len(tours()[LONG]["steps"]) - 1
