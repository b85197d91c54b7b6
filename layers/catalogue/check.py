"""The whole check of a folder: what loading finds, and what only the command line takes time to measure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from layers.catalogue.atlas import Atlas
from layers.files.border import Border
from layers.files.faults import Fault, shown
from layers.files.folders import Folders, files_in, plain_name
from layers.files.text_file import read_bytes
from layers.files.words import counted
from layers.geometry.collection import PLACES, read_collection
from layers.geometry.lengths import STRAIGHT_KM, length_km, longest_piece_km
from layers.model.catalogue import Catalogue
from layers.model.essay import Essay
from layers.model.layer import Layer
from layers.network.checks import network_faults

GIST_WORDS = 20


@dataclass(frozen=True)
class Report:
    """What was checked and what is wrong with it."""

    faults: list[Fault]
    notes: list[Fault]
    layers: int
    features: int
    claims: int
    tours: int = 0

    @property
    def ok(self) -> bool:
        """Whether something was checked and nothing is wrong."""
        return not self.faults and self.layers + self.features + self.tours > 0

    def __str__(self) -> str:
        words = [("layer", self.layers), ("feature", self.features), ("claim", self.claims)]
        words += [("tour", self.tours)] if self.tours else []
        words += [("fault", len(self.faults))] + ([("note", len(self.notes))] if self.notes else [])
        return ", ".join(counted(number, word) for word, number in words)


def check_atlas(atlas: Atlas, folders: Folders) -> Report:
    """Check what was loaded of these folders, and what loading takes no time to measure; never raises."""
    catalogue = atlas.catalogue
    stems = {plain_name(path.stem) for path in files_in(folders.definitions, "*.md")}
    layers = [layer for layer in catalogue.layers.values() if layer.id in stems]
    faults = list(catalogue.faults)
    features = sum(len(layer.features) for layer in layers)
    if (folders.geodata / PLACES).is_file():
        features += len(catalogue.places) if folders.whole else 0
    for layer in layers:
        with Border(layer.geodata or layer.id, faults):
            faults.extend(_drawn_faults(layer, catalogue))
    if folders.whole:
        faults.extend(atlas.reference_faults)
        with Border(folders.named(folders.network), faults):
            faults.extend(network_faults(atlas.network, folders.network))
        for key, essay in catalogue.essays.items():
            faults.extend(_essay_faults(folders.named(folders.essays), key, essay))
    for path in _unnamed_files(folders, layers):
        # The network's lines are ours, though no definition names them.
        own = "network" if folders.whole and path.stem == "network" else None
        file = folders.named(path)
        with Border(file, faults):
            collection = read_collection(read_bytes(path, file=file), file, layer=own)
            faults.extend(collection.faults)
            features += len(collection.features)
    return Report(
        [fault for fault in faults if not fault.note],
        [fault for fault in faults if fault.note],
        len(layers),
        features,
        sum(len(layer.claims) for layer in layers),
        len({path.stem for path in files_in(folders.tours, "*.md")} & catalogue.tours.keys()),
    )


def _unnamed_files(folders: Folders, layers: list[Layer]) -> list[Path]:
    """Return the GeoJSON files that no definition names: they are checked as any person's file."""
    named = {layer.geodata for layer in layers} | {PLACES}
    found = files_in(folders.geodata, "*.geojson")
    return [path for path in found if path.is_file() and path.name not in named]


def _drawn_faults(layer: Layer, catalogue: Catalogue) -> Iterator[Fault]:
    for feature in layer.features:
        known, where = feature["properties"], f"id “{feature['id']}”"
        if "published_km" in known and not known.get("published_source"):
            expected = "the key “published_source”: no number without its source"
            yield Fault(layer.geodata or layer.id, where, "published_km without a source", expected)
        if known.get("mode"):
            yield from _line_faults(layer, feature, where)
        for other in known.get("shared_with", ()):
            if not _drawn_by(catalogue.layers.get(other), feature):
                expected = f"a feature of {other} with the same coordinates"
                yield Fault(layer.geodata or layer.id, where, f"shared_with {shown(other)}", expected)


def _line_faults(layer: Layer, feature: dict[str, Any], where: str) -> Iterator[Fault]:
    known = feature["properties"]
    drawn = length_km(feature["geometry"])
    if abs(drawn - known["km"]) > 0.1 + drawn / 1000:
        expected = f"{drawn:.1f}, the geodesic length of what is drawn (WGS84)"
        yield Fault(layer.geodata or layer.id, where, f"km: {known['km']}", expected)
    if known["mode"] not in ("rail", "road"):
        return
    longest = longest_piece_km(feature["geometry"])
    if longest > STRAIGHT_KM + 0.05 and not known.get("generalised"):
        found = f"a straight piece of {longest:.1f} km"
        yield Fault(
            layer.geodata or layer.id, where, found, f"generalised: true, since it is over {STRAIGHT_KM} km"
        )


def _drawn_by(layer: Layer | None, feature: dict[str, Any]) -> bool:
    if layer is None:
        return False
    coordinates = feature["geometry"]["coordinates"]
    same = (coordinates, coordinates[::-1])
    return any(other["geometry"]["coordinates"] in same for other in layer.features)


def _essay_faults(file: str, key: str, essay: Essay) -> Iterator[Fault]:
    numbers = sorted(number for number in essay.paragraphs if isinstance(number, int))
    if missing := sorted(set(range(1, max(numbers, default=0) + 1)) - set(numbers)):
        yield Fault(file, key, f"no paragraph {missing[0]}", "every paragraph, without a gap")
    for number, gist in essay.paragraphs.items():
        if len(gist.split()) > GIST_WORDS:
            found = f"a gist of {len(gist.split())} words"
            yield Fault(file, f"{key}, paragraph {number}", found, f"at most {GIST_WORDS}")
