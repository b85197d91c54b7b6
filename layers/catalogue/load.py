"""All that the atlas knows, loaded from files: layers with features, sources, essays, places, tours, faults.

Loading never raises for content. A layer that cannot be shown stays, with a `broken` sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar, get_args

from pydantic import BaseModel

from layers.catalogue.between_files import check_between_files, cited_sources
from layers.catalogue.definitions import Definition, read_definition
from layers.catalogue.tours import is_tour, load_tours
from layers.files.faults import Fault, RefusedFileError
from layers.files.folders import Folders
from layers.files.forms import GEOJSON_NAME
from layers.files.schema_faults import validated
from layers.files.text_file import read_text
from layers.files.yaml_file import read_yaml
from layers.geometry.collection import PLACES, Collection, read_collection
from layers.geometry.defaults import Defaults, stand_ins
from layers.model.catalogue import Catalogue
from layers.model.essay import Essay, Source
from layers.model.feature import Place, PlaceProperties
from layers.model.layer import Layer
from layers.model.vocabulary import Group, Subject
from layers.network.model import Network

Entry = TypeVar("Entry", bound=BaseModel)


def load_catalogue(folders: Folders, network: Network, *, beside: Catalogue | None = None) -> Catalogue:
    """Load everything in `folders`; what is wrong stands in `faults`, all files together.

    A teacher's layers come `beside` those of a whole atlas and may use its sources and places. `network` is
    what the tours ask for routes.
    """
    base = beside or Catalogue()
    faults: list[Fault] = []
    own, all_read = _sources(folders, faults)
    sources = base.sources | own
    essays = base.essays | _entries(folders.essays, Essay, folders, faults)
    places = base.places | _places(folders, faults)
    definitions = [
        read_definition(path, file=folders.named(path))
        for path in sorted(folders.definitions.glob("*.md"))
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
    try:
        raw = path.read_bytes() if path.resolve().is_relative_to(folders.geodata.resolve()) else None
    except (OSError, RuntimeError):  # the second for links that lead in a circle
        raw = None
    if raw is None:
        line, expected = definition.yaml.line(("geodata",)), f"a file {name} in the folder geodata"
        return Collection(
            faults=[Fault(definition.file, "geodata", "no such file", expected, line, "refused")]
        )
    named, layer = folders.named(path), definition.stem
    return read_collection(raw, named, layer=layer, defaults=_defaults(definition))


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
    layer = definition.layer
    if layer is None:
        return _stand_in(definition)
    reasons = [fault for fault in definition.faults if fault.effect == "refused"]
    if collection.refused:
        reasons.append(collection.refused)
    present = {feature["id"] for feature in collection.features}
    note = layer.strip_note if layer.strip_note and layer.strip_note.feature in present else None
    return layer.model_copy(
        update={
            "id": definition.stem,
            "body": definition.body,
            "features": [] if reasons else collection.features,
            "bounds": None if reasons else collection.bounds,
            "licence": collection.licence,
            "attribution": collection.attribution,
            "is_built": collection.is_built,
            "strip": tuple(slug for slug in layer.strip if slug in present),
            "strip_note": note,
            "on": layer.on and not reasons,
            "broken": _sentence(reasons[0]) if reasons else None,
        }
    )


def _stand_in(definition: Definition) -> Layer:
    """Return what can be said of a layer whose definition is wrong."""
    data = definition.data
    title, order, geodata = data.get("title"), data.get("order"), data.get("geodata")
    if not isinstance(title, str) or not title.strip():
        title = definition.stem
    return Layer.model_construct(
        id=definition.stem,
        title=title,
        short=title,
        group=data["group"] if data.get("group") in get_args(Group) else "places",
        subject=data["subject"] if data.get("subject") in get_args(Subject) else "other",
        order=order if isinstance(order, int) else 100,
        geodata=geodata if isinstance(geodata, str) and re.fullmatch(GEOJSON_NAME, geodata) else None,
        status=None,
        as_of="",
        broken=_sentence(definition.faults[0]),
    )


def _sentence(fault: Fault) -> str:
    return f"This layer cannot be shown: {fault}"


def _in_order(layers: Iterable[Layer]) -> dict[str, Layer]:
    groups = get_args(Group)
    ordered = sorted(layers, key=lambda layer: (groups.index(layer.group), layer.order, layer.id))
    return {layer.id: layer for layer in ordered}


def _sources(folders: Folders, faults: list[Fault]) -> tuple[dict[str, Source], bool]:
    """Read the sources of all files, and tell whether each file could be read.

    An id or a page that stands there a second time is a fault. A wrong entry has a stand-in, so that what
    cites it is shown and the fault is told once.
    """
    sources: dict[str, Source] = {}
    all_read = True
    first: dict[str, str] = {}  # where each id and each page stands
    for path in sorted(folders.sources.glob("*.yaml")) or [folders.sources]:
        file, before = folders.named(path), len(faults)
        found = _entries(path, Source, folders, faults, stand_in=_stand_in_source)
        all_read = all_read and (bool(found) or len(faults) == before)
        for key, source in found.items():
            told = {f"the source id “{key}”": f"in {file}"}
            told |= {f"the page {source.page}": f"as {key} in {file}"} if source.page else {}
            if twice := next((one for one in told if one in first), None):
                faults.append(
                    Fault(file, key, f"{twice} again", f"one entry for it (there is one {first[twice]})")
                )
            for one, where in told.items():
                first.setdefault(one, where)
            sources.setdefault(key, source)
    return sources, all_read


def _stand_in_source(key: str) -> Source:
    return Source.model_construct(title=f"{key} (its entry cannot be read)", publisher=key, address="")


def _entries(
    path: Path,
    schema: type[Entry],
    folders: Folders,
    faults: list[Fault],
    *,
    stand_in: Callable[[str], Entry | None] = lambda _key: None,
) -> dict[str, Entry]:
    """Read a YAML file of entries by id; a wrong entry is left out with its faults, or has a stand-in."""
    file = folders.named(path)
    if not folders.whole and not path.exists():
        return {}
    try:
        yaml = read_yaml(read_text(path, file=file), file=file)
    except RefusedFileError as error:
        faults.extend(error.faults)
        return {}
    if not isinstance(yaml.data, dict):
        faults.append(Fault(file, "", "no entries", "entries by id (S1: {title: …})", 1, "refused"))
        return {}
    entries: dict[str, Entry] = {}
    for key, value in yaml.data.items():
        entry, wrong = validated(schema, value, file=file, yaml=yaml, path=(key,))
        faults.extend(wrong)
        if (known := entry or stand_in(str(key))) is not None:
            entries[str(key)] = known
    return entries


def _with_stand_ins(sources: dict[str, Source], definitions: list[Definition]) -> dict[str, Source]:
    """Add a named stand-in for every source that is cited but not there, so that text can still be shown."""
    cited = {source for definition in definitions for _, source, _ in cited_sources(definition)}
    return sources | {key: _stand_in_source(key) for key in sorted(cited - sources.keys())}


def _places(folders: Folders, faults: list[Fault]) -> dict[str, Place]:
    path = folders.geodata / PLACES
    file = folders.named(path)
    if not path.is_file():
        if folders.whole:
            faults.append(Fault(file, "", "no such file", "the labelled places", effect="refused"))
        return {}
    collection = read_collection(path.read_bytes(), file, schema=PlaceProperties)
    faults.extend(collection.faults)
    places: dict[str, Place] = {}
    for feature in collection.features:
        kind = feature["geometry"]["type"]
        if kind != "Point":
            faults.append(Fault(file, feature["id"], f"a {kind}", "a Point", effect="skipped"))
            continue
        lon, lat = feature["geometry"]["coordinates"]
        places[feature["id"]] = Place.model_validate({**feature["properties"], "lon": lon, "lat": lat})
    return places
