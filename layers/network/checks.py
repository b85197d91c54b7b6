"""The faults of the network for `layers check`: those of its file, and places that lie off their country."""

from __future__ import annotations

import gzip
import json
from functools import lru_cache
from pathlib import Path

import shapely
from shapely.geometry import shape

from layers.files.faults import Fault
from layers.network.load import CountryOf, astray
from layers.network.model import Network

COUNTRIES = Path("raw") / "countries.json.gz"  # beside network.json: rows with iso and geometry (WGS84)


def network_faults(network: Network, path: Path) -> list[Fault]:
    """Return every fault of a network and its places; without countries beside it, only those of the file."""
    countries = path.parent / COUNTRIES
    if not countries.is_file():
        return list(network.faults)
    return [*network.faults, *astray(network, country_finder(countries), path.name)]


@lru_cache(maxsize=2)
def country_finder(path: Path) -> CountryOf:
    """Return a function from longitude and latitude to the alpha-2 of the country there, or None at sea."""
    rows = [row for row in json.loads(gzip.decompress(path.read_bytes())) if row["iso"]]
    tree = shapely.STRtree([shape(row["geometry"]) for row in rows])

    def country_of(lon: float, lat: float) -> str | None:
        found = tree.query(shapely.Point(lon, lat), predicate="within")
        return str(rows[int(found[0])]["iso"]) if len(found) else None

    return country_of
