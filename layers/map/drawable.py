"""An atlas of which every layer can be drawn: one that cannot says why, and the others show."""

from __future__ import annotations

from dataclasses import replace

from layers.catalogue.atlas import Atlas
from layers.files.border import Border
from layers.files.faults import Fault
from layers.files.folders import ROOT
from layers.map.facts import attribution_of, facts_of, features_facts, layer_facts
from layers.map.ground import ground_text
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


def built_faults(atlas: Atlas) -> list[Fault]:
    """Return what is wrong in the built files that the map draws, of the atlas itself: lines, tours, ground.

    Another atlas may go without a ground; that it is drawn on ours then is no fault of its own.
    """
    faults: list[Fault] = []
    facts_of(atlas, faults)
    if atlas.built.basemap.exists() or atlas.built.root == ROOT:
        ground_text(atlas.built.basemap, attribution_of(atlas.catalogue), faults)
    return faults


def _tried(layer: Layer, faults: list[Fault]) -> Layer:
    mine: list[Fault] = []
    with Border(f"layers/definitions/{layer.id}.md", mine):
        said = (layer_facts(layer), features_facts(layer), safe_collection(layer.features))
        json_for_script(said).encode()
        return layer
    faults += mine
    return layer.without_features(mine[0])
