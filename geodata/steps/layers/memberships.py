"""Makes one area for each land that belongs, or may come to belong, to a grouping the essays name."""

from typing import Any

from geodata.steps.files.sources import read_source
from geodata.steps.ground.areas import area_geometry, country_area
from geodata.steps.ground.countries import country_names
from geodata.steps.ground.disputed import area_name, disputed_areas
from geodata.steps.layers.features import Feature, feature
from layers.files.words import readable_date, slug

Row = dict[str, Any]
STATUS_NOTES = {
    "member": "member at the last report",
    "partner": "partner, not a member, at the last report",
    "candidate": "not a member at the last report",
}


def member_layers() -> list[str]:
    """List the layers that hold country sets."""
    return [layer for layer in read_source("memberships") if layer != "titles"]


def member_features(layer: str) -> list[Feature]:
    """Make the features of a layer's country sets; a country in two sets is one feature that names both."""
    source = read_source("memberships")
    rows: dict[str, list[tuple[str, Row]]] = {}
    for key, members in source[layer]["sets"].items():
        for member in members:
            rows.setdefault(member.get("country") or member["area"], []).append((key, member))
    as_of = source[layer]["as_of"]
    return [_feature(layer, land, of, as_of, source["titles"]) for land, of in rows.items()]


def _feature(
    layer: str, land: str, memberships: list[tuple[str, Row]], as_of: str, titles: dict[str, str]
) -> Feature:
    is_country = land in country_names()
    name = country_names()[land] if is_country else area_name(land)
    area = country_area(land) if is_country else disputed_areas()[land]
    status = next((one for one in ("member", "partner") if one in map(_status, memberships)), "candidate")
    properties = {
        "id": slug(name),
        "layer": layer,
        "name": f"{name}: {' and '.join(_grouping(titles[key], row) for key, row in memberships)}",
        "kind": "member-area",
        "status": "planned" if status == "candidate" else "operating",
        "as_of": as_of,
        "status_note": STATUS_NOTES[status],
        "geometry_class": "area",
        "source": "Natural Earth, simplified to about 0.05°",
        "licence": "public domain",
        "countries": [land] if is_country else None,
        "branch": "-and-".join(key for key, _ in memberships),
        "note": " ".join(_sentence(titles[key], row) for key, row in memberships),
    }
    return feature(properties, area_geometry(area))


def _status(membership: tuple[str, Row]) -> str:
    return str(membership[1].get("status", "member"))


def _grouping(title: str, row: Row) -> str:
    return f"partner of {title}" if row.get("status") == "partner" else title


def _sentence(title: str, row: Row) -> str:
    words = {"candidate": "under discussion since", "partner": "partner, not a member, since"}
    what = words.get(row.get("status", ""), "member since")
    since = f"{what} {readable_date(row['since'], long=True)}" if "since" in row else "member"
    return " ".join(filter(None, [f"{title}: {since}.", row.get("note")]))
