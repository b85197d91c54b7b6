"""A tour by keys and by ear: past its end, what is heard, where the focus is; the ways from map to page."""

from __future__ import annotations

import pytest

from tests.harness.browser import Screen
from tests.harness.map_alone import open_map
from tests.harness.presenting import present, shown, tours
from tests.harness.serving import poll
from tests.harness.windows import OpenScreen

TOUR = "one-minute"
LAST = len(tours()[TOUR]["steps"]) - 1
PRESS = """keys => { for (const key of keys)
    document.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true })); }"""
VOICE = "document.querySelector('body > [role=status]').textContent"
PART = "document.activeElement.closest('.tour-panel, .leaflet-container')?.classList[0] ?? ''"
STATUS = ".atlas-head [role=status]"


def at(screen: Screen, step: int | None) -> bool:
    state = screen.state()
    return bool(state["exploring"] is False and (state["tour"] and state["step"]) == step)


def left(open_screen: OpenScreen) -> Screen:
    """Open the map alone where the tour has been left to the class by a key past its end."""
    screen = present(open_screen, TOUR, LAST)
    screen.page.keyboard.press("ArrowRight")
    poll(lambda: screen.state()["exploring"])
    return screen


def test_keys_past_the_end_within_one_frame_leave_the_last_step_on_the_map(open_screen: OpenScreen) -> None:
    screen = open_map(open_screen)
    screen.map.evaluate("tour => atlas.apply({ tour })", TOUR)
    poll(lambda: shown(screen.page, TOUR, 0))
    screen.map.evaluate(PRESS, ["ArrowRight"] * 8)
    poll(lambda: shown(screen.page, TOUR, LAST), expected="the layers of the last step")
    assert screen.state()["exploring"]
    west, south, east, north = tours()[TOUR]["steps"][LAST]["focus"]["bounds"]
    view = screen.state()["view"]
    assert abs(view["lon"] - (west + east) / 2) < 1 and abs(view["lat"] - (south + north) / 2) < 1


@pytest.mark.parametrize(
    ("key", "step"), [("ArrowLeft", LAST), ("t", LAST), ("PageUp", LAST), ("Home", 0), ("Escape", None)]
)
def test_past_the_end_keys_lead_back_and_out(open_screen: OpenScreen, key: str, step: int | None) -> None:
    screen = left(open_screen)
    screen.page.keyboard.press(key)
    poll(lambda: at(screen, step), expected=f"step {step}")


def test_the_map_and_its_cards_have_their_keys_before_the_tour(open_screen: OpenScreen) -> None:
    screen = left(open_screen)
    screen.map.evaluate("atlas.apply({ selected: 'zangezur/aghband-agarak' })")
    screen.map.locator(".card").wait_for()
    screen.page.keyboard.press("Escape")
    screen.map.locator(".card").wait_for(state="detached")
    assert screen.state()["tour"] == TOUR
    screen.map.locator(".leaflet-container").focus()
    before = screen.state()["view"]["lon"]
    screen.page.keyboard.press("ArrowLeft")
    poll(lambda: screen.state()["view"]["lon"] < before, expected="a map moved to the west")
    assert screen.state()["exploring"]
    screen.page.keyboard.press("Escape")
    poll(lambda: at(screen, None), expected="the end of the tour")


def test_only_the_last_step_is_told_and_told_whole(open_screen: OpenScreen) -> None:
    screen = present(open_screen, TOUR)
    screen.map.evaluate(PRESS, ["ArrowRight"] * 2)
    poll(lambda: shown(screen.page, TOUR, 2))
    step = tours()[TOUR]["steps"][2]
    told = poll(lambda: screen.map.evaluate(VOICE), expected="words")
    assert told.startswith(f"Step 3 of {LAST + 1}: {step['headline']}. ")
    assert told.count("Step ") == 1
    places = [told.index(piece["text"]) for piece in step["caption"] if "text" in piece]
    assert places == sorted(places) and told.index("Shown: ") > places[-1]


