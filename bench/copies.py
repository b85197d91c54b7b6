"""Several copies of the network joined to one: does a question cost more where more lies far away?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from layers.network.model import Group, Leg, Network
from layers.network.node import Node
from layers.network.search.question import Question

JOINTS = ("shanghai", "constanta", "mumbai")  # where each copy is joined to the next


def joined_copies(network: Network, count: int) -> Network:
    """Return the network `count` times, ids with the number of their copy, with three lanes to the next."""
    nodes: dict[str, Node] = {}
    legs: dict[str, Leg] = {}
    groups: dict[str, Group] = {}
    waters: dict[str, Group] = {}
    for copy in range(count):
        nodes |= {_of(copy, key): _node(copy, node) for key, node in network.nodes.items()}
        legs |= {_of(copy, key): _leg(copy, leg) for key, leg in network.legs.items()}
        groups |= _groups(copy, network.groups)
        waters |= _groups(copy, network.waters)
    lane = next(leg for leg in network.legs.values() if leg.mode == "sea")
    for one, other in pairwise(range(count)):
        for port in JOINTS:
            name, at = f"{_of(one, port)}-{other}", (str(network.nodes[port].country),)
            ends = replace(lane, id=name, from_=_of(one, port), to=_of(other, port))
            legs[name] = replace(ends, countries=at, borders=(), chokepoints=())
    return replace(network, nodes=nodes, legs=legs, groups=groups, waters=waters, presets={}, scenarios={})


def in_copy(network: Network, question: Question, copy: int = 0) -> Question:
    """Return a question to one network as one within a copy of it."""
    closed = tuple(word if word in network.countries else _of(copy, word) for word in question.closed)
    return replace(question, from_=_of(copy, question.from_), to=_of(copy, question.to), closed=closed)


def _of(copy: int, name: str) -> str:
    return f"{copy}-{name}"


def _all(copy: int, names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_of(copy, name) for name in names)


def _node(copy: int, node: Node) -> Node:
    sides = {_of(copy, leg) for leg in node.strait.side_legs} if node.strait else set()
    strait = replace(node.strait, side_legs=frozenset(sides)) if node.strait else None
    return replace(node, id=_of(copy, node.id), strait=strait)


def _leg(copy: int, leg: Leg) -> Leg:
    here, there = _of(copy, leg.from_), _of(copy, leg.to)
    passed = _all(copy, leg.chokepoints)
    return replace(leg, id=_of(copy, leg.id), from_=here, to=there, chokepoints=passed)


def _groups(copy: int, groups: Mapping[str, Group]) -> dict[str, Group]:
    return {
        _of(copy, key): replace(
            group,
            ends=group.ends and (_of(copy, group.ends[0]), _of(copy, group.ends[1])),
            heart=_all(copy, group.heart),
            legs=_all(copy, group.legs),
            closes=_all(copy, group.closes),
        )
        for key, group in groups.items()
    }
