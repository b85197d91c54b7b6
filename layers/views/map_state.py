"""The map's state as the page knows it, read from an address or a report; nothing here knows Streamlit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from layers.model.catalogue import Catalogue
from layers.model.gazetteer import PLACES_LAYER
from layers.model.reference import Reference


@dataclass(frozen=True)
class AtlasState:
    """What the map shows, as far as the page's text depends on it."""

    layers: tuple[str, ...]
    selected: Reference | None
    hints: tuple[str, ...] = ()

    @property
    def open_layer(self) -> str | None:
        """The layer whose card is open."""
        return self.selected.layer if self.selected else None

    @property
    def open_card(self) -> Reference | None:
        """The card that is open: a layer's or a place's, also for what the layer of places draws."""
        if self.selected and self.selected.layer == PLACES_LAYER and self.selected.feature:
            return Reference.to_place(self.selected.feature)
        return Reference(self.open_layer) if self.open_layer else self.selected

    @classmethod
    def of_address(cls, query: Mapping[str, str], catalogue: Catalogue) -> AtlasState:
        """Read the page's query. What is unknown is left out and named in hints; never raises."""
        hints: list[str] = []
        if "layers" in query:
            asked = [name for name in query["layers"].split(",") if name]
            layers = tuple(name for name in catalogue.layers if name in asked)
            unknown = [name for name in asked if name not in catalogue.layers]
            if unknown:
                hints.append(
                    f"The address names layers that this atlas does not have: {', '.join(unknown)[:80]}."
                )
        else:
            layers = tuple(layer.id for layer in catalogue.layers.values() if layer.on)
        wanted = query.get("selected", "")
        selected = Reference.read(wanted)
        if wanted and not (selected and catalogue.has(selected)):
            hints.append(f"The address selects something that this atlas does not have: {wanted[:80]}.")
            selected = None
        return cls(layers, selected, tuple(hints))

    @classmethod
    def of_report(cls, report: Mapping[str, Any], catalogue: Catalogue) -> AtlasState:
        """Read what the map in the browser reports; it comes from outside and is checked like an address."""
        layers = report.get("layers")
        query = {"layers": ",".join(str(name) for name in layers)} if isinstance(layers, list) else {}
        if isinstance(report.get("selected"), str):
            query["selected"] = report["selected"]
        return cls.of_address(query, catalogue)
