"""The ground that the layers lie on: one TopoJSON file, in the page once, drawn by basemap.js."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from folium.map import CustomPane

from layers.map.safe_text import json_for_script

OBJECTS = ("countries", "world", "lakes", "disputed")
# Above Leaflet's tiles (200), below the lines (400); labels of land and sea go between.
PANE, PANE_LEVEL = "ground", 250
# W, S, E, N; the map cannot be dragged beyond. The Americas are coarse: the essays name places there.
EXTENT = (-168.0, -56.0, 180.0, 80.0)


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


def topology_text(path: Path) -> str:
    """Return the base map as text for a JSON block of the page."""
    return json_for_script(read_topology(path))
