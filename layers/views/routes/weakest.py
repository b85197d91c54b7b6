"""The weakest links of a pair of places or of a corridor, as the routes panel lists them. No Streamlit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from layers.network.model import Network
from layers.network.search.answer import Answer
from layers.network.search.question import QuestionError, short_name
from layers.network.search.weakest import WeakLink, weakest_links, weakest_links_of
from layers.network.words.phrases import cost_text, days_text, km_text
from layers.views.routes.asked import PAIR

WORST = 8  # closures listed


def weakest_view(known: Network, answer: Answer, subject: str) -> dict[str, Any]:
    """Return the closures that hurt most, worst first; those with one consequence stand together."""
    try:
        if subject == PAIR:
            title = "Weakest link of the best way"
            links: Sequence[WeakLink] = weakest_links(known, answer.question)
        else:
            group = known.groups[subject]
            title = f"Weakest link of {group.title}"
            if group.ends:
                ends = [short_name(known.nodes[end].name) for end in group.ends]
                title = f"{title}, {' – '.join(ends)}"
            links = weakest_links_of(known, subject, answer.question)
    except QuestionError as error:
        return {"title": "Weakest link", "none": str(error), "links": []}
    none = "" if links else "With what is closed there is no way left that could be cut."
    return {"title": title, "none": none, "links": _merged(links)[:WORST]}


def _merged(links: Sequence[WeakLink]) -> list[dict[str, Any]]:
    """Merge closures that leave the same way: a list of one line and the railway behind it."""
    groups: dict[object, list[WeakLink]] = {}
    for link in links:
        left = link.instead.leg_ids if link.instead else None
        groups.setdefault((left, link.around.leg_ids if link.around else None), []).append(link)
    return [
        {
            "things": [
                {"name": link.closure.name, "kind": link.closure.kind, "word": link.closure.word}
                for link in same
            ],
            "cost": _cost(same[0]),
            "only": same[0].single_point_of_failure,
        }
        for same in groups.values()
    ]


def _cost(link: WeakLink) -> str:
    if link.cost is not None:
        return cost_text(link.cost)
    text = "single point of failure: no other way"
    if link.around is None:
        return text
    return f"{text} within it; around it {km_text(link.around.km)}, {days_text(link.around.days)}"
