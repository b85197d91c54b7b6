"""A step held against the atlas: what it asks for and is not there is told, left out, and made up for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from layers.files.faults import shown
from layers.model.tour import RouteQuestion, Step, View
from layers.network.current import current_network
from layers.network.search.closures import closure
from layers.network.search.question import QuestionError, check_words
from layers.network.search.tour_question import question_of

if TYPE_CHECKING:
    from layers.model.catalogue import Catalogue

WHOLE_REGION = View(view=(41, 50, 4))
Told = Callable[[str, str, str], None]  # key of the step, what was found, what was expected


class ShownStep:
    """One step held against the atlas: what is not there is left out, said, and made up for."""

    def __init__(self, catalogue: Catalogue, asked: Step, missing: list[str], fault: Told) -> None:
        self.catalogue, self.asked, self.missing, self._fault = catalogue, asked, missing, fault

    def step(self) -> Step:
        """Return the step as it can be shown."""
        asked = self.asked
        layers = tuple(layer for layer in asked.layers if self._layer(layer, "layers"))
        lit = tuple(reference for reference in asked.lit if self._there(reference, "lit"))
        for reference in lit:
            self._on(reference, "lit")
        spotlight = asked.spotlight if asked.spotlight and self._there(asked.spotlight, "spotlight") else None
        if spotlight:
            self._on(spotlight, "spotlight")
        focus = asked.focus
        if isinstance(focus, str) and not self._there(focus, "focus"):
            focus = next((item for item in (spotlight, *lit, *layers) if item), WHOLE_REGION)
        routes = asked.routes if asked.routes and self._answered(asked.routes) else None
        found = {"layers": layers, "lit": lit, "spotlight": spotlight, "focus": focus, "routes": routes}
        return asked.model_copy(update={**found, "missing": tuple(dict.fromkeys(self.missing))})

    def _layer(self, layer_id: str, key: str) -> bool:
        layer = self.catalogue.layers.get(layer_id)
        if layer is not None and layer.drawn:
            return True
        if layer is None:
            self._miss(key, f"the layer {shown(layer_id)}", "a layer of this atlas")
        elif layer.broken:
            self.missing.append(f"The layer {layer.short} is broken and cannot be shown.")
        else:
            self._miss(key, f"the layer {shown(layer_id)}", "a layer with geometry, not a card alone")
        return False

    def _there(self, reference: str, key: str) -> bool:
        scheme, _, place = reference.partition(":")
        if scheme == "place":
            if place not in self.catalogue.places:
                self._miss(key, f"the place {shown(place)}", "the id of a place in places.geojson")
            return place in self.catalogue.places
        layer_id, _, slug = reference.partition("/")
        if not self._layer(layer_id, key):
            return False
        if slug and self.catalogue.feature(reference) is None:
            self._miss(key, f"the feature {shown(reference)}", "layer/feature of one that exists")
            return False
        return True

    def _on(self, reference: str, key: str) -> None:
        layer_id = reference.split("/")[0]
        if ":" not in reference and layer_id not in self.asked.layers:
            found = f"{shown(reference)}, whose layer is off"
            self._fault(key, found, f"“{layer_id}” among the step's layers")

    def _answered(self, routes: RouteQuestion) -> bool:
        network, told = current_network(), []
        for end in (routes.from_, routes.to):
            node = network.nodes.get(end)
            if node is None or node.strait:
                told.append((f"the end {shown(end)}", "the id of a place in the network, such as khorgos"))
        try:
            check_words(question_of(routes, network))
            for word in routes.closed:
                closure(network, word)
        except QuestionError as error:
            told.append(
                (f"a question that cannot be asked ({str(error).rstrip('.')})", "words of the network")
            )
        for found, expected in told:
            self._miss("routes", found, expected)
        return not told

    def _miss(self, key: str, found: str, expected: str) -> None:
        self._fault(key, found, expected)
        self.missing.append(f"Not in this atlas: {found}.")


def mended(data: Any, number: int) -> Step:
    """Keep the keys of a broken step that are right by themselves and fill in what must be there."""
    step = {"id": f"step-{number + 1}", "headline": f"Step {number + 1}", "caption": "…", "layers": ()}
    plain = Step.model_validate({**step, "focus": WHOLE_REGION.model_dump()})
    for key, value in data.items() if isinstance(data, dict) else ():
        raw = {**step, "focus": WHOLE_REGION.model_dump(), key: value}
        try:
            right = Step.model_validate(raw)
        except ValueError:
            continue
        plain = plain.model_copy(update={key: getattr(right, key)})
    return plain
