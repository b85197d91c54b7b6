"""What a feature or a place may leave out, no view and no part of the map takes for granted."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

import pytest
from pydantic import BaseModel

from layers.catalogue.atlas import Atlas, load_atlas
from layers.map.document import build_document
from layers.map.facts import facts_of
from layers.model.feature import HandLineProperties, Place, PlaceProperties, PointOrAreaProperties
from layers.model.layer import Layer
from layers.views.drawn import drawn_html
from layers.views.fragments import fragments_of
from layers.views.layer_card import card_html
from layers.views.marks import swatch
from layers.views.parts import parts_html
from layers.views.place_card import place_html
from tests.harness.small_atlas import SmallAtlas

# Lines in ways and branches, ports, areas, a field, events: what the views tell apart.
LAYERS = {"middle-corridor", "zangezur", "north-south", "port-of-baku", "tamar", "essay-places", "incidents"}


def optional(schema: type[BaseModel]) -> set[str]:
    return {field.alias or key for key, field in schema.model_fields.items() if not field.is_required()}


OF_FEATURES = sorted(optional(HandLineProperties) | optional(PointOrAreaProperties))
OF_PLACES = sorted(optional(PlaceProperties))


def bare(layer: Layer, keys: Collection[str]) -> Layer:
    """Return a layer whose features lack these properties."""
    features = [
        feature
        | {"properties": {key: told for key, told in feature["properties"].items() if key not in keys}}
        for feature in layer.features
    ]
    return layer.model_copy(update={"features": features})


def with_layers(atlas: Atlas, keys: Collection[str]) -> Atlas:
    known = atlas.catalogue.layers
    layers = {key: bare(layer, keys) if key in LAYERS else layer for key, layer in known.items()}
    return replace(atlas, catalogue=replace(atlas.catalogue, layers=layers))


@pytest.mark.parametrize(
    "keys", [*([key] for key in OF_FEATURES), OF_FEATURES], ids=lambda keys: "-".join(keys[:1])
)
def test_every_view_goes_without_what_a_feature_may_lack(keys: list[str], loaded: Atlas) -> None:
    assert loaded.catalogue.layers.keys() >= LAYERS
    atlas = with_layers(loaded, keys)
    for layer in map(atlas.catalogue.layers.__getitem__, sorted(LAYERS)):
        assert layer.title in card_html(layer, atlas).replace("&#39;", "'").replace("&amp;", "&")
        parts, drawn = parts_html(layer, atlas.catalogue), drawn_html(layer, atlas.catalogue)
        assert all("None" not in text and text for text in (parts, drawn, swatch(layer)))


@pytest.mark.parametrize(
    "keys", [*([key] for key in OF_PLACES), OF_PLACES], ids=lambda keys: "-".join(keys[:1])
)
def test_every_view_goes_without_what_a_place_may_lack(keys: list[str], loaded: Atlas) -> None:
    catalogue = loaded.catalogue
    for place in list(catalogue.places.values())[::9]:
        told = place.model_dump(exclude=set(keys))
        card = place_html(Place.model_validate(told), catalogue, loaded.gazetteer)
        assert place.name.split("'")[0] in card and "None" not in card


def test_the_map_goes_without_what_features_and_places_may_lack(loaded: Atlas) -> None:
    atlas = with_layers(loaded, OF_FEATURES)
    places = {
        key: Place.model_validate(place.model_dump(exclude=set(OF_PLACES)))
        for key, place in loaded.catalogue.places.items()
    }
    atlas = replace(atlas, catalogue=replace(atlas.catalogue, places=places))
    known = facts_of(atlas, [])["features"]["zangezur/aghband-agarak"]
    assert known["name"] and known["km"] and "to" not in known
    assert fragments_of(atlas).folders["cards"]["zangezur"]
    assert b"zangezur/aghband-agarak" in build_document(atlas).html


WALK = """---
id: walk
title: A walk
short: Walk
group: corridors
subject: other
geodata: walk.geojson
source: walked it
licence: own compilation (MIT)
mode: rail
status: planned
as_of: "2026-03"
strip: [north-end, south-end]
---
A walk.
"""


def test_a_strip_over_lines_that_have_only_a_name_makes_a_card(tmp_path: Path) -> None:
    root = SmallAtlas(tmp_path).root
    (root / "layers" / "definitions" / "walk.md").write_text(WALK, "utf-8")
    features = [
        {
            "type": "Feature",
            "properties": {"name": name},
            "geometry": {"type": "LineString", "coordinates": line},
        }
        for name, line in (("North end", [[44, 42], [44, 41.9]]), ("South end", [[44, 41.9], [44, 41.7]]))
    ]
    (root / "geodata" / "walk.geojson").write_text(
        json.dumps({"type": "FeatureCollection", "features": features}), "utf-8"
    )
    atlas = load_atlas(root)
    assert [str(fault) for fault in atlas.catalogue.faults if "walk" in str(fault)] == []
    texts = fragments_of(atlas).folders
    card = texts["cards"]["walk"]
    assert "km 0–11" in card and "km 11–33" in card
    assert "North end – South end" in card
    assert "North end" in texts["parts"]["walk"] and "South end" in texts["drawn"]["walk"]
    assert b'"walk/south-end"' in build_document(atlas).html
