"""What a pointer means where names, signs and lines lie on each other, and what the card then says."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.harness.map_alone import LAYERS, click_at, open_map
from tests.harness.serving import poll
from tests.harness.windows import OpenScreen

LAPTOP = (1366, 768)
# Each name under which something drawn takes the pointer, and the first point where that is so.
NAMES_OVER_LINES = """() => {
    const frame = atlas.map.getContainer().getBoundingClientRect(), found = [];
    for (const { text, id, box: { left, top, right, bottom } } of atlas.labels()) {
        const spots = [];
        for (let x = left + 2; x < right - 1; x += 2) {
            for (let y = top + 2; y < bottom - 1; y += 2) spots.push([x + frame.left, y + frame.top]);
        }
        const isDrawn = ([x, y]) => document.elementFromPoint(x, y)?.matches("path[data-ref]");
        const spot = spots.find(isDrawn);
        if (spot) found.push([text, id.replace("layer:", ""), ...spot]);
    }
    return found;
}"""
WIDTHS = "Array.from(document.querySelectorAll('path'), one => one.getAttribute('stroke-width')).join()"
# Of each sign that is seen: what it is called and where its middle is.
SIGNS = """() => Array.from(document.querySelectorAll(".point:not(.crowded) > svg"), sign => {
    const { left, top, width, height } = sign.getBoundingClientRect();
    return [sign.parentElement.dataset.ref, left + width / 2, top + height / 2];
}).filter(([, x, y]) => document.elementFromPoint(x, y)?.matches(".point, .point *"))"""
CLICKED = (
    "ARMENIA",
    "GEORGIA",
    "AZERBAIJAN",
    "Batumi",
    "Aktau",
    "Anaklia deep-sea port",
    "Port of Baku (Alat)",
)


def selected(page: Page) -> str | None:
    """Return what is selected."""
    found: str | None = page.evaluate("atlas.state().selected")
    return found


@pytest.mark.parametrize("view", ["", "&view=40.4,49.6,6"], ids=["first view", "nearer"])
def test_a_name_wins_over_what_is_drawn_beneath_it(open_screen: OpenScreen, view: str) -> None:
    page = open_map(open_screen, f"layers={LAYERS}{view}", size=LAPTOP).page
    still, found = page.evaluate(WIDTHS), page.evaluate(NAMES_OVER_LINES)
    assert len(found) > 8, found
    for text, ref, x, y in found:
        page.mouse.move(x, y)
        expect(page.locator(".leaflet-container.at-name"), text).to_have_count(1)
        if not page.evaluate("ref => Boolean(atlas.feature(ref))", ref):
            assert page.evaluate(WIDTHS) == still, f"a line under {text} is lit"
    for text, ref, x, y in [one for one in found if one[0] in CLICKED]:
        page.mouse.click(x, y)
        assert selected(page) == ref, text
        page.evaluate("atlas.apply({selected: null})")
        poll(lambda: page.evaluate(NAMES_OVER_LINES) == found, expected="the names as they stood")


def test_a_sign_wins_over_a_name_beside_it(open_screen: OpenScreen) -> None:
    page = open_map(open_screen, f"layers={LAYERS}&view=40.2,49.6,6", size=LAPTOP).page
    signs = page.evaluate(SIGNS)
    assert len(signs) > 8, signs
    for ref, x, y in signs:
        page.mouse.move(x, y)
        name = page.evaluate("ref => atlas.feature(ref).facts.name", ref)
        expect(page.locator(".tip"), ref).to_have_text(re.compile(re.escape(name)))


@pytest.mark.parametrize(
    ("layers", "at", "ref"),
    [
        ("middle-corridor,north-south,port-of-baku,belt-and-road", "39.98,49.44", "port-of-baku/alat-port"),
        ("middle-corridor,black-sea-access,anaklia,belt-and-road", "42.395,41.545", "anaklia/anaklia-port"),
        ("east-med-gas,tamar", "33.078,33.951", "tamar/tamar-1"),
        (
            "middle-corridor,anaklia",
            "41.646,41.65",
            "middle-corridor/batumi-port",
        ),  # a neighbour, not Anaklia's
    ],
)
def test_a_sign_is_the_layers_whose_subject_the_place_is(
    open_screen: OpenScreen, layers: str, at: str, ref: str
) -> None:
    page = open_map(open_screen, f"layers={layers}&view={at},7", size=LAPTOP).page
    click_at(page, *map(float, at.split(",")))
    assert selected(page) == ref


def test_what_passes_says_the_state_of_the_layer_or_of_the_part_by_name(open_screen: OpenScreen) -> None:
    page = open_map(open_screen, "layers=zangezur&view=41,46,5&selected=place:azerbaijan").page
    card = page.locator(".spot-card")
    expect(card.get_by_role("button", name="TRIPP")).to_have_text("TRIPP / “Zangezur corridor” · planned")
    expect(card.get_by_role("button", name="Southern pipelines")).to_have_text("Southern pipelines")
    page.evaluate("atlas.apply({selected: 'place:georgia'})")
    expect(card.get_by_role("button", name="Anaklia")).to_have_text("Anaklia · being built")
    page.evaluate("atlas.apply({selected: 'place:kazakhstan'})")
    expect(card.get_by_role("button", name="Port of Baku")).to_have_text("Port of Baku (Alat) · by ship")
    assert page.evaluate(STATES) == []


# Parts near any place, in the words of the buttons, whose state is said on another name than their own.
STATES = """async () => {
    const wrong = [], facts = JSON.parse(document.getElementById("atlas-facts").textContent);
    const layers = new Map(facts.layers.map(layer => [layer.short, layer]));
    const words = Object.entries(facts.statuses);
    const isTried = ([, { kind }]) => kind === "country" || kind === "capital";
    for (const [id] of Object.entries(facts.places).filter(isTried)) {
        atlas.apply({ selected: `place:${id}` });
        for (const button of document.querySelectorAll(".card-near button")) {
            const [short, ...rest] = button.textContent.split(" · "), own = layers.get(short);
            const said = words.find(([, { word }]) => rest.includes(word));
            if (own && said && said[0] !== own.status) wrong.push(button.textContent);
        }
    }
    return wrong;
}"""


def test_waters_and_members_have_no_state_and_a_list_of_countries(open_screen: OpenScreen) -> None:
    page = open_map(open_screen, "layers=shrinking-waters&view=42,51,5").page
    card = page.locator(".card:not(.spot-card)")
    page.evaluate("atlas.apply({selected: 'shrinking-waters/caspian-sea'})")
    expect(card).to_contain_text("Azerbaijan, Iran, Kazakhstan, Russia, Turkmenistan")
    expect(card).not_to_contain_text(re.compile("operating", re.IGNORECASE))
    page.mouse.move(*spot_on(page, 44.5, 50.0))
    expect(page.locator(".tip")).to_have_text(re.compile("^Caspian Sea"))
    expect(page.locator(".tip")).not_to_contain_text("operating")
    page.evaluate("atlas.apply({layers: ['tamar'], selected: 'tamar/tamar-field'})")
    expect(card.locator(".card-status strong")).to_have_text("Operating", ignore_case=True)


def spot_on(page: Page, lat: float, lon: float) -> tuple[float, float]:
    """Return a place in the window, in px."""
    x, y = page.evaluate(
        "at => { const { x, y } = atlas.map.latLngToContainerPoint(at); return [x, y]; }", [lat, lon]
    )
    return float(x), float(y)
