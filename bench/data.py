"""One folder with the atlas's own data, for the two pages that the atlas is compared with."""

from __future__ import annotations

import itertools
import json
import shutil
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import geopandas

from layers.catalogue.atlas import load_atlas
from layers.files.folders import ROOT
from layers.geometry.collection import GEODATA

LIBRARIES = (
    "layers/map/vendor/leaflet.js",
    "layers/map/vendor/leaflet.css",
    "bench/vendor/topojson-client.min.js",
)
STATIC_PAGE = Path(__file__).resolve().parent / "static" / "index.html"
BASEMAP = "basemap.topojson"
COLOURS = ("#d55e00", "#0072b2", "#a3479a", "#23282d", "#009e73", "#5f6b76")


@dataclass(frozen=True)
class LayerFile:
    """What the two pages need to know of a layer."""

    id: str
    on: bool
    colour: str


def prepare(folder: Path) -> list[LayerFile]:
    """Write layers, base map, Leaflet and the static page into `folder`; return the layers in order."""
    drawn = [layer for layer in load_atlas().catalogue.layers.values() if layer.drawn and layer.geodata]
    for layer in drawn:
        shutil.copy(GEODATA / str(layer.geodata), folder / f"{layer.id}.geojson")
    colours = itertools.cycle(COLOURS)
    layers = [LayerFile(layer.id, layer.on, colour) for layer, colour in zip(drawn, colours, strict=False)]
    for library in LIBRARIES:
        shutil.copy(ROOT / library, folder)
    shutil.copy(GEODATA / BASEMAP, folder / BASEMAP)
    base = _write_base(folder)
    settings = {"layers": [asdict(layer) for layer in layers], "base": base}
    (folder / "settings.json").write_text(json.dumps(settings), encoding="utf-8")
    page = STATIC_PAGE.read_text(encoding="utf-8").replace("SETTINGS", json.dumps(settings))
    (folder / "index.html").write_text(page, encoding="utf-8")
    return layers


def _write_base(folder: Path) -> list[str]:
    """Write each object of the base map as plain GeoJSON (the naive page's kind); return their names."""
    topology: dict[str, Any] = json.loads((GEODATA / BASEMAP).read_text(encoding="utf-8"))
    order = ("world", "countries", "lakes", "disputed")
    names = [name for name in order if name in topology["objects"]]
    for name in names:
        frame = geopandas.read_file(GEODATA / BASEMAP, layer=name, engine="pyogrio")
        text = frame.set_crs(4326, allow_override=True).to_json(drop_id=True, to_wgs84=False)
        (folder / f"base-{name}.geojson").write_text(text, encoding="utf-8")
    return names
