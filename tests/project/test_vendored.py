"""What others wrote: each file is what VENDOR.json says, and nothing comes into a bundle by another way."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from layers.files.folders import ROOT
from tools.bundle import BUNDLES, Bundle, command, install_esbuild
from tools.vendored import faults, read_vendored

NPM_FOLDERS = sorted(path.parent for path in (ROOT / "tools").glob("*/deno.json"))
EXACT = re.compile(r"npm:(@[\w.-]+/)?[\w.-]+@\d+\.\d+\.\d+")


def test_what_others_wrote_is_what_it_was() -> None:
    assert faults() == []
    assert read_vendored().files


@pytest.fixture
def carried(tmp_path: Path) -> Path:
    """A repository with one package, as it should be."""
    folder = tmp_path / "layers" / "vendor"
    folder.mkdir(parents=True)
    files = {"layers/vendor/a.js": "let a", "layers/vendor/LICENSE-a": "MIT"}
    for path, text in files.items():
        (tmp_path / path).write_text(text, "utf-8")
    package = {
        "version": "1.0.0",
        "licence": "MIT",
        "licence_file": "layers/vendor/LICENSE-a",
        "origin": "npm",
        "why": "a test",
        "files": {path: hashlib.sha256(text.encode()).hexdigest() for path, text in files.items()},
    }
    (tmp_path / "VENDOR.json").write_text(json.dumps({"about": "", "packages": {"a": package}}), "utf-8")
    return tmp_path


def test_a_file_that_is_changed_or_missing_is_named(carried: Path) -> None:
    assert faults(carried) == []
    (carried / "layers" / "vendor" / "a.js").write_text("let b", "utf-8")
    (carried / "layers" / "vendor" / "LICENSE-a").unlink()
    changed, missing = faults(carried)
    assert changed.startswith("layers/vendor/a.js: found sha256 ")
    assert missing == "layers/vendor/LICENSE-a: missing, but VENDOR.json names it"


def test_a_licence_without_a_digest_is_named(carried: Path) -> None:
    text = (carried / "VENDOR.json").read_text("utf-8")
    (carried / "VENDOR.json").write_text(text.replace('"licence_file": "', '"licence_file": "no-'), "utf-8")
    assert ["licence file" in fault for fault in faults(carried)] == [True]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("layers/vendor/b.js", "let b"),
        ("tools/fonts/LICENCE", "own words"),
        ("layers/script/b.js", "/*! b 2.0 */ let b"),
        ("bench/b.js", "typeof exports == 'object'"),
        ("tests/b.css", "/* @license MIT */"),
        ("layers/script/b.js", "let b\n//# sourceMappingURL=b.js.map"),
        ("docs/letters.woff2", ""),
        ("geodata/engine.wasm", ""),
    ],
)
def test_a_stranger_is_named(carried: Path, path: str, text: str) -> None:
    (carried / path).parent.mkdir(parents=True, exist_ok=True)
    (carried / path).write_text(text, "utf-8")
    assert [fault.split(":")[0] for fault in faults(carried)] == [path]


def inputs(bundle: Bundle, folder: Path) -> set[Path]:
    """Return the files that esbuild reads for a bundle, as it tells them itself."""
    told = folder / "metafile.json"
    made = [
        *command(install_esbuild(), bundle),
        f"--metafile={told}",
        f"--outfile={folder / bundle.path.name}",
    ]
    subprocess.run(made, cwd=bundle.path.parent, capture_output=True, check=True)
    return {(bundle.path.parent / name).resolve() for name in json.loads(told.read_text("utf-8"))["inputs"]}


@pytest.mark.parametrize("bundle", BUNDLES, ids=lambda bundle: bundle.path.name)
def test_a_bundle_holds_what_is_ours_or_named(bundle: Bundle, tmp_path: Path) -> None:
    read = inputs(bundle, tmp_path)
    assert bundle.entry in read
    vendored = {ROOT / path for path in read_vendored().files}
    ours = [bundle.entry.parent for bundle in BUNDLES]
    assert [path for path in read - vendored if not any(map(path.is_relative_to, ours))] == []


def unpinned(imports: dict[str, str], lock: dict[str, Any]) -> Iterator[str]:
    """Yield what of a folder's npm packages is not one version under a digest."""
    for name in imports.values():
        if not EXACT.fullmatch(name):
            yield f"{name}: not one version"
        if name not in lock["specifiers"] or name not in lock["workspace"]["dependencies"]:
            yield f"{name}: not in deno.lock"
    for name, package in lock["npm"].items():
        if not re.fullmatch(r"sha512-[\w+/]{86}==", package.get("integrity", "")):
            yield f"{name}: no digest"


@pytest.mark.parametrize("folder", NPM_FOLDERS, ids=lambda folder: folder.name)
def test_what_npm_sends_is_pinned_by_digest(folder: Path) -> None:
    imports, lock = (json.loads((folder / f"deno.{end}").read_text("utf-8")) for end in ("json", "lock"))
    assert imports["imports"]
    assert list(unpinned(imports["imports"], lock)) == []


def test_a_package_without_version_or_digest_is_named() -> None:
    lock = {
        "specifiers": {"npm:a@1": "1.0.0"},
        "workspace": {"dependencies": ["npm:a@1"]},
        "npm": {"a@1.0.0": {"integrity": "sha1-abc"}, "b@1.0.0": {}},
    }
    assert list(unpinned({"a": "npm:a@1", "c": "npm:c@1.0.0"}, lock)) == [
        "npm:a@1: not one version",
        "npm:c@1.0.0: not in deno.lock",
        "a@1.0.0: no digest",
        "b@1.0.0: no digest",
    ]


def test_every_fetch_from_npm_keeps_to_its_lock() -> None:
    text = "\n".join(path.read_text("utf-8") for path in (ROOT / "tools").glob("*.py"))
    assert set(re.findall(r'find_deno\(\), "install", ([^,\]]+)', text)) == {'"--frozen"'}
    assert {folder.name for folder in NPM_FOLDERS} == {"esbuild", "judges", "libraries", "pyodide"}


def test_the_scripts_that_lie_here_are_locked_too() -> None:
    """By tools/libraries/deno.lock Deno can be asked about known holes in them."""
    locked = json.loads((ROOT / "tools" / "libraries" / "deno.json").read_text("utf-8"))["imports"]
    packages = read_vendored().packages.items()
    carried = {name: f"npm:{name}@{one.version}" for name, one in packages if one.origin.startswith("npm,")}
    assert len(carried) >= 4
    assert locked == carried
