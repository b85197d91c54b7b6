"""All that the atlas knows, loaded from files: layers with features, sources, essays, places, tours, faults.

Loading never raises for content. A layer that cannot be shown stays, with a `broken` sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import get_args

from layers.catalogue.between_files import check_between_files, cited_sources
from layers.catalogue.definitions import Definition, read_definition
from layers.catalogue.shared import read_essays, read_places, read_sources, stand_in_source
from layers.catalogue.tours import is_tour, load_tours
from layers.files.border import Border
from layers.files.faults import Fault
from layers.files.folders import Folders, files_in
from layers.files.forms import GEOJSON_NAME
from layers.files.text_file import read_bytes
from layers.geometry.collection import Collection, read_collection
from layers.geometry.defaults import Defaults, stand_ins
from layers.model.catalogue import Catalogue
from layers.model.essay import Source
from layers.model.layer import Layer
from layers.model.vocabulary import Group, Subject
from layers.network.model import Network


def load_catalogue(folders: Folders, network: Network, *, beside: Catalogue | None = None) -> Catalogue:
    """Load everything in `folders`; what is wrong stands in `faults`, all files together.

    A teacher's layers come `beside` those of a whole atlas and may use its sources and places. `network` is
    what the tours ask for routes.
    """
    base = beside or Catalogue()
    faults: list[Fault] = []
    own, all_read = read_sources(folders, faults)
    sources = base.sources | own
    essays = base.essays | read_essays(folders, faults)
    places = base.places | read_places(folders, faults)
    definitions = [
        read_definition(path, file=folders.named(path))
        for path in files_in(folders.definitions, "*.md")
        if path.name.lower() != "readme.md" and (folders.whole or not is_tour(path))
    ]
    collections = {definition.stem: _geodata(definition, folders) for definition in definitions}
    known = Catalogue(base.layers, sources, essays, places)
    check_between_files(definitions, collections, known, all_sources=all_read)
    layers = [_layer(definition, collections[definition.stem]) for definition in definitions]
    for definition in definitions:
        faults.extend([*definition.faults, *collections[definition.stem].faults])
    sources = _with_stand_ins(sources, definitions)
    catalogue = Catalogue(
        {**base.layers, **_in_order(layers)}, sources, essays, places, faults, dict(base.tours)
    )
    tours, wrong = load_tours(catalogue, network, folders)
    return replace(catalogue, tours={**base.tours, **tours}, faults=[*faults, *wrong])


def _geodata(definition: Definition, folders: Folders) -> Collection:
    name = definition.data.get("geodata")
    if not isinstance(name, str) or not re.fullmatch(GEOJSON_NAME, name):
        return Collection()  # the definition's own fault
    path = folders.geodata / name
    if not path.is_file():
        line, expected = definition.yaml.line(("geodata",)), f"a file {name} in the folder geodata"
        return Collection(
            faults=[Fault(definition.file, "geodata", "no such file", expected, line, "refused")]
        )
    file, faults = folders.named(path), list[Fault]()
    with Border(file, faults):
        raw = read_bytes(path, file=file, expected="GeoJSON")
        return read_collection(raw, file, layer=definition.stem, defaults=_defaults(definition))
    return Collection(faults=faults)


def _defaults(definition: Definition) -> Defaults:
    """Return what a definition says for its features."""
    said = definition.layer
    if said is None:
        return stand_ins(definition.stem)
    # As the plain words of a file: what is filled in stands among a feature's own properties.
    status, mode = (str(word) if word else None for word in (said.status, said.mode))
    return Defaults(definition.stem, said.as_of, status, mode, said.source, said.licence)


def _layer(definition: Definition, collection: Collection) -> Layer:
    """Join definition and features; a layer that cannot be shown keeps its text and says why."""
    with Border(definition.file, definition.faults):
        return _joined(definition, collection)
    return _stand_in(definition)


def _joined(definition: Definition, collection: Collection) -> Layer:
    layer = definition.layer
    if layer is None:
        return _stand_in(definition)
    reasons = [fault for fault in definition.faults if fault.effect == "refused"]
    if collection.refused:
        reasons.append(collection.refused)
    present = {feature["id"] for feature in collection.features}
    note = layer.strip_note if layer.strip_note and layer.strip_note.feature in present else None
    joined = layer.model_copy(
        update={
            "id": definition.stem,
            "body": definition.body,
            "features": collection.features,
            "bounds": collection.bounds,
            "licence": collection.licence,
            "attribution": collection.attribution,
            "is_built": collection.is_built,
            "strip": tuple(slug for slug in layer.strip if slug in present),
            "strip_note": note,
        }
    )
    return joined.without_features(reasons[0]) if reasons else joined


def _stand_in(definition: Definition) -> Layer:
    """Return what can be said of a layer whose definition is wrong."""
    data = definition.data
    title, order, geodata = data.get("title"), data.get("order"), data.get("geodata")
    if not isinstance(title, str) or not title.strip():
        title = definition.stem
    plain = Layer.model_construct(
        id=definition.stem,
        title=title,
        short=title,
        group=data["group"] if data.get("group") in get_args(Group) else "places",
        subject=data["subject"] if data.get("subject") in get_args(Subject) else "other",
        order=order if isinstance(order, int) else 100,
        geodata=geodata if isinstance(geodata, str) and re.fullmatch(GEOJSON_NAME, geodata) else None,
        status=None,
        as_of="",
    )
    return plain.without_features(definition.faults[0])


def _in_order(layers: Iterable[Layer]) -> dict[str, Layer]:
    groups = get_args(Group)
    ordered = sorted(layers, key=lambda layer: (groups.index(layer.group), layer.order, layer.id))
    return {layer.id: layer for layer in ordered}


def _with_stand_ins(sources: dict[str, Source], definitions: list[Definition]) -> dict[str, Source]:
    """Add a named stand-in for every source that is cited but not there, so that text can still be shown."""
    cited = {source for definition in definitions for _, source, _ in cited_sources(definition)}
    return sources | {key: stand_in_source(key) for key in sorted(cited - sources.keys())}
