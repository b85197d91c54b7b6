"""The map document in a real browser, opened alone or in a frame: state, address, messages, themes, lines."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.harness.loaded import the_catalogue
from tests.harness.map_alone import LAYERS, START, alone, open_map, query_of, spot_of, the_map
from tests.harness.serving import poll
from tests.harness.windows import OpenScreen

CORES = """() => Object.fromEntries([...document.querySelectorAll('[data-group=core]')]
    .map(group => [group.parentNode.dataset.group, group.children.length]))"""


def strokes(page: Page, ref: str) -> dict[str, dict[str, str | None]]:
    """Return what a line wears: its visible strokes by pass with width, dash and offset."""
    worn: dict[str, dict[str, str | None]] = page.evaluate(
        """ref => {
            const names = ['stroke-width', 'stroke-dasharray', 'stroke-dashoffset', 'class'];
            const read = path => Object.fromEntries(names.map(name => [name, path.getAttribute(name)]));
            const strokes = Object.entries(atlas.feature(ref).shape.strokes);
            return Object.fromEntries(strokes.map(([pass, path]) => [pass, read(path)]));
        }""",
        ref,
    )
    return worn


@pytest.mark.parametrize(
    "query",
    [
        START,
        "layers=zangezur&view=39.1234,46.5,7.35&selected=zangezur&theme=dark",
        "layers=&view=45,40,4.5",
        f"layers={LAYERS}&view=40,49.4,9&selected=port-of-baku/alat-port",
    ],
)
def test_an_address_comes_back_letter_for_letter(open_screen: OpenScreen, query: str) -> None:
    page = open_map(open_screen, query).page
    poll(lambda: query_of(page) == query, expected=query)


def test_junk_in_the_address_is_left_out_and_said(open_screen: OpenScreen) -> None:
    junk = "layers=zangezur,no-such&view=north&selected=zangezur/none&theme=pink&step=x&<b>=1"
    page = open_map(open_screen, junk).page
    state = page.evaluate("atlas.state()")
    assert state["layers"] == ["zangezur"]
    assert state["selected"] is None
    said = poll(lambda: page.locator("p[role=status]").text_content() or "", expected="a hint")
    for word in ("no-such", "The view", "zangezur/none", "pink", "The step", "<b>"):
        assert word in said


def test_an_address_changed_by_hand_is_followed(open_screen: OpenScreen) -> None:
    page = open_map(open_screen).page
    page.evaluate("location.hash = 'layers=tamar&view=32,34.5,7&nonsense=%E0%A4%A'")
    poll(lambda: page.evaluate("atlas.state().layers") == ["tamar"], expected="the layer of the address")
    poll(lambda: query_of(page) == "layers=tamar&view=32,34.5,7", expected="the cleaned address")


def test_an_address_is_followed_though_the_map_has_just_told_its_own(open_screen: OpenScreen) -> None:
    page = open_map(open_screen).page
    page.evaluate(
        """() => {
            const before = location.hash;
            location.hash = "layers=tamar&view=32,34.5,7";
            history.replaceState(null, "", before);  // as the map does, before the page hears of the change
        }"""
    )
    poll(lambda: page.evaluate("atlas.state().layers") == ["tamar"], expected="the layer of the address")


def test_the_map_lives_through_many_changes(open_screen: OpenScreen) -> None:
    page = open_map(open_screen).page
    page.evaluate("() => { window.mark = atlas.map; }")
    for layer in LAYERS.split(","):
        page.evaluate("id => atlas.apply({layers: atlas.state().layers.filter(one => one !== id)})", layer)
    assert page.evaluate("document.querySelectorAll('.hit, .point').length") == 0
    page.evaluate("all => atlas.apply({layers: all.split(','), theme: 'dark', selected: 'zangezur'})", LAYERS)
    assert page.evaluate("document.querySelectorAll('.hit').length") > 50
    assert page.evaluate("window.mark === atlas.map")


def test_the_theme_changes_without_reload_and_starts_as_the_screen(open_screen: OpenScreen) -> None:
    page = open_map(open_screen, START, dark=True).page
    assert page.evaluate("atlas.state().theme") == "dark"
    colour = "getComputedStyle(document.querySelector('[data-group=middle-corridor] .core')).stroke"
    dark = page.evaluate(colour)
    page.evaluate("atlas.apply({theme: 'light'})")
    assert (dark, page.evaluate(colour)) == ("rgb(252, 127, 21)", "rgb(201, 95, 0)")
    poll(lambda: query_of(page).endswith("&theme=light"), expected="a theme that differs from the screen's")


def test_a_flight_says_where_it_goes_and_a_hand_stops_it(open_screen: OpenScreen) -> None:
    page = open_map(open_screen, START, reduced_motion=False).page
    goal = {"lat": 32.3, "lon": 34.4, "zoom": 7.5}
    page.evaluate("view => atlas.apply({view})", goal)
    assert page.evaluate("atlas.state().view") == goal
    poll(lambda: page.evaluate("atlas.map.getZoom()") == 7.5, expected="the end of the flight")
    page.evaluate("atlas.apply({view: {lat: 45, lon: 65, zoom: 5}})")
    page.mouse.move(700, 300)
    page.mouse.down()
    page.mouse.up()
    assert page.evaluate("atlas.state().view.lon") != 65


def test_everything_can_be_shown_whole(open_screen: OpenScreen) -> None:
    page = open_map(open_screen).page
    cut_off = """() => {
        const inside = (ref) => { atlas.fit(ref); const { shape } = atlas.feature(ref);
            return atlas.map.getBounds().contains(shape.getBounds?.() ?? shape.getLatLng()); };
        const refs = Object.keys(JSON.parse(document.getElementById('atlas-facts').textContent).features);
        return { looked: refs.length, missing: refs.filter((ref) => !inside(ref)) };
    }"""  # in one go, for no frame needs to be painted in between
    found = page.evaluate(cut_off)
    assert found["looked"] > 100
    assert found["missing"] == []
    for layer in LAYERS.split(","):
        page.evaluate("id => atlas.fit(id)", layer)
        box = page.evaluate(
            "(() => { const b = atlas.map.getBounds(); return [b.getWest(), b.getEast()]; })()"
        )
        bounds = page.evaluate("id => atlas.bounds(id)", layer)
        assert box[0] <= bounds[0] and bounds[2] <= box[1]


def test_a_track_of_two_corridors_is_drawn_once_and_near_by_in_both_colours(open_screen: OpenScreen) -> None:
    page = open_map(open_screen).page
    below, above = "north-south/baku-alat", "middle-corridor/baku-alat"
    assert strokes(page, below) == {}
    assert set(strokes(page, above)) == {"casing", "core"}
    page.evaluate("atlas.apply({view: {lat: 40.2, lon: 49.5, zoom: 7}}, {fly: false})")
    assert set(strokes(page, below)) == {"casing", "core"}
    assert strokes(page, below)["core"]["stroke-dasharray"] is None
    assert set(strokes(page, above)) == {"core"}
    assert strokes(page, above)["core"]["stroke-dasharray"] == "12 12"


def test_casings_lie_below_cores_and_the_selected_on_top(open_screen: OpenScreen) -> None:
    page = open_map(open_screen).page
    order = page.evaluate("[...document.querySelectorAll('[data-group]')].map(group => group.dataset.group)")
    ranks = ["other", "north-south", "middle-corridor", "zangezur", "selected"]
    assert [name for name in order if name in ranks] == ranks
    # No road may shine through the gaps of a planned line.
    passes = ["road-core", "road-over", "casing", "core", "over"]
    assert sorted(passes, key=order.index) == passes
    assert page.evaluate(CORES)["selected"] == 0
    page.evaluate("atlas.apply({selected: 'zangezur'})")
    assert page.evaluate(CORES)["selected"] == len(the_catalogue().layers["zangezur"].strip)
    worn = strokes(page, "zangezur/aghband-agarak")
    assert [worn[name]["stroke-width"] for name in ("core", "paper", "outline")] == ["3", "7", "9.6"]
    assert worn["core"]["stroke-dasharray"] == "5.1 3.9"


def test_a_line_is_hollow_only_where_its_error_shows(open_screen: OpenScreen) -> None:
    page = open_map(open_screen).page
    pieces = "ref => atlas.feature(ref).shape.line.pieces.length"
    assert page.evaluate(pieces, "middle-corridor/shalkar-beyneu") > 0
    assert page.evaluate(pieces, "middle-corridor/tbilisi-samtredia") == 0
    assert page.evaluate(pieces, "middle-corridor/aktau-alat") == 0


def test_a_page_talks_to_the_sandboxed_map(open_screen: OpenScreen, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    frame = f'<iframe sandbox="allow-scripts" src="{the_map().url}#{START}" width=900 height=600></iframe>'
    file.write_text(f"<script>heard=[];onmessage=({{data}})=>heard.push(data)</script>{frame}", "utf-8")
    page = open_screen("", server=alone(file)).page

    def last(**expected: Any) -> dict[str, Any]:
        heard = page.evaluate("heard.at(-1)")
        return heard if heard and all(heard.get(key) == value for key, value in expected.items()) else {}

    first = poll(lambda: last(ready=True), 30, expected="a map that is ready")
    assert (first["query"], first["deeds"]) == (START, 0)
    send = "words => document.querySelector('iframe').contentWindow.postMessage(words, '*')"
    page.evaluate(send, {"delta": {"layers": ["tamar"]}})
    told = poll(lambda: last() if last().get("said") else {}, expected="what changed")
    assert told["atlas"]["layers"] == ["tamar"]
    assert "Hidden: " in told["said"]
    for words in ({"delta": 7}, {"fit": 3}, None, "text", {"delta": {"layers": "x", "__proto__": 1}}):
        page.evaluate(send, words)
    page.evaluate(send, {"fit": "tamar"})
    poll(lambda: last().get("query") not in (None, told["query"]), expected="another view")
    assert last(deeds=0), "what the page asked for is no deed of the person's"


def test_dragging_is_a_deed(open_screen: OpenScreen) -> None:
    page = open_map(open_screen).page
    before = query_of(page)
    x, y = spot_of(page, "north-south/tehran-bandar-abbas")
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 120, y - 40, steps=5)
    page.mouse.up()
    poll(lambda: query_of(page) != before, expected="another view")
    assert page.evaluate("atlas.state().selected") is None
