"""The sign of a layer: of each kind that is drawn, and of what somebody draws without a hatch."""

from __future__ import annotations

from typing import Any

import pytest

from layers.map.swatches import sign
from layers.model.catalogue import Catalogue


def test_every_layer_that_is_drawn_has_a_sign_in_its_own_colour(catalogue: Catalogue) -> None:
    for layer in catalogue.drawn:
        assert f"var(--subject-{layer.subject})" in sign(layer), layer.id
    signs = [sign(layer) for layer in catalogue.drawn]
    assert len(set(signs)) == len(signs)


@pytest.mark.parametrize(
    ("kind", "part"), [("Polygon", "<rect"), ("LineString", "<path"), ("Point", "<circle"), ("", "")]
)
def test_what_somebody_draws_has_a_sign_whatever_it_is(catalogue: Catalogue, kind: str, part: str) -> None:
    properties: dict[str, Any] = {"kind": "place", "status": "operating", "mode": "rail"}
    features = [{"geometry": {"type": kind}, "properties": properties}] if kind else []
    layer = catalogue.layers["karabakh"].model_copy(update={"hatch": None, "features": features})
    assert part in sign(layer)
    assert bool(sign(layer)) == bool(kind)
