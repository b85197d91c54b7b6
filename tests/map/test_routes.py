"""Routes on the real map: what is drawn is the engine's answer; it can be reached, lit, closed and left."""

from __future__ import annotations

import statistics
from collections.abc import Mapping
from typing import Any

import pytest

from tests.harness.browser import Screen
from tests.harness.labels import settled
from tests.harness.map_alone import open_map, query_of
from tests.harness.routes import OPEN, QUESTION, SUEZ, answer, open_routes, show
from tests.harness.serving import poll
from tests.harness.windows import OpenScreen

PLANNED = {"from": "aktau", "to": "constanta", "presets": "georgia-closed", "planned": "1"}
DRAWN = "[...document.querySelectorAll('[data-leg]')].map((path) => path.dataset.leg)"
SEEN = "[...document.querySelectorAll('[data-ref]')].filter((one) => one.getClientRects().length).length"


def legs_of(shown: Mapping[str, Any]) -> set[str]:
    """Return every leg that an answer draws."""
    return {leg for route in shown["routes"] for leg in route["legs"]} | set(shown["lost"])


def middle_of(screen: Screen, leg: str) -> tuple[float, float]:
    """Return the point of the window halfway along a leg, in px."""
    frame = screen.page.locator("#atlas-map").bounding_box()
    spot = screen.map.locator(f"[data-leg={leg}]").evaluate(
        """(path) => {
            const middle = path.getPointAtLength(path.getTotalLength() / 2);
            const { x, y } = middle.matrixTransform(path.getScreenCTM());
            return [x, y];
        }"""
    )
    assert frame is not None
    return frame["x"] + spot[0], frame["y"] + spot[1]


def test_the_map_draws_the_answer_and_gives_the_layers_back(open_screen: OpenScreen) -> None:
    screen = open_routes(open_screen)
    screen.map.evaluate("() => { window.mark = atlas.map; }")
    expected, layers = answer(QUESTION), screen.state()["layers"]
    assert set(screen.map.evaluate(DRAWN)) == legs_of(expected)
    assert screen.state()["routes"]["lost"] == expected["lost"]
    assert screen.map.locator(".leaflet-routes-pane .core.s-lost").count() == len(expected["lost"])
    assert screen.map.locator(".closed-country.iso-GE").get_attribute("fill") == "url(#closed-hatch)"
    assert screen.map.locator(".route-cut").count() == 1
    assert screen.map.evaluate(SEEN) == 0
    named = [label["text"] for label in settled(screen)]
    assert {"Georgia closed", "Khorgos", "Constanța"} <= set(named)
    legend = screen.map.locator(".legend").text_content() or ""
    assert "1 By " in legend and "lost by the closure" in legend and "Middle Corridor" not in legend
    screen.page.get_by_text("Explore", exact=True).click()
    poll(lambda: screen.state()["routes"] is None, expected="no routes")
    assert screen.state()["layers"] == layers
    assert screen.map.evaluate(SEEN) > 50
    assert screen.map.evaluate(f"{DRAWN}.length") == 0
    assert screen.map.evaluate("window.mark === atlas.map"), "the map was never built anew"


def test_a_leg_lights_up_on_strip_and_map(open_screen: OpenScreen) -> None:
    screen = open_routes(open_screen)
    leg = "tr-kars-erzurum"
    screen.page.locator(f".strip [data-leg={leg}]").first.dispatch_event("pointerover")
    poll(lambda: screen.state()["lit"] == leg, expected="a lit leg on the map")
    lit = screen.map.locator("[data-group=lit] [data-group=outline] path")
    assert lit.count() == 1
    screen.map.evaluate("atlas.apply({ lit: null })")
    poll(lambda: screen.page.locator(".routes .lit").count() == 0, expected="a dark strip")
    x, y = middle_of(screen, "pk-rohri-karachi")
    screen.page.mouse.move(x, y)
    poll(lambda: screen.page.locator(".strip .lit").count() >= 1, expected="a lit strip")
    assert screen.state()["lit"] == "pk-rohri-karachi"
    assert "Karachi" in screen.map.locator(".tip").inner_text()


def test_the_card_of_a_leg_closes_it(open_screen: OpenScreen) -> None:
    screen = open_routes(open_screen)
    screen.map.locator("[data-leg=tr-kars-erzurum]").focus()
    screen.page.keyboard.press("Enter")
    card = screen.map.locator(".leg-card")
    for word in ("Kars – Erzurum", "Railway", "Route 1", "Operating", "Türkiye", "km"):
        assert word in card.inner_text()
    card.get_by_role("button", name="Close this leg").click()
    poll(lambda: "closed=tr-kars-erzurum" in screen.address(), expected="the leg among what is closed")
    poll(lambda: "tr-kars-erzurum" in screen.state()["routes"]["lost"], expected="another answer")
    assert card.count() == 0


def test_the_address_of_the_map_holds_no_answer(open_screen: OpenScreen) -> None:
    page = open_map(open_screen).page
    show(page.main_frame, answer(QUESTION))
    before = page.evaluate("JSON.stringify(atlas.state().routes)")
    page.evaluate("atlas.apply({ theme: 'dark' })")
    poll(lambda: "theme=dark" in query_of(page), expected="an address that was written")
    assert not any(word in query_of(page) for word in ("khorgos", "routes", "closed", "lit"))
    assert page.evaluate("JSON.stringify(atlas.state().routes)") == before


