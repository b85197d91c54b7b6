"""The network as a graph of states: a place, what the cargo is on there, and whether it arrives or leaves.

Arriving and leaving are states of their own, so that one stop makes one change: a ship does not pass a port
for free, and no train dodges a gauge break by the lorry next to it. Ships keep one state per lane. A strait
is passed only from side to side, and then without a stop. Legs that are closed stay in the graph; a search
leaves them out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

import networkx as nx

from layers.model.vocabulary import By
from layers.network.forms import Handling
from layers.network.model import Leg, Network, Node
from layers.network.search.lanes import lanes_of

OBJECTIVES: tuple[By, ...] = ("days", "km", "borders", "transshipments")

# Weights are whole numbers, compared first by what was asked for, then by days, then by km; the factors keep
# the parts apart: days come as low + high in hundredths (below 10^5), km in tenths (below 10^7).
_KM = 10**7
_COUNT = 10**13
# By km alone a way would leave the train for the lorry beside it and come back to save a bend; such a change
# counts like so many kilometres. Own assumption; it touches nothing unless lorries are allowed everywhere.
HOP_KM = 100


class State(NamedTuple):
    """Where cargo is, on what, and whether it arrives or leaves.

    `on` is rail-1520, road, lorry (a road beside a railway), ship:<leg> or strait:<side it came from>; `flag`
    is the country of the last port.
    """

    node: str
    on: str
    way: Literal["in", "out", "through", "start", "end"]
    flag: str | None = None


@dataclass(frozen=True)
class StateGraph:
    """States as whole numbers, which networkx handles fastest; `states` and `number` translate.

    Edges carry `leg` (id or None), `change` (kind of handling or None) and a weight for each measure.
    """

    graph: nx.DiGraph[int]
    backwards: nx.DiGraph[int]
    states: tuple[State, ...]
    number: dict[State, int]

    def ends(self, start: str, end: str) -> tuple[int, int] | None:
        """Return the numbers of the two ends, or None if one has no legs at all."""
        one, other = self.number.get(State(start, "", "start")), self.number.get(State(end, "", "end"))
        return None if one is None or other is None else (one, other)


def hundredths(days: float) -> int:
    """Days as whole hundredths, so that sums are exact."""
    return round(days * 100)


def tenths(km: float) -> int:
    """Kilometres as whole tenths, so that sums are exact."""
    return round(km * 10)


def weights(
    *, days: int = 0, km: int = 0, borders: int = 0, changes: int = 0, gauges: int = 0, hops: int = 0
) -> dict[By, int]:
    """Combine the costs of one edge for each measure; `days` is low + high in hundredths, `km` in tenths."""
    rest = days * _KM + km
    return {
        "days": rest,
        "km": (km + tenths(HOP_KM) * hops) * _KM + days,
        "borders": borders * _COUNT + rest,
        "transshipments": (100 * changes + gauges) * _COUNT + rest,
    }


def state_graph(network: Network, by: By) -> StateGraph:
    """Return the graph that is right for a measure; built once for each network."""
    return _built(network, by == "borders")


def build_graphs(network: Network) -> None:
    """Build the graphs now, so that the first question need not wait for them (a tenth of a second)."""
    for by in OBJECTIVES:
        state_graph(network, by)


@lru_cache(maxsize=16)
def _built(network: Network, flags: bool) -> StateGraph:
    """Build the states and edges of the whole network, whatever the status of its legs.

    With flags, straits have a state for each country a ship may have called at last, for a ship between two
    ports of one country crosses no border.
    """
    return _Builder(network, flags).build()


def change_days(network: Network, node: Node, change: Handling) -> tuple[float, float]:
    """Return the days for a change at a place: its own, else the network's default."""
    own = node.handling.get(change)
    if own is not None:
        return own
    default = network.handling[change].days
    return default if default is not None else (0.0, 0.0)


