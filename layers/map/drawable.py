"""An atlas of which every layer can be drawn: one that cannot says why, and the others show."""

from __future__ import annotations

from dataclasses import replace

from layers.catalogue.atlas import Atlas
from layers.files.border import Border
from layers.files.faults import Fault
from layers.map.facts import features_facts, layer_facts
from layers.map.safe_text import json_for_script, safe_collection
from layers.model.layer import Layer


def drawable(atlas: Atlas) -> Atlas:
    """Try each layer by itself as the document is to hold it; what one raises becomes its fault."""
    faults: list[Fault] = []
    layers = {key: _tried(layer, faults) for key, layer in atlas.catalogue.layers.items()}
    if not faults:
        return atlas
    catalogue = replace(atlas.catalogue, layers=layers, faults=[*atlas.catalogue.faults, *faults])
    return replace(atlas, catalogue=catalogue)


def _tried(layer: Layer, faults: list[Fault]) -> Layer:
    mine: list[Fault] = []
    with Border(f"layers/definitions/{layer.id}.md", mine):
        said = (layer_facts(layer), features_facts(layer), safe_collection(layer.features))
        json_for_script(said).encode()
        return layer
    faults += mine
    return layer.without_features(mine[0])
