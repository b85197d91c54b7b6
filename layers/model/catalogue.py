"""All that an atlas holds: layers with features, sources, essays, places, tours, and its faults."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from layers.files.faults import Fault
from layers.model.essay import Essay, Source
from layers.model.feature import Place
from layers.model.kind import PlaceKind
from layers.model.layer import OURS, Layer
from layers.model.reference import Reference
from layers.model.tour import Tour


@dataclass(frozen=True)
class Catalogue:
    """What was loaded; `layers` are in the order in which they are listed, broken ones among them."""

    layers: dict[str, Layer] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    essays: dict[str, Essay] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    tours: dict[str, Tour] = field(default_factory=dict)

    @property
    def drawn(self) -> list[Layer]:
        """The layers that can be shown."""
        return [layer for layer in self.layers.values() if layer.drawn]

    @property
    def known_to(self) -> str:
        """The date up to which the status of what can open or close is known; empty for nothing.

        Of the layers that geodata.build has made: one drawn beside them says nothing of theirs.
        """
        layers = self.layers.values()
        return max((layer.as_of for layer in layers if layer.status and layer.is_built), default="")

    @cached_property
    def country_names(self) -> dict[str, str]:
        """The names of the countries of the map, by their code."""
        lands = [place for place in self.places.values() if place.kind is PlaceKind.COUNTRY]
        return {land.country: land.name for land in lands if land.country}

    @cached_property
    def parts(self) -> frozenset[str]:
        """Every part of every layer as a reference: "zangezur/aghband-agarak"."""
        layers = self.layers.values()
        return frozenset(f"{layer.id}/{feature['id']}" for layer in layers for feature in layer.features)

    @cached_property
    def broken(self) -> frozenset[str]:
        """The layers that cannot be shown."""
        return frozenset(layer.id for layer in self.layers.values() if layer.broken)

    def is_outside(self, source: str) -> bool:
        """Whether a source is somebody else's, not what this atlas measured, drew or knows by itself."""
        return source != OURS and self.sources[source].outside

    def feature(self, reference: Reference) -> dict[str, Any] | None:
        """Return the feature that is meant, or None when there is none."""
        layer = self.layers.get(reference.layer or "")
        return layer.feature(reference.feature) if layer and reference.feature else None

    def has(self, reference: Reference) -> bool:
        """Whether what is meant is there: the place, the layer, the part of a layer."""
        if reference.place:
            return reference.place in self.places
        return self.feature(reference) is not None if reference.feature else reference.layer in self.layers
