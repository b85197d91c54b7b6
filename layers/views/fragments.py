"""The page's texts as HTML, made once for each state of the files and called by its digest.

The browser fetches and keeps them; a page that was opened with one state stays with it. Where a text shows a
claim, only the claim's place stands in it: the browser takes the claim out of its layer's card, so that none
travels twice.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from layers.catalogue.atlas import Atlas
from layers.catalogue.names.index import names_of
from layers.files.border import Border
from layers.files.faults import Fault
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

UNMADE = "<p>This text could not be made from the atlas’s files; the others stand.</p>"
LISTS: Mapping[str, Callable[[Atlas], str]] = {
    "changed": lambda atlas: changed_html(atlas.catalogue),
    "differ": lambda atlas: differing_html(atlas.catalogue),
    "corrected": corrected_html,
}
STATES = 8  # how many states of the files are held at once

Folder = Mapping[str, str]


@dataclass(frozen=True, eq=False)
class Fragments:
    """Texts by folder and name, and what there is to search."""

    digest: str
    folders: Mapping[str, Folder]
    search: list[Entry]
    faults: tuple[Fault, ...] = ()  # what of the atlas's files could not be made a text of

    @property
    def packs(self) -> Mapping[str, object]:
        """What is fetched in one piece: a folder with all its texts, or the names to search."""
        return {**self.folders, "search": self.search}


@lru_cache(maxsize=STATES)
def fragments_of(atlas: Atlas) -> Fragments:
    """Make every text of an atlas; equal texts have an equal digest in any process.

    A text that cannot be made says so in its own place, and the others stand.
    """
    catalogue, gazetteer, glossary = atlas.catalogue, atlas.gazetteer, atlas.glossary
    faults: list[Fault] = []

    def texts(folder: str, names: Iterable[str], text_of: Callable[[str], str]) -> Folder:
        made = {}
        for name in names:
            made[name] = UNMADE
            with Border(f"{folder}/{name}", faults):
                made[name] = text_of(name)
        return made

    layers, places, gists = catalogue.layers, catalogue.places, _gists(catalogue)
    drawn = [layer.id for layer in catalogue.drawn]
    folders = {
        "cards": texts("cards", layers, lambda key: explained(card_html(layers[key], atlas), glossary)),
        "parts": texts("parts", drawn, lambda key: explained(parts_html(layers[key], catalogue), glossary)),
        "drawn": texts("drawn", drawn, lambda key: drawn_html(layers[key], catalogue)),
        "places": texts("places", places, lambda key: place_html(places[key], catalogue, gazetteer)),
        "notes": {
            **texts("notes", gists, lambda key: render("note.html", **gists[key])),
            **texts("notes", catalogue.essays, lambda key: _essay(key, catalogue.essays[key])),
            **texts("notes", ["atlas"], lambda _: _atlas(catalogue)),
        },
        "terms": meanings(glossary),
        "works": texts("works", catalogue.sources, lambda key: _work(key, catalogue)),
        "paragraphs": texts("paragraphs", catalogue.essays, lambda key: passages_html(atlas, key)),
        "lists": texts("lists", LISTS, lambda key: LISTS[key](atlas)),
        "names": texts("names", (*USERS, *catalogue.essays), lambda by: names_html(gazetteer, by)),
    }
    search = _names(atlas, faults)
    told = json.dumps([folders, search], sort_keys=True, ensure_ascii=False)
    return Fragments(hashlib.sha256(told.encode()).hexdigest()[:16], folders, search, tuple(faults))


def _names(atlas: Atlas, faults: list[Fault]) -> list[Entry]:
    with Border("the names to search", faults):
        return search_entries(names_of(atlas))
    return []


def _gists(catalogue: Catalogue) -> dict[str, dict[str, object]]:
    """Return what each paragraph is about, by "essay:number"."""
    return {
        f"{key}:{number}": {"key": key, "number": number, "gist": gist, "at": locator((number,))}
        for key, essay in catalogue.essays.items()
        for number, gist in essay.paragraphs.items()
    }


def _atlas(catalogue: Catalogue) -> str:
    """Return how the atlas is cited."""
    return render("work.html", work=None, forms=atlas_forms(catalogue.known_to))


def _essay(key: str, essay: Essay) -> str:
    """Return how an essay is cited."""
    lead = f"{essay.author}, {essay.called}"
    where = f"{essay.published_in}, {readable_date(essay.date)}"
    return render("work.html", work=essay, lead=lead, where=where, forms=forms(of_essay(key, essay)))


def _work(key: str, catalogue: Catalogue) -> str:
    """Return how a source of others is cited."""
    source = catalogue.sources[key]
    cited_as = forms(of_source(key, source)) if catalogue.is_outside(key) else {}
    return render("work.html", work=source, lead=source.title, where=cited(source), forms=cited_as)
