"""The map's own typeface: small, complete for every label, reproducible, under its licence's terms."""

from __future__ import annotations

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from layers.map.fonts import FAMILY, FILES, HERE
from layers.map.fonts.cut import cut
from layers.map.inlining import style_elements
from layers.model.catalogue import Catalogue

STYLES = sorted(FILES)
SIGNS = "–“”’·≠→←°×…✓≥≤≈−"
AZERBAIJANI, TURKISH, ROMANIAN = "ƏəĞğİıÖöŞşÜüÇç", "ÂâÎîÛû", "ĂăÂâÎîȘșȚț"


@pytest.mark.parametrize("style", STYLES)
def test_the_committed_font_is_what_its_script_makes(style: str) -> None:
    assert cut(style) == FILES[style].read_bytes()


@pytest.mark.parametrize("style", STYLES)
def test_the_font_is_small(style: str) -> None:
    assert FILES[style].stat().st_size < 32_000


@pytest.mark.parametrize("style", STYLES)
def test_the_font_keeps_its_weights(style: str) -> None:
    (axis,) = TTFont(FILES[style])["fvar"].axes
    assert (axis.axisTag, axis.minValue, axis.maxValue) == ("wght", 200, 900)


@pytest.mark.parametrize("style", STYLES)
def test_every_letter_of_the_labels_is_in_the_font(style: str, catalogue: Catalogue) -> None:
    layers, places = catalogue.layers.values(), catalogue.places.values()
    texts = [SIGNS, AZERBAIJANI, TURKISH, ROMANIAN]
    texts += [text for place in places for text in (place.name, place.label or "")]
    texts += [text for layer in layers for text in (layer.title, layer.short)]
    texts += [feature["properties"]["name"] for layer in layers for feature in layer.features]
    missing = set("".join(texts)) - set(map(chr, TTFont(FILES[style]).getBestCmap()))
    assert not missing


@pytest.mark.parametrize("style", STYLES)
def test_the_cut_font_does_not_use_the_reserved_name(style: str) -> None:
    """The licence keeps the name "Source" for unchanged copies; the copyright line must stay."""
    names = TTFont(FILES[style])["name"]
    assert names.getDebugName(1) == FAMILY
    assert "Adobe" in names.getDebugName(0)
    assert not [str(record) for record in names.names if record.nameID and "Source" in str(record)]
    assert "SIL OPEN FONT LICENSE" in (HERE / "OFL.txt").read_text()


def test_the_map_document_carries_both_styles_once() -> None:
    sheets = "".join(style_elements())
    assert sheets.count("@font-face") == len(FILES)
    assert sheets.count("url(data:font/woff2;base64,") == len(FILES)
