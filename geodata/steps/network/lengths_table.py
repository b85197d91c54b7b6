"""Writes docs/LENGTHS.md: every published length beside ours, with its source and the difference."""

from __future__ import annotations

import json
from typing import Any

Facts = dict[str, Any]
MARKS = {"page": "", "not sourced": " (not sourced)", "partly sourced": " (partly sourced)"}
HEAD = """# Lengths beside published ones

Written by `python -m geodata.build` from `geodata/network.json`; do not edit.

Three lengths are told apart:

- **Drawn** is the geodesic length of the line on the map (WGS84); it cuts the bends between its points.
- **Track** is what OpenStreetMap's graph holds for the way, bends included; where it is known, it counts.
- **Published** is what a railway or the press says; it counts where no graph knows the track, else it checks.

A leg of Routes counts its line from place to place, so the straight joints from the track to its two places
belong to it. “Used” marks lengths that were taken over from the published figure: they check nothing.
"""
CHAINS = """
## Chains of legs

| from – to | ours, km | published, km | difference | source | remark |
|---|---:|---:|---:|---|---|
"""
LEGS = """
## Single legs

| leg | mode | ours, km | published, km | difference | source | remark |
|---|---|---:|---:|---:|---|---|
"""


def build_table(network: bytes) -> bytes:
    """Return the Markdown for the bytes of a network.json."""
    read: Facts = json.loads(network)
    names = {node["id"]: node["name"].split(" (")[0] for node in read["nodes"]}
    chains = "".join(
        _row(entry["title"], *_facts(entry, entry["our_km"])) for entry in read["published_lengths"]
    )
    legs = "".join(
        _row(
            f"{names[leg['from']]} – {names[leg['to']]}",
            leg["mode"],
            *_facts(published | _used(leg), leg["km"]),
        )
        for leg in read["legs"]
        if (published := leg.get("published"))
    )
    return (HEAD + CHAINS + chains + LEGS + legs).encode()


def _used(leg: Facts) -> Facts:
    return {"not_a_check": leg["km_method"].startswith("published")}


def _facts(entry: Facts, ours: float) -> tuple[str, ...]:
    remark = entry.get("outlier") or entry.get("differs") or ("used" if entry.get("not_a_check") else "")
    return (
        f"{ours:,.1f}",
        f"{entry['km']:,g}",
        f"{entry['diff_pct']:+.1f} %",
        entry["source"] + MARKS[entry["known_from"]],
        remark,
    )


def _row(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", "/") for cell in cells) + " |\n"
