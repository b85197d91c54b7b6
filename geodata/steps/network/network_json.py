"""Makes network.json from sources/network_*.yaml.

Adds what follows from the facts: the length of each leg where none is published, its days, its border
crossings, and how far a published length is off. Lines are drawn elsewhere; their recipes are carried along
as `geometry`.
"""

from __future__ import annotations

import json
from typing import Any

from geodata.steps.files.sources import read_network_legs, read_references, read_source
from geodata.steps.lines.leg_lengths import measured

LICENCE = "facts, own compilation (MIT); km from OpenStreetMap graphs ODbL 1.0, sea lanes Apache-2.0"
ATTRIBUTION = "© OpenStreetMap contributors; searoute; GeoNames (CC BY 4.0)"

Facts = dict[str, Any]


def build_network() -> bytes:
    """Return the bytes of network.json; the same sources always give the same bytes.

    Errors: OSError and yaml.YAMLError as they come; KeyError names a speed class or source that no file
    defines.
    """
    places, days = read_source("network_nodes"), read_source("network_days")
    corridors, published = read_source("network_groups"), read_source("network_published")
    legs = [_leg(leg, days) for leg in read_network_legs()]
    km = {leg["id"]: leg["km"] for leg in legs}
    return _dump(
        {
            "generated": "by geodata.build; do not edit",
            "licence": LICENCE,
            "attribution": ATTRIBUTION,
            "as_of": places["as_of"],
            "known_to": corridors["known_to"],
            "leaves_out": corridors["leaves_out"],
            "cautions": corridors["cautions"],
            "countries": places["countries"],
            "speeds": days["speeds"],
            "handling": days["handling"],
            "grounds": days["handling_grounds"] + days["border_grounds"],
            "sources": _pages(legs),
            "groups": corridors["groups"],
            "waters": corridors["waters"],
            "presets": corridors["presets"],
            "scenarios": corridors["scenarios"],
            "nodes": sorted(places["nodes"], key=lambda node: str(node["id"])),
            "legs": legs,
            "published_lengths": [_length(entry, km) for entry in published["lengths"]],
            "published_times": published["times"],
        }
    )


def _pages(legs: list[Facts]) -> dict[str, Facts]:
    """Return the atlas's sources that legs name for their years, so that an answer needs no other file."""
    named = {leg[key] for leg in legs for key in ("opened_source", "closed_source") if key in leg}
    sources = read_references()
    kept = ("title", "publisher", "date", "address", "reported")
    return {id: {key: sources[id][key] for key in kept if key in sources[id]} for id in sorted(named)}


def _leg(leg: Facts, days: Facts) -> Facts:
    """Add length, borders, days and the difference to the published length."""
    built = leg if "km" in leg else _with_length(leg)
    on_land = leg["mode"] != "sea"
    crossed = list(zip(leg["countries"], leg["countries"][1:], strict=False))
    built["borders"] = [f"{one}/{other}" for one, other in crossed]
    built["days"] = _days(built, [_wait(pair, days) for pair in crossed] if on_land else [], days)
    if published := leg.get("published"):
        built["published"] = published | {"diff_pct": _difference(built["km"], published["km"])}
    return built


def _with_length(leg: Facts) -> Facts:
    """Put in the measured length, how it came about and the joints at both ends, in their usual places."""
    found = measured(leg)
    built: Facts = {}
    for key, value in leg.items():
        if key == "speed":
            built |= {"km": found.km, "km_method": found.method}
        if key != "curves":
            built[key] = value
        if key == "geometry" and found.snap_km:
            built["snap_km"] = list(found.snap_km)
    return built


def _days(leg: Facts, waits: list[list[float]], days: Facts) -> Facts:
    """Add up running, border and canal days, each rounded to hundredths first, so that the parts add up."""
    speed = days["speeds"][leg["speed"]]
    slow, fast = speed["km_a_day"]
    passage = leg.get("passage")
    parts = {
        "running": [round(leg["km"] / fast, 2), round(leg["km"] / slow, 2)],
        "border": [round(sum(wait[end] for wait in waits), 2) for end in (0, 1)],
        "passage": passage["days"] if passage else [0, 0],
    }
    basis = f"{speed['what']}, {slow:,}–{fast:,} km a day ({speed['known_from']})"
    if waits:
        basis += "; border wait " + ", ".join(_pairs(leg))
    if passage:
        basis += f"; {passage['what']} {passage['days'][0]}–{passage['days'][1]} days (assumption)"
    low, high = (round(sum(part[end] for part in parts.values()), 2) for end in (0, 1))
    return {"low": low, "high": high, **parts, "basis": basis}


def _pairs(leg: Facts) -> list[str]:
    return [f"{one}/{other}" for one, other in zip(leg["countries"], leg["countries"][1:], strict=False)]


def _wait(pair: tuple[str, str], days: Facts) -> list[float]:
    """Look up the wait of one land border, both orders alike."""
    waits: dict[str, list[float]] = days["border_waits"]
    both_members = all(country in days["eu"] for country in pair)
    return waits.get("/".join(sorted(pair)), waits["EU/EU" if both_members else "other"])


def _length(entry: Facts, km: dict[str, float]) -> Facts:
    """Add our km over the listed legs and the difference to the published figure."""
    ours = round(sum(km[leg] for leg in entry["legs"]), 1)
    return entry | {"our_km": ours, "diff_pct": _difference(ours, entry["km"])}


def _difference(ours: float, published: float) -> float:
    return round(100 * (ours / published - 1), 1)


def _dump(network: Facts) -> bytes:
    """Write one line per entry, so that a change of one leg is a change of one line."""
    blocks = []
    for key, value in network.items():
        blocks.append(f"{_line(key)}: {_block(value)}")
    return ("{\n" + ",\n".join(blocks) + "\n}\n").encode()


def _block(value: Any) -> str:
    if isinstance(value, list):
        return "[\n" + ",\n".join(_line(entry) for entry in value) + "\n]"
    if isinstance(value, dict):
        rows = [f"{_line(name)}: {_line(entry)}" for name, entry in value.items()]
        return "{\n" + ",\n".join(rows) + "\n}"
    return _line(value)


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
