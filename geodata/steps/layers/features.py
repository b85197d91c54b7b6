"""Makes GeoJSON features of the legs and sites in geodata/sources."""

import re
from typing import Any

from geodata.steps.files.geodesy import circle, length_km
from geodata.steps.lines import pieces as polyline
from geodata.steps.lines.layer_legs import ODBL, OWN, Drawn, draw_all

Feature = dict[str, Any]

GEONAMES = "CC BY 4.0"
NATURAL_EARTH = "public domain"
NOT_SOURCED = "not sourced"  # of a year, as the cards say it


def licence_of(source: str) -> str:
    """Give the licence of a point by the source that it was taken from."""
    if source.startswith("GeoNames"):
        return GEONAMES
    if source.startswith("Natural Earth"):
        return NATURAL_EARTH
    return ODBL if "OpenStreetMap" in source else OWN


def leg_feature(leg: dict[str, Any], layer: str) -> Feature:
    """Make the feature of a leg for one of its layers."""
    drawn = draw_all()[leg["id"]]
    coordinates = polyline.coordinates(drawn.pieces)
    name = leg["name"]
    ends = re.sub(r" \(.*?\)", "", name).split(" – ")
    properties = {
        **_common(leg, layer),
        "kind": leg.get("kind") or f"{leg['mode']}-leg",
        "mode": leg["mode"],
        "geometry_class": drawn.geometry_class,
        "source": drawn.source,
        "licence": drawn.licence,
        "from": leg.get("from", ends[0]),
        "to": leg.get("to", ends[-1]),
        "km": round(length_km(coordinates), 1),
        **_lengths(leg, drawn),
        "opened_source": leg.get("opened_source", NOT_SOURCED) if "opened" in leg else None,
        "note": " ".join([*filter(None, [leg.get("note")]), *drawn.remarks]) or None,
    }
    return feature(properties, {"type": "LineString", "coordinates": coordinates})


def _lengths(leg: dict[str, Any], drawn: Drawn) -> dict[str, Any]:
    chords = polyline.long_pieces(drawn.pieces)
    track = sum(p.track_m for p in drawn.pieces) / 1000
    bound = max(p.bound_m for p in drawn.pieces) / 1000
    published = leg.get("published") or {}
    return {
        "track_km": round(track, 1) if track else None,
        "published_km": published.get("km"),
        "published_source": published.get("source"),
        "uncertainty_km": round(bound, 1),
        "generalised": bool(chords),
        "chords": chords or None,
    }


def site_feature(site: dict[str, Any], layer: str) -> Feature:
    """Make the feature of a port, field or other site for one of its layers."""
    properties = {
        **_common(site, layer),
        "kind": site["kind"],
        "mode": site.get("mode"),
        "geometry_class": "schematic" if "circle_km" in site or "line" in site else "hand",
        "source": site["source"],
        "licence": licence_of(site["source"]),
        "uncertainty_km": site["within_km"],
        "note": site.get("note"),
    }
    if site["source"].startswith("GeoNames"):
        properties["licence"] = "CC BY 4.0"
    if "line" in site:
        return line_feature(site, properties)
    lat, lon = site["at"]
    if "circle_km" in site:
        return feature(
            properties, {"type": "Polygon", "coordinates": [circle((lon, lat), site["circle_km"])]}
        )
    return feature(properties, {"type": "Point", "coordinates": [round(lon, 5), round(lat, 5)]})


def line_feature(entry: dict[str, Any], properties: dict[str, Any]) -> Feature:
    """Make the feature of an entry that is a line drawn by hand; its properties get ends and lengths."""
    places = [(float(lon), float(lat)) for lat, lon in entry["line"]]
    pieces = polyline.by_hand(places, entry["within_km"])
    coordinates = polyline.coordinates(pieces)
    chords = polyline.long_pieces(pieces)
    published = entry.get("published") or {}
    properties |= {
        "from": entry["from"],
        "to": entry["to"],
        "km": round(length_km(coordinates), 1),
        "published_km": published.get("km"),
        "published_source": published.get("source"),
        "generalised": bool(chords),
        "chords": chords or None,
    }
    return feature(properties, {"type": "LineString", "coordinates": coordinates})


def _common(entry: dict[str, Any], layer: str) -> dict[str, Any]:
    others = sorted(entry["layers"].keys() - {layer})
    return {
        "id": entry["id"],
        "layer": layer,
        "name": entry["name"],
        "status": entry["status"],
        "as_of": entry["as_of"],
        "status_note": entry.get("status_note"),
        "countries": entry["countries"],
        "branch": entry["layers"][layer] or None,
        "shared_with": others or None,
        "gauge": entry.get("gauge"),
        "opened": entry.get("opened"),
    }


def feature(properties: dict[str, Any], geometry: dict[str, Any]) -> Feature:
    """Put a feature together, leaving out the properties that have no value."""
    known = {key: value for key, value in properties.items() if value is not None}
    return {"type": "Feature", "id": known["id"], "properties": known, "geometry": geometry}
