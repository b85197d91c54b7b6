"""The routes of an answer as one table, a column for each. No Streamlit."""

from __future__ import annotations

from collections.abc import Callable

from layers.files.words import listed
from layers.network.forms import MODES
from layers.network.model import Network
from layers.network.search.answer import Answer
from layers.network.search.question import short_name
from layers.network.search.route import Route
from layers.network.words.phrases import days_text, whole_km, whole_km_by_mode

NONE = "none"


def table(known: Network, answer: Answer) -> list[tuple[str, list[str]]]:
    """Return the rows, the most asked first: a label and a cell for each route; empty without a route."""
    if not answer.routes:
        return []
    rows: dict[str, Callable[[Route], str]] = {
        "km": lambda route: whole_km(route.km),
        "Days": lambda route: days_text(route.days).removesuffix(" days"),
        "Countries": lambda route: " → ".join(route.countries),
        "Borders": lambda route: str(route.borders),
    }
    used = [mode for mode in MODES if any(mode in route.km_by_mode for route in answer.routes)]
    for mode in used:
        rows[f"km by {mode}"] = lambda route, mode=mode: whole_km_by_mode(route).get(mode, "0")  # type: ignore[misc]
    rows |= {
        "Gauge changes": lambda route: str(route.gauge_breaks),
        "Reloadings": lambda route: str(route.transshipments),
        "Straits": lambda route: listed(short_name(known.nodes[at].name) for at in route.chokepoints) or NONE,
        "km not usable yet": lambda route: whole_km(route.waiting_km),
    }
    return [(label, [cell(route) for route in answer.routes]) for label, cell in rows.items()]
