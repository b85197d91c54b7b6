"""The list of what the atlas had wrong, as its readers see it."""

from __future__ import annotations

from layers.catalogue.atlas import Atlas
from layers.model.catalogue import Catalogue
from layers.model.reference import Reference
from layers.views.citing import cited
from layers.views.render import render


def corrected_html(atlas: Atlas) -> str:
    """Return the corrections, the latest first, each with the way to where it is seen and its source."""
    catalogue = atlas.catalogue
    return render(
        "corrected.html",
        rows=atlas.corrections.rows,
        unread=atlas.corrections.faults[0] if atlas.corrections.faults else None,
        has=catalogue.has,
        name_of=lambda reference: _name(reference, catalogue),
        cited=lambda source: cited(catalogue.sources[source]),
    )


def _name(reference: Reference, catalogue: Catalogue) -> str:
    if reference.place:
        return catalogue.places[reference.place].name
    feature = catalogue.feature(reference)
    return str(feature["properties"]["name"]) if feature else catalogue.layers[reference.layer or ""].short
