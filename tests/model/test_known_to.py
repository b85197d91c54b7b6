"""The date up to which the atlas knows: that of what it was built from, whatever lies beside it."""

from __future__ import annotations

from dataclasses import replace

from layers.model.catalogue import Catalogue


def test_a_layer_that_somebody_has_drawn_beside_them_does_not_move_the_date(catalogue: Catalogue) -> None:
    known = catalogue.known_to
    later = catalogue.layers["anaklia"].model_copy(update={"as_of": "2030-01", "is_built": False})
    assert known == "2026-06-29"
    assert replace(catalogue, layers={**catalogue.layers, "own": later}).known_to == known
    built = later.model_copy(update={"is_built": True})
    assert replace(catalogue, layers={**catalogue.layers, "own": built}).known_to == "2030-01"
