"""How the parts of a layer were drawn: the notes of the workshop, which nobody needs who reads its card."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from layers.model.catalogue import Catalogue
from layers.model.layer import Layer
from layers.views.citing import cited
from layers.views.render import render
from layers.views.ways import gauge_of


def drawn_html(layer: Layer, catalogue: Catalogue) -> str:
    """Return how each part was drawn, by source and licence: its lengths, accuracy, gauge and notes."""
    found: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for feature in layer.features:
        part = feature["properties"]
        told = [text for tell in TELL if (text := tell(part, catalogue))]
        found.setdefault((part["source"], part["licence"]), []).append((part["name"], "; ".join(told)))
    return render("drawn.html", methods=found)


def _lengths(part: dict[str, Any], catalogue: Catalogue) -> str:
    known = [f"{part['km']:,.0f} km drawn"] if part.get("km") is not None else []
    if (track := part.get("track_km")) is not None:
        known.append(f"{track:,.0f} km of track")
    if (published := part.get("published_km")) is not None:
        both = published if isinstance(published, list | tuple) else [published]
        by = _by(part.get("published_source"), catalogue)
        known.append("–".join(f"{km:,g}" for km in both) + f" km published{by}")
    return ", ".join(known)


def _year(part: dict[str, Any], catalogue: Catalogue) -> str:
    by = _by(part.get("opened_source"), catalogue)
    return f"opened {part['opened']}{by}" if part.get("opened") and by else ""


def _by(source: str | None, catalogue: Catalogue) -> str:
    """Name the source of a figure in brackets: one of ours by publisher and date, another as it stands."""
    known = catalogue.sources.get(source or "")
    by = cited(known) if known else source
    return f" ({by})" if by else ""


def _within(part: dict[str, Any], _: Catalogue) -> str:
    within = part.get("uncertainty_km")
    return f"drawn within {within:,g} km" if within else ""


def _geometry(part: dict[str, Any], _: Catalogue) -> str:
    words = {"osm+fill": "gaps filled by hand", "schematic": "schematic: the true course differs"}
    straight = "long straight pieces" if part.get("generalised") else ""
    return ", ".join(filter(None, (words.get(part["geometry_class"]), straight)))


def _rest(part: dict[str, Any], _: Catalogue) -> str:
    gauge = gauge_of(part)
    return "; ".join(filter(None, (f"gauge {gauge:,} mm" if gauge else "", part.get("note"))))


TELL: tuple[Callable[[dict[str, Any], Catalogue], str], ...] = (_lengths, _year, _within, _geometry, _rest)
