"""Where ships can sail without calling: the sides of straits, and whether a change of ship is worth it."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

import networkx as nx

from layers.network.model import Leg, Network

# A ship that would call at a port and hand its cargo on, although lanes go past it, must save at least this
# share of the way. Own assumption; it keeps hops between neighbouring ports out that only save a bend of the
# lane.
WORTH_A_CALL = 1.1


class Lanes:
    """The sea legs that operate today, joined at straits and broken at ports; kilometres."""

    def __init__(self, network: Network) -> None:
        """Join the network's lanes."""
        self.network = network
        self.legs_at: dict[str, list[Leg]] = defaultdict(list)
        for leg in network.legs.values():
            self.legs_at[leg.from_].append(leg)
            self.legs_at[leg.to].append(leg)
        self._graph = self._through_straits()
        self._reach = lru_cache(maxsize=None)(self._km_from)

    def side(self, strait: str, leg: Leg) -> bool:
        """Tell on which side of a strait a leg lies; True for the side that the strait names."""
        known = self.network.nodes[strait].strait
        return known is not None and leg.id in known.side_legs

    def worth_changing(self, port: str, one: str, other: str) -> bool:
        """Tell whether changing at `port` from the ship of one leg to that of another is worth the call.

        It is when no lane passes the port, or when the way past it is longer by more than WORTH_A_CALL says.
        """
        first, last = self.network.legs[one], self.network.legs[other]
        behind, ahead = first.other_end(port), last.other_end(port)
        if behind == ahead:
            return False
        past = self._reach(self._departure(behind, first)).get(self._arrival(ahead, last))
        return past is None or past > WORTH_A_CALL * (first.km + last.km)

    def _through_straits(self) -> nx.DiGraph[tuple[str, str]]:
        graph: nx.DiGraph[tuple[str, str]] = nx.DiGraph()
        for leg in self.network.legs.values():
            if leg.mode == "sea" and leg.status == "operating":
                for here, there in ((leg.from_, leg.to), (leg.to, leg.from_)):
                    graph.add_edge(self._departure(here, leg), self._arrival(there, leg), km=leg.km)
        return graph

    def _departure(self, node: str, leg: Leg) -> tuple[str, str]:
        """Return the state of a ship about to take `leg`: at a strait it comes from the other side."""
        return (node, f"from {not self.side(node, leg)}") if self._strait(node) else (node, "leaves")

    def _arrival(self, node: str, leg: Leg) -> tuple[str, str]:
        return (node, f"from {self.side(node, leg)}") if self._strait(node) else (node, "arrives")

    def _strait(self, node: str) -> bool:
        return self.network.nodes[node].strait is not None

    def _km_from(self, state: tuple[str, str]) -> dict[tuple[str, str], float]:
        if state not in self._graph:
            return {}
        lengths: dict[tuple[str, str], float] = nx.single_source_dijkstra_path_length(
            self._graph, state, weight="km"
        )
        return lengths


@lru_cache(maxsize=8)
def lanes_of(network: Network) -> Lanes:
    """Return the lanes of a network, worked out once."""
    return Lanes(network)
