"""The page's texts as HTML, made once for each state of the files and called by its digest.

The browser fetches and keeps them; a page that was opened with one state stays with it. Where a text shows a
claim, only the claim's place stands in it: the browser takes the claim out of its layer's card, so that none
travels twice.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from layers.catalogue.atlas import Atlas
from layers.catalogue.names.index import names_of
from layers.files.words import readable_date
from layers.model.catalogue import Catalogue
from layers.model.essay import Essay
from layers.views.citing import atlas_forms, cited, forms, locator, of_essay, of_source
from layers.views.corrected import corrected_html
from layers.views.drawn import drawn_html
from layers.views.layer_card import card_html
from layers.views.names import USERS, names_html
from layers.views.parts import parts_html
from layers.views.passages import changed_html, differing_html, passages_html
from layers.views.place_card import place_html
from layers.views.render import render
from layers.views.search_entries import Entry, search_entries
from layers.views.terms import explained, meanings

STATES = 8  # how many states of the files are held at once

Folder = Mapping[str, str]


@dataclass(frozen=True, eq=False)
class Fragments:
    """Texts by folder and name, and what there is to search."""

    digest: str
    folders: Mapping[str, Folder]
    search: list[Entry]

    @property
    def packs(self) -> Mapping[str, object]:
        """What is fetched in one piece: a folder with all its texts, or the names to search."""
        return {**self.folders, "search": self.search}


@lru_cache(maxsize=STATES)
def fragments_of(atlas: Atlas) -> Fragments:
    """Make every text of an atlas; equal texts have an equal digest in any process."""
    catalogue, gazetteer = atlas.catalogue, atlas.gazetteer
    folders = {
        "cards": {
            str(layer.id): explained(card_html(layer, atlas), atlas.glossary)
            for layer in catalogue.layers.values()
        },
        "parts": {
            str(layer.id): explained(parts_html(layer, catalogue), atlas.glossary)
            for layer in catalogue.drawn
        },
        "drawn": {str(layer.id): drawn_html(layer, catalogue) for layer in catalogue.drawn},
        "places": {place.id: place_html(place, catalogue, gazetteer) for place in catalogue.places.values()},
        "notes": _notes(catalogue),
        "terms": meanings(atlas.glossary),
        "works": _works(catalogue),
        "paragraphs": {essay: passages_html(atlas, essay) for essay in catalogue.essays},
        "lists": {
            "changed": changed_html(catalogue),
            "differ": differing_html(catalogue),
            "corrected": corrected_html(atlas),
        },
        "names": {by: names_html(gazetteer, by) for by in (*USERS, *catalogue.essays)},
    }
    search = search_entries(names_of(atlas))
    told = json.dumps([folders, search], sort_keys=True, ensure_ascii=False)
    return Fragments(hashlib.sha256(told.encode()).hexdigest()[:16], folders, search)


def _notes(catalogue: Catalogue) -> Folder:
    """Return what each paragraph is about, by "essay:number"; how essays and atlas are cited."""
    gists = {
        f"{key}:{number}": render("note.html", key=key, number=number, gist=gist, at=locator((number,)))
        for key, essay in catalogue.essays.items()
        for number, gist in essay.paragraphs.items()
    }
    return (
        gists
        | {key: _essay(key, essay) for key, essay in catalogue.essays.items()}
        | {"atlas": render("work.html", work=None, forms=atlas_forms(catalogue.known_to))}
    )


def _essay(key: str, essay: Essay) -> str:
    lead = f"{essay.author}, {essay.called}"
    where = f"{essay.published_in}, {readable_date(essay.date)}"
    return render("work.html", work=essay, lead=lead, where=where, forms=forms(of_essay(key, essay)))


def _works(catalogue: Catalogue) -> Folder:
    """Return how each source of others is cited, by its id."""
    return {
        key: render(
            "work.html",
            work=source,
            lead=source.title,
            where=cited(source),
            forms=forms(of_source(key, source)) if catalogue.is_outside(key) else {},
        )
        for key, source in catalogue.sources.items()
    }