class _Builder:
    def __init__(self, network: Network, flags: bool) -> None:
        self.network, self.flags = network, flags
        self.lanes = lanes_of(network)
        self.graph: nx.DiGraph[State] = nx.DiGraph()

    def build(self) -> StateGraph:
        for leg in self.network.legs.values():
            for here, there in ((leg.from_, leg.to), (leg.to, leg.from_)):
                self._travel(leg, here, there)
        for node in self.network.nodes.values():
            if not node.strait:
                self._changes(node)
            self._ends(node)
        states = tuple(self.graph)
        number = {state: at for at, state in enumerate(states)}
        numbered: nx.DiGraph[int] = nx.DiGraph()
        numbered.add_edges_from(
            (number[one], number[two], edge) for one, two, edge in self.graph.edges(data=True)
        )
        return StateGraph(numbered, numbered.reverse(), states, number)

    def _travel(self, leg: Leg, here: str, there: str) -> None:
        """Add a leg in one direction, once for each flag a ship may come under."""
        borders = 0 if leg.mode == "sea" else len(leg.borders)
        cost = {"days": hundredths(leg.days.low) + hundredths(leg.days.high), "km": tenths(leg.km)}
        for flag in self._flags(here) if leg.mode == "sea" else [None]:
            arrival = self._arriving(leg, there, flag)
            foreign = bool(flag) and arrival.flag is None and flag != self.network.nodes[there].country
            total = weights(borders=borders + foreign, **cost)
            for departure in self._leaving(leg, here, flag):
                self.graph.add_edge(departure, arrival, leg=leg.id, change=None, **total)

    def _flags(self, node: str) -> list[str | None]:
        """Return the countries a ship may have called at last when it leaves a place, if that matters."""
        if not self.flags:
            return [None]
        place = self.network.nodes[node]
        if not place.strait:
            return [place.country]
        ports = {
            self.network.nodes[end].country
            for leg in self.network.legs.values()
            if leg.mode == "sea"
            for end in (leg.from_, leg.to)
            if not self.network.nodes[end].strait
        }
        return [None, *sorted(country for country in ports if country)]

    def _arriving(self, leg: Leg, node: str, flag: str | None) -> State:
        if self.network.nodes[node].strait:
            return State(node, f"strait:{self.lanes.side(node, leg)}", "through", flag)
        return State(node, self._on(leg), "in")

    def _leaving(self, leg: Leg, node: str, flag: str | None) -> Iterator[State]:
        if not self.network.nodes[node].strait:
            yield State(node, self._on(leg), "out")
            return
        yield State(node, f"strait:{not self.lanes.side(node, leg)}", "through", flag)

    @staticmethod
    def _on(leg: Leg) -> str:
        if leg.mode == "rail":
            return f"rail-{leg.gauge}"
        if leg.mode == "road":
            return "lorry" if leg.use == "parallel" else "road"
        return f"ship:{leg.id}"

    def _changes(self, node: Node) -> None:
        """Let cargo that has arrived stay on what it is on, or change once."""
        at_node = sorted({self._on(leg) for leg in self.lanes.legs_at[node.id]})
        for old in at_node:
            for new in at_node:
                change = self._change(node.id, old, new)
                if change == "never":
                    continue
                cost: dict[str, int] = {}
                if change:
                    days = change_days(self.network, node, change)
                    cost = {"days": hundredths(days[0]) + hundredths(days[1])}
                    cost["gauges" if change == "gauge" else "changes"] = 1
                    cost["hops"] = int(change == "rail_road" and "lorry" in (old, new))
                arrived, leaving = State(node.id, old, "in"), State(node.id, new, "out")
                self.graph.add_edge(arrived, leaving, leg=None, change=change, **weights(**cost))

    def _change(self, node: str, old: str, new: str) -> Handling | Literal["never"] | None:
        """Tell what handling leads from one to the other; None when the cargo just stays where it is."""
        ships = [on for on in (old, new) if on.startswith("ship:")]
        if len(ships) == 2:
            one, other = (on.removeprefix("ship:") for on in ships)
            return "ship_ship" if old != new and self.lanes.worth_changing(node, one, other) else "never"
        roads = [on for on in (old, new) if on in ("road", "lorry")]
        if ships:
            return "road_water" if roads else "rail_water"
        if roads:
            return "rail_road" if len(roads) == 1 else None
        return "gauge" if old != new else None

    def _ends(self, node: Node) -> None:
        """Let cargo start and end at a place on anything, without handling."""
        for on in sorted({self._on(leg) for leg in self.lanes.legs_at[node.id]}):
            if node.strait:
                continue
            self._free(State(node.id, "", "start"), State(node.id, on, "out"))
            self._free(State(node.id, on, "in"), State(node.id, "", "end"))
        if node.strait:
            for side in (True, False):
                for flag in self._flags(node.id):
                    through = State(node.id, f"strait:{side}", "through", flag)
                    if flag is None:
                        self._free(State(node.id, "", "start"), through)
                    self._free(through, State(node.id, "", "end"))

    def _free(self, one: State, other: State) -> None:
        self.graph.add_edge(one, other, leg=None, change=None, **weights())
