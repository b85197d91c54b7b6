"""Builds places.geojson: towns, ports, stations, seas, countries that the map labels and the search finds."""

from typing import Any

import shapely

from geodata.steps.files.claimed_names import names_of_others
from geodata.steps.files.geodesy import metres_between
from geodata.steps.files.sources import read_points, read_source
from geodata.steps.files.spellings import spellings
from geodata.steps.ground.countries import merged_countries
from geodata.steps.ground.country_labels import country_labels
from geodata.steps.layers.features import GEONAMES, NATURAL_EARTH, Feature, feature, licence_of
from geodata.steps.layers.gazetteer import named_in
from geodata.steps.layers.listed import check_points_and_nodes, frozen, listed
from geodata.steps.layers.network_places import about, nodes_without_place, position_source, standing
from geodata.steps.layers.positions import stands
from geodata.steps.lines.layer_legs import OWN
from layers.files.words import fold, slug

SAME_PLACE_KM = 7.0  # a station this near to a listed town is that town's
SAME_NAME_KM = 30.0  # and so is one of the same name that is so near
STATION_RANK = 6


def build_places() -> list[Feature]:
    """Build every place as a point feature; ids are unique, the first of two places keeps the plain one."""
    check_points_and_nodes()
    chosen = read_source("places")
    spots = [*chosen["spots"], *read_source("essay-places")["spots"]]
    made = [*_towns(chosen["towns"]), *map(_spot, spots), *map(_water, chosen["waters"])]
    made += _stations(made)
    made += map(_node, nodes_without_place({place["id"] for place in made}))
    taken = {place["id"] for place in made}
    made += [_country(row, taken) for row in country_labels()]
    named = named_in()
    unknown = sorted(named.keys() - {place["id"] for place in made})
    if unknown:
        raise ValueError(
            f"sources/gazetteer.yaml names no place of the map: {', '.join(unknown)}; correct the id"
        )
    for place in made:
        if place["id"] in named:
            place["properties"]["named_in"] = named[place["id"]]
    _say_who_uses({place["id"]: place["properties"] for place in made}, chosen["claims"])
    return made


def _say_who_uses(places: dict[str, dict[str, Any]], claims: list[dict[str, Any]]) -> None:
    """Move names that one side hears as a claim from a place's names to its spellings, with who uses them.

    Raises ValueError for such a name that the place does not have.
    """
    for claim in claims:
        own = places[claim["place"]]
        missing = [name for name in claim["names"] if name not in own["names"]]
        if missing:
            raise ValueError(
                f"sources/places.yaml, claims: {claim['place']} has no name {', '.join(missing)}; give it or "
                "leave it out"
            )
        own["names"] = [name for name in own["names"] if name not in claim["names"]]
        own["spellings"] = [*claim["names"], *(own.get("spellings") or [])]
        own["used_by"] = own.get("used_by", {}) | dict.fromkeys(claim["names"], claim["used_by"])


def _towns(chosen: list[list[Any]]) -> list[Feature]:
    made = []
    for key, name, country, kind, rank, given in chosen:
        row = listed(key, f"sources/places.yaml, {name}", country, (name, *given))
        _, local, _, people, lon, lat, others = row
        properties = {
            "id": slug(name),
            "name": name,
            "names": spellings(name, given, [local, *others], of_others=names_of_others(slug(name))),
            "kind": kind,
            "country": country,
            "population": people or None,
            "rank": rank,
            "source": f"GeoNames {key}",
            "licence": GEONAMES,
            "uncertainty_km": 1,
        }
        made.append(stands(_point(properties, lon, lat)))
    return made


def _spot(spot: dict[str, Any]) -> Feature:
    node = standing().get(spot["id"])
    if (node is None) != ("at" in spot):
        found, better = ("a node", "leave it out") if node else ("neither at nor a node", "give one")
        raise ValueError(f"sources/places.yaml: {spot['id']} has {found} for its point; {better}")
    lat, lon = (node["lat"], node["lon"]) if node else spot["at"]
    source = position_source(node) if node else spot["source"]
    properties = {key: spot[key] for key in ("id", "name", "kind", "country", "rank")}
    properties |= {
        "source": source,
        "label": spot.get("label"),
        "names": [name for name in spot["names"] if name != spot["name"]] or None,
        "spellings": spot.get("spellings"),
        "licence": licence_of(source),
        "uncertainty_km": node["uncertainty_km"] if node else spot["within_km"],
    }
    return _point(properties, lon, lat)


