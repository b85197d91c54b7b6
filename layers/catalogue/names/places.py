"""The places of an atlas by name: towns, seas and countries, joined with what the network calls them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Self

from layers.catalogue.names.entry import Entry, others, plain
from layers.model.catalogue import Catalogue
from layers.model.feature import Place
from layers.model.kind import PlaceKind
from layers.model.reference import Reference
from layers.network.model import Group, Network
from layers.network.node import Node

PASSAGE, STRAIT = "passage", "strait"


@dataclass(frozen=True)
class Joined:
    """What of the network is a place of the map, by the place's id."""

    nodes: Mapping[str, Node] = field(default_factory=dict)
    terminals: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    waters: Mapping[str, tuple[str, Group]] = field(default_factory=dict)
    countries: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, network: Network, catalogue: Catalogue) -> Self:
        """Join by the ids that the network's data gives, and countries by their code.

        A node that serves a town is found by the town's names, and by the name of its terminal there.
        """
        lands = [place for place in catalogue.places.values() if place.kind is PlaceKind.COUNTRY]
        return cls(
            {node.meant_place: node for node in network.nodes.values()},
            {
                node.serves: (catalogue.places[node.place].name,)
                for node in network.nodes.values()
                if node.serves and node.place in catalogue.places
            },
            {water.place or key: (key, water) for key, water in network.waters.items()},
            {land.id: code for land in lands if (code := land.country) and code in network.countries},
        )


def place_entries(
    places: list[Place], joined: Joined, in_essays: Mapping[str, list[str]], lands: Mapping[str, str]
) -> Iterator[Entry]:
    """Give an entry for each place; names that the essays use by reference, `lands` by their code."""
    for place in places:
        ref = Reference.to_place(place.id)
        node = joined.nodes.get(place.id)
        closes, called = _closing(place, joined)
        yield Entry(
            place.name,
            _kind(place, node, lands.get(place.country or "")),
            ref,
            others(
                place.name,
                [
                    *(plain(place.name), place.label, *place.names, *place.spellings),
                    *in_essays.get(ref, ()),
                    *called,
                ],
            ),
            node=node.id if node and not node.strait else None,
            passes=node.id if node else None,
            closes=closes,
            words=tuple(dict.fromkeys((place.id, *([closes] if closes else []), *_codes(node)))),
        )


def node_entries(network: Network, catalogue: Catalogue) -> Iterator[Entry]:
    """Give an entry for each node that is no place of the map: in an atlas that has other places."""
    for node in network.nodes.values():
        if (node.meant_place) in catalogue.places:
            continue
        land = network.countries.get(node.country or "")
        kind = STRAIT if node.strait else node.kinds[0]
        yield Entry(
            plain(node.name),
            f"{kind}, {land}" if land else kind,
            also=others(plain(node.name), _names(node)),
            node=None if node.strait else node.id,
            passes=node.id,
            closes=node.id,
            words=(node.id, *_codes(node)),
        )


def _closing(place: Place, joined: Joined) -> tuple[str | None, list[str]]:
    """Return the word that closes a place, and what the network calls it besides."""
    if node := joined.nodes.get(place.id):
        return node.id, [*_names(node), *_codes(node), *joined.terminals.get(place.id, ())]
    if place.id in joined.waters:
        key, water = joined.waters[place.id]
        return key, [water.title, *water.also]
    code = joined.countries.get(place.id)
    return code, [code] if code else []


def _names(node: Node) -> list[str]:
    return [*(plain(part) for part in node.name.split(" / ")), *node.also]


def _codes(node: Node | None) -> tuple[str, ...]:
    return (node.unlocode,) if node and node.unlocode else ()


def _kind(place: Place, node: Node | None, land: str | None) -> str:
    """Tell places of one name apart: “city, Kazakhstan”."""
    if node and node.strait:
        return STRAIT if place.kind is PlaceKind.SEA else PASSAGE
    return f"{place.kind}, {land}" if land and place.kind is not PlaceKind.COUNTRY else str(place.kind)
