"""What others wrote and this repository carries as files, each with the digest that VENDOR.json names."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from layers.files.folders import ROOT

FOLDERS = {"vendor", "fonts"}
# Not ours to judge: what is installed or generated, and hidden folders besides.
PASSED_OVER = {"node_modules", "__pycache__", "test-output", "build"}
SCRIPTS = {".js", ".mjs", ".cjs", ".ts", ".css"}
NEVER_OURS = {".woff", ".woff2", ".ttf", ".otf", ".wasm"}
# What scripts of a package carry and ours do not.
MARKS = re.compile(r"@licen[sc]e|@preserve|/\*!|\bCopyright\b|sourceMappingURL|define\.amd|typeof exports")


class Package(BaseModel):
    """A package and its files here, as paths from the root with their SHA-256."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    version: str
    licence: str  # as SPDX writes it
    licence_file: str
    origin: str
    why: str
    files: dict[str, str]


class Vendored(BaseModel):
    """VENDOR.json."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    about: str
    packages: dict[str, Package]

    @property
    def files(self) -> dict[str, str]:
        """Every file with its SHA-256."""
        return {path: digest for package in self.packages.values() for path, digest in package.files.items()}


def read_vendored(root: Path = ROOT) -> Vendored:
    """Read VENDOR.json; raises pydantic's ValidationError, which names every key that is wrong."""
    return Vendored.model_validate_json((root / "VENDOR.json").read_text("utf-8"))


def faults(root: Path = ROOT) -> list[str]:
    """Return a sentence for each file that is changed, missing, not named, or where nobody looks for it."""
    vendored = read_vendored(root)
    without_licence = [
        f"VENDOR.json: {name} names {package.licence_file} as its licence file, which is not among its files"
        for name, package in vendored.packages.items()
        if package.licence_file not in package.files
    ]
    changed = [fault for path, digest in vendored.files.items() for fault in _changed(root, path, digest)]
    return without_licence + changed + list(_strangers(root, set(vendored.files)))


def _changed(root: Path, path: str, expected: str) -> Iterator[str]:
    if not (root / path).is_file():
        yield f"{path}: missing, but VENDOR.json names it"
    elif (found := hashlib.sha256((root / path).read_bytes()).hexdigest()) != expected:
        yield f"{path}: found sha256 {found}, VENDOR.json has {expected}"


def _strangers(root: Path, named: set[str]) -> Iterator[str]:
    """Yield who lies in a folder of carried files unnamed, or outside of them and looks like a package's."""
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if name not in PASSED_OVER and not name.startswith("."))
        for file in sorted(Path(folder) / name for name in names):
            path = file.relative_to(root)
            if FOLDERS & set(path.parts[:-1]):
                if path.as_posix() not in named and file.suffix != ".py":
                    yield f"{path.as_posix()}: VENDOR.json does not name it"
            elif file.suffix in NEVER_OURS or (mark := _mark(file)):
                why = mark if file.suffix in SCRIPTS else "a font or WebAssembly"
                yield f"{path.as_posix()}: comes from a package ({why}); it belongs into a folder `vendor`"


def _mark(file: Path) -> str | None:
    if file.suffix not in SCRIPTS or ".bundle." in file.name:
        return None
    found = MARKS.search(file.read_text("utf-8"))
    return found and found[0]