def test_in_a_page_the_map_itself_tells_a_step_and_the_status_line_the_rest(open_screen: OpenScreen) -> None:
    screen = open_screen(f"/?panel=present&tour={TOUR}&step=0").wait_for_map()
    screen.page.keyboard.press("ArrowRight")
    poll(lambda: "Step 2 of" in screen.map.evaluate(VOICE), expected="the step")
    status = screen.page.locator(STATUS)
    assert "Step" not in (status.text_content() or "")
    screen.page.keyboard.press("Escape")
    poll(lambda: "The tour has ended." in (status.text_content() or ""), expected="its end")
    assert screen.map.evaluate(VOICE) == ""


def test_what_was_said_goes_with_the_step_of_the_history(open_screen: OpenScreen) -> None:
    screen = open_screen("/").wait_for_map()
    page, status = screen.page, screen.page.locator(STATUS)
    for layer in ("karabakh", "gaza-west-bank"):
        page.evaluate(
            "layer => document.querySelector(`input[data-layer=${layer}]`).click()", layer
        )  # both within the map's pause
    poll(lambda: "Shown" in (status.text_content() or ""), expected="what is shown")
    assert (status.text_content() or "").count("Shown") == 1
    page.get_by_role("radio", name="Present").click()
    poll(lambda: not status.text_content(), expected="an empty line")


def test_in_a_tour_its_buttons_come_first_and_focus_moves_nothing(open_screen: OpenScreen) -> None:
    screen = present(open_screen, TOUR, 2)
    page, stops = screen.page, list[str]()
    poll(lambda: shown(page, TOUR, 2))
    before = screen.state()["view"]
    for _ in range(12):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(PART))
    assert stops[: LAST + 4] == ["tour-panel"] * (LAST + 4)  # the dots, and three hands
    assert "folium-map" in stops
    far = """() => { const map = document.querySelector('.leaflet-container');
        const all = [...map.querySelectorAll('[data-ref]')]; for (const one of all) one.focus();
        return all.length; }"""
    assert screen.map.evaluate(far) > 1
    page.keyboard.press("Enter")
    assert screen.state()["selected"] is None
    assert screen.state()["view"] == before
    panel, box = (screen.map.locator(name).bounding_box() for name in (".tour-panel", ".leaflet-container"))
    assert panel and box and panel["y"] >= box["y"] + box["height"] - 1


def test_after_a_tour_the_focus_is_where_it_was_started(open_screen: OpenScreen) -> None:
    screen = open_screen("/?panel=present").wait_for_map()
    start = screen.page.locator(f"[data-tour={TOUR}]")
    start.wait_for(timeout=30_000)
    start.press("Enter")
    poll(lambda: at(screen, 0), expected="the first step")
    poll(lambda: screen.page.evaluate("document.activeElement.id") == "atlas-map")
    screen.page.keyboard.press("Escape")
    poll(
        lambda: screen.page.evaluate("document.activeElement.dataset.tour") == TOUR, expected="the focus back"
    )


def test_a_slash_in_the_map_leads_to_the_search(open_screen: OpenScreen) -> None:
    screen = open_screen("/").wait_for_map()
    screen.map.locator(".leaflet-container").focus()
    screen.page.keyboard.press("/")
    poll(lambda: screen.page.evaluate("document.activeElement.role") == "combobox", expected="the search")
    assert screen.page.get_by_role("combobox").first.input_value() == ""


def test_the_link_to_the_map_leads_to_what_arrow_keys_move(open_screen: OpenScreen) -> None:
    screen = open_screen("/").wait_for_map()
    screen.page.locator("[data-skip=map]").focus()
    screen.page.keyboard.press("Enter")
    box = screen.map.locator(".leaflet-container")
    poll(lambda: box.evaluate("one => one.matches(':focus-visible')"), expected="the focus, to be seen")
    assert box.evaluate("one => getComputedStyle(one).outlineStyle") != "none"
    before = screen.state()["view"]
    screen.page.keyboard.press("ArrowRight")
    poll(lambda: screen.state()["view"]["lon"] > before["lon"], expected="a map moved to the east")
    screen.page.keyboard.press("+")
    poll(lambda: screen.state()["view"]["zoom"] > before["zoom"], expected="a nearer map")
