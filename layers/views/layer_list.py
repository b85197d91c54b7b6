"""What stands beside the map before anything is asked: the head, the list of layers, the welcome."""

from __future__ import annotations

from markupsafe import Markup

from layers.model.catalogue import Catalogue
from layers.model.reference import Reference
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


# To start with: each leads to where its answer is seen.
QUESTIONS = {
    Reference("zangezur/aghband-agarak"): "What is TRIPP, and who calls it the Zangezur corridor?",
    Reference("port-of-baku/alat-port"): "Which two corridors meet at Alat?",
    Reference("north-south/astara-rasht"): "Where is the gap in the North–South railway?",
    Reference("anaklia"): "Who won the bid for Anaklia?",
}


def front_html(catalogue: Catalogue) -> str:
    """Return the head, the list and the welcome below it, as the index page has them."""
    return render(
        "front.html",
        panels=[panel.capitalize() for panel in Panel],
        rows=Markup(rows_html(catalogue)),
        questions={ref: said for ref, said in QUESTIONS.items() if catalogue.has(ref)},
        catalogue=catalogue,
    )


def skip_links() -> str:
    """Return what a keyboard meets first: the ways past the map and to it."""
    return render("skip.html")


def rows_html(catalogue: Catalogue) -> str:
    """Return the list as HTML: groups in their order, layers in theirs."""
    layers = sorted(catalogue.layers.values(), key=lambda layer: (layer.order, layer.id))
    groups = [(title, [layer for layer in layers if layer.group == group]) for group, title in GROUPS.items()]
    return render(
        "rows.html",
        groups=[(title, members) for title, members in groups if members],
        swatch=swatch,
    )
