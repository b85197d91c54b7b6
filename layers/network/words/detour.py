"""A way many times as long as its ends are apart, which the network gives and nobody would offer."""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise
from math import asin, cos, radians, sin, sqrt

from layers.network.model import Network
from layers.network.node import Node
from layers.network.search.question import short_name
from layers.network.search.route import Route
from layers.network.words.phrases import about_km
from layers.network.words.rounding import half_up

EARTH_KM = 6371.0  # mean radius (IUGG)
MANY = 5  # times; the ship from Shanghai to Rotterdam round the Cape is 2.9. Own choice


def apart_km(one: Node, other: Node) -> float:
    """Return km on a sphere between two places (WGS84 degrees): haversine, within 0.6 % of the ellipsoid."""
    lat, other_lat = radians(one.lat), radians(other.lat)
    lat_half, lon_half = (other_lat - lat) / 2, radians(other.lon - one.lon) / 2
    return 2 * EARTH_KM * asin(sqrt(sin(lat_half) ** 2 + cos(lat) * cos(other_lat) * sin(lon_half) ** 2))


def detour(network: Network, route: Route, via: Collection[str] = ()) -> str | None:
    """Say that a way is MANY times as long as the straight line by way of `via`; None where it is not."""
    first, *between, last = route.places
    stops = [
        network.nodes[place] for place in dict.fromkeys([first, *(at for at in between if at in via), last])
    ]
    straight = sum(apart_km(*pair) for pair in pairwise(stops))
    times = route.km / straight if straight else 0
    if times < MANY:
        return None
    ends = " and ".join(short_name(place.name) for place in (stops[0], stops[-1]))
    return (
        f"This way is {half_up(times)} times as long as {ends} are apart ({about_km(straight)}): "
        "it shows what the network leaves open, not a service that is offered."
    )
