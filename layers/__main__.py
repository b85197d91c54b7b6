"""The command line; each command is one function that adds itself to the parser and one that runs it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from layers.catalogue.atlas import load_atlas
from layers.catalogue.check import Report, check_atlas
from layers.catalogue.coverage import coverage
from layers.catalogue.names.index import Names, names_of
from layers.files.faults import RefusedFileError
from layers.files.folders import ROOT, folders_of
from layers.map.drawable import built_faults, drawable
from layers.map.style import token_faults
from layers.network import cli as routes
from layers.network.model import Network
from layers.views.fragments import fragments_of

Subparsers = argparse._SubParsersAction  # argparse has no public name for what add_subparsers returns


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m layers", description="Corridor Atlas from the command line."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_check(commands)
    routes.add_parser(commands, _named_network)
    options = parser.parse_args(arguments)
    return int(options.run(options))


def _named_network() -> tuple[Network, Names]:
    atlas = load_atlas()
    return atlas.network, names_of(atlas)


def _add_check(commands: Subparsers[argparse.ArgumentParser]) -> None:
    about = "check definitions and GeoJSON; print every fault; exit 1 if there is one"
    parser = commands.add_parser("check", help=about, description=about.capitalize() + ".")
    parser.add_argument(
        "folder",
        nargs="?",
        type=Path,
        default=ROOT,
        metavar="DIR",
        help="an atlas, or a folder with layers (*.md, *.geojson) to come beside ours (default: this atlas)",
    )
    parser.add_argument(
        "--coverage",
        action="store_true",
        help="instead, say which name, paragraph or claim of the essays is missing; exit 1 if one is",
    )
    parser.set_defaults(run=_check)


def _check(options: argparse.Namespace) -> int:
    folder: Path = options.folder
    if not folder.is_dir():
        print(f"{folder}: found no such folder; expected a folder with *.md and *.geojson.")
        return 1
    if options.coverage:
        return _print_coverage(folder)
    report = check_folder(folder)
    for fault in report.faults:
        print(fault)
    for note in report.notes:
        print(f"note: {note}")
    if not report.faults and not report.ok:
        print(f"{folder}: found nothing to check; expected definitions (*.md) or *.geojson.")
    print(report)
    return 0 if report.ok else 1


def check_folder(root: Path = ROOT) -> Report:
    """Check all that is read below `root`, a whole atlas or a folder beside ours, and all made of it."""
    folders = folders_of(root.resolve())
    atlas = drawable(load_atlas(folders.root))
    report = check_atlas(atlas, folders)
    made = [*built_faults(atlas), *fragments_of(atlas).faults]
    made += token_faults() if folders.root == ROOT else []
    return replace(report, faults=[*report.faults, *made])


def _print_coverage(folder: Path) -> int:
    try:
        found = coverage(folder)
    except RefusedFileError as error:
        print(*error.faults, sep="\n")
        return 1
    print(*found.counts, sep="\n")
    for miss in found.misses:
        print(f"missing: {miss}")
    print(f"{len(found.misses)} miss{'' if len(found.misses) == 1 else 'es'}")
    return 1 if found.misses else 0


if __name__ == "__main__":
    sys.exit(main())