def _water(water: dict[str, Any]) -> Feature:
    (lat, lon), *others = water["at"]
    properties = {key: water[key] for key in ("id", "name", "names", "kind", "rank")}
    properties |= {"spellings": water.get("spellings"), "source": "label point by hand", "licence": OWN}
    properties["anchors"] = [[other[1], other[0]] for other in others] or None
    return _point(properties, lon, lat)


def _stations(known: list[Feature]) -> list[Feature]:
    """Make a place of each station that the legs run through and that no listed place stands for."""
    taken = {place["id"] for place in known}
    whole = [place for place in known if "serves" not in standing().get(place["id"], {})]
    made: list[Feature] = []
    for key, point in sorted(read_points().items()):
        lat, lon = point["at"]
        near = any(_is_of(place, point["name"], lon, lat) for place in [*whole, *made])
        if near or point.get("guide") or key in taken:
            continue
        geonames = point["source"].startswith("GeoNames")
        row = frozen()[int(point["source"].removeprefix("GeoNames "))] if geonames else None
        properties = {
            "id": key,
            "name": point["name"],
            "names": spellings(point["name"], [], [row[1], *row[6]], of_others=names_of_others(key))
            if row
            else None,
            "kind": "town",
            "country": row[2] if row else country_at(lon, lat),
            "population": (row[3] or None) if row else None,
            "rank": STATION_RANK,
            "source": point["source"],
            "licence": licence_of(point["source"]),
            "uncertainty_km": point["within_km"],
        }
        made.append(stands(_point(properties, lon, lat)))
    return made


def _is_of(place: Feature, name: str, lon: float, lat: float) -> bool:
    """Say whether a station is that of a place: near to it, or of its name and not far."""
    within = SAME_NAME_KM if fold(place["properties"]["name"]) == fold(name) else SAME_PLACE_KM
    return _settled(place) and _km(place, lon, lat) < within


def _node(node: dict[str, Any]) -> Feature:
    """Make a place of a node of the route network."""
    row = frozen().get(node.get("geonameid", 0))
    known = about(node, frozen())
    others = [row[1], *row[6]] if row else []
    known["names"] = spellings(
        known["name"], node.get("also", []), others, of_others=names_of_others(known["id"])
    )
    position = position_source(node)
    known["source"] = f"{position}; names of GeoNames {row[0]}" if row else position
    return _point(known | {"licence": GEONAMES if row else licence_of(position)}, node["lon"], node["lat"])


def _settled(place: Feature) -> bool:
    return place["properties"]["kind"] in {"capital", "city", "town", "port", "crossing"}


def _km(place: Feature, lon: float, lat: float) -> float:
    there = place["geometry"]["coordinates"]
    if abs(there[0] - lon) > 1 or abs(there[1] - lat) > 1:
        return 999.0
    return metres_between((there[0], there[1]), (lon, lat)) / 1000


def country_at(lon: float, lat: float) -> str | None:
    """Give the alpha-2 of the country whose polygon holds the point, or the nearest within 0.1°."""
    point = shapely.Point(lon, lat)
    distance, iso = min((shape.distance(point), iso) for iso, shape in merged_countries().items())
    return iso if distance < 0.1 and len(iso) == 2 else None


def _country(row: dict[str, Any], taken: set[str]) -> Feature:
    key = slug(row["name"])
    names = spellings(row["name"], dict.fromkeys(row["names"]), [])
    shown = {fold(name) for name in (row["name"], *names)}
    further = {fold(name): name for name in reversed(row["spellings"]) if fold(name) not in shown}
    properties = {
        "id": f"{key}-country" if key in taken else key,
        "name": row["name"],
        "names": names or None,
        "spellings": [*reversed(further.values())] or None,
        "kind": "country",
        "country": row["iso"],
        "rank": row["rank"],
        "source": "label point by hand"
        if row["by_hand"]
        else "Natural Earth label point or inscribed circle",
        "licence": OWN if row["by_hand"] else NATURAL_EARTH,
        "anchors": [list(anchor) for anchor in row["anchors"]] or None,
    }
    return _point(properties, *row["at"])


def _point(properties: dict[str, Any], lon: float, lat: float) -> Feature:
    return feature(properties, {"type": "Point", "coordinates": [round(lon, 5), round(lat, 5)]})
