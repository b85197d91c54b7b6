"""Which names the sources give to which place: what GeoNames may not give to another one."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from geodata.steps.files.sources import read_nodes, read_points, read_source
from layers.files.words import fold, slug


@cache
def claimed() -> dict[str, frozenset[str]]:
    """Return the ids of the places that the sources call by each folded name."""
    claims: dict[str, set[str]] = {}
    for place, name in _given():
        claims.setdefault(fold(name), set()).add(place)
    return {name: frozenset(places) for name, places in claims.items()}


def names_of_others(place: str) -> frozenset[str]:
    """Return the folded names that the sources give to other places than this one, and not to it."""
    return frozenset(name for name, places in claimed().items() if place not in places)


def _given() -> Iterator[tuple[str, str]]:
    """Give every place's id with each of its names."""
    chosen = read_source("places")
    for _, name, _, _, _, given in chosen["towns"]:
        yield from ((slug(name), one) for one in (name, *given))
    spots: list[dict[str, Any]] = [*chosen["spots"], *read_source("essay-places")["spots"], *chosen["waters"]]
    for spot in spots:
        names = (spot["name"], *spot["names"], *spot.get("spellings", ()))
        yield from ((spot["id"], name) for name in names)
    yield from ((key, point["name"]) for key, point in read_points().items() if not point.get("guide"))
    for node in read_nodes():
        place = node.get("serves") or node.get("place", node["id"])
        names = (node["name"].split(" (")[0], *node.get("also", ()))
        yield from ((place, name) for name in names)
