"""The card of a place: its names, the paragraphs that name it, and the claims that touch it."""

from __future__ import annotations

from dataclasses import dataclass

from layers.model.catalogue import Catalogue
from layers.model.essay import Essay
from layers.model.feature import Place
from layers.model.gazetteer import PLACES_LAYER, Gazetteer
from layers.model.layer import Claim
from layers.model.reference import Reference
from layers.model.vocabulary import Paragraph
from layers.views.layer_card import Entry
from layers.views.passages import entries
from layers.views.render import render

FOLDED_FROM = 13  # a longer list starts folded


@dataclass(frozen=True)
class Naming:
    """The paragraphs of one essay that name a place, with what each is about."""

    key: str
    essay: Essay
    gists: tuple[tuple[Paragraph, str], ...]


def place_html(place: Place, catalogue: Catalogue, gazetteer: Gazetteer) -> str:
    """Return the card of any labelled place, whether an essay names it or not."""
    touching, beside = claims_about(place, catalogue)
    namings = named_in(place, catalogue)
    return render(
        "place.html",
        place=place,
        kind=kind_of(place, catalogue),
        country=country_of(place, catalogue),
        essay_names=[row.name for row in gazetteer.of_place(place.id) if row.name != place.name],
        namings=namings,
        paragraphs=sum(len(naming.gists) for naming in namings),
        touching=touching,
        beside=beside,
        folded_from=FOLDED_FROM,
    )


def kind_of(place: Place, catalogue: Catalogue) -> str:
    """Return what a place is; for an area, what the layer of the essays' places calls it, if it draws it."""
    drawn = catalogue.feature(Reference.to_feature(PLACES_LAYER, place.id)) if place.kind == "area" else None
    kind = str(drawn["properties"]["kind"]) if drawn else place.kind
    return kind.replace("-", " ")


def country_of(place: Place, catalogue: Catalogue) -> str:
    """Return the name of the country in which a place lies; empty for countries, seas and wide areas."""
    if place.country is None or place.kind == "country":
        return ""
    return catalogue.country_names.get(place.country, place.country)


def named_in(place: Place, catalogue: Catalogue) -> list[Naming]:
    """Return the paragraphs that name a place, by essay."""
    return [
        Naming(key, essay, tuple((number, essay.paragraphs[number]) for number in numbers))
        for key, essay in catalogue.essays.items()
        if (numbers := [number for number in place.named_in.get(key, ()) if number in essay.paragraphs])
    ]


def claims_about(place: Place, catalogue: Catalogue) -> tuple[list[Entry], list[Entry]]:
    """Return the claims that are about a place, and the others of the paragraphs that name it."""

    def named(claim: Claim) -> bool:
        return any(number in place.named_in.get(claim.essay, ()) for number in claim.paragraphs)

    every = [entry for entry in entries(catalogue) if entry.layer.broken is None]
    touching = [entry for entry in every if place.id in entry.claim.touches]
    return touching, [entry for entry in every if place.id not in entry.claim.touches and named(entry.claim)]
