"""What the map's scripts read: layers, features, places and tokens as one JSON block unseen by folium."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from layers.catalogue.atlas import Atlas
from layers.files.faults import Fault
from layers.files.words import readable_date
from layers.geometry.lengths import told_km
from layers.map.ground import EXTENT, HOMES
from layers.map.inlining import glyph_titles
from layers.map.network_lines import network_facts
from layers.map.style import subject_of, tokens
from layers.map.tour_facts import tour_facts
from layers.model.mode import Mode, Status

if TYPE_CHECKING:
    from layers.model.catalogue import Catalogue
    from layers.model.feature import Place
    from layers.model.layer import Layer

ATTRIBUTION = (
    "Rail and roads © OpenStreetMap contributors (ODbL 1.0, openstreetmap.org/copyright), via scgraph_data",
    "Places © GeoNames (CC BY 4.0)",
    "Made with Natural Earth",
    "Sea lanes: searoute (Apache-2.0)",
    "Pipelines, planned and offshore lines: schematic, from cited sources",
    "Boundaries and names imply no endorsement",
)
ATTRIBUTION_SHORT = "© OpenStreetMap contributors (ODbL) · GeoNames · Natural Earth"
# Feature properties that no script reads, or that stand elsewhere in the block; the card beside the map
# says how a line was drawn.
LEFT_OUT = frozenset(
    {"id", "layer", "source", "licence", "note", "track_km", "published_km", "published_source"}
    | {"gauge", "opened", "opened_source", "branch"}
)


def facts_of(atlas: Atlas, faults: list[Fault]) -> dict[str, Any]:
    """Return the block `atlas-facts`; texts as they are, to be shown by textContent only.

    What of the network or a tour cannot be drawn is left out, and told in `faults`.
    """
    catalogue = atlas.catalogue
    layers = list(catalogue.layers.values())  # in the order of the list beside the map
    known_to = catalogue.known_to
    return {
        "layers": [layer_facts(layer) for layer in layers],
        "features": {key: facts for layer in layers for key, facts in features_facts(layer).items()},
        "places": {place_id: _place_facts(place) for place_id, place in sorted(catalogue.places.items())},
        "network": network_facts(atlas.network, atlas.built.network_lines, catalogue.places, faults),
        "tokens": tokens(),
        "modes": {
            mode: {"word": mode.word, "legend": mode.legend, "cargo": mode.cargo, "width": mode.width}
            for mode in Mode
        },
        "statuses": {
            status: {"word": status.word, "part": status.part, "to_come": status.to_come} for status in Status
        },
        "glyphs": glyph_titles(),
        "as_of": known_to,
        "homes": HOMES,
        "extent": EXTENT,
        "tours": tour_facts(catalogue, atlas.network, faults),
    }


def attribution_of(catalogue: Catalogue) -> dict[str, str]:
    """Return what the strip under the map says, whole and for a phone; a teacher's layer names its source."""
    own = [
        f"{layer.short}: {layer.attribution}"
        for layer in catalogue.drawn
        if layer.attribution and not layer.is_built
    ]
    status = f"Known to {readable_date(catalogue.known_to) or 'no date'}"
    return {"long": " · ".join((*ATTRIBUTION, *own, status)), "short": ATTRIBUTION_SHORT}


def layer_facts(layer: Layer) -> dict[str, Any]:
    """Return a layer's row: what legend, card and keyboard order need."""
    keys = ("id", "title", "short", "group", "subject", "hatch", "order", "on", "status", "as_of", "figure")
    return {key: getattr(layer, key) for key in keys} | {
        "status_note": layer.status_note,
        "strip": list(layer.strip),
        "bounds": layer.bounds,
        "broken": layer.broken,
    }


def features_facts(layer: Layer) -> dict[str, dict[str, Any]]:
    """Return what is said of the features of a layer that can be shown, by their references."""
    shown = layer.features if layer.broken is None else []
    return {f"{layer.id}/{feature['id']}": _feature_facts(layer, feature["properties"]) for feature in shown}


def _feature_facts(layer: Layer, properties: Mapping[str, Any]) -> dict[str, Any]:
    """Return a feature's properties with its colour key; empty ones left out, to keep the page small."""
    kept = {
        key: value for key, value in properties.items() if key not in LEFT_OUT and value not in (None, "", [])
    }
    if "km" in kept:
        kept["km"] = round(told_km(properties), 1)
    return kept | {"subject": subject_of(layer.subject, properties)}


def _place_facts(place: Place) -> dict[str, Any]:
    """Return what labels and flights need of a place; the other spellings stay with the page's search."""
    return {
        key: value
        for key, value in {
            "name": place.name,
            "label": place.label,
            "kind": place.kind,
            "country": place.country,
            "population": place.population,
            "rank": place.rank,
            "lat": place.lat,
            "lon": place.lon,
            "anchors": [list(anchor) for anchor in place.anchors],
            "named": bool(place.named_in),
        }.items()
        if value not in (None, [], False)
    }
