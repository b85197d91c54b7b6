"""The set-up: one command from a fresh machine, sentences where something is missing, locks that hold."""

from __future__ import annotations

import os
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from layers.files.folders import ROOT

PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT = PYPROJECT["project"]
LOCKS = {
    "run": PROJECT["dependencies"],
    "test": PROJECT["dependencies"] + PROJECT["optional-dependencies"]["test"],
    "geodata": PROJECT["dependencies"] + PROJECT["optional-dependencies"]["geodata"],
}
TOOLS = PYPROJECT["dependency-groups"]  # each beside the atlas, with a lock of its own


def make(*words: str) -> subprocess.CompletedProcess[str]:
    """Run make as a person would, free of the variables of a make around it."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("MAKE", "MFLAGS"))}
    return subprocess.run(
        ["make", "--no-print-directory", *words], cwd=ROOT, env=environment, capture_output=True, text=True
    )


def pins(lock: str) -> set[tuple[str, str]]:
    """Return name and version of every pin in a lock file; markers can give a package two versions."""
    text = (ROOT / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")
    return set(re.findall(r"^([\w.-]+)==([^\s;]+)", text, flags=re.MULTILINE))


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """An environment in which everything has just been installed, as far as make can tell."""
    for stamp in (".made", *(f".installed-{lock}" for lock in (*LOCKS, *TOOLS))):
        (tmp_path / stamp).touch()
    return tmp_path


@pytest.mark.parametrize(
    "target", ["run", "test", "check", "bench", "load", "geodata", "screenshot", "lock", "audit"]
)
def test_a_second_call_installs_nothing(installed: Path, target: str) -> None:
    planned = make("--dry-run", f"VENV={installed}", target)
    assert planned.returncode == 0, planned.stderr
    assert "pip install" not in planned.stdout


@pytest.mark.parametrize(("target", "lock"), [(name, name) for name in (*LOCKS, *TOOLS)])
def test_a_changed_lock_installs_again(installed: Path, target: str, lock: str) -> None:
    planned = make("--dry-run", f"VENV={installed}", f"--what-if=requirements/{lock}.txt", target)
    assert f"--require-hashes -r requirements/{lock}.txt" in planned.stdout


def test_port_and_address_can_be_chosen(installed: Path) -> None:
    assert "--server.port 8501 --server.address 127.0.0.1" in make("-n", f"VENV={installed}", "run").stdout
    assert "--server.port 8600" in make("-n", f"VENV={installed}", "run", "PORT=8600").stdout


def test_an_old_python_gets_one_sentence(tmp_path: Path) -> None:
    old = tmp_path / "python-of-2019"
    old.write_text("#!/bin/sh\nexit 1\n")
    old.chmod(0o755)
    answer = make("run", f"VENV={tmp_path / 'venv'}", f"PYTHON={old}")
    assert answer.returncode != 0
    assert "needs Python 3.11 or newer" in answer.stderr and str(old) in answer.stderr
    assert "Traceback" not in answer.stderr
    assert not (tmp_path / "venv").exists()


def test_a_python_without_venv_gets_one_sentence(tmp_path: Path) -> None:
    bare = tmp_path / "bare-python"
    bare.write_text('#!/bin/sh\n[ "$1" = -c ]\n')
    bare.chmod(0o755)
    answer = make("run", f"VENV={tmp_path / 'venv'}", f"PYTHON={bare}")
    assert answer.returncode != 0
    assert "install python3-venv" in answer.stderr


@pytest.mark.parametrize(
    ("environment", "sentence"),
    [
        ({"CHROMIUM": "/nowhere/chromium"}, "CHROMIUM names /nowhere/chromium, which cannot be run."),
        ({}, "Chromium is missing and could not be installed here"),
    ],
)
def test_a_missing_chromium_gets_one_sentence(
    tmp_path: Path, environment: dict[str, str], sentence: str
) -> None:
    answer = subprocess.run(
        ["/bin/sh", ROOT / "tools" / "chromium.sh"],
        env={"PATH": str(tmp_path), **environment},
        capture_output=True,
        text=True,
    )
    assert answer.returncode == 1
    assert answer.stdout == ""
    assert sentence in answer.stderr


def test_an_installed_chromium_is_named(tmp_path: Path) -> None:
    browser = tmp_path / "google-chrome"
    browser.write_text("#!/bin/sh\n")
    browser.chmod(0o755)
    found = subprocess.run(
        ["/bin/sh", ROOT / "tools" / "chromium.sh"],
        env={"PATH": str(tmp_path)},
        capture_output=True,
        text=True,
    )
    assert (found.returncode, found.stdout.strip()) == (0, str(browser))


@pytest.mark.parametrize("lock", [*LOCKS, *TOOLS])
def test_locks_satisfy_every_direct_dependency(lock: str) -> None:
    for requirement in map(Requirement, (LOCKS | TOOLS)[lock]):
        name = canonicalize_name(requirement.name)
        versions = [version for package, version in pins(lock) if canonicalize_name(package) == name]
        assert versions and all(map(requirement.specifier.contains, versions)), (
            f"requirements/{lock}.txt has {versions}, pyproject.toml wants {requirement}: run make lock"
        )


@pytest.mark.parametrize("lock", [*LOCKS, *TOOLS])
def test_every_pin_carries_a_hash(lock: str) -> None:
    text = (ROOT / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")
    entries = re.split(r"^(?=[\w.-]+==)", text, flags=re.MULTILINE)[1:]
    assert len(entries) == len(pins(lock)) >= len((LOCKS | TOOLS)[lock]) > 0
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_locks_agree_with_each_other() -> None:
    run, test, geodata = (pins(lock) for lock in LOCKS)
    assert run <= test <= geodata
    both = {name for name, _ in pins("audit")} & {name for name, _ in geodata}
    assert {pin for pin in pins("audit") if pin[0] in both} <= geodata


def test_nothing_is_installed_without_a_lock() -> None:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.findall(r"\$\(INSTALL\) (.*)", text) == ["--require-hashes -r $<"]
    assert text.count("pip install") == 1  # within INSTALL itself


def test_every_direct_dependency_has_its_reason() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    for requirement in {*LOCKS["test"], *LOCKS["geodata"], *TOOLS["lock"], *TOOLS["audit"]}:
        assert re.search(rf'^ +"{re.escape(requirement)}", +# \w', text, flags=re.MULTILINE), requirement


def test_ci_runs_what_people_run() -> None:
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    text = script.read_text(encoding="utf-8")
    assert "set -euo pipefail" in text
    assert "make test" in text and "make check" in text


# Who leaves a pipe early kills its writer (SIGPIPE); under pipefail that at times ends the whole script.
LEAVES_EARLY = re.compile(r"\|\s*(head\b|grep\s+-\w*[qm]|sed\s+\S*\d+q)")


def test_no_pipe_of_ci_is_left_early() -> None:
    assert LEAVES_EARLY.findall((ROOT / ".ci" / "run").read_text(encoding="utf-8")) == []
    assert LEAVES_EARLY.findall("make --version | head -n 1") == ["head"]
