"""The names that the search box knows: layers, places and parts of layers, under every spelling."""

from __future__ import annotations

from typing import TypedDict

from layers.model.catalogue import Catalogue
from layers.model.feature import Place
from layers.model.gazetteer import PLACES_LAYER, Gazetteer
from layers.model.reference import Reference


class Entry(TypedDict):
    """One thing to find: what to show, what it answers to, where it leads."""

    ref: str
    name: str
    also: str
    kind: str


def search_entries(catalogue: Catalogue, gazetteer: Gazetteer) -> list[Entry]:
    """Return layers, places and named features; `also` joins the other spellings by a bar.

    Of two that are equally near to what is typed the earlier one is shown first: what the essays name, then
    places by rank, then parts of layers.
    """
    in_essays: dict[str, list[str]] = {}
    for row in gazetteer.names:
        lead = Reference.to_place(row.place) if row.place else row.opens
        if lead:
            in_essays.setdefault(lead, []).extend(_plain_names(row.name))
    places = sorted(catalogue.places.values(), key=lambda place: (not place.named_in, place.rank, place.id))
    named = [place for place in places if place.named_in]
    return [
        *(_place_entry(place, in_essays) for place in named),
        *(
            _entry(layer.id, layer.short, "layer" if layer.drawn else "card", names)
            for layer in catalogue.layers.values()
            for names in [[layer.title, *(one.name for one in layer.names), *in_essays.get(layer.id, [])]]
        ),
        *(_place_entry(place, in_essays) for place in places[len(named) :]),
        *(
            _entry(
                Reference.to_feature(layer.id, feature["id"]), feature["properties"]["name"], layer.short, []
            )
            for layer in catalogue.layers.values()
            if layer.id != PLACES_LAYER  # its places stand above
            for feature in layer.features
        ),
    ]


def _plain_names(name: str) -> list[str]:
    """Return a gazetteer's name without its remark, and the remark where it is a spelling: "A (B / C)"."""
    plain, _, remark = name.partition(" (")
    spelled = remark.rstrip(")").removeprefix("recte ").split(" / ") if remark else []
    return [*plain.split(" / "), *spelled, *([plain] if " / " in plain else [])]


def _place_entry(place: Place, in_essays: dict[str, list[str]]) -> Entry:
    ref = Reference.to_place(place.id)
    names = [place.label or "", *place.names, *in_essays.get(ref, [])]
    return _entry(ref, place.name, place.kind, names)


def _entry(ref: str, name: str, kind: str, names: list[str]) -> Entry:
    others = dict.fromkeys(other for other in names if other and other != name)
    return Entry(ref=ref, name=name, also=" | ".join(others), kind=kind)
