"""The table of bad input for GeoJSON: each case with what stands in the one sentence about it."""

from __future__ import annotations

import json
import math
from typing import Any

POINT = {"type": "Point", "coordinates": [49.87, 40.41]}
SQUARE = [[49.0, 40.0], [50.0, 40.0], [50.0, 41.0], [49.0, 41.0], [49.0, 40.0]]


def feature(geometry: Any, **members: Any) -> dict[str, Any]:
    return {"type": "Feature", "id": "a", "properties": {"name": "A"}, "geometry": geometry, **members}


def of(kind: str, coordinates: Any) -> dict[str, Any]:
    return feature({"type": kind, "coordinates": coordinates})


def collection(*features: Any) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": list(features)}


def raw(document: Any) -> bytes:
    return document if isinstance(document, bytes) else json.dumps(document).encode()


def circle(lon: float, lat: float) -> list[list[float]]:
    """A ring of 100 positions."""
    turns = [math.tau * n / 99 for n in range(99)]
    ring = [[lon + math.cos(turn) / 9, lat + math.sin(turn) / 9] for turn in turns]
    return [*ring, ring[0]]


def nested(depth: int) -> dict[str, Any]:
    geometry: dict[str, Any] = POINT
    for _ in range(depth):
        geometry = {"type": "GeometryCollection", "geometries": [geometry]}
    return geometry


RIGHT = raw(collection(feature(POINT)))

# name: (document, sentence that the only fault holds)
REFUSED: dict[str, tuple[Any, str]] = {
    "S01 empty object": ({}, "an object without a type"),
    "S02 list": ([], "a list"),
    "S03 null": (b"null", "null"),
    "S05 features null": ({"type": "FeatureCollection", "features": None}, "a list of features"),
    "S06 TopoJSON": ({"type": "Topology", "objects": {}, "arcs": []}, "TopoJSON"),
    "S20 nested 2,000 deep": (b'{"a":' * 2000 + b"1" + b"}" * 2000, "nested"),
    "S25 duplicate key": (RIGHT.replace(b'"name"', b'"name": 1, "name"'), "the key “name” twice"),
    "G09 metres": (collection(of("Point", [5_551_000, 4_920_000])), "EPSG:4326"),
    "G10 crs": (
        {**collection(feature(POINT)), "crs": {"type": "name", "properties": {"name": "EPSG:27700"}}},
        "the coordinate system “EPSG:27700”",
    ),
    "G26 number of 5,001 digits": (RIGHT.replace(b"49.87", b"9" * 5001), "thousands of digits"),
    "B03 Latin-1": ('{"type": "Türkiye"}'.encode("latin-1"), "UTF-8 (save the file as UTF-8)"),
    "B04 UTF-16": (RIGHT.decode().encode("utf-16"), "text in UTF-16"),
    "B04 UTF-16 without mark": (RIGHT.decode().encode("utf-16-le"), "text in UTF-16"),
    "B05 truncated": (RIGHT.replace(b", ", b",\n")[:-30], "it looks cut off"),
    "B06 empty": (b"", "an empty file"),
    "B07 HTML page": (b"<!DOCTYPE html><html></html>", "a web page or XML"),
    "B08 comment": (b'{\n// a line\n"type": 1}', "bad.geojson:2: found a comment"),
    "B08 trailing comma": (b'{\n"type": "FeatureCollection",\n"features": [],\n}', "a comma before"),
    "B09 brackets": (b"[" * 100_000, "a list"),
    "B10 path": (b'"/etc/passwd"', "a piece of text"),
    "B11 URL": (b'"https://example.org/x.json"', "a piece of text"),
    "B12 relative path": (b'"../../x"', "a piece of text"),
    "B13 VRT": (b"<OGRVRTDataSource></OGRVRTDataSource>", "a web page or XML"),
    "B14 zip": (b"PK\x03\x04\x14\x00\xff\xfe", "a zip archive"),
    "B14 gzip": (b"\x1f\x8b\x08\x00\xff", "a gzip archive"),
    "NUL": (b'{"a": "\x00"}', "broken JSON"),
    "CSV": (b"name,lat,lon\n=1+1,2,3\n", "at the start"),
    "5 MB": (b"{" + b" " * 5_000_001 + b"}", "at most 5 MB"),
    "Z03 50,000 points": (collection(*[feature(POINT)] * 50_000), "5 MB"),
    "Z03 5,001 points": (collection(*[feature(POINT)] * 5_001), "at most 5,000"),
    "Z04 250,000 vertices": (
        collection(of("LineString", [[n % 90, n % 45] for n in range(250_000)])),
        "more than 200,000 vertices",
    ),
}

