"""What stands beside the map before anything is asked: the head, the list of layers, the welcome."""

from __future__ import annotations

from markupsafe import Markup

from layers.model.catalogue import Catalogue
from layers.views.marks import swatch
from layers.views.panel import Panel
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


def front_html(catalogue: Catalogue) -> str:
    """Return the head, the list and the welcome below it, as the index page has them."""
    return render(
        "front.html",
        panels=[panel.capitalize() for panel in Panel],
        rows=Markup(rows_html(catalogue)),
        catalogue=catalogue,
    )


def rows_html(catalogue: Catalogue) -> str:
    """Return the list as HTML: groups in their order, layers in theirs."""
    layers = sorted(catalogue.layers.values(), key=lambda layer: (layer.order, layer.id))
    groups = [(title, [layer for layer in layers if layer.group == group]) for group, title in GROUPS.items()]
    return render(
        "rows.html",
        groups=[(title, members) for title, members in groups if members],
        swatch=swatch,
    )
