"""The colour table holds its promises: contrast, and subjects that stay apart for every colour vision."""

from __future__ import annotations

import math
from itertools import combinations

import pytest

from layers.map.style import (
    THEMES,
    dash_array,
    style_variables,
    subject_of,
    tokens,
)
from layers.model.catalogue import Catalogue
from layers.model.layer import Layer
from tests.harness.contrast import contrast, linear

Triple = tuple[float, float, float]
# Machado, Oliveira, Fernandes: A physiologically-based model for simulation of color vision deficiency,
# IEEE TVCG 15(6), 2009, table of matrices at severity 1.0; for linear RGB.
VISION: dict[str, tuple[Triple, Triple, Triple]] = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
# sRGB (D65) to XYZ, IEC 61966-2-1.
XYZ: tuple[Triple, Triple, Triple] = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
WHITE: Triple = (0.95047, 1.0, 1.08883)


def times(matrix: tuple[Triple, Triple, Triple], vector: Triple) -> Triple:
    a, b, c = (sum(row[i] * vector[i] for i in range(3)) for row in matrix)
    return a, b, c


def lab(rgb: Triple) -> Triple:
    clipped = times(XYZ, tuple(min(1.0, max(0.0, part)) for part in rgb))  # type: ignore[arg-type]
    ratios = [part / white for part, white in zip(clipped, WHITE, strict=True)]
    x, y, z = (r ** (1 / 3) if r > (6 / 29) ** 3 else r / (3 * (6 / 29) ** 2) + 4 / 29 for r in ratios)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def delta_e(one: Triple, other: Triple) -> float:
    """Return CIEDE2000 between two Lab colours, after Sharma, Wu and Dalal 2005."""
    mean_c = (math.hypot(*one[1:]) + math.hypot(*other[1:])) / 2
    stretch = 1.5 - 0.5 * math.sqrt(mean_c**7 / (mean_c**7 + 25**7))
    chroma = [math.hypot(stretch * a, b) for _, a, b in (one, other)]
    hue = [math.degrees(math.atan2(b, stretch * a)) % 360 for _, a, b in (one, other)]
    turn = (hue[1] - hue[0] + 180) % 360 - 180 if chroma[0] * chroma[1] else 0.0
    mean_l, mean_c = (one[0] + other[0]) / 2, sum(chroma) / 2
    mean_h = (hue[0] + turn / 2) % 360 if chroma[0] * chroma[1] else sum(hue)
    t = (
        1
        - 0.17 * math.cos(math.radians(mean_h - 30))
        + 0.24 * math.cos(math.radians(2 * mean_h))
        + 0.32 * math.cos(math.radians(3 * mean_h + 6))
        - 0.20 * math.cos(math.radians(4 * mean_h - 63))
    )
    s_l = 1 + 0.015 * (mean_l - 50) ** 2 / math.sqrt(20 + (mean_l - 50) ** 2)
    s_c, s_h = 1 + 0.045 * mean_c, 1 + 0.015 * mean_c * t
    twist = math.sin(math.radians(60 * math.exp(-(((mean_h - 275) / 25) ** 2))))
    r_t = -2 * math.sqrt(mean_c**7 / (mean_c**7 + 25**7)) * twist
    d_l, d_c = (other[0] - one[0]) / s_l, (chroma[1] - chroma[0]) / s_c
    d_h = 2 * math.sqrt(chroma[0] * chroma[1]) * math.sin(math.radians(turn / 2)) / s_h
    return math.sqrt(d_l**2 + d_c**2 + d_h**2 + r_t * d_c * d_h)


def test_the_distance_is_that_of_the_published_pairs() -> None:
    pairs = [
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    ]
    for one, other, expected in pairs:
        assert delta_e(one, other) == pytest.approx(expected, abs=1e-4)
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("vision", VISION)
def test_subjects_stay_apart(theme: str, vision: str) -> None:
    seen = {
        subject: lab(times(VISION[vision], linear(colour)))
        for subject, colour in tokens()[theme]["subject"].items()
    }
    too_near = {
        (one, other): round(distance, 1)
        for one, other in combinations(seen, 2)
        if (distance := delta_e(seen[one], seen[other])) < 10
    }
    assert too_near == {}


