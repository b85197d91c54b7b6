"""The audit is honest: a package that nobody was asked about is a fault, as is a known hole."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from tools import audit
from tools.audit import npm_faults, pins, python_faults, rounds

ASKED = {"a": "1.0", "b": "2.0"}
CLEAN = [{"name": "a", "version": "1.0", "vulns": []}, {"name": "b", "version": "2.0", "vulns": []}]
HOLE = {"name": "b", "version": "2.0", "vulns": [{"id": "X-1", "fix_versions": ["2.1"]}]}
UNMENDED = {"name": "b", "version": "2.0", "vulns": [{"id": "X-2", "fix_versions": []}]}
SKIPPED = {"name": "b", "skip_reason": "b: not found"}


def saying(text: str, complaint: str = "", status: int = 0) -> tuple[str, ...]:
    """Return a program that says this whatever it is asked."""
    script = f"import sys; print({text!r}); print({complaint!r}, file=sys.stderr); sys.exit({status})"
    return (sys.executable, "-c", script)


@pytest.mark.parametrize(
    ("told", "faults"),
    [
        (CLEAN, []),
        ([CLEAN[0], HOLE], ["b 2.0: X-1, mended in 2.1"]),
        ([CLEAN[0], UNMENDED], ["b 2.0: X-2, mended in no version"]),
        ([CLEAN[0], SKIPPED], ["Python: 1 of 2 packages could not be asked about. b: not found"]),
        ([CLEAN[0]], ["Python: 1 of 2 packages could not be asked about. b: no answer"]),
        ([], ["Python: 2 of 2 packages could not be asked about. a: no answer"]),
    ],
)
def test_a_hole_and_a_package_without_answer_are_faults(told: list[object], faults: list[str]) -> None:
    assert list(python_faults(ASKED, saying(json.dumps({"dependencies": told})))) == faults


@pytest.mark.parametrize("text", ["", "[]", "{}", "No known vulnerabilities found"])
def test_an_audit_that_breaks_off_is_a_fault(text: str) -> None:
    [fault] = python_faults(ASKED, saying(text, "Traceback\nConnectionError: no network", 1))
    assert fault == "Python: none of 2 packages could be asked about. ConnectionError: no network"


@pytest.mark.parametrize(
    ("script", "faults"),
    [
        ("echo No known vulnerabilities found", []),
        ("echo 'error: no network' >&2; exit 1", ["npm, esbuild: error: no network"]),
        ("echo 'leaflet: X-3'; exit 1", ["npm, esbuild: leaflet: X-3"]),
        ("true", ["npm, esbuild: no answer"]),
    ],
)
def test_what_deno_finds_or_cannot_ask_is_a_fault(tmp_path: Path, script: str, faults: list[str]) -> None:
    deno, folder = tmp_path / "deno", tmp_path / "esbuild"
    deno.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    deno.chmod(0o755)
    folder.mkdir()
    assert list(npm_faults(folder, str(deno))) == faults


def test_every_version_is_asked_about_once() -> None:
    asked = pins()
    shared = rounds(asked)
    assert len({name for name, _ in asked}) == len(shared[0]) > 80
    assert sorted(pin for one in shared for pin in one.items()) == sorted(asked)
    assert {"streamlit", "pytest", "babel", "uv", "pip-audit"} <= shared[0].keys()


@pytest.mark.parametrize(("faults", "status"), [([], 0), (["a 1.0: X-1"], 1)])
def test_the_audit_ends_as_it_found(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], faults: list[str], status: int
) -> None:
    monkeypatch.setattr(audit, "python_faults", lambda asked: faults)
    monkeypatch.setattr(audit, "npm_faults", lambda folder, deno: [])
    assert audit.main([]) == status
    assert ("No known hole" in capsys.readouterr().out) == (not faults)