def test_hostile_answers_are_ignored(open_screen: OpenScreen) -> None:
    page = open_map(open_screen).page
    hostile = "<img src=x onerror=alert(1)>"
    page.evaluate(
        """hostile => atlas.apply({ lit: hostile, routes: {
            routes: [
                { n: 1, title: hostile, legs: [hostile, "__proto__", "tr-kars-erzurum", 7] },
                { n: 99, legs: ["ge-senaki-poti"] },
            ],
            lost: [hostile, null], closed: "x",
            countries: ["GE", hostile, "__proto__"], ends: [hostile, "kars"],
        } })""",
        hostile,
    )
    state = page.evaluate("atlas.state()")
    assert state["lit"] is None
    assert state["routes"]["routes"] == [{"n": 1, "title": hostile, "legs": ["tr-kars-erzurum"]}]
    assert (state["routes"]["lost"], state["routes"]["closed"]) == ([], [])
    assert (state["routes"]["countries"], state["routes"]["ends"]) == (["GE"], ["kars"])
    poll(lambda: hostile in (page.locator(".legend").text_content() or ""), expected="the title as text")
    assert page.locator("img[src=x]").count() == 0
    nonsense: list[Any] = [7, "x", [], {"routes": 3}]
    for junk in nonsense:
        show(page.main_frame, junk)
        assert page.evaluate("atlas.state().routes.ends") == ["kars"]


@pytest.mark.parametrize("size", [(1440, 900), (1280, 720)])
@pytest.mark.parametrize("query", [OPEN, QUESTION, SUEZ, PLANNED], ids=["open", "georgia", "suez", "planned"])
def test_no_number_lies_on_a_label_and_every_route_has_one(
    open_screen: OpenScreen, query: dict[str, str], size: tuple[int, int]
) -> None:
    screen = open_map(open_screen, size=(size[0] - 420, size[1]))
    show(screen.map, answer(query))
    poll(lambda: screen.map.locator(".route-badge").count() == 4, expected="four numbers")
    labels = [label["box"] for label in settled(screen)]
    marks = screen.map.evaluate(
        """[...document.querySelectorAll(".route-badge, .route-sign, .legend, .map-bar")]
            .map((one) => one.getBoundingClientRect().toJSON())"""
    )
    assert [
        (mark, label)
        for mark in marks
        for label in labels
        if mark["left"] < label["right"]
        and label["left"] < mark["right"]
        and mark["top"] < label["bottom"]
        and label["top"] < mark["bottom"]
    ] == []


def test_the_view_shows_all_routes_and_then_stays(open_screen: OpenScreen) -> None:
    page = open_map(open_screen, "view=41,45,6").page
    show(page.main_frame, answer(QUESTION))
    view = page.evaluate("Promise.resolve().then(() => atlas.state().view)")
    inside = """() => { const box = atlas.map.getBounds().pad(0.01);
        return [[44.17, 28.65], [44.2, 80.2], [12.6, 43.4]].every((spot) => box.contains(spot)); }"""
    assert page.evaluate(inside)
    show(page.main_frame, answer(OPEN))
    assert page.evaluate("Promise.resolve().then(() => atlas.state().view)") == view
    show(page.main_frame, answer(SUEZ))
    assert page.evaluate("Promise.resolve().then(() => atlas.state().view)") != view
    show(page.main_frame, answer(QUESTION))  # the far ones have gone
    # Less than 0.75 zooms are not worth a flight, as fitting.js says.
    assert view["zoom"] - page.evaluate("Promise.resolve().then(() => atlas.state().view.zoom)") < 0.75


def test_routes_change_in_a_quarter_of_a_second(open_screen: OpenScreen) -> None:
    page = open_map(open_screen).page
    answers = [answer(query) for query in (OPEN, QUESTION, SUEZ, PLANNED)] * 2
    script = """async (routes) => {
        const start = performance.now(), before = performance.getEntriesByName("labels").length;
        atlas.apply({ routes });
        const frame = () => new Promise((done) => requestAnimationFrame(done));
        while (performance.getEntriesByName("labels").length === before) await frame();
        await frame();
        return performance.now() - start;
    }"""
    taken = [page.evaluate(script, shown) for shown in answers]
    assert statistics.median(taken) < 250, taken


def test_each_route_is_one_tab_stop_with_its_legs_along_the_arrows(open_screen: OpenScreen) -> None:
    screen = open_map(open_screen)
    shown, page = answer(QUESTION), screen.page
    show(screen.map, shown)
    stops = """[...document.querySelectorAll("[data-leg][tabindex='0']")]
        .map((path) => path.parentNode.dataset.group)"""
    assert page.evaluate(stops) == [
        "hits-route-1",
        "hits-route-2",
        "hits-route-3",
        "hits-route-4",
        "hits-lost",
    ]
    second = shown["routes"][1]["legs"]
    own = next(leg for leg in second if leg not in shown["routes"][0]["legs"])
    page.locator(f"[data-leg={own}]").focus()
    met = []
    for _ in second:
        met.append(page.evaluate("document.activeElement.dataset.leg"))
        page.keyboard.press("ArrowRight")
    assert sorted(met) == sorted(second)
    assert page.evaluate("atlas.state().lit") == page.evaluate("document.activeElement.dataset.leg")
    named = page.locator(f"[data-leg={own}]").get_attribute("aria-label")
    assert named is not None and named.endswith("Route 2.")
    assert screen.axe() == []
