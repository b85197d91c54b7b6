"""What an address names and this atlas does not have, in sentences, with what is taken instead."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from layers.catalogue.atlas import Atlas
from layers.catalogue.names.index import can_close, can_pass, can_start, names_of
from layers.files.forms import POINT
from layers.files.words import listed as listed_words
from layers.model.catalogue import Catalogue
from layers.model.kind import ClaimKind
from layers.model.reference import Reference
from layers.model.verdict import Verdict
from layers.network.search.question import short_name
from layers.views.address_words import AddressWords, listed, trimmed
from layers.views.panel import Panel
from layers.views.routes.asked import MODES, Asked, read_asked

MEANT = {"from": can_start, "to": can_start, "via": can_pass, "closed": can_close}
MOST_MEANT = 3  # words of a key for which near names are looked up
SHOWN = 60  # characters of what was asked for
MOST_NAMED = 3  # things of a kind, and then their number: the hints are read aloud
SHOWS = ("paragraphs", "names", "claims", "changed", "differ")  # the lists of layers/page/reading.py
# key: what the address does with the thing that is not there, and what follows
OF_ROUTES = {
    "from": ("names a place to start from", "the routes start from {from}"),
    "to": ("names a place to go to", "the routes lead to {to}"),
    "via": ("names a place on the way", "the way need not pass it"),
    "closed": ("closes something", "that stays open"),
    "modes": ("names ways to travel", "cargo may go by {modes}"),
    "presets": ("names a “what if”", "it is left out"),
    "story": ("names a story", "none is told"),
    "by": ("ranks routes by something", "{by} are taken"),
    "weakest": ("asks for the weakest link of something", "none is looked for"),
    "year": ("names a year", "{year} is taken"),
}
OF_PANELS = {
    "panel": ("names a panel", "this is Explore"),
    "show": ("names a list", "the paragraphs are shown"),
    "essay": ("names an essay", "the first one is shown"),
    "only": ("names an essay", "the names of all are shown"),
    "kinds": ("names kinds of claims", "they are left out"),
    "verdicts": ("names verdicts", "they are left out"),
}


def hints_of(query: Mapping[str, str], atlas: Atlas) -> list[str]:
    """Return one sentence for each kind of thing that a page's query names in vain; never raises."""
    words = AddressWords(query)
    hints = _of_map(query, atlas.catalogue)
    asked = read_asked(atlas, words)
    told = {**asked, **_by_name(atlas, asked)} if atlas.network.nodes else {}
    if told:
        for key, lost in words.lost.items():
            whose = "the routes do" if key in ("from", "to", "via") else "this atlas does"
            hints.append(_sentence(*OF_ROUTES[key], lost, told, whose) + _perhaps(atlas, key, lost))
    lost_words = _lost_on_panels(query, atlas.catalogue)
    hints += [_sentence(*OF_PANELS[key], lost, {}) for key, lost in lost_words.items() if lost]
    more = len(words.unsure) - MOST_NAMED
    unsure = [*words.unsure[:MOST_NAMED], *([f"{more:,} more names are not clear."] if more > 0 else [])]
    return [*hints, *unsure]


def _of_map(query: Mapping[str, str], catalogue: Catalogue) -> list[str]:
    """Say what the map leaves out by itself."""
    hints: list[str] = []
    unknown = [name for name in listed(query.get("layers", "")) if name not in catalogue.layers]
    if unknown:
        hints.append(f"The address names layers that this atlas does not have: {_named(unknown)}.")
    wanted = query.get("selected", "").strip()
    selected = Reference.read(trimmed(wanted))
    if wanted and not re.fullmatch(POINT, wanted) and not (selected and catalogue.has(selected)):
        hints.append(f"The address selects something that this atlas does not have: {wanted[:SHOWN]}.")
    return hints


def _lost_on_panels(query: Mapping[str, str], catalogue: Catalogue) -> dict[str, list[str]]:
    """Return what means nothing to the panels, which take words only as they are."""
    several: dict[str, Collection[str]] = {"kinds": set(ClaimKind), "verdicts": set(Verdict)}
    one: dict[str, Collection[str]] = {
        "panel": set(Panel),
        "show": SHOWS,
        "essay": catalogue.essays,
        "only": {"both", *catalogue.essays},
    }
    lost = {
        key: [word]
        for key, known in one.items()
        if (word := query.get(key, "")) and word.casefold() not in known
    }
    for key, known in several.items():
        lost[key] = [word for word in query.get(key, "").split(",") if word and word not in known]
    return lost


def _by_name(atlas: Atlas, asked: Asked) -> dict[str, str]:
    """Return the ends and modes of a question as people call them."""
    nodes = atlas.network.nodes
    ends = {key: short_name(nodes[asked[key]].name) for key in ("from", "to") if asked[key] in nodes}
    modes = [MODES[mode].lower() for mode in asked["modes"]]
    return {**ends, "modes": listed_words(modes)}


def _perhaps(atlas: Atlas, key: str, lost: list[str]) -> str:
    """Name what is called nearly so, of what the key of a route's question can mean."""
    if key not in MEANT:
        return ""
    found = [names_of(atlas).near(word[:SHOWN], MEANT[key], most=1) for word in lost[:MOST_MEANT]]
    names = dict.fromkeys(entry.name for near in found for entry in near)
    return f" Perhaps {listed_words(names)} {'is' if len(names) == 1 else 'are'} meant." if names else ""


def _sentence(
    what: str, instead: str, lost: list[str], asked: Mapping[str, object], whose: str = "this atlas does"
) -> str:
    return f"The address {what} that {whose} not have: {_named(lost)}; {instead.format_map(asked)}."


def _named(lost: list[str]) -> str:
    """Name the first few of what is not there, and say how many more there are."""
    more = len(lost) - MOST_NAMED
    named = ", ".join(lost[:MOST_NAMED])[:SHOWN]
    return f"{named} and {more:,} more" if more > 0 else named
