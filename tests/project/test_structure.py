"""The wings stand on one another: the contracts of pyproject.toml hold, and would say so if they did not."""

from __future__ import annotations

import configparser
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.harness.serving import ROOT

LINTER = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
CONTRACTS: list[dict[str, Any]] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"][
    "importlinter"
]["contracts"]


def lint(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*LINTER, *options], cwd=folder, capture_output=True, text=True, check=False)


def test_every_wing_imports_only_those_below() -> None:
    said = lint(ROOT)
    assert said.returncode == 0, said.stdout + said.stderr
    assert f"Contracts: {len(CONTRACTS)} kept, 0 broken." in said.stdout


def test_nothing_lies_loose_at_the_root_of_layers() -> None:
    assert {path.name for path in (ROOT / "layers").glob("*.*") if path.is_file()} == {
        "__init__.py",
        "__main__.py",
    }


def test_every_folder_of_layers_is_in_the_order() -> None:
    [order] = [contract for contract in CONTRACTS if contract["name"] == "the wings of layers"]
    named = {wing.strip() for floor in order["layers"] for wing in floor.split("|")}
    assert named == {path.parent.name for path in (ROOT / "layers").glob("*/__init__.py")}


@pytest.mark.parametrize("guarded", ["", "from typing import TYPE_CHECKING\n\nif TYPE_CHECKING:\n    "])
def test_an_import_upwards_is_named_also_one_for_a_type(tmp_path: Path, guarded: str) -> None:
    for wing in ("files", "model"):
        (tmp_path / "house" / wing).mkdir(parents=True)
        (tmp_path / "house" / wing / "__init__.py").touch()
    (tmp_path / "house" / "__init__.py").touch()
    (tmp_path / "house" / "files" / "low.py").write_text(f"{guarded}from house.model import high\n", "utf-8")
    (tmp_path / "house" / "model" / "high.py").touch()
    [order] = [dict(contract) for contract in CONTRACTS if contract["name"] == "the wings of layers"]
    settings = configparser.ConfigParser()
    settings["importlinter"] = {"root_package": "house"}
    settings["importlinter:contract:order"] = {
        "name": order["name"],
        "type": order["type"],
        "containers": "house",
        "layers": "\nmodel\nfiles",
    }
    with (tmp_path / ".importlinter").open("w", encoding="utf-8") as file:
        settings.write(file)
    said = lint(tmp_path)
    assert said.returncode == 1
    assert "house.files.low -> house.model.high" in said.stdout
