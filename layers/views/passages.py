"""What the reading panel lists: paragraphs with places and claims, claims by kind, differing facts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from layers.catalogue.atlas import Atlas
from layers.model.catalogue import Catalogue
from layers.model.gazetteer import EssayName, Gazetteer
from layers.model.layer import Fact, Layer
from layers.model.reference import Reference
from layers.model.verdict import Verdict
from layers.model.vocabulary import Paragraph
from layers.views.fact_view import amount, fact_view, sources_differ
from layers.views.layer_card import Entry
from layers.views.names import Piece, linked, placeless
from layers.views.render import render

ESSAYS = "essays.yaml"


def passages_html(atlas: Atlas, essay: str, opened: dict[int | str, str] | None = None) -> str:
    """Return an essay's paragraphs in order; `opened` are the words of those that a reader opened."""
    catalogue, gazetteer = atlas.catalogue, atlas.gazetteer
    return render(
        "paragraphs.html",
        essay=essay,
        about=catalogue.essays[essay],
        passages=passages(catalogue, gazetteer, essay, opened),
        placeless=[name for name in placeless(gazetteer.names) if essay in name.named_in],
    )


def no_essays(catalogue: Catalogue) -> str:
    """Say why there is no essay to read."""
    why = next((str(fault) for fault in catalogue.faults if Path(fault.file).name == ESSAYS), "")
    return f"There are no essays to read: {why or 'this atlas has none.'}"


def claims_html(catalogue: Catalogue, *, kinds: list[str], verdicts: list[str]) -> str:
    """Return the claims of these kinds and verdicts, and how many of the kinds have which verdict."""
    every = entries(catalogue)
    of_kinds = chosen(every, kinds=kinds, verdicts=[])
    return render(
        "claims.html",
        found=chosen(every, kinds=kinds, verdicts=verdicts),
        total=len(every),
        changed=False,
        asked=[verdict for verdict in Verdict if verdict in verdicts],
        counts={verdict: len(chosen(of_kinds, kinds=[], verdicts=[verdict])) for verdict in Verdict},
        named=places_named(catalogue, kinds=kinds, verdicts=verdicts),
    )


def places_named(catalogue: Catalogue, *, kinds: list[str], verdicts: list[str]) -> list[Reference]:
    """Return the places that the chosen claims are about; none while all claims are shown."""
    if not kinds and not verdicts:
        return []
    found = chosen(entries(catalogue), kinds=kinds, verdicts=verdicts)
    touched = dict.fromkeys(place for entry in found for place in entry.claim.touches)
    return [Reference.to_place(place) for place in touched]


def changed_html(catalogue: Catalogue) -> str:
    """Return the claims that time or the record has overtaken."""
    every = entries(catalogue)
    return render("claims.html", found=changed_since(every), total=len(every), changed=True)


def differing_html(catalogue: Catalogue) -> str:
    """Return the facts on which sources disagree, with every value side by side."""
    found = differing(catalogue)
    told = [(layer, fact_view(layer, fact, catalogue)) for layer, fact in found]
    return render("differ.html", facts=told, amount=amount, sources=catalogue.sources)


@dataclass(frozen=True)
class Passage:
    """A paragraph: gist, names, claims made, and its words where a reader opened them."""

    number: Paragraph
    gist: str
    names: tuple[EssayName, ...]
    claims: tuple[Entry, ...]
    words: tuple[Piece, ...] = ()


def entries(catalogue: Catalogue) -> list[Entry]:
    """Return every claim of every layer that can be read, in the order of the list."""
    return [Entry(layer, claim) for layer in catalogue.layers.values() for claim in layer.claims]


def passages(
    catalogue: Catalogue, gazetteer: Gazetteer, essay: str, opened: dict[int | str, str] | None = None
) -> list[Passage]:
    """Return an essay's paragraphs in order; `opened` holds the words of those that a reader opened."""
    claims = [entry for entry in entries(catalogue) if entry.claim.essay == essay]
    listed = []
    for number, gist in catalogue.essays[essay].paragraphs.items():
        names = gazetteer.in_paragraph(essay, number)
        made = tuple(entry for entry in claims if number in entry.claim.paragraphs)
        words = (opened or {}).get(number)
        listed.append(Passage(number, gist, names, made, linked(words, names, catalogue) if words else ()))
    return listed


def chosen(found: list[Entry], *, kinds: list[str], verdicts: list[str]) -> list[Entry]:
    """Return the claims of these kinds and verdicts; an empty choice means all."""
    return [
        entry
        for entry in found
        if (not kinds or entry.claim.kind in kinds)
        and (not verdicts or entry.claim.check.verdict in verdicts)
    ]


def changed_since(found: list[Entry]) -> list[Entry]:
    """Return the claims that time or the record has overtaken, the latest change first."""
    late = [entry for entry in found if entry.claim.check.verdict.overtaken]
    return sorted(late, key=lambda entry: entry.claim.check.since or "", reverse=True)


def differing(catalogue: Catalogue) -> list[tuple[Layer, Fact]]:
    """Return the facts on which sources disagree."""
    return [
        (layer, fact)
        for layer in catalogue.layers.values()
        for fact in layer.facts
        if sources_differ(fact, catalogue)
    ]
