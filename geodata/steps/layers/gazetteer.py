"""Reads the gazetteer of names in the essays, and makes the layer of those that are places."""

from functools import cache
from typing import Any

from geodata.steps.files.sources import REFERENCES, read_source
from geodata.steps.layers.features import Feature, feature

LAYER = "essay-places"
ABOUT = {
    "licence": "CC BY 4.0; own label points MIT",
    "attribution": "Places © GeoNames (CC BY 4.0, geonames.org), rounded; label points own",
}
AS_OF = "2026-11-22"
KINDS = {"city": "city", "country": "country", "port": "port", "base": "base", "village": "town"}

Paragraphs = list[int | str]


@cache
def read_gazetteer() -> list[dict[str, Any]]:
    """Read every name: kind, paragraphs by essay, and one of place, layer, card, reason."""
    names: list[dict[str, Any]] = read_source("gazetteer")["names"]
    return names


@cache
def essay_names() -> dict[str, str]:
    """Read what each essay is called in a note: its author's last name."""
    essays: dict[str, dict[str, Any]] = read_source("essays", folder=REFERENCES)
    return {key: essay["author"].split()[-1] for key, essay in essays.items()}


def named_in() -> dict[str, dict[str, Paragraphs]]:
    """Give the paragraphs that name each place, by place id and essay, in order."""
    found: dict[str, dict[str, set[int | str]]] = {}
    for row in read_gazetteer():
        for essay, paragraphs in row["named_in"].items() if "place" in row else ():
            found.setdefault(row["place"], {}).setdefault(essay, set()).update(paragraphs)
    return {
        place: {essay: sorted(found_in, key=_order) for essay, found_in in essays.items()}
        for place, essays in sorted(found.items())
    }


def _order(paragraph: int | str) -> tuple[bool, str | int]:
    return isinstance(paragraph, str), paragraph


def essay_places(places: list[Feature]) -> list[Feature]:
    """Make a point of every place that an essay names, with the paragraphs in its note."""
    kinds = {row["place"]: row["kind"] for row in reversed(read_gazetteer()) if "place" in row}
    return [_point(place, kinds[place["id"]]) for place in places if place["id"] in kinds]


def _point(place: Feature, kind: str) -> Feature:
    about = place["properties"]
    properties = {
        "id": place["id"],
        "layer": LAYER,
        "name": max(about["name"], about.get("label", ""), key=len),
        "kind": "capital" if about["kind"] == "capital" else KINDS.get(kind, kind.replace(" ", "-")),
        "status": "operating",
        "as_of": AS_OF,
        "geometry_class": "hand",
        "source": about["source"],
        "licence": about["licence"],
        "countries": [about["country"]] if about.get("country") else None,
        "uncertainty_km": about.get("uncertainty_km"),
        "note": note(about["named_in"]),
    }
    return feature(properties, place["geometry"])


def note(essays: dict[str, Paragraphs]) -> str:
    """Say where a place is named: “Blank ¶ 1, 8; Heybatov ¶ 3”."""
    said = []
    for essay, found in essays.items():
        numbers = ", ".join(str(paragraph) for paragraph in found if paragraph != "caption")
        parts = [f"¶ {numbers}"] if numbers else []
        said.append(
            f"{essay_names()[essay]} {', '.join([*parts, *(['caption'] if 'caption' in found else [])])}"
        )
    return "; ".join(said)
