"""Every thing of an atlas that has a name, each once: what the map has, and what else can be closed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from layers.catalogue.atlas import Atlas
from layers.catalogue.names.entry import Entry, others, plain, spelled, taken_apart
from layers.catalogue.names.places import Joined, node_entries, place_entries
from layers.model.catalogue import Catalogue
from layers.model.gazetteer import PLACES_LAYER, Gazetteer
from layers.model.kind import PlaceKind
from layers.model.layer import Layer
from layers.model.reference import Reference
from layers.network.model import Group, Network
from layers.network.search.closures import PLANNED, closable


def entries_of(atlas: Atlas) -> Iterator[Entry]:
    """Give every entry, in the order in which equally near ones are found.

    What the essays name comes first, then layers, places by rank, parts of layers, and what only the network
    has: corridors, plans and legs.
    """
    catalogue, network = atlas.catalogue, atlas.network
    in_essays = _names_in_essays(atlas.gazetteer)
    ordered = sorted(catalogue.places.values(), key=lambda place: (not place.named_in, place.rank, place.id))
    made = list(place_entries(ordered, Joined.of(network, catalogue), in_essays, catalogue.country_names))
    first = sum(bool(place.named_in) for place in ordered)
    yield from made[:first]
    yield from _layers(catalogue, network, in_essays)
    yield from made[first:]
    yield from node_entries(network, catalogue)
    yield from _parts(catalogue)
    yield from _corridors(network, catalogue)
    yield from _plans_and_legs(network)


def _names_in_essays(gazetteer: Gazetteer) -> dict[str, list[str]]:
    """Return what the essays call each place, layer or card."""
    called: dict[str, list[str]] = {}
    for row in gazetteer.names:
        lead = Reference.to_place(row.place) if row.place else row.opens
        if lead:
            called.setdefault(lead, []).extend(spelled(row.name))
    return called


def _layers(catalogue: Catalogue, network: Network, in_essays: dict[str, list[str]]) -> Iterator[Entry]:
    corridors = _whole_layers(network)
    for layer in catalogue.layers.values():
        key, corridor = corridors.get(layer.id, (None, None))
        names = [layer.title, plain(layer.title), *layer.short.split(" / "), *_called(layer)]
        names += in_essays.get(layer.id, ())
        names += [corridor.title, *corridor.also] if corridor else []
        yield Entry(
            layer.short,
            "layer" if layer.drawn else "card",
            Reference(layer.id),
            others(layer.short, names),
            closes=key,
            words=(layer.id, *([key] if key else [])),
        )


def _called(layer: Layer) -> Iterator[str]:
    for one in layer.names:
        yield from taken_apart(one.name)
    yield from layer.spellings


def _whole_layers(network: Network) -> dict[str, tuple[str, Group]]:
    """Return the corridors that are all of a layer, by the layer; of several each is a branch."""
    of_layer = Counter(group.layer for group in network.groups.values())
    return {
        group.layer: (key, group)
        for key, group in network.groups.items()
        if group.layer and of_layer[group.layer] == 1
    }


def _parts(catalogue: Catalogue) -> Iterator[Entry]:
    for layer in catalogue.layers.values():
        for feature in layer.features if layer.id != PLACES_LAYER else ():  # its places stand above
            name = feature["properties"]["name"]
            yield Entry(
                name,
                layer.short,
                Reference.to_feature(layer.id, feature["id"]),
                others(name, taken_apart(name) if "–" in name else [plain(name)]),
            )


def _corridors(network: Network, catalogue: Catalogue) -> Iterator[Entry]:
    """Give the corridors, waters and countries that are no layer or place of the map."""
    whole = {key for layer, (key, _) in _whole_layers(network).items() if layer in catalogue.layers}
    for key, group in network.groups.items():
        if key not in whole:
            yield _only_closed(key, "corridor", group)
    for key, water in network.waters.items():
        if (water.place or key) not in catalogue.places:
            yield _only_closed(key, "water", water)
    on_map = {place.country for place in catalogue.places.values() if place.kind is PlaceKind.COUNTRY}
    for code, name in network.countries.items():
        if code not in on_map:
            yield Entry(name, "country", also=(code,), closes=code, words=(code,))


def _only_closed(key: str, kind: str, group: Group) -> Entry:
    return Entry(group.title, kind, also=others(group.title, group.also), closes=key, words=(key,))


def _plans_and_legs(network: Network) -> Iterator[Entry]:
    for thing in closable(network):
        if thing.kind == "plans":
            yield Entry(
                thing.name.capitalize(), "plans", also=(PLANNED,), closes=thing.word, words=(PLANNED,)
            )
        if thing.kind == "leg":
            yield _leg(network, thing.word, thing.name)


def _leg(network: Network, leg: str, name: str) -> Entry:
    way_back = "–".join(reversed(name.split("–")))
    return Entry(name, f"leg, {network.legs[leg].mode}", also=(way_back,), closes=leg, words=(leg,))
