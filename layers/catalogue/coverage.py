"""Whether the atlas holds all that the essays name and claim, by name (`layers check --coverage`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from layers.catalogue.atlas import load_atlas
from layers.catalogue.ledger import read_ledger
from layers.files.folders import ROOT
from layers.model.catalogue import Catalogue
from layers.model.gazetteer import PLACES_LAYER, EssayName, Gazetteer
from layers.model.layer import Claim, Layer
from layers.model.ledger import Ledger
from layers.model.reference import Reference
from layers.model.vocabulary import Paragraph


@dataclass(frozen=True)
class Coverage:
    """The counts as lines to print, and every miss as a sentence."""

    counts: tuple[str, ...]
    misses: tuple[str, ...]


def coverage(root: Path = ROOT) -> Coverage:
    """Hold the atlas at `root` against its ledger; raise RefusedFileError where there is no right ledger."""
    atlas = load_atlas(root)
    return cover(atlas.catalogue, atlas.gazetteer, read_ledger(root))


def cover(catalogue: Catalogue, gazetteer: Gazetteer, ledger: Ledger) -> Coverage:
    """Hold names, paragraphs, claims and corrections against the ledger."""
    parts = (
        _names(catalogue, gazetteer, ledger),
        _paragraphs(catalogue, gazetteer, ledger),
        _claims(catalogue, ledger),
        _corrections(catalogue, ledger),
    )
    counts = tuple(line for lines, _ in parts for line in lines)
    return Coverage(counts, tuple(miss for _, misses in parts for miss in misses))


Part = tuple[list[str], list[str]]


def _names(catalogue: Catalogue, gazetteer: Gazetteer, ledger: Ledger) -> Part:
    listed = [name for names in ledger.names.values() for name in names]
    rows = {row.name: row for row in gazetteer.names}
    wrong = {name: list(_name_misses(catalogue, row)) for name, row in rows.items()}
    misses = [str(fault) for fault in gazetteer.faults]
    misses += [f"name “{name}”: not in the gazetteer" for name in listed if name not in rows]
    misses += [f"name “{name}”: not in the ledger" for name in rows if name not in listed]
    misses += [f"name “{name}”: {miss}" for name, found in wrong.items() for miss in found]
    misses += list(_places_unsaid(catalogue, gazetteer))
    shown = [rows[name] for name in listed if name in rows and not wrong[name]]
    by = Counter(_way(row) for row in shown)
    ways = ", ".join(f"{by[way]} {words}" for way, words in _WAYS.items())
    return [f"names: {len(shown)} of {len(listed)} ({ways})"], misses


_WAYS = {
    "place": "at a place",
    "layer": "on a layer",
    "card": "on a card",
    "reason": "with a reason for none",
}


def _way(row: EssayName) -> str:
    return next(way for way in _WAYS if getattr(row, way) is not None)


def _name_misses(catalogue: Catalogue, row: EssayName) -> Iterator[str]:
    for essay, numbers in row.named_in.items():
        for number in numbers:
            if essay not in catalogue.essays or number not in catalogue.essays[essay].paragraphs:
                yield f"there is no paragraph {essay} {number}"
                continue
            place = catalogue.places.get(row.place or "")
            if place and number not in place.named_in.get(essay, ()):
                yield f"the place {row.place} does not say that {essay} {number} names it"
    if row.place is not None:
        if row.place not in catalogue.places:
            yield f"no place {row.place}"
        elif catalogue.feature(Reference.to_feature(PLACES_LAYER, row.place)) is None:
            yield f"the layer {PLACES_LAYER} does not draw {row.place}"
    if row.layer is not None and not _is_shown(catalogue.layers.get(row.layer), drawn=True):
        yield f"no layer {row.layer} that can be drawn"
    if row.card is not None and not _is_shown(catalogue.layers.get(row.card), drawn=False):
        yield f"no card {row.card} that can be shown"


def _is_shown(layer: Layer | None, *, drawn: bool) -> bool:
    return layer is not None and layer.broken is None and (layer.drawn or not drawn)


def _places_unsaid(catalogue: Catalogue, gazetteer: Gazetteer) -> Iterator[str]:
    """Yield the paragraphs that a place says it is named in, and no name of the gazetteer does."""
    for place in catalogue.places.values():
        rows = gazetteer.of_place(place.id)
        for essay, numbers in place.named_in.items():
            said = {number for row in rows for number in row.named_in.get(essay, ())}
            for number in numbers:
                if number not in said:
                    yield f"place {place.id}: no name of the gazetteer stands in {essay} {number}"


def _paragraphs(catalogue: Catalogue, gazetteer: Gazetteer, ledger: Ledger) -> Part:
    numbered = list(ledger.numbered())
    claimed = {(claim.essay, number) for _, claim in _all_claims(catalogue) for number in claim.paragraphs}
    named = {(e, n) for row in gazetteer.names for e, numbers in row.named_in.items() for n in numbers}
    misses: list[str] = []
    for essay, number in numbered:
        about = catalogue.essays.get(essay)
        if about is None or not about.paragraphs.get(number):
            misses.append(f"paragraph {essay} {number}: no gist")
    misses += _empty(numbered, named, ledger.names_nothing, "name")
    misses += _empty(numbered, claimed, ledger.claims_nothing, "claim")
    short = {miss.split(":")[0] for miss in misses}
    lines = [f"paragraphs: {len(numbered) - len(short)} of {len(numbered)} with gist, names and claims"]
    for what, listed in (("names nothing", ledger.names_nothing), ("claims nothing", ledger.claims_nothing)):
        found = [f"{essay} {', '.join(map(str, numbers))}" for essay, numbers in listed.items() if numbers]
        lines.append(f"  of these, what {what}: {'; '.join(found) or 'none'}")
    return lines, misses


def _empty(
    numbered: list[tuple[str, Paragraph]],
    filled: set[tuple[str, Paragraph]],
    listed: Mapping[str, tuple[Paragraph, ...]],
    what: str,
) -> list[str]:
    """Return the paragraphs without name or claim that the ledger does not list as such, and the reverse."""
    misses = []
    for essay, number in numbered:
        nothing = number in listed.get(essay, ())
        if not nothing and (essay, number) not in filled:
            misses.append(f"paragraph {essay} {number}: no {what}")
        elif nothing and (essay, number) in filled:
            misses.append(f"paragraph {essay} {number}: a {what}, though the ledger says that it has none")
    return misses


def _claims(catalogue: Catalogue, ledger: Ledger) -> Part:
    listed = dict(ledger.claim_ids())
    own = {claim.id for _, claim in _all_claims(catalogue)}
    merged = {
        other: claim for _, claim in _all_claims(catalogue) for other in claim.merged if other not in own
    }
    missing = [claim for claim in listed if claim not in own and claim not in merged]
    misses = [f"claim {claim} ({listed[claim]}): not there, nor merged into another" for claim in missing]
    misses += [f"claim {claim}: not in the ledger" for claim in sorted(own - listed.keys())]
    lines = [f"claims: {len(listed) - len(missing)} of {len(listed)} in {len(ledger.claims)} subjects"]
    lines += [f"  {gone} is merged into {into.id}: {into.merged_why}" for gone, into in merged.items()]
    return lines, misses


def _corrections(catalogue: Catalogue, ledger: Ledger) -> Part:
    claims: dict[str, tuple[Layer, Claim]] = {}
    for layer, claim in _all_claims(catalogue):
        claims |= dict.fromkeys((claim.id, *claim.merged), (layer, claim))
    misses: list[str] = []
    stands = 0
    for statement in ledger.corrected:
        found = [
            f"statement of {statement.where}: {claim} {wrong}"
            for claim in statement.claims
            for wrong in _uncorrected(claim, claims, ledger)
        ]
        stands += not found
        misses += found
    lines = [f"statements that need a correction: {stands} of {len(ledger.corrected)} have it"]
    lines += [f"  {claim} is handled differently: {one.why}" for claim, one in ledger.differently.items()]
    return lines, misses


def _uncorrected(claim_id: str, claims: Mapping[str, tuple[Layer, Claim]], ledger: Ledger) -> Iterator[str]:
    if claim_id not in claims:
        yield "is not there"
        return
    layer, claim = claims[claim_id]
    exemption = ledger.differently.get(claim_id)
    rule = exemption.rule if exemption else None
    if not claim.check.note:
        yield "has no note"
    if rule != "note-only" and not claim.check.verdict.needs_note:
        yield f"has the verdict “{claim.check.verdict}”"
    if rule == "off-map" and layer.drawn:
        yield f"stands on {layer.id}, which is drawn on the map"


def _all_claims(catalogue: Catalogue) -> Iterator[tuple[Layer, Claim]]:
    for layer in catalogue.layers.values():
        if layer.broken is None:
            for claim in layer.claims:
                yield layer, claim
