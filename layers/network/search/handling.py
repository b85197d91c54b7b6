"""What happens to cargo between two legs: whether it is handled, how long that takes, what it counts."""

from __future__ import annotations

from layers.network.forms import Days, Handling
from layers.network.model import Leg, Network
from layers.network.node import Node

# By km alone a way would change ships at every cape and leave the train for the lorry beside it, only to save
# a bend; each such change counts like so many kilometres. Own assumption.
BEND_KM = 100
SHIP = "ship"
LORRY = "lorry"  # on a road beside a railway


def carrier(leg: Leg) -> str:
    """Tell what carries cargo over a leg: rail-1520, road, lorry or ship."""
    if leg.mode == "rail":
        return f"rail-{leg.gauge}"
    if leg.mode == "road":
        return LORRY if leg.use == "parallel" else "road"
    return SHIP


def handled(old: str, new: str) -> Handling | None:
    """Tell what handling leads from one carrier to another; None when the cargo stays where it is."""
    roads = sum(on in ("road", LORRY) for on in (old, new))
    if SHIP in (old, new):
        return "ship_ship" if old == new else "road_water" if roads else "rail_water"
    if roads:
        return "rail_road" if roads == 1 else None
    return "gauge" if old != new else None


def may_follow(network: Network, old: str, new: str) -> bool:
    """Tell whether the network knows what it takes to change from one carrier to another, if anything."""
    change = handled(old, new)
    return change is None or change in network.handling


def saves_a_bend(old: str, new: str) -> bool:
    """Tell whether a change may serve no other end than a shorter line, and so counts BEND_KM by km."""
    return (old == new == SHIP) or (LORRY in (old, new) and handled(old, new) == "rail_road")


def change_days(network: Network, node: Node, change: Handling) -> Days:
    """Return the days for a change at a place: its own, else the network's default."""
    own = node.handling.get(change)
    if own is not None:
        return own
    return network.handling[change].days or (0.0, 0.0)
