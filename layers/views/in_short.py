"""What a card says first: of a corridor its countries, length, days, gaps; of all, the facts asked for first.

What is computed says what it stands on; a fact keeps its year and its note. The card tells it nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from layers.catalogue.atlas import Atlas
from layers.files.words import first_of, listed
from layers.geometry.lengths import told_km
from layers.model.layer import OURS, Layer
from layers.model.mode import Status
from layers.network.search.question import short_name
from layers.network.search.weakest import best_within
from layers.network.words.phrases import days_text, whole_km
from layers.views.fact_view import FactView, amount
from layers.views.ways import Way, ways_of

NO_DATE = "no date published"
MOST_PARTS = 3  # that are named as missing
MOST_LINES = 5  # of a layer without a main line
LONG_KM = 1000


def in_short(layer: Layer, atlas: Atlas) -> list[tuple[str, list[str]]]:
    """Return label and answers, as far as the layer's lines and what is known of it give some."""
    ways = ways_of(layer)
    main = ways[0] if ways and ways[0].main else None
    parts = [stretch.properties for stretch in main.stretches] if main else []
    waiting = [
        ("Missing", [_missing(parts)] if parts else []),
        ("Promised", list(_promised(layer, parts))),
    ]
    length = ("Length", [_length(main) if main else ""])
    is_to_come = layer.status is not None and layer.status.to_come
    lines = [
        ("Countries", [_named(main.countries, atlas) if main else ""]),
        *((*waiting, length) if is_to_come else (length, *waiting)),  # what is asked for first
        ("Branches", list(_branches(main, ways[1:], atlas)) if main else []),
        ("Days", list(_days(layer, atlas))),
        *((word, list(_told(layer, label))) for word, label in layer.in_short.items()),
        ("Connects", list(_connected(ways)) if not main else []),
    ]
    return [(label, told) for label, texts in lines if (told := [text for text in texts if text])]


def _named(codes: Iterable[str], atlas: Atlas) -> str:
    """Return countries in order of travel, by their full names."""
    names = atlas.catalogue.country_names
    return " → ".join(names.get(code, code) for code in codes)


def _length(way: Way) -> str:
    """Return “4,050 km by rail + 510 km by sea = 4,560 km, Khorgos – Poti”; what is long, to ten km."""
    digits = -1 if way.km >= LONG_KM else 0
    whole = {mode: int(round(km, digits)) for mode, km in way.km_by_mode.items()}
    told = " + ".join(f"{km:,} km by {mode}" for mode, km in whole.items())
    total = f" = {sum(whole.values()):,} km" if len(whole) > 1 else ""
    return f"{told}{total}, {way.stretches[0].stops[0]} – {way.stretches[-1].stops[1]}"


def _branches(main: Way, branches: Iterable[Way], atlas: Atlas) -> Iterator[str]:
    """Yield the branches into countries that neither the main line nor a branch before comes to."""
    known = set(main.countries)
    for way in branches:
        if further := [code for code in way.countries if code not in known]:
            known |= set(further)
            yield f"{_named(further, atlas)}: {way.title}, {way.lengths}"


def _connected(ways: list[Way]) -> Iterator[str]:
    """Yield where the lines of a layer without a main line lead, how far, and what is not in use."""
    for way in ways[:MOST_LINES]:
        found = {str(stretch.properties["status"]) for stretch in way.stretches}
        part = "in part " if len(found) > 1 else ""
        waiting = [f"{part}{status}" for status in sorted(found - {Status.OPERATING})]
        yield ", ".join([way.title, way.lengths, *waiting])
    if len(ways) > MOST_LINES:
        yield f"{len(ways) - MOST_LINES} more"


def _told(layer: Layer, label: str) -> Iterator[str]:
    """Yield the values of a fact, with its year and what one must know; the sources stand below."""
    [fact] = (fact for fact in layer.facts if fact.label == label)
    for value in fact.values:
        told, year = amount(value), str(value.year or "")
        ours = "ours" if value.source == OURS else ""
        about = "; ".join(filter(None, ("" if year in told else year, ours, value.note)))
        yield f"{told} ({about})" if about else told


def _days(layer: Layer, atlas: Atlas) -> Iterator[str]:
    """Yield the atlas's own range for each corridor of the layer, from end to end, planned links counted."""
    network = atlas.network
    own = [key for key, group in network.groups.items() if (group.layer or key) == layer.id]
    for key in own:
        group, best = network.groups[key], best_within(network, key)
        if group.ends and best:
            ends = " – ".join(short_name(network.nodes[end].name) for end in group.ends)
            name = f", {group.title.split(', ')[-1]}" if len(own) > 1 else ""
            plans = ", once its planned links are open" if best.planned else ""
            km = f"{whole_km(best.km)} km by its fastest way in Routes"
            yield f"{days_text(best.days)}, {ends}{name}, {km}, as we reckon{plans}"


def _missing(parts: list[dict[str, Any]]) -> str:
    """Return the parts that do not operate, with their status; or that all do."""
    names = [
        f"{part['name']} ({told_km(part):,.0f} km, {part['status']})"
        for part in parts
        if part["status"] != Status.OPERATING
    ]
    return listed(first_of(names, MOST_PARTS)) or "nothing: every part operates"


def _promised(layer: Layer, parts: list[dict[str, Any]]) -> Iterator[str]:
    for promise in layer.promised:
        yield f"{promise.what}: {promise.when}{f' ({promise.by})' if promise.by else ''}"
    if not layer.promised and any(part["status"] != Status.OPERATING for part in parts):
        yield NO_DATE


def says_more(word: str, fact: FactView) -> bool:
    """Tell whether a fact's label says what neither the word before it nor the year behind it does."""
    years = {f" in {value.year}" for value in (*fact.values, *fact.own)}
    return all(fact.label != word + year for year in ("", *years))


def short_sources(layer: Layer) -> dict[str, list[str]]:
    """Return the sources of what is not computed, by the words of the answers and in their order."""
    facts = {fact.label: [value.source for value in fact.values] for fact in layer.facts}
    promised = {"Promised": [promise.source for promise in layer.promised]} if layer.promised else {}
    return promised | {word: facts[label] for word, label in layer.in_short.items()}
