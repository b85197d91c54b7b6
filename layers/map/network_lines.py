"""The network as the map draws it: each leg's line once, small, with what a card says of it.

What the block says elsewhere is not sent again: a node's name and country stand with its place, its position
is the end of a line (layers/map/script/nodes.js puts them together).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from layers.model.feature import Place
from layers.network.model import Network
from layers.network.node import Node
from layers.network.search.question import short_name


def network_facts(network: Network, path: Path, places: Mapping[str, Place]) -> dict[str, Any]:
    """Return legs, nodes and country names by id; nothing of a leg that `path`, the file of lines, lacks.

    Lines stay as the file holds them: flat lists of whole thousandths of a degree (WGS84), the start's lon
    and lat, then the steps from corner to corner. Without the file there is no network to draw.
    """
    if not path.is_file():
        return {"legs": {}, "nodes": {}, "countries": {}}
    lines = json.loads(path.read_text("utf-8"))["lines"]
    legs = {
        leg.id: {
            "from": leg.from_,
            "to": leg.to,
            "mode": leg.mode,
            "status": leg.status,
            "as_of": leg.as_of,
            "km": leg.km,
            "countries": list(leg.countries),
            "steps": lines[leg.id],
        }
        for leg in network.legs.values()
        if leg.id in lines
    }
    met = {end for leg in legs.values() for end in (leg["from"], leg["to"])}
    nodes = {node.id: _node(node, places) for node in network.nodes.values() if node.id in met}
    return {"legs": legs, "nodes": nodes, "countries": dict(network.countries)}


def _node(node: Node, places: Mapping[str, Place]) -> dict[str, Any]:
    """Return what a node says of itself that neither its place nor the lines do."""
    place = places.get(node.own_place)
    name = short_name(node.name)
    return {
        **({"place": node.place} if node.place else {}),
        **({"name": name} if place is None or place.name != name else {}),
        **({"port": True} if "port" in node.kinds else {}),
        **({"strait": True} if node.strait else {}),
        **({"country": node.country} if node.country != (place.country if place else None) else {}),
    }
