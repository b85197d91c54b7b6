"""The list of layers as HTML: groups in their order, layers in theirs."""

from __future__ import annotations

from layers.model.catalogue import Catalogue
from layers.views.marks import swatch
from layers.views.render import render

GROUPS = {
    "corridors": "Corridors",
    "ports-and-fields": "Ports and fields",
    "energy": "Energy",
    "security": "Security",
    "waters": "Waters",
    "places": "Places",
    "memberships": "Memberships",
    "not-on-the-map": "Not on the map",
}


def rows_html(catalogue: Catalogue) -> str:
    """Return the list as HTML: groups in their order, layers in theirs."""
    layers = sorted(catalogue.layers.values(), key=lambda layer: (layer.order, layer.id))
    groups = [(title, [layer for layer in layers if layer.group == group]) for group, title in GROUPS.items()]
    return render(
        "rows.html",
        groups=[(title, members) for title, members in groups if members],
        swatch=swatch,
        essays=catalogue.essays,
        notes=[(name, number) for name, essay in catalogue.essays.items() for number in essay.paragraphs],
    )
