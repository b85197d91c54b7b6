"""GeoJSON to checked features: the only reader of GeoJSON. Bytes, JSON, our checks, rebuilt; never GDAL.

A file is refused, a feature skipped, or a slip mended; each is said in one fault. With a `layer` or `schema`
the file is one of the atlas's own, and what is mended must be corrected in the file as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from layers.files.faults import Fault, RefusedFileError, refused, shown
from layers.files.folders import ROOT
from layers.files.json_file import read_json_object
from layers.files.text_file import clean_text
from layers.geometry.defaults import Defaults
from layers.geometry.features import FeatureReader
from layers.geometry.shapes import VERTEX_LIMIT, TooManyVerticesError
from layers.model.feature import PlaceProperties

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

GEODATA = ROOT / "geodata"
PLACES = "places.geojson"
FEATURE_LIMIT = 5_000
CRS = "EPSG:4326"

_GEOMETRY_TYPES = {
    *(
        "Point",
        "MultiPoint",
        "LineString",
        "MultiLineString",
        "Polygon",
        "MultiPolygon",
        "GeometryCollection",
    ),
}
_WGS84 = re.compile(r"CRS:?84$|EPSG:+4326$", re.IGNORECASE)


@dataclass
class Collection:
    """The features of one file, what was found wrong, its credits, its vertices; whether it was built."""

    features: list[dict[str, Any]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    licence: str = ""
    attribution: str = ""
    vertices: int = 0
    is_built: bool = False

    @property
    def refused(self) -> Fault | None:
        """The fault for which the whole file is left out, if any."""
        return next((fault for fault in self.faults if fault.effect == "refused"), None)

    @property
    def bounds(self) -> tuple[float, float, float, float] | None:
        """West, south, east and north in degrees, or None without features."""
        positions = [at for feature in self.features for at in positions_of(feature["geometry"])]
        if not positions:
            return None
        lons, lats = zip(*positions, strict=True)
        return min(lons), min(lats), max(lons), max(lats)


def check_collection(
    raw: bytes, name: str, *, layer: str | None = None, schema: type[BaseModel] | None = None
) -> tuple[list[dict[str, Any]], list[Fault]]:
    """Return the drawable features of the GeoJSON in `raw` and all that is wrong with it; never raises.

    `name` is the file's name in the faults. With `layer` the features must be those of that layer of the
    atlas; with `schema` their properties follow that one.
    """
    collection = read_collection(raw, name, layer=layer, schema=schema)
    return collection.features, collection.faults


def read_layer(path: Path, *, layer: str | None = None) -> GeoDataFrame:
    """Return a file's features as a frame in EPSG:4326, one column for each property.

    Files in the atlas's folder geodata are read as what their names say, and keep lists such as countries.
    Raises RefusedFileError if nothing of the file can be used; `frame.attrs["faults"]` tells the rest.
    """
    import geopandas  # loads pandas and GDAL, which the page has no use for

    schema = None
    if layer is None and path.resolve().parent == GEODATA:
        layer, schema = (None, PlaceProperties) if path.name == PLACES else (path.stem, None)
    collection = read_collection(path.read_bytes(), path.name, layer=layer, schema=schema)
    if collection.refused:
        raise RefusedFileError(collection.faults)
    if not collection.features:
        return geopandas.GeoDataFrame({"id": []}, geometry=[], crs=CRS)
    rows = [
        {**feature, "properties": {"id": feature["id"], **feature["properties"]}}
        for feature in collection.features
    ]
    frame = geopandas.GeoDataFrame.from_features(rows, crs=CRS)
    frame.attrs["faults"] = [str(fault) for fault in collection.faults]
    return frame


def read_collection(
    raw: bytes,
    name: str,
    *,
    layer: str | None = None,
    schema: type[BaseModel] | None = None,
    defaults: Defaults | None = None,
) -> Collection:
    """Do what check_collection does, and return licence, attribution and bounds as well.

    With `defaults` a file that is not generated may leave out what they say.
    """
    file = clean_text(name)[:100] or "unnamed"
    own = layer is not None or schema is not None
    try:
        document, faults = read_json_object(raw, file=file)
        members, member_faults = _members(document, file)
        if defaults is not None:
            defaults = None if "generated" in document else _with_credits(defaults, document)
        features, reader = _features(members, FeatureReader(file, layer, schema, defaults))
    except RefusedFileError as error:
        return Collection(faults=list(error.faults))
    collection = Collection(features, vertices=reader.vertices)
    faults = [*faults, *member_faults, *_nowhere_said(reader)]
    collection.licence, collection.attribution = _credits(document, defaults)
    collection.is_built = "generated" in document
    if own and not reader.nowhere.keys() & {"source", "licence"}:
        faults.extend(_missing_credits(collection, file))
    collection.faults = [replace(fault, note=fault.note and not own) for fault in faults] + reader.faults
    return collection


def positions_of(geometry: dict[str, Any]) -> Iterator[tuple[float, float]]:
    """Yield every position of a checked geometry as (longitude, latitude)."""
    stack = [geometry["coordinates"]]
    while stack:
        node = stack.pop()
        if isinstance(node[0], list):
            stack.extend(reversed(node))
        else:
            yield node[0], node[1]


def _features(members: list[Any], reader: FeatureReader) -> tuple[list[dict[str, Any]], FeatureReader]:
    features: list[dict[str, Any]] = []
    too_many = refused(
        reader.file,
        f"more than {VERTEX_LIMIT:,} vertices",
        f"at most {VERTEX_LIMIT:,} (simplify the geometry)",
    )
    for number, member in enumerate(members, start=1):
        try:
            feature = reader.read(member, number)
        except TooManyVerticesError:
            raise too_many from None
        if feature is not None:
            features.append(feature)
        if reader.vertices > VERTEX_LIMIT:
            raise too_many
    if reader.metres * 2 > len(members):
        found = f"{reader.metres} features whose coordinates look like metres"
        raise refused(reader.file, found, "degrees in WGS84 (export the layer as EPSG:4326)")
    return features, reader


def _members(document: dict[str, Any], file: str) -> tuple[list[Any], list[Fault]]:
    """Return the list of features, wrapping a bare feature or geometry; raise RefusedFileError otherwise."""
    _refuse_other_crs(document, file)
    kind = document.get("type")
    if kind == "Topology":
        raise refused(file, "TopoJSON", "GeoJSON (convert it, for example with topojson-client's topo2geo)")
    if isinstance(kind, str) and (kind == "Feature" or kind in _GEOMETRY_TYPES):
        feature = (
            document if kind == "Feature" else {"type": "Feature", "properties": {}, "geometry": document}
        )
        return [feature], [_mended(file, f"a bare {kind}", "a FeatureCollection")]
    if kind != "FeatureCollection":
        found = f"the type {shown(kind)}" if "type" in document else "an object without a type"
        raise refused(file, found, "the type “FeatureCollection”")
    members = document.get("features")
    if not isinstance(members, list):
        raise refused(file, f"features: {shown(members)}", "a list of features")
    if len(members) > FEATURE_LIMIT:
        raise refused(file, f"{len(members):,} features", f"at most {FEATURE_LIMIT:,}")
    if not members:
        return [], [_mended(file, "no features", "at least one (the layer is empty)")]
    return members, []


def _refuse_other_crs(document: dict[str, Any], file: str) -> None:
    """Let through the old `crs` member only where it says what GeoJSON means anyway."""
    crs = document.get("crs")
    if crs is None:
        return
    properties = crs.get("properties") if isinstance(crs, dict) else None
    name = properties.get("name") if isinstance(properties, dict) else None
    if not isinstance(name, str) or not _WGS84.search(name):
        found = f"the coordinate system {shown(name)}" if isinstance(name, str) else "a crs member"
        raise refused(file, found, "WGS84 without crs (export the layer as EPSG:4326)")


def _with_credits(defaults: Defaults, document: dict[str, Any]) -> Defaults:
    """Let what stands at the top of a file serve its features, where the definition says nothing."""
    licence, attribution = _credits(document, defaults)
    return replace(
        defaults, source=defaults.source or attribution or None, licence=defaults.licence or licence or None
    )


def _credits(document: dict[str, Any], defaults: Defaults | None) -> tuple[str, str]:
    """Return licence and attribution of a file, else those of its definition; empty for none."""
    given = (document.get(key) for key in ("licence", "attribution"))
    otherwise = (defaults.licence, defaults.source) if defaults else (None, None)
    licence, attribution = (
        clean_text(value)[:500] if isinstance(value, str) and value.strip() else other or ""
        for value, other in zip(given, otherwise, strict=True)
    )
    return licence, attribution


def _missing_credits(collection: Collection, file: str) -> Iterator[Fault]:
    for key in ("licence", "attribution"):
        if not getattr(collection, key):
            yield Fault(file, "", f"no “{key}” at the top", f"the {key} of the file as text")


def _nowhere_said(reader: FeatureReader) -> Iterator[Fault]:
    """Say once for the whole file what neither its features nor their definition say."""
    for key, numbers in reader.nowhere.items():
        where = f"feature {numbers[0]}" + (f" and {len(numbers) - 1} more" if numbers[1:] else "")
        expected = f"“{key}” in the layer's definition, for all of them, or in each feature"
        yield Fault(reader.file, where, f"no “{key}”", expected, effect="skipped")


def _mended(file: str, found: str, expected: str) -> Fault:
    return Fault(file, "", found, expected, effect="fixed", note=True)
