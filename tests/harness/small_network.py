"""Small networks for tests: a few places and legs, written in one line each."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Any

from layers.network.grounds import Assumption
from layers.network.model import Leg, Network
from layers.network.node import Node
from layers.network.plain import entry_of

HANDLING = {
    "ship_ship": (1, 4),
    "rail_water": (1, 3),
    "road_water": (0.5, 2),
    "rail_road": (0.5, 1.5),
    "gauge": (0.5, 3),
}
KM_A_DAY = {"rail": 500.0, "road": 400.0, "sea": 600.0}


def place(name: str, country: str | None = "AA", *, side_legs: Iterable[str] = (), **more: Any) -> Node:
    """A place; with `side_legs` it is a strait with these legs on one side."""
    facts: dict[str, Any] = {"id": name, "name": name.title(), "country": country, "lon": 0, "lat": 0}
    facts |= {"kinds": ("city",), "uncertainty_km": 1, "source": "test"}
    if side_legs:
        facts["strait"] = {
            "status": "open",
            "as_of": "2026-03",
            "timeline": (),
            "closes_with": (),
            "side": "inside",
            "side_legs": side_legs,
        }
    return entry_of(Node, facts | more)


def leg(name: str, mode: str, km: float, countries: str = "AA", **more: Any) -> Leg:
    """A leg called `a-b` or `a-b-more`, with its countries in order, such as "AA BB"."""
    codes = tuple(countries.split())
    days = round(km / KM_A_DAY[mode], 2)
    parts = {"running": (days, days), "border": (0, 0), "passage": (0, 0)}
    facts: dict[str, Any] = {
        "id": name,
        "kind": f"{mode}-leg",
        "from": name.split("-")[0],
        "to": name.split("-")[1],
        "mode": mode,
        "gauge": 1520 if mode == "rail" else None,
        "countries": codes,
        "borders": tuple(f"{one}/{other}" for one, other in pairwise(codes)),
        "status": "operating",
        "as_of": "2026-03",
        "km": km,
        "km_method": "test",
        "speed": "any",
        "days": {"low": days, "high": days, "basis": "test", **parts},
        "geometry": {"method": "hand points", "via": ()},
        "source": "test",
    }
    return entry_of(Leg, facts | more)


def network(places: Iterable[Node], legs: Iterable[Leg]) -> Network:
    """A network of these places and legs, with the usual handling and a made-up country for each code."""
    nodes, ways = list(places), list(legs)
    codes = {code for way in ways for code in way.countries}
    codes |= {node.country for node in nodes if node.country}
    return Network(
        nodes={node.id: node for node in nodes},
        legs={way.id: way for way in ways},
        countries={code: f"Land {code}" for code in sorted(codes)},
        groups={},
        waters={},
        presets={},
        scenarios={},
        speeds={},
        handling={
            name: Assumption(what=name, days=days, known_from="assumption", source="")
            for name, days in HANDLING.items()
        },
        grounds=(),
        published_lengths=(),
        published_times=(),
        leaves_out=(),
        cautions={},
        known_to=(),
    )
