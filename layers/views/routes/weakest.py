"""The weakest links of a pair of places or of a corridor, as the routes panel lists them. No Streamlit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from layers.files.words import first_of, listed
from layers.network.model import Network
from layers.network.search.answer import Answer
from layers.network.search.question import QuestionError, short_name
from layers.network.search.weakest import WeakLink, weakest_links, weakest_links_of
from layers.network.words.comparison import price, same_consequence
from layers.views.routes.asked import PAIR

WORST = 8  # closures listed
MOST_NAMED = 3  # others with the same consequence


def weakest_view(known: Network, answer: Answer, subject: str | None) -> dict[str, Any] | None:
    """Return the closures that hurt most, worst first; those with one consequence stand together.

    Of no subject that is asked for it is the pair of places; None where that has no way.
    """
    if subject is None and not answer.routes:
        return None
    try:
        if subject in (PAIR, None):
            title = "Weakest link"
            links: Sequence[WeakLink] = weakest_links(known, answer.question)
        else:
            group = known.groups[str(subject)]
            title = f"Weakest link of {group.title}"
            if group.ends:
                ends = [short_name(known.nodes[end].name) for end in group.ends]
                title = f"{title}, {' – '.join(ends)}"
            links = weakest_links_of(known, str(subject), answer.question)
    except QuestionError as error:
        return {"title": "Weakest link", "none": str(error), "links": []}
    none = "" if links else "With what is closed there is no way left that could be cut."
    return {"title": title, "none": none, "links": _merged(links)[:WORST]}


def weakest_link(known: Network, answer: Answer) -> dict[str, Any] | None:
    """Return what hurts the best way most; None where there is no way, or nothing on it to lose."""
    links = weakest_links(known, answer.question) if answer.routes else ()
    return _merged(links)[0] if links else None


def weakest_legs(known: Network, answer: Answer) -> list[str]:
    """Return the legs of the best way that its weakest link takes, in order of travel."""
    best = answer.best
    links = weakest_links(known, answer.question) if best else ()
    return [leg for leg in best.leg_ids if leg in links[0].closure.legs] if best and links else []


def _merged(links: Sequence[WeakLink]) -> list[dict[str, Any]]:
    """Merge closures that leave the same way: a list of one line and the railway behind it."""
    return [_told(same) for same in same_consequence(links)]


def _told(same: Sequence[WeakLink]) -> dict[str, Any]:
    """Return the widest of closures with one consequence, and how many others have it."""
    first, *others = same
    without = (
        "Without it there is no way." if first.single_point_of_failure else f"Without it: {price(first)}."
    )
    return {
        "name": first.closure.name,
        "word": first.closure.word,
        "also": listed(first_of([link.closure.name for link in others], MOST_NAMED)),
        "cost": price(first),
        "without": without,
        "only": first.single_point_of_failure,
    }
