"""The network as the map draws it: each leg's line once, small, with what a card says of it.

What the block says elsewhere is not sent again: a node's name and country stand with its place, its position
is the end of a line (layers/map/script/nodes.js puts them together).
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from layers.files.border import Border
from layers.files.faults import Fault, refused, shown
from layers.files.json_file import read_json_object
from layers.files.text_file import read_bytes
from layers.model.feature import Place
from layers.network.model import Network
from layers.network.node import Node
from layers.network.search.question import short_name


def network_facts(
    network: Network, path: Path, places: Mapping[str, Place], faults: list[Fault]
) -> dict[str, Any]:
    """Return legs, nodes and country names by id; nothing of a leg that `path`, the file of lines, lacks.

    What is wrong in the file goes to `faults`. Without lines there is no network to draw.
    """
    lines = read_lines(path, faults)
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


def read_lines(path: Path, faults: list[Fault]) -> dict[str, list[int]]:
    """Return the line of each leg as the file holds it; a wrong one is left out, with its fault.

    Flat lists of whole thousandths of a degree (WGS84): the start's lon and lat, then the steps from corner
    to corner. An atlas may have no such file.
    """
    lines: dict[str, list[int]] = {}
    if not path.exists():
        return lines
    with Border(path.name, faults):
        data, _ = read_json_object(read_bytes(path, file=path.name), file=path.name)
        if not isinstance(data.get("lines"), dict):
            raise refused(path.name, f"lines: {shown(data.get('lines'))}", "the line of each leg, by its id")
        for leg, line in data["lines"].items():
            if _is_line(line):
                lines[leg] = line
                continue
            expected = "whole numbers, two for the start and two for each step"
            faults.append(Fault(path.name, f"lines, {leg}", shown(line), expected, effect="skipped"))
    return lines


def _is_line(line: object) -> bool:
    if not isinstance(line, list) or len(line) < 4 or len(line) % 2:
        return False
    return all(type(number) is int for number in line)


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
