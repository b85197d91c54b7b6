"""What is said of years and lengths: the page that they were read on, or that they are not sourced."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from layers.files.words import counted, credited, link_to, listed, page_date
from layers.network.forms import Fact
from layers.network.model import Leg, Network
from layers.network.search.answer import Answer, prepare
from layers.network.search.best_way import UndecidedError
from layers.network.search.question import SHUT, leg_name, unusable
from layers.network.search.route import Route
from layers.network.words.status import NOT_SOURCED, year_text

YEARS: dict[Fact, str] = {"opened": "opening year", "closed_since": "closing year"}


@dataclass(frozen=True)
class Year:
    """A year of a leg in words, who says it and when, and the address of that page; empty without one."""

    said: str
    by: str
    address: str

    def __str__(self) -> str:
        """Return it in one line: “opened 2014: TASS, 3 Dec 2014, tass.com/world/764933”."""
        return f"{self.said}: {self.page}"

    @property
    def link(self) -> str:
        """The address as a link may name it."""
        return link_to(self.address)

    @property
    def page(self) -> str:
        """Its page in one line."""
        return ", ".join(filter(None, (self.by, self.address)))


def years_of(network: Network, leg: Leg) -> list[Year]:
    """Return the years of a leg, each with its page or “not sourced”."""
    years = (("opened", leg.opened, leg.opened_source), ("closed since", leg.closed_since, leg.closed_source))
    return [_year(network, f"{word} {year}", source) for word, year, source in years if year is not None]


def years_of_route(network: Network, route: Route) -> list[str]:
    """Return the pages behind the years of a route, each once with its legs; years without one come last."""
    by_page: dict[str, list[str]] = {}
    for leg in (travel.leg for travel in route.travels):
        for year in years_of(network, leg):
            by_page.setdefault(year.page, []).append(f"{leg_name(network, leg)} {year.said}")
    ordered = sorted(by_page.items(), key=lambda one: one[0] == NOT_SOURCED)
    return [f"{listed(legs)}: {page}" for page, legs in ordered]


def not_sourced(network: Network, route: Route, as_of: int | None) -> str:
    """Say in one sentence what of a route has no source, and what that means in a past year; else nothing."""
    legs = [travel.leg for travel in route.travels]
    said = [
        _years_without(network, word, found, legs)
        for fact, word in YEARS.items()
        if (found := _lacking(legs, fact))
    ]
    unsure = bool(said) and as_of is not None
    if taken := _lacking(legs, "km"):
        said.append(f"the {_plural('length', taken)} of {listed(leg_name(network, leg) for leg in taken)}")
    if not said:
        return ""
    return f"Not sourced: {listed(said)}{f'; whether all ran in {as_of} is not certain' if unsure else ''}."


def year_line(network: Network, answer: Answer) -> str:
    """Say what an answer for a past year stands on, and whether a year without a source bears on it."""
    as_of = answer.question.as_of
    if as_of is None:
        return ""
    said = f"{year_text(as_of)}."
    left = left_out_by_year(network, answer)
    unsure = [leg for leg, fact in left if fact in leg.not_sourced]
    if not unsure:
        return said
    count = f"Left out as not open in {as_of}: {counted(len(left), 'leg')}"
    of_them = f"{len(unsure)} of them " if len(unsure) < len(left) else ""
    by = f"{of_them}by a year that is not sourced; {_with(network, answer, unsure)}"
    return f"{said} {count}, {by}."


def left_out_by_year(network: Network, answer: Answer) -> list[tuple[Leg, Fact]]:
    """Return the legs that nothing but a year of theirs keeps out of an answer for a past year, and which."""
    asked = answer.question
    if asked.as_of is None:
        return []
    by_hand = {leg for thing in answer.closed for leg in thing.legs}
    barred = unusable(network, asked)
    legs = [network.legs[leg] for leg in sorted(barred.keys() & answer.blocked - by_hand)]
    not_yet: list[tuple[Leg, Fact]] = [
        (leg, "opened") for leg in legs if barred[leg.id] == {"year"} and not leg.plan
    ]
    no_more: list[tuple[Leg, Fact]] = [
        (leg, "closed_since") for leg in legs if barred[leg.id] == {SHUT} and leg.closed_since is not None
    ]
    return not_yet + no_more


def _with(network: Network, answer: Answer, unsure: Sequence[Leg]) -> str:
    """Say whether the best way would be another if these legs had been open after all."""
    asked = answer.question
    opened = (*asked.opened, *(leg.id for leg in unsure))
    try:
        best = prepare(network, replace(asked, opened=opened)).search.best()
    except UndecidedError:
        return "whether that matters here was not decided"
    used = [leg_name(network, leg) for leg in unsure if best and leg.id in best.leg_ids]
    if not used:
        return f"that {'changes nothing in the best way' if answer.best else 'takes no way away'}"
    change = "the best way would be another" if answer.best else "there would be a way"
    return f"with {listed(used)} {change}"


def _year(network: Network, said: str, source: str | None) -> Year:
    if source is None:
        return Year(said, NOT_SOURCED, "")
    page = network.sources[source]
    by = f"{credited(page.publisher, reported=page.reported)}, {page_date(page.date)}"
    return Year(said, by, page.address)


def _lacking(legs: Sequence[Leg], fact: Fact) -> list[Leg]:
    return [leg for leg in legs if fact in leg.not_sourced]


def _years_without(network: Network, word: str, found: Sequence[Leg], legs: Sequence[Leg]) -> str:
    of = leg_name(network, found[0]) if len(found) == 1 else f"{len(found)} of {len(legs)} legs"
    return f"the {_plural(word, found)} of {of}"


def _plural(word: str, of: Sequence[Leg]) -> str:
    return word if len(of) == 1 else f"{word}s"
