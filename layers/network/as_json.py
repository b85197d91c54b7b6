"""Answers as plain data, with exactly the keys that the command line promises."""

from __future__ import annotations

from typing import Any

from layers.network.route import Route
from layers.network.routes import Answer


def answer_json(answer: Answer) -> dict[str, Any]:
    """Return the answer as plain data; km to tenths and days to hundredths, exact sums of their parts."""
    asked = answer.question
    return {
        "from": answer.from_.id if answer.from_ else asked.from_,
        "to": answer.to.id if answer.to else asked.to,
        "closed": [thing.word for thing in answer.closed] or list(asked.closed),
        "routes": [_route_json(route) for route in answer.routes],
        "no_route": answer.no_route,
    }


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
                "status": travel.leg.status,
                "source": travel.leg.source,
            }
            for travel in route.travels
        ],
    }
