"""The ground that the layers lie on: one block of the page, drawn before anything else by script/ground/."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from folium.map import CustomPane

from layers.files.border import Border
from layers.files.faults import Fault, refused, shown
from layers.files.json_file import read_json_object
from layers.files.text_file import read_bytes
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
# For an atlas whose base map cannot be read.
NO_GROUND = {
    "objects": {name: {"type": "GeometryCollection", "geometries": []} for name in OBJECTS},
    "arcs": [],
    "transform": {"scale": [1, 1], "translate": [0, 0]},
}


def ground_pane() -> CustomPane:
    """Return the pane of the base map; pointers go through it."""
    return CustomPane(PANE, z_index=PANE_LEVEL, pointer_events=False)


def read_topology(path: Path) -> dict[str, Any]:
    """Read the base map (TopoJSON, WGS84); raise RefusedFileError if it is not what the drawing needs."""
    topology, _ = read_json_object(read_bytes(path, file=path.name, expected="the base map"), file=path.name)
    objects, arcs, grid = (topology.get(key) for key in ("objects", "arcs", "transform"))
    missing = [name for name in OBJECTS if name not in (objects if isinstance(objects, dict) else {})]
    if missing:
        expected = f"{', '.join(OBJECTS)} (build it again with python -m geodata.build)"
        raise refused(path.name, f"no objects {', '.join(missing)}", expected)
    if not isinstance(arcs, list) or not all(map(_is_arc, arcs)):
        raise refused(
            path.name, f"arcs: {shown(arcs)}", "lists of steps on the grid, such as [[1, 2], [0, 3]]"
        )
    if not isinstance(grid, dict) or not all(_is_pair(grid.get(key)) for key in ("scale", "translate")):
        raise refused(path.name, f"transform: {shown(grid)}", "scale and translate of the grid")
    return topology


def _is_arc(arc: object) -> bool:
    return isinstance(arc, list) and bool(arc) and all(map(_is_pair, arc))


def _is_pair(pair: object) -> bool:
    return isinstance(pair, list) and len(pair) == 2 and all(type(number) in (int, float) for number in pair)


def ground_text(path: Path, attribution: dict[str, str], faults: list[Fault]) -> str:
    """Return all that the first picture needs as text for a JSON block of the page.

    A base map that cannot be read goes to `faults`; the layers then lie on the sea.
    """
    with Border(path.name, faults):
        return _text_of(read_topology(path), attribution)
    return _text_of(NO_GROUND, attribution)


def _text_of(topology: dict[str, Any], attribution: dict[str, str]) -> str:
    """Write the topology with what is the same for any.

    Arcs are flat, [dx, dy, dx, dy …] on the topology's grid: that is read faster than pairs, and is shorter.
    """
    objects = {name: topology["objects"][name]["geometries"] for name in OBJECTS}
    arcs = topology["arcs"]
    _check_arcs(objects, len(arcs))
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


def _check_arcs(objects: Mapping[str, list[dict[str, Any]]], count: int) -> None:
    """Raise IndexError for a geometry that names an arc which is not there."""
    for geometries in objects.values():
        for geometry in geometries:
            if any(_forward(arc) >= count for arc in _flat(geometry["arcs"])):
                raise IndexError(geometry["type"])


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
