"""Answers as plain data: with exactly the keys that the command line promises, and what the map draws."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from layers.network.model import Leg, Network
from layers.network.search.answer import Answer
from layers.network.search.compare import compare
from layers.network.search.route import Route
from layers.network.search.weakest import WeakLink
from layers.network.words.answer_text import route_title
from layers.network.words.sourced import left_out_by_year


def answer_json(network: Network, answer: Answer) -> dict[str, Any]:
    """Return the answer as plain data; km to tenths and days to hundredths, exact sums of their parts.

    `left_out_by_year` has the legs that a past year leaves out, each `by` its opened or closed_since.
    """
    asked = answer.question
    return {
        "from": answer.from_.id if answer.from_ else asked.from_,
        "to": answer.to.id if answer.to else asked.to,
        "via": [place.id for place in answer.via] or list(asked.via),
        "closed": [thing.word for thing in answer.closed] or list(asked.closed),
        "routes": [_route_json(route) for route in answer.routes],
        "no_route": answer.no_route,
        "left_out_by_year": [
            {"id": leg.id, "by": fact, **_years_json(leg)} for leg, fact in left_out_by_year(network, answer)
        ],
    }


def weak_links_json(links: Sequence[WeakLink]) -> list[dict[str, Any]]:
    """Return the closures that hurt most as plain data, worst first; `instead` and `more` may be null.

    Without `instead` there is no way, or it was not `decided` whether there is.

    `more` has km, days and borders that the way without it takes more than the best one, negative for less.
    """
    return [
        {
            "closed": link.closure.word,
            "name": link.closure.name,
            "kind": link.closure.kind,
            "decided": link.decided,
            "instead": _route_json(link.instead) if link.instead else None,
            "more": {"km": link.cost.km, "days": list(link.cost.days), "borders": link.cost.borders}
            if link.cost
            else None,
        }
        for link in links
    ]


def _route_json(route: Route) -> dict[str, Any]:
    return {
        "km": route.km,
        "km_by_mode": route.km_by_mode,
        "days": list(route.days),
        "countries": list(route.countries),
        "borders": route.borders,
        "gauge_breaks": route.gauge_breaks,
        "transshipments": route.transshipments,
        "chokepoints": list(route.chokepoints),
        "planned": list(route.planned),
        "legs": [
            {
                "id": travel.leg.id,
                "mode": travel.leg.mode,
                "from": travel.from_,
                "to": travel.to,
                "km": travel.leg.km,
                "days": list(travel.days),
                "status": travel.leg.status,
                "source": travel.leg.source,
                **_years_json(travel.leg),
                "not_sourced": list(travel.leg.not_sourced),
            }
            for travel in route.travels
        ],
        "changes": [
            {"at": change.at, "what": change.what, "days": list(change.days)} for change in route.changes
        ],
    }


def _years_json(leg: Leg) -> dict[str, Any]:
    """Return the years of a leg and the ids of their pages in network.json; null for none."""
    return {
        "opened": leg.opened,
        "opened_source": leg.opened_source,
        "closed_since": leg.closed_since,
        "closed_source": leg.closed_source,
    }


def shown_on_map(
    known: Network, answer: Answer, before: Answer, *, most: int | None = None, weak: Sequence[str] = ()
) -> dict[str, Any]:
    """Return what the map is to draw: routes by number, the lost way, and what is closed.

    `most` is how many of the routes are drawn, `weak` the legs of the weakest link.
    """
    comparison = compare(before, answer)
    routes = answer.routes[:most]
    kept = {leg for route in routes for leg in route.leg_ids}
    lost = comparison.before.leg_ids if comparison.before and comparison.changed else ()
    return {
        "routes": [
            {"n": n, "title": route_title(known, route), "legs": list(route.leg_ids)}
            for n, route in enumerate(routes, 1)
        ],
        "weak": list(weak),
        "lost": [leg for leg in lost if leg not in kept],
        "closed": [leg for leg in lost if leg in answer.blocked],
        "countries": [thing.word for thing in answer.closed if thing.kind == "country"],
        "places": [thing.word for thing in answer.closed if thing.kind in ("place", "strait")],
        "ends": [node.id for node in (answer.from_, answer.to) if node],
        "via": [node.id for node in answer.via],
    }
