"""Says where a place truly stands: at its node of the route network, or, a port, at its quay."""

from functools import cache
from typing import Any

from geodata.steps.files.sources import read_source
from geodata.steps.layers.features import Feature
from geodata.steps.layers.network_places import standing


@cache
def port_points() -> dict[str, list[dict[str, Any]]]:
    """Read the points that the port lists have for each port, by place id, the quay first; at: [lat, lon]."""
    points: dict[str, list[dict[str, Any]]] = {}
    for point in read_source("port_points")["points"]:
        points.setdefault(point["place"], []).append(point)
    return points


def stands(place: Feature) -> Feature:
    """Put a place of the gazetteer at its node, or a port without one at its quay; others stay.

    Raises ValueError for a port that has neither.
    """
    about = place["properties"]
    node = standing().get(about["id"])
    if node:
        return _moved(place, node["lon"], node["lat"], node["uncertainty_km"], "point of the route network")
    if about["kind"] != "port":
        return place
    if about["id"] not in port_points():
        raise ValueError(f"sources/places.yaml: {about['id']} is a port; give its quay in port_points.yaml")
    quay = port_points()[about["id"]][0]
    lat, lon = quay["at"]
    return _moved(place, lon, lat, about["uncertainty_km"], f"quay {quay['list']} {quay['id']}")


def _moved(place: Feature, lon: float, lat: float, within_km: float, why: str) -> Feature:
    about = place["properties"]
    moved = about | {"source": f"{about['source']}; {why}", "uncertainty_km": within_km}
    point = {"type": "Point", "coordinates": [round(float(lon), 5), round(float(lat), 5)]}
    return {**place, "properties": moved, "geometry": point}
