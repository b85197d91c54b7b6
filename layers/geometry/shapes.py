"""One GeoJSON geometry, checked and rebuilt: positions, rings, antimeridian, crossings; nothing of files."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import shapely
from shapely.geometry import mapping, shape
from shapely.validation import explain_validity

Position = tuple[float, float]

# How many lists stand around a position, and the type of a single part, by geometry type (RFC 7946, 3.1).
_DEPTH = {"Point": 0, "MultiPoint": 1, "LineString": 1, "MultiLineString": 2, "Polygon": 2, "MultiPolygon": 3}
VERTEX_LIMIT = 200_000  # of a whole file
PROJECTED = 720.0  # degrees; beyond two turns of the globe a coordinate is metres, not degrees
ABSURD = 1e8  # metres; beyond this it is no projected coordinate either


class SkippedShapeError(ValueError):
    """The geometry cannot be drawn; `found` and `expected` say why, `metres` that it looks projected."""

    def __init__(self, found: str, expected: str, *, metres: bool = False) -> None:
        self.found, self.expected, self.metres = found, expected, metres
        super().__init__(f"{found}; {expected}")


class TooManyVerticesError(ValueError):
    """The geometry alone has more vertices than a file may have."""


@dataclass
class Shape:
    """A rebuilt geometry, the number of its vertices and what was mended on the way (found, expected)."""

    geometry: dict[str, Any]
    vertices: int = 0
    fixes: list[tuple[str, str]] = field(default_factory=list)


def rebuild(geometry: object) -> Shape:
    """Return `geometry` rebuilt as a drawable flat WGS84 geometry; raise SkippedShapeError if it is none."""
    if geometry is None:
        raise SkippedShapeError("no geometry (null)", "a point, a line or an area")
    if not isinstance(geometry, dict):
        raise SkippedShapeError("a geometry that is no object", "{type, coordinates}")
    kind = geometry.get("type")
    if kind == "GeometryCollection":
        raise SkippedShapeError("a GeometryCollection", "one feature for each of its parts")
    if not isinstance(kind, str) or kind not in _DEPTH:
        raise SkippedShapeError(
            f"the geometry type “{kind}”" if isinstance(kind, str) else "a geometry without a type",
            "one of " + " · ".join(_DEPTH) + " (capitals matter)",
        )
    result = Shape({"type": kind})
    notes: dict[str, str] = {}
    coordinates = _walk(geometry.get("coordinates"), _DEPTH[kind], result, notes)
    coordinates = _unwrap(coordinates, _DEPTH[kind], notes)
    result.geometry["coordinates"] = _parts(kind, coordinates, notes)
    result.fixes.extend(notes.items())
    _validate(result)
    result.geometry["coordinates"] = _as_lists(result.geometry["coordinates"])
    return result


def _walk(node: object, depth: int, result: Shape, notes: dict[str, str]) -> Any:
    """Copy nested coordinates, checking that positions stand exactly `depth` lists deep."""
    if depth == 0:
        result.vertices += 1
        if result.vertices > VERTEX_LIMIT:
            raise TooManyVerticesError
        return _position(node, notes)
    if not isinstance(node, list):
        raise SkippedShapeError("coordinates that are no list", "positions such as [49.87, 40.41]")
    if not node:
        raise SkippedShapeError("an empty list of coordinates", "positions such as [49.87, 40.41]")
    return [_walk(item, depth - 1, result, notes) for item in node]


def _position(node: object, notes: dict[str, str]) -> Position:
    if not isinstance(node, list):
        raise SkippedShapeError("coordinates nested less deep than their type needs", "[longitude, latitude]")
    if node and isinstance(node[0], list):
        raise SkippedShapeError("coordinates nested deeper than their type needs", "[longitude, latitude]")
    if len(node) < 2:
        raise SkippedShapeError(f"a position of {len(node)} numbers", "[longitude, latitude]")
    if len(node) > 2:
        notes["heights in the coordinates"] = "[longitude, latitude]"
    lon, lat = (_degrees(value) for value in node[:2])
    if max(abs(lon), abs(lat)) > PROJECTED:
        metres = max(abs(lon), abs(lat)) < ABSURD
        hint = "; they look like metres: export the layer in WGS84 (EPSG:4326)" if metres else ""
        raise SkippedShapeError(f"the position [{lon:.6g}, {lat:.6g}]", f"degrees{hint}", metres=metres)
    if abs(lat) > 90:
        swapped = abs(lon) <= 90 and abs(lat) <= 180
        hint = "; longitude and latitude look swapped" if swapped else ""
        raise SkippedShapeError(f"the latitude {lat:.6g}", f"one between -90 and 90{hint}")
    return lon, lat


def _degrees(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise SkippedShapeError(f"a coordinate of type {type(value).__name__}", "plain numbers")
    try:
        number = float(value)
    except OverflowError:
        number = math.inf
    if not math.isfinite(number):
        raise SkippedShapeError("NaN or Infinity as a coordinate", "plain numbers")
    return number


def _flat(coordinates: Any, depth: int) -> list[Position]:
    if depth == 0:
        return [coordinates]
    if depth == 1:
        return list(coordinates)
    return [position for part in coordinates for position in _flat(part, depth - 1)]


def _unwrap(coordinates: Any, depth: int, notes: dict[str, str]) -> Any:
    """Turn a geometry that lies whole turns off back into -180…180; refuse what crosses the antimeridian."""
    longitudes = [lon for lon, _ in _flat(coordinates, depth)]
    west, east = min(longitudes), max(longitudes)
    if west >= -180 and east <= 180:
        return coordinates
    turn = 360 * math.floor((west + 180) / 360)
    if east - turn > 180:
        turn = 360 * math.ceil((east - 180) / 360)
    if west - turn < -180:
        raise SkippedShapeError(
            f"longitudes from {west:.6g} to {east:.6g}", "parts cut at 180° (RFC 7946, 3.1.9)"
        )
    notes[f"longitudes up to {max(abs(west), abs(east)):.6g}"] = "longitudes between -180 and 180"

    def shift(node: Any, level: int) -> Any:
        return (node[0] - turn, node[1]) if level == 0 else [shift(item, level - 1) for item in node]

    return shift(coordinates, depth)


def _parts(kind: str, coordinates: Any, notes: dict[str, str]) -> Any:
    if kind == "LineString":
        return _line(coordinates)
    if kind == "MultiLineString":
        return [_line(part) for part in coordinates]
    if kind == "Polygon":
        return [_ring(part, notes) for part in coordinates]
    if kind == "MultiPolygon":
        return [[_ring(ring, notes) for ring in part] for part in coordinates]
    return coordinates


def _line(positions: list[Position]) -> list[Position]:
    if len(set(positions)) < 2:
        raise SkippedShapeError("a line of one place", "at least two different positions")
    _no_jump(positions)
    return positions


def _ring(positions: list[Position], notes: dict[str, str]) -> list[Position]:
    if positions[0] != positions[-1]:
        positions = [*positions, positions[0]]
        notes["a ring that is not closed"] = "the first position again at the end"
    if len(positions) < 4 or len(set(positions)) < 3:
        raise SkippedShapeError(f"a ring of {len(set(positions))} positions", "at least three different ones")
    _no_jump(positions)
    return positions


def _no_jump(positions: list[Position]) -> None:
    for (lon, _), (next_lon, _) in pairwise(positions):
        if abs(next_lon - lon) > 180:
            raise SkippedShapeError(
                f"a jump from longitude {lon:.6g} to {next_lon:.6g}",
                "parts cut at the antimeridian, 180° (RFC 7946, 3.1.9)",
            )


def _validate(result: Shape) -> None:
    """Mend areas whose outline crosses itself (shapely's make_valid); other geometry was checked already."""
    if "Polygon" not in result.geometry["type"]:
        return
    area = shape(result.geometry)
    if area.is_valid:
        return
    reason = explain_validity(area).split("[")[0].strip().lower()
    try:
        parts = shapely.get_parts(shapely.make_valid(area))
        mended = shapely.union_all([part for part in parts if "Polygon" in part.geom_type])
    except shapely.errors.GEOSException as error:
        found, expected = f"an outline that cannot be mended ({reason})", "one that does not cross itself"
        raise SkippedShapeError(found, expected) from error
    if mended.is_empty:
        raise SkippedShapeError(f"an area without inside ({reason})", "an outline that encloses something")
    result.geometry = {"type": mended.geom_type, "coordinates": mapping(mended)["coordinates"]}
    result.fixes.append((f"an outline that is not valid ({reason})", "one that does not cross itself"))


def _as_lists(node: Any) -> Any:
    """Return nested tuples as nested lists, as JSON has them."""
    return list(node) if isinstance(node[0], float) else [_as_lists(item) for item in node]
