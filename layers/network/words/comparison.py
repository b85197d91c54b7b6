"""What a closure or an opening changed, and the closures that hurt most, in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from layers.files.words import counted, first_of, listed
from layers.network.model import Network
from layers.network.search.answer import Answer
from layers.network.search.compare import Comparison, compare
from layers.network.search.question import short_name
from layers.network.search.route import Route
from layers.network.search.weakest import WeakLink
from layers.network.words.answer_text import route_title
from layers.network.words.phrases import cost_text, days_text, km_text

MOST_NAMED = 3  # of what was closed last


def change_text(network: Network, before: Answer, answer: Answer, *, step: str) -> str:
    """Say what was closed or opened last and before, the best way without the last, and what it costs.

    `before` answers the question without it; `step` names what was opened, where nothing was closed.
    """
    closed = {thing.word for thing in before.closed}
    names = [thing.name for thing in answer.closed if thing.word not in closed]
    others = listed(first_of([thing.name for thing in answer.closed if thing.word in closed], MOST_NAMED))
    if names:
        told = listed(first_of(names, MOST_NAMED))
        beside = f" besides {others}" if others else ""
        done = f"{told} {'are' if len(names) > 1 else 'is'} left out{beside}{_but_straits(network, answer)}"
        without = f"with {told}"
    else:
        done, without = f"{step}, without {others}" if others else step, "without that"
    comparison = compare(before, answer)
    if comparison.before is None and comparison.after is None:
        return f"{done}; there is no way {without} either."
    if comparison.before is None:
        return f"{done}; {without} there is no way."
    if comparison.after is None:
        return f"{done}; {without}: {_in_short(network, comparison.before)}. No way is left."
    if not comparison.changed or comparison.difference is None:
        return f"{done}; the best way stays the same.{_lost(comparison)}"
    way, instead = (_in_short(network, one) for one in (comparison.before, comparison.after))
    return f"{done}; {without}: {way}. Now {instead}: {cost_text(comparison.difference, with_days=False)}."


def _but_straits(network: Network, answer: Answer) -> str:
    """Return “, but ships still pass Bosporus” where the best way sails a strait of what is closed."""
    closed = {thing.word for thing in answer.closed}
    passed = [network.nodes[at] for at in answer.best.chokepoints] if answer.best else []
    names = [short_name(place.name) for place in passed if place.country in closed]
    return f", but ships still pass {listed(names)}" if names else ""


def _in_short(network: Network, route: Route) -> str:
    """Return “8–17 days by Novorossiysk”."""
    title = route_title(network, route)
    return f"{days_text(route.days)} {title[0].lower()}{title[1:]}"


def _lost(comparison: Comparison) -> str:
    number = len(comparison.lost)
    return f" {counted(number, 'other way')} {'is' if number == 1 else 'are'} lost." if number else ""


def same_consequence(links: Iterable[WeakLink]) -> list[list[WeakLink]]:
    """Put closures together that leave the same ways, in the order of the first of each."""
    groups: dict[object, list[WeakLink]] = {}
    for link in links:
        left = (link.instead and link.instead.leg_ids, link.around and link.around.leg_ids, link.decided)
        groups.setdefault(left, []).append(link)
    return list(groups.values())


def price(link: WeakLink) -> str:
    """Say what a closure costs: “740 km more, …”, or that no way is left."""
    if link.cost is not None:
        return cost_text(link.cost)
    if not link.decided:
        return "not decided, the search for another way was broken off"
    text = "single point of failure: no other way"
    if link.around is None:
        return text
    return f"{text} within it; around it {km_text(link.around.km)}, {days_text(link.around.days)}"


def weak_links_text(links: Sequence[WeakLink], *, most: int = 12) -> str:
    """List the closures that hurt most, those with the same consequence on one line."""
    lines = [
        f"- {listed([link.closure.name for link in same])}: {price(same[0])}"
        for same in same_consequence(links)[:most]
    ]
    return "\n".join(lines) + "\n" if lines else "There is no way that could be cut.\n"
