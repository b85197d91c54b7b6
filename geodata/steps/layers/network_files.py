"""Makes network.geojson of the drawn legs, and network_lines.json, the same lines made small for the map."""

import json
from typing import Any

import shapely

from geodata.steps.files.geodesy import length_km
from geodata.steps.files.sources import read_network_legs, read_nodes
from geodata.steps.layers import features
from geodata.steps.lines import pieces as polyline
from geodata.steps.lines.network_legs import Leg, corners, draw_network, node_places
from geodata.steps.lines.pieces import Piece

SIMPLIFIED_DEGREES = {"rail": 0.006, "road": 0.006, "sea": 0.004}
THOUSANDTHS = 1000
FORMAT = (
    "lines: leg id to a flat list of whole thousandths of a degree (WGS84), first the longitude and latitude "
    "of the start, then for each further corner the steps in longitude and latitude from the corner before; "
    "nodes: id to [longitude, latitude, name]"
)
Feature = dict[str, Any]


def network_features() -> list[Feature]:
    """Make one feature per leg of network.json."""
    names = {node["id"]: str(node["name"]) for node in read_nodes()}
    return [_feature(leg, names) for leg in read_network_legs()]


def _feature(leg: Leg, names: dict[str, str]) -> Feature:
    drawn = draw_network()[leg["id"]]
    coordinates = corners(leg["id"])
    start, end = (short_name(names[leg[key]]) for key in ("from", "to"))
    properties = {
        "id": leg["id"],
        "layer": "network",
        "name": f"{start} – {end}",
        "kind": leg["kind"],
        "mode": leg["mode"],
        "status": leg["status"],
        "as_of": leg["as_of"],
        "geometry_class": drawn.geometry_class,
        "source": drawn.source,
        "licence": drawn.licence,
        "from": leg["from"],
        "to": leg["to"],
        "km": round(length_km(coordinates), 1),
        "track_km": _track_km(drawn.pieces) if drawn.geometry_class.startswith("osm") else None,
        "countries": leg["countries"],
        "generalised": bool(polyline.long_pieces(drawn.pieces)),
        "uncertainty_km": round(max(piece.bound_m for piece in drawn.pieces) / 1000, 1),
    }
    return features.feature(properties, {"type": "LineString", "coordinates": coordinates})


def short_name(name: str) -> str:
    """Leave out what stands in brackets."""
    return name.split(" (")[0]


def _track_km(pieces: list[Piece]) -> float:
    """Add up the true track; pieces by hand, of which no graph knows the track, count as drawn."""
    return round(sum(piece.track_m or piece.drawn_m for piece in pieces) / 1000, 1)


def build_small_lines(about: dict[str, Any]) -> bytes:
    """Write the lines for the map document, one leg a line."""
    legs = {leg["id"]: _small(leg) for leg in read_network_legs()}
    names = {node["id"]: node["name"] for node in read_nodes()}
    nodes = {key: [round(lon, 3), round(lat, 3), names[key]] for key, (lon, lat) in node_places().items()}
    head = {"format": FORMAT, "generated": "by geodata.build; do not edit", **about}
    return (
        f'{json.dumps(head, ensure_ascii=False)[:-1]}, "nodes": {{\n{_rows(nodes)}\n}}, '
        f'"lines": {{\n{_rows(legs)}\n}}}}\n'
    ).encode()


def _rows(entries: dict[str, Any]) -> str:
    rows = (
        f"{json.dumps(key)}:{json.dumps(value, ensure_ascii=False, separators=(',', ':'))}"
        for key, value in sorted(entries.items())
    )
    return ",\n".join(rows)


def _small(leg: Leg) -> list[int]:
    """Simplify a line and write it as steps in thousandths of a degree."""
    line = shapely.simplify(shapely.LineString(corners(leg["id"])), SIMPLIFIED_DEGREES[leg["mode"]])
    flat: list[int] = []
    before = (0, 0)
    for lon, lat in line.coords:
        here = (round(lon * THOUSANDTHS), round(lat * THOUSANDTHS))
        if here != before:
            flat += [here[0] - before[0], here[1] - before[1]]
        before = here
    return flat