def looks_alike(one: Layer, other: Layer) -> list[str]:
    """Return in which themes and for which colour visions two layers look the same."""
    if forms(one).isdisjoint(forms(other)):
        return []
    return [
        f"{theme}, {vision}"
        for theme in THEMES
        for vision, matrix in VISION.items()
        if delta_e(
            *(lab(times(matrix, linear(tokens()[theme]["subject"][layer.subject]))) for layer in (one, other))
        )
        < 10
    ]


def forms(layer: Layer) -> set[str]:
    """Return what bears a layer's colour: its hatch where it has one, its lines, or its glyphs alone."""
    shapes = {feature["geometry"]["type"].removeprefix("Multi") for feature in layer.features}
    if layer.hatch and "Polygon" in shapes:
        return {layer.hatch}
    return {"line"} if shapes & {"LineString", "Polygon"} else {"glyph"}


def test_no_two_layers_look_alike(catalogue: Catalogue) -> None:
    drawn = list(catalogue.drawn)
    alike = {
        (one.id, other.id): found
        for one, other in combinations(drawn, 2)
        if (found := looks_alike(one, other))
    }
    assert len(drawn) > 20
    assert alike == {}
    assert looks_alike(drawn[0], drawn[0])


def test_every_area_that_is_a_layers_main_thing_has_a_hatch(catalogue: Catalogue) -> None:
    bare = [
        layer.id
        for layer in catalogue.drawn
        if not layer.hatch
        and any("Polygon" in one["geometry"]["type"] for one in layer.features)
        and not any("LineString" in one["geometry"]["type"] for one in layer.features)
    ]
    assert bare == []


@pytest.mark.parametrize("theme", THEMES)
def test_red_is_the_colour_of_what_is_closed_alone(theme: str) -> None:
    closed = lab(linear(tokens()[theme]["map"]["closed"]))
    near = {
        name: round(distance, 1)
        for name, colour in tokens()[theme]["subject"].items()
        if (distance := delta_e(closed, lab(linear(colour)))) < 10
    }
    assert near == {}


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ground", ["land", "water"])
def test_every_line_is_seen_on_land_and_water(theme: str, ground: str) -> None:
    table = tokens()[theme]
    faint = {
        subject: round(ratio, 2)
        for subject, colour in table["subject"].items()
        if (ratio := contrast(colour, table["map"][ground])) < 3
    }
    assert faint == {}


@pytest.mark.parametrize("theme", THEMES)
def test_every_text_can_be_read(theme: str) -> None:
    table = tokens()[theme]
    land, panel = table["map"]["land"], table["page"]["panel"]
    pairs = {
        f"subject_text {name} on {ground}": (colour, behind)
        for name, colour in table["subject_text"].items()
        for ground, behind in (("land", land), ("panel", panel))
    }
    pairs |= {f"label {name}": (table["label"][name], land) for name in ("country", "area", "city")}
    pairs["label sea"] = (table["label"]["sea"], table["map"]["water"])
    pairs |= {f"page {name}": (table["page"][name], panel) for name in ("ink", "ink_2", "link_and_focus")}
    pairs |= {f"chip {name}": (chip["text"], chip["fill"]) for name, chip in table["chip"].items()}
    faint = {name: round(ratio, 2) for name, pair in pairs.items() if (ratio := contrast(*pair)) < 4.5}
    assert faint == {}


def test_dashes_grow_with_the_line() -> None:
    assert dash_array("planned", 4) == "6.8 5.2"
    assert dash_array("operating", 4) is None


def test_what_is_there_for_comparison_does_not_take_the_corridors_colour() -> None:
    assert subject_of("zangezur", {"branch": "way-round"}) == "other"
    assert subject_of("zangezur", {"branch": "main"}) == "zangezur"


def test_css_names_every_colour_of_both_themes() -> None:
    css = style_variables()
    assert css.count("--subject-gas:") == 2
    assert '[data-theme="dark"]' in css
    assert "--chip-holds-text:" in css
