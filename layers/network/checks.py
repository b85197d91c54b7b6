"""The faults of the network for `layers check`: its file, places off their country, unsourced codes."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
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
