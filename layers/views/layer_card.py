"""The card of a layer: its text beside the map, with the essays' claims checked one by one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from layers.catalogue.atlas import Atlas
from layers.catalogue.markdown import markdown_html
from layers.files.words import readable_date
from layers.model.catalogue import Catalogue
from layers.model.layer import Claim, Fact, Layer
from layers.views.amounts import amount
from layers.views.in_short import in_short
from layers.views.marks import mark
from layers.views.parts import Parts
from layers.views.render import render
from layers.views.section_strip import strip_html


@dataclass(frozen=True)
class Entry:
    """A claim and the layer whose card holds it."""

    layer: Layer
    claim: Claim


def card_html(layer: Layer, atlas: Atlas) -> str:
    """Return the card: in short, names, status, strip, text, facts, claims, voices, parts, sources."""
    catalogue = atlas.catalogue
    return render(
        "card.html",
        layer=layer,
        short=in_short(layer, atlas),
        body=Markup(markdown_html(layer.body, catalogue)),
        status_mark=mark(subject=layer.subject, status=layer.status),
        strip=strip_html(layer, catalogue),
        claims=[Entry(layer, claim) for claim in layer.claims],
        claim_view=lambda entry: claim_view(entry.claim, catalogue),
        differ=sources_differ,
        amount=amount,
        sources=catalogue.sources,
        used=_used_sources(layer),
        parts=Parts(layer, catalogue),
    )


def claim_view(claim: Claim, catalogue: Catalogue) -> dict[str, Any]:
    """Return what a template shows of a claim: words as HTML, sign and word of the verdict, publishers."""
    verdict = claim.check.verdict
    cites = "".join(f" [{claim.essay}:{number}]" for number in claim.paragraphs)
    own_cite = f"[{claim.essay}:" in claim.text
    return {
        "sign": verdict.sign,
        "word": verdict.word,
        "since": readable_date(claim.check.since) if claim.check.since else "",
        "text": Markup(markdown_html(claim.text if own_cite else claim.text + cites, catalogue)),
        "sources": [catalogue.sources[source].publisher or source for source in claim.check.sources],
    }


def sources_differ(fact: Fact) -> bool:
    """Tell whether two sources give different values for what the fact names."""
    given = {value.source: value.value for value in fact.values}
    return len(given) > 1 and len(set(map(str, given.values()))) > 1


def _used_sources(layer: Layer) -> list[str]:
    used: dict[str, None] = {}
    for fact in layer.facts:
        used |= dict.fromkeys(value.source for value in fact.values)
    for claim in layer.claims:
        used |= dict.fromkeys(claim.check.sources)
    used |= dict.fromkeys(voice.source for voice in layer.voices)
    used |= dict.fromkeys(promise.source for promise in layer.promised)
    return list(used)
