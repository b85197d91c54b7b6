"""Makes one area for each country that belongs, or may come to belong, to a grouping the essays name."""

from typing import Any

from geodata.steps.files.sources import read_source
from geodata.steps.ground.areas import area_geometry, country_area
from geodata.steps.ground.countries import country_names
from geodata.steps.layers.features import Feature, feature
from layers.files.words import readable_date, slug

Row = dict[str, Any]


def member_layers() -> list[str]:
    """List the layers that hold country sets."""
    return [layer for layer in read_source("memberships") if layer != "titles"]


def member_features(layer: str) -> list[Feature]:
    """Make the features of a layer's country sets; a country in two sets is one feature that names both."""
    source = read_source("memberships")
    rows: dict[str, list[tuple[str, Row]]] = {}
    for key, members in source[layer]["sets"].items():
        for member in members:
            rows.setdefault(member["country"], []).append((key, member))
    as_of = source[layer]["as_of"]
    return [_feature(layer, iso, of, as_of, source["titles"]) for iso, of in rows.items()]


def _feature(
    layer: str, iso: str, memberships: list[tuple[str, Row]], as_of: str, titles: dict[str, str]
) -> Feature:
    name = country_names()[iso]
    candidate = all(row.get("status") == "candidate" for _, row in memberships)
    properties = {
        "id": slug(name),
        "layer": layer,
        "name": f"{name}: {' and '.join(titles[key] for key, _ in memberships)}",
        "kind": "member-area",
        "status": "planned" if candidate else "operating",
        "as_of": as_of,
        "status_note": "not a member at the last report" if candidate else "member at the last report",
        "geometry_class": "area",
        "source": "Natural Earth, simplified to about 0.05°",
        "licence": "public domain",
        "countries": [iso],
        "branch": "-and-".join(key for key, _ in memberships),
        "note": " ".join(_sentence(titles[key], row) for key, row in memberships),
    }
    return feature(properties, area_geometry(country_area(iso)))


def _sentence(title: str, row: Row) -> str:
    what = {"candidate": "under discussion since"}.get(row.get("status", ""), "member since")
    since = f"{what} {readable_date(row['since'], long=True)}" if "since" in row else "member"
    return " ".join(filter(None, [f"{title}: {since}.", row.get("note")]))
