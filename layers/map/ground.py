"""The ground that the layers lie on: one block of the page, drawn before anything else by script/ground/."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from folium.map import CustomPane

from layers.map.safe_text import json_for_script
from layers.map.style import THEMES, tokens
from layers.model.tour import ZOOMS

OBJECTS = ("countries", "world", "lakes", "areas", "disputed")
# Above Leaflet's tiles (200), below the lines (400); labels of land and sea go between.
PANE, PANE_LEVEL = "ground", 250
# W, S, E, N; the map cannot be dragged beyond. The Americas are coarse: the essays name places there.
EXTENT = (-168.0, -56.0, 180.0, 80.0)
# What the first picture shows (W, S, E, N), the widest that a window can show near enough: both corridors
# from Constanța to Dostyk and from St Petersburg to Bandar Abbas; on a phone the lands between.
HOMES = ((26.5, 25.8, 84.0, 60.6), (27.5, 27.5, 57.5, 48.0))


class BaseMapError(ValueError):
    """The base map's file is not what the drawing needs."""


def ground_pane() -> CustomPane:
    """Return the pane of the base map; pointers go through it."""
    return CustomPane(PANE, z_index=PANE_LEVEL, pointer_events=False)


def read_topology(path: Path) -> dict[str, Any]:
    """Read the base map (TopoJSON, WGS84); BaseMapError names the objects that it lacks."""
    topology: dict[str, Any] = json.loads(path.read_bytes())
    missing = [name for name in OBJECTS if name not in topology.get("objects", {})]
    if missing:
        raise BaseMapError(
            f"{path.name} lacks the objects {', '.join(missing)}; expected {', '.join(OBJECTS)}. "
            "Build it again with python -m geodata.build."
        )
    return topology


def ground_text(path: Path, attribution: dict[str, str]) -> str:
    """Return all that the first picture needs as text for a JSON block of the page.

    Arcs are flat, [dx, dy, dx, dy …] on the topology's grid: that is read faster than pairs, and is shorter.
    """
    topology = read_topology(path)
    objects = {name: topology["objects"][name]["geometries"] for name in OBJECTS}
    arcs = topology["arcs"]
    return json_for_script(
        {
            "homes": HOMES,
            "extent": EXTENT,
            "zooms": ZOOMS,
            "attribution": attribution,
            "boundary": tokens()["boundary"],
            "colours": {theme: tokens()[theme]["map"] for theme in THEMES},
            **topology["transform"],
            "land": land_rings(objects["countries"], arcs),
            "borders": borders(objects["countries"], objects["disputed"]),
            "objects": objects,
            "arcs": [[step for position in arc for step in position] for arc in arcs],
        }
    )


def land_rings(countries: list[dict[str, Any]], arcs: list[Any]) -> list[list[int]]:
    """Join the arcs that one polygon alone holds to the rings of all countries' land, coasts and holes.

    So each coast is drawn once, and no seam shows between neighbours.
    """
    users = _users(countries)
    coast = [arc for country in countries for arc in _flat(country["arcs"]) if users[_forward(arc)] == 1]
    ends = {arc: _ends(arc, arcs) for arc in coast}
    leaving: dict[tuple[int, int], list[int]] = {}
    for arc in reversed(coast):  # taken from the end of each list, hence in the order of the file
        leaving.setdefault(ends[arc][0], []).append(arc)
    rings, used = [], set()
    for first in coast:
        if first in used:
            continue
        ring, here = [], ends[first][0]
        while leaving.get(here):
            ring.append(leaving[here].pop())
            here = ends[ring[-1]][1]
        used.update(ring)
        rings.append(ring)
    return rings


def borders(countries: list[dict[str, Any]], disputed: list[dict[str, Any]]) -> list[list[int]]:
    """Return the arcs that more than one country holds, without those of disputed lines.

    A solid line under their dashes would settle what is not.
    """
    contested = _users(disputed)
    return [[arc] for arc, count in _users(countries).items() if count > 1 and arc not in contested]


def _users(geometries: list[dict[str, Any]]) -> Counter[int]:
    """Count how often geometries use each arc, whichever way."""
    return Counter(_forward(arc) for geometry in geometries for arc in _flat(geometry["arcs"]))


def _flat(arcs: Iterable[Any]) -> Iterator[int]:
    """Yield the numbers of arcs that a geometry nests."""
    for arc in arcs:
        if isinstance(arc, int):
            yield arc
        else:
            yield from _flat(arc)


def _forward(arc: int) -> int:
    """Return the number of an arc, whichever way it is used: ~arc is the same one backwards."""
    return ~arc if arc < 0 else arc


def _ends(arc: int, arcs: list[Any]) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return where an arc begins and ends on the grid, as it is used."""
    steps = arcs[_forward(arc)]
    first = (steps[0][0], steps[0][1])
    last = (sum(step[0] for step in steps), sum(step[1] for step in steps))
    return (last, first) if arc < 0 else (first, last)
