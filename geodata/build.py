"""Builds the committed layers, network and base map from the sources: `python -m geodata.build [--check]`.

Offline, without a clock, byte-identical. `--check` builds in memory and fails for each file that differs.
"""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from geodata.steps.files.raw import HERE
from geodata.steps.files.sources import read_legs, read_source
from geodata.steps.ground import basemap
from geodata.steps.layers import essay_layers, features, gazetteer, network_files, places
from geodata.steps.network.lengths_table import build_table
from geodata.steps.network.network_json import build_network

DOCS = HERE.parent / "docs"
GENERATED = "by geodata.build; do not edit"


def build_layer(layer: str) -> dict[str, Any]:
    """Build one layer's FeatureCollection, features sorted by id."""
    about = read_source("layers")["layers"][layer]
    legs, _ = read_legs()
    made = [features.leg_feature(leg, layer) for leg in legs if layer in leg["layers"]]
    made += [features.site_feature(s, layer) for s in read_source("sites")["sites"] if layer in s["layers"]]
    return collection(made, about)


def collection(made: list[dict[str, Any]], about: dict[str, Any]) -> dict[str, Any]:
    """Wrap features into a collection that opens with its origin, licence and attribution."""
    return {
        "generated": GENERATED,
        "type": "FeatureCollection",
        "licence": about["licence"],
        "attribution": about["attribution"],
        "features": sorted(made, key=lambda f: str(f["id"])),
    }


def write_collection(content: dict[str, Any]) -> bytes:
    """Write a collection with one feature a line, so that changes can be read in a diff."""
    head = {key: value for key, value in content.items() if key != "features"}
    opening = json.dumps(head, ensure_ascii=False)[:-1]
    lines = ",\n".join(json.dumps(f, ensure_ascii=False, separators=(",", ":")) for f in content["features"])
    return f'{opening}, "features": [\n{lines}\n]}}\n'.encode()


def build_all() -> dict[str, bytes]:
    """Build every committed file: name to content."""
    about = read_source("layers")
    built = {f"{layer}.geojson": write_collection(build_layer(layer)) for layer in about["layers"]}
    for layer, (made, own) in essay_layers.essay_layers().items():
        built[f"{layer}.geojson"] = write_collection(collection(made, own))
    named = places.build_places()
    built["places.geojson"] = write_collection(collection(named, about["places"]))
    essay_places = collection(gazetteer.essay_places(named), gazetteer.ABOUT)
    built["essay-places.geojson"] = write_collection(essay_places)
    network = collection(network_files.network_features(), about["network"])
    built["network.json"] = build_network()
    built["network.geojson"] = write_collection(network)
    built["network_lines.json"] = network_files.build_small_lines(about["network"])
    built["basemap.topojson"] = basemap.build_basemap()
    return built


def build_docs(built: dict[str, bytes]) -> dict[str, bytes]:
    """Build the pages of docs/ that follow from the built files: name to content."""
    return {"LENGTHS.md": build_table(built["network.json"])}


def differences(folder: Path, built: dict[str, bytes]) -> list[str]:
    """Name every file in `folder` that is missing or differs from what was built, one sentence each."""
    faults = []
    for name, content in built.items():
        path = folder / name
        if not path.exists():
            faults.append(f"{name} is missing; run python -m geodata.build and commit it.")
        elif path.read_bytes() != content:
            faults.append(f"{name} is not what the sources make; run python -m geodata.build and commit it.")
    return faults


def main() -> None:
    """Write all files, or with --check compare them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="build in memory and compare with the files")
    if parser.parse_args().check:
        built = build_all()
        faults = [*differences(HERE, built), *differences(DOCS, build_docs(built))]
        print("\n".join(faults) or "geodata: every file is what the sources make")
        sys.exit(1 if faults else 0)
    built = build_all()
    for folder, files in ((HERE, built), (DOCS, build_docs(built))):
        for name, content in files.items():
            (folder / name).write_bytes(content)
            print(f"{name}: {len(content) / 1000:.0f} kB")


if __name__ == "__main__":
    main()