SKIPPED: dict[str, tuple[Any, str]] = {
    "S09 no geometry": (feature(None), "no geometry"),
    "S17 GeometryCollection": (feature(nested(1)), "one feature for each of its parts"),
    "S18 nested 5 deep": (feature(nested(5)), "a GeometryCollection"),
    "S19 nested 200 deep": (feature(nested(200)), "a GeometryCollection"),
    "S21 Circle": (of("Circle", [1, 2]), "the geometry type “Circle”"),
    "S22 point": (of("point", [1, 2]), "capitals matter"),
    "type is a list": (feature({"type": [], "coordinates": [1, 2]}), "without a type"),
    "G01 no numbers": (of("Point", []), "a position of 0 numbers"),
    "G02 one number": (of("Point", [1]), "a position of 1 numbers"),
    "G03 null": (of("Point", None), "[longitude, latitude]"),
    "G03 null in a line": (of("LineString", [[1, 2], None]), "[longitude, latitude]"),
    "G03 line without coordinates": (of("LineString", None), "coordinates that are no list"),
    "G04 text": (of("Point", ["49.87", "40.41"]), "plain numbers"),
    "G24 boolean": (of("Point", [True, False]), "plain numbers"),
    "G05 NaN": (of("Point", [float("nan"), 1]), "NaN or Infinity"),
    "G06 Infinity": (of("Point", [float("inf"), 1]), "NaN or Infinity"),
    "G07 1e308": (of("Point", [1e308, 1]), "the position [1e+308, 1]"),
    "G08 swapped": (of("Point", [40.41, 151.2]), "longitude and latitude look swapped"),
    "G16 two-point ring": (of("Polygon", [[[1, 2], [3, 4], [1, 2]]]), "a ring of 2 positions"),
    "G17 empty ring": (of("Polygon", [[]]), "an empty list"),
    "G17 no ring": (of("Polygon", []), "an empty list"),
    "G19 antimeridian": (of("LineString", [[179, 60], [-179, 61]]), "cut at the antimeridian"),
    "G20 pole": (of("Polygon", [[[-180, 80], [0, 80], [180, 80], [-180, 80]]]), "antimeridian"),
    "G21 across 180": (of("LineString", [[170, 60], [190, 61]]), "parts cut at 180°"),
    "G22 too deep": (of("Polygon", [[SQUARE]]), "nested deeper"),
    "G22 not deep enough": (of("MultiPolygon", [SQUARE]), "nested less deep"),
    "G23 one vertex": (of("LineString", [[1, 2]]), "a line of one place"),
    "G23 same vertex": (of("LineString", [[1, 2], [1, 2]]), "a line of one place"),
    "G25 401 digits": (of("Point", [10**400, 1]), "NaN or Infinity"),
    "flat ring": (of("Polygon", [[[1, 1], [2, 2], [3, 3], [1, 1]]]), "without inside"),
    "no Feature": ({"type": "feature"}, "no Feature"),
    "a number": (7, "no Feature"),
}

FIXED: dict[str, tuple[Any, str]] = {
    "S04 no features": (collection(), "no features"),
    "S07 bare geometry": (POINT, "a bare Point"),
    "S08 bare feature": (feature(POINT), "a bare Feature"),
    "S10 properties null": (collection(feature(POINT, properties=None)), "no properties"),
    "S11 properties missing": (
        collection({"type": "Feature", "id": "a", "geometry": POINT}),
        "no properties",
    ),
    "S14 list as value": (collection(feature(POINT, properties={"a": ["<b>"]})), "a list or object in “a”"),
    "S15 same id": (collection(feature(POINT), feature(POINT)), "an id for the second time"),
    "S23 10,000 keys": (
        collection(feature(POINT, properties={f"k{n}": n for n in range(10_000)})),
        "10000 properties",
    ),
    "S24 1 MB text": (collection(feature(POINT, properties={"a": "x" * 1_000_000})), "1,000,000 characters"),
    "J20 __proto__": (collection(feature(POINT, properties={"__proto__": 1})), "“__proto__”"),
    "J21 controls": (
        collection(feature(POINT, properties={"a": "a\u2028\u202eb\x00"})),
        "control or direction",
    ),
    "J22 surrogate": (collection(feature(POINT, properties={"a": "a\ud800b"})), "control or direction"),
    "NaN as value": (RIGHT.replace(b'"A"', b"NaN"), "NaN or Infinity"),
    "G11 height": (collection(of("Point", [1, 2, 3])), "heights"),
    "G12 mixed heights": (collection(of("LineString", [[1, 2], [3, 4, 5], [6, 7, 8, 9]])), "heights"),
    "G13 height null": (collection(of("Point", [1, 2, None])), "heights"),
    "G14 bowtie": (collection(of("Polygon", [[[0, 0], [2, 2], [2, 0], [0, 2], [0, 0]]])), "not valid"),
    "G15 unclosed": (collection(of("Polygon", [SQUARE[:-1]])), "not closed"),
    "G21 longitude 540": (collection(of("Point", [540, 40])), "longitudes up to 540"),
    "B01 byte-order mark": (b"\xef\xbb\xbf" + RIGHT, "byte-order mark"),
    "id with blanks": (collection(feature(POINT, id="../../etc/x")), "an id with other characters"),
}

KEPT: dict[str, Any] = {
    "S16 mixed ids": collection(feature(POINT, id=1), feature(POINT, id="one"), feature(POINT, id=2.5)),
    "G18 clockwise": collection(of("Polygon", [SQUARE[::-1]])),
    "B02 UTF-8": b'{"type": "Point", "coordinates": [1, 2]}',
    "crs that says WGS84": {
        **collection(feature(POINT)),
        "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}},
    },
    "Z02 1,000 areas of 100": collection(
        *[
            feature({"type": "Polygon", "coordinates": [circle(n % 40, n % 60)]}, id=f"area-{n}")
            for n in range(1000)
        ]
    ),
    "foreign members": {**collection(feature(POINT, extra=1)), "name": "x", "bbox": [1, 2, 3, 4]},
    "hole": collection(of("Polygon", [SQUARE, [[49.2, 40.2], [49.4, 40.2], [49.4, 40.4], [49.2, 40.2]]])),
}
