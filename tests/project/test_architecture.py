"""ARCHITECTURE.md names what is there."""

from __future__ import annotations

import re

import pytest

from tests.harness.serving import ROOT

TEXT = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
PATH = re.compile(r"`([\w.-]+(?:/[\w.-]*)+)`")


def missing(text: str) -> list[str]:
    """Name the paths of a text that the project does not have."""
    return [path for path in PATH.findall(text) if not (ROOT / path).exists()]


def test_every_path_exists() -> None:
    assert len(PATH.findall(TEXT)) > 40
    assert missing(TEXT) == []


def test_a_path_that_is_not_there_is_found() -> None:
    assert missing("See `layers/files/` and `layers/nowhere/at_all.py`.") == ["layers/nowhere/at_all.py"]


@pytest.mark.parametrize("wing", sorted(path.parent.name for path in (ROOT / "layers").glob("*/__init__.py")))
def test_every_wing_has_its_row(wing: str) -> None:
    assert f"| `layers/{wing}/` |" in TEXT
