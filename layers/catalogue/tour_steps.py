"""A step held against the atlas: what it asks for and is not there is told, left out, and made up for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from layers.files.faults import shown
from layers.model.catalogue import Catalogue
from layers.model.reference import Reference
from layers.model.tour import Bounds, RouteQuestion, Step, View
from layers.network.model import Network
from layers.network.search.closures import closure
from layers.network.search.question import QuestionError, check_words, find_via
from layers.network.tour_question import question_of

WHOLE_REGION = View(view=(41, 50, 4))
Told = Callable[[str, str, str], None]  # key of the step, what was found, what was expected


class ShownStep:
    """One step held against the atlas: what is not there is left out, said, and made up for."""

    def __init__(
        self, catalogue: Catalogue, network: Network, asked: Step, missing: list[str], fault: Told
    ) -> None:
        """Take a step as its file asks; `fault` is told of what is not there."""
        self.catalogue, self.network, self.asked = catalogue, network, asked
        self.missing, self._fault = missing, fault

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
        focus: Reference | View | Bounds = asked.focus
        if isinstance(focus, Reference) and not self._there(focus, "focus"):
            focus = next((item for item in (spotlight, *lit, *map(Reference, layers)) if item), WHOLE_REGION)
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

    def _there(self, reference: Reference, key: str) -> bool:
        if reference.place:
            if not self.catalogue.has(reference):
                self._miss(key, f"the place {shown(reference.place)}", "the id of a place in places.geojson")
            return self.catalogue.has(reference)
        if not self._layer(reference.layer or "", key):
            return False
        if not self.catalogue.has(reference):
            self._miss(key, f"the feature {shown(str(reference))}", "layer/feature of one that exists")
            return False
        return True

    def _on(self, reference: Reference, key: str) -> None:
        if reference.layer and reference.layer not in self.asked.layers:
            found = f"{shown(str(reference))}, whose layer is off"
            self._fault(key, found, f"“{reference.layer}” among the step's layers")

    def _answered(self, routes: RouteQuestion) -> bool:
        network, told = self.network, []
        for end in (routes.from_, routes.to):
            node = network.nodes.get(end)
            if node is None or node.strait:
                told.append((f"the end {shown(end)}", "the id of a place in the network, such as khorgos"))
        try:
            question = question_of(routes, network)
            check_words(question)
            if not told:
                find_via(network, question)
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
    for key in Step.model_fields.keys() & data.keys() if isinstance(data, dict) else ():
        raw = {**step, "focus": WHOLE_REGION.model_dump(), key: data[key]}
        try:
            right = Step.model_validate(raw)
        except ValueError:
            continue
        plain = plain.model_copy(update={key: getattr(right, key)})
    return plain
