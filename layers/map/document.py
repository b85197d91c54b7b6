"""The map document: folium draws it, this module makes it one deterministic, self-contained file."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import folium
from branca.element import Element, Figure, MacroElement
from folium.elements import JSCSSMixin
from folium.template import Template

from layers.files.faults import Fault
from layers.map.facts import attribution_of, facts_of
from layers.map.ground import ground_pane, ground_text
from layers.map.inlining import (
    BOOT,
    OUR_SCRIPT,
    VENDORED,
    content_policy,
    glyph_sprite,
    script_element,
    style_elements,
)
from layers.map.safe_text import json_for_script, safe_collection, safe_text
from layers.map.swatches import sign_sprite
from layers.model.tour import ZOOMS

if TYPE_CHECKING:
    from layers.catalogue.atlas import Atlas
    from layers.model.catalogue import Catalogue
    from layers.model.layer import Layer

TITLE = "Corridor Atlas"
ABOUT = (
    "An interactive map of the corridors, ports and gas fields of two policy essays: "
    "the real lines, who says what about them, and whether it holds."
)


@dataclass(frozen=True)
class Document:
    """The rendered file, its name and the policy that it is served with."""

    digest: str
    html: bytes
    policy: str
    faults: tuple[Fault, ...] = ()  # what of the atlas's files could not be drawn


class Verbatim(Element):
    """Text for the document that is never compiled as a template."""

    def __init__(self, text: str) -> None:
        """Hold the text."""
        super().__init__()
        self.text = text

    def render(self, **kwargs: Any) -> str:
        """Return the text as it is."""
        return self.text


class Begin(MacroElement):
    """Hand folium's map and layers to main.js once everything is on the page."""

    _template = Template(
        """{% macro script(this, kwargs) %}
        atlas.begin({{ this._parent.get_name() }}, {
            {%- for id, shape in this.shapes.items() %}{{ id|tojson }}: {{ shape.get_name() }},{% endfor %}});
        {% endmacro %}"""
    )

    def __init__(self, shapes: Mapping[str, folium.GeoJson]) -> None:
        """Take the shapes by layer."""
        super().__init__()  # type: ignore[no-untyped-call]  # branca leaves it untyped
        self.shapes = shapes


class Pause(MacroElement):
    """End the script and begin another one: a browser can answer a person between two."""

    _template = Template("{% macro script(this, kwargs) %}</script>\n<script>{% endmacro %}")


def build_document(atlas: Atlas) -> Document:
    """Draw every layer of the atlas that is whole; equal files give equal bytes in any process.

    A base map or lines of the network that cannot be read are left out, with their faults.
    """
    figure, faults = Figure(), list[Fault]()
    figure.add_child(_draw(atlas.catalogue))
    figure.title = TITLE
    _number(figure)
    _carry(figure, atlas, faults)
    page = _finish(figure.render())
    policy = content_policy(page)
    meta = (
        f'<head>\n<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        f'<meta name="description" content="{ABOUT}">\n<link rel="icon" href="data:,">'
    )
    html = page.replace("<head>", meta, 1).encode()
    return Document(
        digest=hashlib.sha256(html).hexdigest()[:16],
        html=html,
        policy=f"sandbox allow-scripts allow-popups allow-downloads; {policy}; frame-ancestors 'self'",
        faults=tuple(faults),
    )


def _draw(catalogue: Catalogue) -> folium.Map:
    """Put the panes and one folium.GeoJson for each layer on a folium map."""
    atlas = folium.Map(
        location=(40.4, 49.6), zoom_start=5, tiles=None, zoom_control=False, attribution_control=False
    )
    # folium's min_zoom and max_zoom reach a tile layer only. Zoom 0-snap: links name fractional zooms (7.35).
    atlas.options.update(minZoom=ZOOMS[0], maxZoom=ZOOMS[1], zoomSnap=0, wheelPxPerZoomLevel=90)
    ground_pane().add_to(atlas)
    shapes = {
        layer.id: _draw_layer(layer)
        for layer in catalogue.layers.values()
        if layer.broken is None and layer.features
    }
    for shape in shapes.values():
        shape.add_to(atlas)
        Pause().add_to(atlas)  # type: ignore[no-untyped-call]  # branca leaves it untyped
    Begin(shapes).add_to(atlas)
    return atlas


def _draw_layer(layer: Layer) -> folium.GeoJson:
    """Draw one layer's geometry with folium, switched off; marks/lines.js and marks/points.js give it looks.

    folium gets ids, geometry and words of fixed vocabularies. Names and notes go through the facts block.
    """
    return folium.GeoJson(
        safe_collection(layer.features), name=safe_text(layer.id), show=False, control=False
    )


def _number(figure: Figure) -> None:
    """Replace folium's random ids by running numbers, and its addresses of other hosts by nothing."""
    for number, element in enumerate(_walk(figure)):
        element._id = str(number)
        if isinstance(element, JSCSSMixin):
            element.default_js, element.default_css = [], []


def _walk(element: Element) -> Iterator[Element]:
    """Yield the element and everything below it, a figure's header and script included."""
    yield element
    parts = [getattr(element, part) for part in ("header", "html", "script") if hasattr(element, part)]
    for child in (*parts, *element._children.values()):
        yield from _walk(child)


def _carry(figure: Figure, atlas: Atlas, faults: list[Fault]) -> None:
    """Put styles, data and scripts into the page, in the order in which a person needs them.

    Our script draws the base map as soon as it is read; all else comes behind it, folium's own script last.
    """
    for text in (script_element(BOOT), *style_elements()):
        figure.header.add_child(Verbatim(text))
    for text in (
        f'{glyph_sprite()}{sign_sprite(atlas.catalogue.layers.values())}<h1 class="unseen">{TITLE}: map</h1>',
        _data_block("base-map", ground_text(atlas.basemap, attribution_of(atlas.catalogue), faults)),
        script_element(OUR_SCRIPT),
        *map(script_element, VENDORED),
        "<script>atlas.prepare();</script>",
        _data_block("atlas-facts", json_for_script(facts_of(atlas, faults))),
    ):
        figure.html.add_child(Verbatim(text))


def _data_block(block_id: str, text: str) -> str:
    return f'<script type="application/json" id="{block_id}">{text}</script>'


def _finish(page: str) -> str:
    """Name the language, let people zoom the page, which folium's viewport forbids, and pack its numbers."""
    page = page.replace("<html>", '<html lang="en" data-theme="light">', 1)
    page = page.replace("initial-scale=1.0, maximum-scale=1.0, user-scalable=no", "initial-scale=1.0", 1)
    ours, mark, foliums = page.partition('<div class="folium-map"')
    # Between coordinates alone: 35 kB that would be parsed for nothing.
    return ours + mark + re.sub(r"(?<=[\d\]]), (?=[-\d\[])", ",", foliums)
