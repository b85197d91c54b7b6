"""The map's state as the page knows it, read from an address or a report; nothing here knows Streamlit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from layers.model.catalogue import Catalogue
from layers.model.gazetteer import PLACES_LAYER


@dataclass(frozen=True)
class AtlasState:
    """What the map shows, as far as the page's text depends on it.

    selected is a layer id, "layer/feature", "place:id" or None.
    """

    layers: tuple[str, ...]
    selected: str | None
    hints: tuple[str, ...] = ()

    @property
    def open_layer(self) -> str | None:
        """The layer whose card is open."""
        if self.selected is None or self.selected.startswith("place:"):
            return None
        return self.selected.partition("/")[0]

    @property
    def open_card(self) -> str | None:
        """The card that is open: a layer's id, or "place:id", also for what the layer of places draws."""
        layer, _, feature = (self.selected or "").partition("/")
        if layer.startswith("place:"):
            return layer
        return f"place:{feature}" if layer == PLACES_LAYER and feature else self.open_layer

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
        selected = query.get("selected") or None
        if selected is not None and not _known(selected, catalogue):
            hints.append(f"The address selects something that this atlas does not have: {selected[:80]}.")
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


def _known(ref: str, catalogue: Catalogue) -> bool:
    if ref.startswith("place:"):
        return ref.removeprefix("place:") in catalogue.places
    layer_id, _, feature_id = ref.partition("/")
    layer = catalogue.layers.get(layer_id)
    if layer is None:
        return False
    return not feature_id or any(feature["id"] == feature_id for feature in layer.features)
