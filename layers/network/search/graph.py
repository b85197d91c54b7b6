"""The network as a graph of states: where cargo has arrived, and on what.

An arc is one leg, with whatever handling it takes to get onto it. A strait is passed from side to side and
without a stop: there the state is the side that a ship came from. Legs that are closed stay in the graph; a
search leaves them out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from layers.model.measure import By
from layers.network.model import Leg, Network
from layers.network.search.handling import (
    BEND_KM,
    SHIP,
    carrier,
    change_days,
    handled,
    may_follow,
    saves_a_bend,
)

OBJECTIVES: tuple[By, ...] = ("days", "km", "borders", "transshipments")
START = "start"

# Weights are whole numbers, compared first by what was asked for, then by days, then by km; the factors keep
# the parts apart: days come as low + high in hundredths (below 10^5), km in tenths (below 10^7).
_KM = 10**7
_COUNT = 10**13

Arc = tuple[int, str, int]  # a state, the leg that leads to it or comes from it, and the weight


class State(NamedTuple):
    """Where cargo is and on what it came.

    `on` is a carrier, START, or strait:<side it came from>; `flag` is the country of the last port, where it
    matters.
    """

    node: str
    on: str
    flag: str | None = None


@dataclass(frozen=True)
class StateGraph:
    """States by number, with their `places`; `leaving` and `arriving` hold the arcs of each.

    The arcs from starts are not among `arriving`: a search backwards ends at one of them alone.
    """

    states: Sequence[State]
    places: Sequence[str]
    starts: dict[str, int]
    goals: dict[str, Sequence[int]]
    leaving: Sequence[Sequence[Arc]]
    arriving: Sequence[Sequence[Arc]]


def hundredths(days: float) -> int:
    """Days as whole hundredths, so that sums are exact."""
    return round(days * 100)


def tenths(km: float) -> int:
    """Kilometres as whole tenths, so that sums are exact."""
    return round(km * 10)


def weight_of_days(days: int) -> int:
    """Return a weight by days above that of every way of fewer days; `days` is low + high in hundredths."""
    return days * _KM


def state_graph(network: Network, by: By) -> StateGraph:
    """Return the graph with the weights of a measure; built once for each network."""
    return _built(network, by)


def build_graphs(network: Network) -> None:
    """Build the graphs now, so that the first question need not wait for them (a tenth of a second)."""
    for by in OBJECTIVES:
        state_graph(network, by)


@lru_cache(maxsize=16)
def _built(network: Network, by: By) -> StateGraph:
    return _Builder(network, by).build()


class _Builder:
    """Builds the states and arcs of the whole network, whatever the status of its legs.

    By borders, straits have a state for each country a ship may have called at last, for a ship between two
    ports of one country crosses no border.
    """

    def __init__(self, network: Network, by: By) -> None:
        self.network, self.by = network, by
        self.legs_at: dict[str, list[Leg]] = defaultdict(list)
        for leg in network.legs.values():
            self.legs_at[leg.from_].append(leg)
            self.legs_at[leg.to].append(leg)
        sailed = [leg for leg in network.legs.values() if carrier(leg) == SHIP]
        ports = [network.nodes[end] for leg in sailed for end in (leg.from_, leg.to)]
        self.flags = sorted({port.country for port in ports if port.country and not port.strait})

    def build(self) -> StateGraph:
        states = [state for node in self.network.nodes for state in self._states(node)]
        number = {state: at for at, state in enumerate(states)}
        leaving: list[list[Arc]] = [[] for _ in states]
        arriving: list[list[Arc]] = [[] for _ in states]
        for here, state in enumerate(states):
            for leg in self._open_to(state):
                there = number[self._arrival(state, leg)]
                weight = self._weight(state, leg, states[there])
                leaving[here].append((there, leg.id, weight))
                if state.on != START:
                    arriving[there].append((here, leg.id, weight))
        goals: dict[str, list[int]] = defaultdict(list)
        for at, state in enumerate(states):
            if state.on != START:
                goals[state.node].append(at)
        starts = {state.node: at for at, state in enumerate(states) if state.on == START}
        places = [state.node for state in states]
        return StateGraph(states, places, starts, dict(goals), leaving, arriving)

    def _states(self, node: str) -> Iterator[State]:
        yield State(node, START)
        if self.network.nodes[node].strait:
            for side in (True, False):
                for flag in (None, *self.flags) if self.by == "borders" else (None,):
                    yield State(node, _side(side), flag)
        else:
            for on in sorted({carrier(leg) for leg in self.legs_at[node]}):
                yield State(node, on)

    def _open_to(self, state: State) -> list[Leg]:
        """List the legs that cargo may take from a state: at a strait those on the other side.

        Onto a leg that takes a change of which the network does not know how long it lasts, it does not go.
        """
        legs = self.legs_at[state.node]
        if state.on == START:
            return legs
        if not self.network.nodes[state.node].strait:
            return [leg for leg in legs if may_follow(self.network, state.on, carrier(leg))]
        return [leg for leg in legs if _side(self._is_on_side(state.node, leg)) != state.on]

    def _arrival(self, state: State, leg: Leg) -> State:
        there = leg.other_end(state.node)
        if not self.network.nodes[there].strait:
            return State(there, carrier(leg))
        flag = self._flag(state) if self.by == "borders" else None
        return State(there, _side(self._is_on_side(there, leg)), flag)

    def _flag(self, state: State) -> str | None:
        """Return the country of the port that a ship called at last; None when it comes from nowhere."""
        node = self.network.nodes[state.node]
        return state.flag if node.strait else node.country

    def _is_on_side(self, strait: str, leg: Leg) -> bool:
        known = self.network.nodes[strait].strait
        return known is not None and leg.id in known.side_legs

    def _weight(self, state: State, leg: Leg, arrival: State) -> int:
        """Weigh a leg and the handling before it: by the measure, then by days, then by km."""
        days = hundredths(leg.days.low) + hundredths(leg.days.high)
        km = tenths(leg.km)
        count = bends = 0
        node = self.network.nodes[state.node]
        if state.on != START and not node.strait:
            change = handled(state.on, carrier(leg))
            if change:
                days += sum(hundredths(end) for end in change_days(self.network, node, change))
                bends = int(saves_a_bend(state.on, carrier(leg)))
                if self.by == "transshipments":
                    count = 1 if change == "gauge" else 100
        if self.by == "borders":
            count = self._borders(state, leg, arrival)
        if self.by == "km":
            return (km + tenths(BEND_KM) * bends) * _KM + days
        return count * _COUNT + days * _KM + km

    def _borders(self, state: State, leg: Leg, arrival: State) -> int:
        """Count the borders of a leg; a ship crosses one when it calls in another country than the last."""
        if carrier(leg) != SHIP:
            return len(leg.borders)
        flag, there = self._flag(state), self.network.nodes[arrival.node]
        return int(flag is not None and not there.strait and flag != there.country)


def _side(is_named: bool) -> str:
    return f"strait:{is_named}"
