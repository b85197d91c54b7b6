"""The faults of the network for `layers check`: those of its file, its places, their codes and its legs."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path

import shapely
from pyproj import Geod

from layers.files.border import Border
from layers.files.faults import Fault, choices, refused
from layers.model.mode import Mode
from layers.network.load import first_faults
from layers.network.model import Leg, Network

FIRST_STEAM_YEAR = 1825  # of the first railway for steam engines
ROUND_KM = 0.05  # lengths are rounded to a tenth
LONG = 2.0  # so many times the straight line, a leg by rail or sea has to say why
OFF_PERCENT = {Mode.RAIL: 5.0, Mode.SEA: 5.0, Mode.ROAD: 12.0}  # so far off a published length, too

BORDER_SLACK_KM = 10  # a border station or a quay may stand this far beyond the drawn line of its country
COUNTRIES = Path("raw") / "countries.json.gz"  # beside network.json: rows with iso and geometry (WGS84)

CountryOf = Callable[[float, float], str | None]  # lon, lat (WGS84) → alpha-2, or None at sea

# Not packed or cut off, no JSON, no rows, no geometry.
_UNREADABLE = (
    *(OSError, EOFError, zlib.error),
    *(ValueError, RecursionError),
    *(TypeError, KeyError),
    shapely.errors.ShapelyError,
)
_GEOD = Geod(ellps="WGS84")


def network_faults(network: Network, path: Path) -> list[Fault]:
    """Return the faults of a network; without countries beside it, where places lie is not looked at.

    A file of countries that cannot be read is a fault as well. Never raises for what the files hold.
    """
    faults = [*code_faults(network, path.name), *wrong_legs(network, path.name)]
    countries = path.parent / COUNTRIES
    if countries.is_file():
        with Border(str(COUNTRIES), faults):
            faults += astray(network, country_finder(countries), path.name)
    return [*network.faults, *first_faults(faults, path.name)]


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
    """Return a function from longitude and latitude to the alpha-2 of the country there, or None at sea.

    Raises RefusedFileError for a file that is not such a list of countries, packed with gzip.
    """
    try:
        rows = [row for row in json.loads(gzip.decompress(path.read_bytes())) if row["iso"]]
        codes, texts = [str(row["iso"]) for row in rows], [json.dumps(row["geometry"]) for row in rows]
        if not rows:
            raise ValueError
        lands = shapely.from_geojson(texts)
    except _UNREADABLE as error:
        found = f"what cannot be read ({type(error).__name__})"
        raise refused(str(COUNTRIES), found, "rows with iso and geometry, packed (git has them)") from error
    tree = shapely.STRtree(lands)

    def country_of(lon: float, lat: float) -> str | None:
        found = tree.query(shapely.Point(lon, lat), predicate="within")
        return codes[int(found[0])] if len(found) else None

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


def wrong_legs(network: Network, file: str) -> Iterator[Fault]:
    """Name the legs whose length or years cannot be, and those that owe a sentence about their length."""
    for leg in network.legs.values():
        for found, expected in (*_wrong_years(leg), *_wrong_length(leg, _straight_km(network, leg))):
            yield Fault(file, f"legs {leg.id}", found, expected)


def _straight_km(network: Network, leg: Leg) -> float:
    """Measure the geodesic between the ends of a leg (WGS84)."""
    start, end = network.nodes[leg.from_], network.nodes[leg.to]
    return float(_GEOD.inv(start.lon, start.lat, end.lon, end.lat)[2]) / 1000


def _wrong_years(leg: Leg) -> Iterator[tuple[str, str]]:
    years = (("opened", leg.opened, leg.opened_source), ("closed_since", leg.closed_since, leg.closed_source))
    for word, year, source in years:
        if year is not None and year < FIRST_STEAM_YEAR:
            yield f"{word} {year}", f"a year from {FIRST_STEAM_YEAR}, when the first steam railway opened"
        if year is None and source is not None:
            yield f"the source {source} without a year", f"the key {word}, the year that it stands for"
    if leg.opened and leg.closed_since and leg.closed_since < leg.opened:
        yield f"closed_since {leg.closed_since}", f"no year before {leg.opened}, when it opened"


def _wrong_length(leg: Leg, straight: float) -> Iterator[tuple[str, str]]:
    if leg.km < straight - ROUND_KM:
        yield f"{leg.km:g} km", f"at least {straight:.1f} km, the straight line between its ends"
    if leg.mode is not Mode.ROAD and leg.km > LONG * straight and not leg.why_longer:
        yield (
            f"{leg.km:g} km without why_longer",
            f"a sentence on why it is over {LONG:g} times the straight line of {straight:.1f} km",
        )
    published = leg.published
    if published and abs(published.diff_pct) > OFF_PERCENT[leg.mode] and not published.differs:
        yield (
            f"{leg.km:g} km, {published.diff_pct:+g} % off the published {published.km:g}, without differs",
            f"a sentence in published on why it is more than {OFF_PERCENT[leg.mode]:g} % off",
        )
