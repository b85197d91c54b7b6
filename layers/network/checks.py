"""The faults of the network for `layers check`: its file, places off their country, unsourced codes."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path

import shapely
from pyproj import Geod
from shapely.geometry import shape

from layers.files.faults import Fault, choices
from layers.network.model import Network

BORDER_SLACK_KM = 10  # a border station or a quay may stand this far beyond the drawn line of its country
COUNTRIES = Path("raw") / "countries.json.gz"  # beside network.json: rows with iso and geometry (WGS84)

CountryOf = Callable[[float, float], str | None]  # lon, lat (WGS84) → alpha-2, or None at sea

_GEOD = Geod(ellps="WGS84")


def network_faults(network: Network, path: Path) -> list[Fault]:
    """Return every fault of a network and its places; without countries beside it, only those of the file."""
    faults = [*network.faults, *code_faults(network, path.name)]
    countries = path.parent / COUNTRIES
    if countries.is_file():
        faults += astray(network, country_finder(countries), path.name)
    return faults


def code_faults(network: Network, file: str) -> Iterator[Fault]:
    """Name each UN/LOCODE that has no source, is another country's or is a second place's too."""
    owners: dict[str, str] = {}
    for node in network.nodes.values():
        code, where = node.unlocode, f"nodes {node.id}"
        if code is None:
            continue
        if node.unlocode_source is None:
            yield Fault(
                file, where, f"unlocode {code} without unlocode_source", "where its row was read, and when"
            )
        if node.country and not code.startswith(node.country):
            yield Fault(file, where, f"unlocode {code}", f"a code that begins with {node.country}")
        if code in owners:
            yield Fault(file, where, f"unlocode {code}, which {owners[code]} has", "a code of its own")
        owners.setdefault(code, node.id)


@lru_cache(maxsize=2)
def country_finder(path: Path) -> CountryOf:
    """Return a function from longitude and latitude to the alpha-2 of the country there, or None at sea."""
    rows = [row for row in json.loads(gzip.decompress(path.read_bytes())) if row["iso"]]
    tree = shapely.STRtree([shape(row["geometry"]) for row in rows])

    def country_of(lon: float, lat: float) -> str | None:
        found = tree.query(shapely.Point(lon, lat), predicate="within")
        return str(rows[int(found[0])]["iso"]) if len(found) else None

    return country_of


def astray(network: Network, country_of: CountryOf, file: str) -> Iterator[Fault]:
    """Name the places that lie in another country than their own, farther than the slack allows."""
    for node in network.nodes.values():
        if node.country is None or node.strait:
            continue
        slack = max(node.uncertainty_km, BORDER_SLACK_KM)
        found = {country_of(lon, lat) for lon, lat in _around(node.lon, node.lat, slack)}
        if node.country not in found:
            named = ", ".join(sorted(country or "open sea" for country in found))
            yield Fault(
                file,
                f"nodes {node.id}",
                f"{node.lon}, {node.lat} in {named}",
                f"a place in {choices([node.country])} or within {slack:g} km of it",
            )


def _around(lon: float, lat: float, km: float) -> Iterator[tuple[float, float]]:
    """Yield a point and rings of eight around it at half and whole distance (WGS84, km on the ellipsoid)."""
    yield lon, lat
    for distance in (km / 2, km):
        for bearing in range(0, 360, 45):
            east, north, _ = _GEOD.fwd(lon, lat, bearing, distance * 1000)
            yield east, north
