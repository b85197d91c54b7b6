"""The rule for changing ships that held before, from its words, to keep the values found under it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from heapq import heappop, heappush

from layers.network.model import Leg, Network
from tests.harness.referee import ChangeOfShip

Side = tuple[str, str]  # a port as it is left or reached, or a side of a strait


def lanes_of_today(network: Network) -> ChangeOfShip:
    """Return the rule that held before: no change of ship where a lane of today passes the port.

    It was allowed when no lane joins the two far ends without a call, or when the lane is longer by more than
    a tenth.
    """
    around: dict[Side, list[tuple[Side, float]]] = defaultdict(list)

    def side(node: str, leg: Leg, *, leaves: bool) -> Side:
        strait = network.nodes[node].strait
        if not strait:
            return node, "leaves" if leaves else "arrives"
        return node, str((leg.id in strait.side_legs) != leaves)

    for leg in network.legs.values():
        if leg.mode == "sea" and leg.status == "operating":
            for here, there in ((leg.from_, leg.to), (leg.to, leg.from_)):
                around[side(here, leg, leaves=True)].append((side(there, leg, leaves=False), leg.km))
    reach = cache(lambda state: _reach(around, state))

    def rule(_network: Network, port: str, one: Leg, other: Leg) -> int | None:
        behind = one.from_ if port == one.to else one.to
        ahead = other.from_ if port == other.to else other.to
        if behind == ahead:
            return None
        past = reach(side(behind, one, leaves=True)).get(side(ahead, other, leaves=False))
        return 0 if past is None or past > 1.1 * (one.km + other.km) else None

    return rule


def _reach(around: Mapping[Side, Sequence[tuple[Side, float]]], start: Side) -> dict[Side, float]:
    """Return the km from a side over lanes without a call."""
    done: dict[Side, float] = {}
    heap = [(0.0, start)] if start in around else []
    while heap:
        km, here = heappop(heap)
        if here not in done:
            done[here] = km
            for there, more in around.get(here, ()):
                heappush(heap, (km + more, there))
    return done
