"""The card of a layer: its text beside the map, with the essays' claims checked one by one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from layers.catalogue.atlas import Atlas
from layers.catalogue.markdown import markdown_html
from layers.files.words import readable_date
from layers.model.catalogue import Catalogue
from layers.model.layer import OURS, Claim, Layer
from layers.views.citing import cited, locator
from layers.views.fact_view import amount, fact_view
from layers.views.in_short import in_short, says_more, short_sources
from layers.views.marks import mark
from layers.views.parts import has_lines
from layers.views.render import render
from layers.views.section_strip import strip_html


@dataclass(frozen=True)
class Entry:
    """A claim and the layer whose card holds it."""

    layer: Layer
    claim: Claim


def card_html(layer: Layer, atlas: Atlas) -> str:
    """Return the card: names, in short, status, strip, text, the other facts, claims, voices, sources."""
    catalogue = atlas.catalogue
    facts = {fact.label: fact_view(layer, fact, catalogue) for fact in layer.facts}
    return render(
        "card.html",
        layer=layer,
        short=in_short(layer, atlas),
        body=Markup(markdown_html(layer.body, catalogue)),
        status_mark=mark(subject=layer.subject, status=layer.status),
        strip=strip_html(layer, catalogue),
        claims=[Entry(layer, claim) for claim in layer.claims],
        claim_view=lambda entry: claim_view(entry.claim, catalogue),
        facts=[fact for label, fact in facts.items() if label not in layer.in_short.values()],
        amount=amount,
        sources=catalogue.sources,
        numbers={source: number for number, source in enumerate(_used_sources(layer), 1)},
        has_lines=has_lines(layer),
        short_facts={word: facts[label] for word, label in layer.in_short.items()},
        short_sources=short_sources(layer),
        says_more=says_more,
        cited=cited,
    )


def claim_view(claim: Claim, catalogue: Catalogue) -> dict[str, Any]:
    """Return what a template shows of a claim: words as HTML, verdict, paragraphs, sources by id and name."""
    verdict = claim.check.verdict
    cites = "".join(f" [{claim.essay}:{number}]" for number in claim.paragraphs)
    own_cite = f"[{claim.essay}:" in claim.text
    return {
        "sign": verdict.sign,
        "word": verdict.word,
        "since": readable_date(claim.check.since) if claim.check.since else "",
        "text": Markup(markdown_html(claim.text if own_cite else claim.text + cites, catalogue)),
        "at": locator(claim.paragraphs),
        "sources": [(source, cited(catalogue.sources[source])) for source in claim.check.sources],
    }


def _used_sources(layer: Layer) -> list[str]:
    """Return the sources in the order in which the card names them."""
    used: dict[str, None] = {}
    for sources in short_sources(layer).values():
        used |= dict.fromkeys(sources)
    for fact in layer.facts:
        own_last = sorted(fact.values, key=lambda value: value.source == OURS)
        used |= dict.fromkeys(value.source for value in own_last)
    for claim in layer.claims:
        used |= dict.fromkeys(claim.check.sources)
    used |= dict.fromkeys(voice.source for voice in layer.voices)
    return list(used)
