"""Draws the oil and gas pipelines: straight from town to town, in order of flow, always called schematic."""

from typing import Any

from geodata.steps.files.geodesy import WGS84, Place, length_km
from geodata.steps.files.sources import place_of, read_source
from geodata.steps.layers.features import Feature, feature
from geodata.steps.lines import pieces as polyline
from geodata.steps.lines.layer_legs import OWN

LAYER = "oil-gas-pipelines"


def pipeline_features() -> list[Feature]:
    """Make one line of each pipeline in sources/pipelines.yaml."""
    source = read_source("pipelines")
    lines = {line["id"]: line for line in source["pipelines"]}
    return [_feature(line, towns_of(line, lines, source["points"])) for line in lines.values()]


def towns_of(
    line: dict[str, Any], lines: dict[str, dict[str, Any]], points: dict[str, dict[str, Any]]
) -> list[Place]:
    """Give the towns of a line as (longitude, latitude); those it shares with another are moved beside it."""
    beside = line.get("beside") or {}
    shared = set(lines[beside["pipeline"]]["via"]) if beside else set()
    shared -= {line["via"][0], line["via"][-1]}  # the ends stay where the neighbours' ends are
    places = []
    for key in line["via"]:
        lon, lat = place_of(key, points)
        if key in shared:
            lon, lat, _ = WGS84.fwd(lon, lat, 0, beside["north_km"] * 1000)
        places.append((lon, lat))
    return places


def _feature(line: dict[str, Any], towns: list[Place]) -> Feature:
    pieces = polyline.by_hand(towns, line["within_km"])
    coordinates = polyline.coordinates(pieces)
    chords = polyline.long_pieces(pieces)
    properties = {
        "id": line["id"],
        "layer": LAYER,
        "name": line["name"],
        "kind": line["kind"],
        "mode": "pipeline",
        "status": line["status"],
        "as_of": line["as_of"],
        "status_note": line.get("status_note"),
        "geometry_class": "schematic",
        "source": f"schematic; {line['source']}",
        "licence": f"points CC BY 4.0 (GeoNames); {OWN}",
        "from": line["from"],
        "to": line["to"],
        "km": round(length_km(coordinates), 1),
        "published_km": line["published"]["km"],
        "published_source": line["published"]["source"],
        "countries": line["countries"],
        "uncertainty_km": line["within_km"],
        "generalised": bool(chords),
        "chords": chords or None,
        "branch": line["kind"].partition("-")[0],
        "opened": line["opened"],
        "note": " ".join(filter(None, [line["note"], line.get("outlier")])),
    }
    return feature(properties, {"type": "LineString", "coordinates": coordinates})
