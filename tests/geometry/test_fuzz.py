"""Random documents that look like GeoJSON: whatever comes, the reader answers, and enough of it is right."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from layers.geometry.collection import Collection, read_collection

EVIL = [
    "{{7*7}}",
    "<img src=x onerror=alert(1)>",
    "`${x}`",
    "50{% off",
    "\u202e",
    "\ud800",
    "\x00",
    "__proto__",
]
TEXT = st.one_of(st.sampled_from(EVIL), st.text(max_size=8))
NUMBER = st.one_of(
    st.floats(-180, 180),
    st.integers(-90, 90),
    st.sampled_from([1e308, float("nan"), float("inf"), 540, 91, 10**400, True]),
)
JSON_VALUE: st.SearchStrategy[Any] = st.recursive(
    st.one_of(st.none(), st.booleans(), NUMBER, TEXT),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(TEXT, inner, max_size=3)),
    max_leaves=8,
)
POSITION = st.tuples(st.floats(-180, 180), st.floats(-90, 90)).map(list)
NEAR = st.tuples(st.floats(40, 60), st.floats(30, 50)).map(list)
KINDS = ["Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "Circle", "point"]


def geometry_of(kind: str, coordinates: Any) -> dict[str, Any]:
    return {"type": kind, "coordinates": coordinates}


RIGHT_GEOMETRY = st.one_of(
    POSITION.map(lambda at: geometry_of("Point", at)),
    st.lists(NEAR, min_size=2, max_size=5).map(lambda line: geometry_of("LineString", line)),
    st.lists(NEAR, min_size=3, max_size=6).map(lambda ring: geometry_of("Polygon", [[*ring, ring[0]]])),
)
ANY_GEOMETRY = st.one_of(
    RIGHT_GEOMETRY,
    st.builds(geometry_of, st.sampled_from(KINDS), st.lists(st.lists(NUMBER, max_size=3), max_size=4)),
    st.builds(geometry_of, st.sampled_from(KINDS), JSON_VALUE),
    JSON_VALUE,
)
FEATURE = st.fixed_dictionaries(
    {"type": st.sampled_from(["Feature", "Feature", "Feature", "feature"]), "geometry": ANY_GEOMETRY},
    optional={"id": JSON_VALUE, "properties": st.one_of(JSON_VALUE, st.dictionaries(TEXT, JSON_VALUE))},
)
RIGHT_FEATURE = st.fixed_dictionaries(
    {"type": st.just("Feature"), "geometry": RIGHT_GEOMETRY, "properties": st.dictionaries(TEXT, TEXT)}
)
DOCUMENT = st.one_of(
    st.fixed_dictionaries(
        {"type": st.just("FeatureCollection"), "features": st.lists(RIGHT_FEATURE, min_size=1, max_size=3)}
    ),
    st.fixed_dictionaries(
        {
            "type": st.just("FeatureCollection"),
            "features": st.lists(st.one_of(FEATURE, JSON_VALUE), max_size=4),
        }
    ),
    FEATURE,
    ANY_GEOMETRY,
    JSON_VALUE,
)
EXAMPLES = 200
FLOOR = 0.25  # a fuzz whose documents are nearly all refused proves little


def read(document: Any) -> Collection:
    return read_collection(json.dumps(document).encode(), "fuzz.geojson")


def holds(collection: Collection) -> None:
    """Check what must be true of any answer."""
    assert collection.features or collection.faults
    assert not (collection.refused and collection.features)
    json.dumps(collection.features, allow_nan=False).encode("utf-8")
    assert len({feature["id"] for feature in collection.features}) == len(collection.features)
    if collection.features:
        west, south, east, north = collection.bounds or ()
        assert -180 <= west <= east <= 180
        assert -90 <= south <= north <= 90
    for fault in collection.faults:
        assert "\n" not in str(fault)
        str(fault).encode("utf-8")


def test_reader_answers_whatever_comes() -> None:
    seen: list[bool] = []

    @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(DOCUMENT)
    def reads(document: Any) -> None:
        collection = read(document)
        holds(collection)
        seen.append(bool(collection.features))

    reads()
    assert len(seen) >= EXAMPLES
    assert sum(seen) / len(seen) >= FLOOR


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.binary(max_size=60), st.integers(0, 200), st.integers(0, 200))
def test_reader_answers_damaged_bytes(damage: bytes, start: int, length: int) -> None:
    right = json.dumps(
        {
            "type": "FeatureCollection",
            "features": [
                {"type": "Feature", "properties": {}, "geometry": geometry_of("Point", [49.87, 40.41])}
            ],
        }
    ).encode()
    holds(read_collection(right[:start] + damage + right[start + length :], "fuzz.geojson"))


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.dictionaries(st.sampled_from(["id", "layer", "name", "km", "chords", "countries"]), JSON_VALUE),
    ANY_GEOMETRY,
)
def test_reader_of_own_files_answers_too(properties: dict[str, Any], geometry: Any) -> None:
    document = {
        "type": "FeatureCollection",
        "features": [
            {"type": "Feature", "id": properties.get("id"), "properties": properties, "geometry": geometry}
        ],
    }
    collection = read_collection(json.dumps(document).encode(), "fuzz.geojson", layer="demo-line")
    assert collection.features == []
    assert collection.faults
