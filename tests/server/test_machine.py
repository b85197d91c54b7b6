"""What the server takes of its machine: open files for a class, names and addresses."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from layers.server import machine
from layers.server.machine import CLASS, OPEN_FILES, served_at, too_few_files
from tests.harness.serving import ROOT, Server

resource = pytest.importorskip("resource", reason="Windows has no such limit")
RAISE = """
import json, resource
resource.setrlimit(resource.RLIMIT_NOFILE, ({soft}, {hard}))
from layers.server.machine import raise_open_files, too_few_files
files = raise_open_files()
print(json.dumps([files, *resource.getrlimit(resource.RLIMIT_NOFILE), too_few_files(files)]))
"""


def python(program: str) -> str:
    """Run a program beside this one and return what it printed."""
    command = [sys.executable, "-c", program]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize(("soft", "hard", "raised"), [(256, 1024, 1024), (256, 256, 256), (300, 512, 512)])
def test_the_limit_is_raised_as_far_as_the_system_grants(soft: int, hard: int, raised: int) -> None:
    files, now, at_most, warning = json.loads(python(RAISE.format(soft=soft, hard=hard)))
    assert (files, now, at_most) == (raised, raised, hard)
    assert bool(warning) is (raised < 310)


def test_a_limit_that_is_high_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    limits = [(OPEN_FILES * 2, OPEN_FILES * 4)]
    monkeypatch.setattr(resource, "getrlimit", lambda _: limits[-1])
    monkeypatch.setattr(resource, "setrlimit", lambda _, new: limits.append(new))
    assert machine.raise_open_files() == OPEN_FILES * 2
    assert len(limits) == 1


def test_a_boundless_limit_that_is_not_granted_is_taken_as_far_as_it_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    limits = [(256, resource.RLIM_INFINITY)]

    def grant(_: int, new: tuple[int, int]) -> None:
        if new[0] > 10_240:
            raise ValueError("current limit exceeds maximum limit")
        limits.append(new)

    monkeypatch.setattr(resource, "getrlimit", lambda _: limits[-1])
    monkeypatch.setattr(resource, "setrlimit", grant)
    assert machine.raise_open_files() == 10_240
    assert limits[-1] == (10_240, resource.RLIM_INFINITY)


def test_too_few_files_are_told_in_one_sentence() -> None:
    assert too_few_files(256) == (
        "The system lets the atlas open 256 files, enough for some 48 visitors at once; "
        f"{CLASS} visitors need 310 (ulimit -Hn)."
    )
    assert too_few_files(310) == too_few_files(float("inf")) == ""


def test_the_start_tells_it(tmp_path: Path) -> None:
    lowers = "import resource\nresource.setrlimit(resource.RLIMIT_NOFILE, (200, 256))\n"
    (tmp_path / "sitecustomize.py").write_text(lowers, encoding="utf-8")
    with Server(environment={"PYTHONPATH": str(tmp_path)}) as server:
        assert server.output().splitlines()[0] == too_few_files(256)


def test_windows_knows_no_such_limit() -> None:
    windows = (
        "import sys; sys.platform = 'win32'; sys.modules['resource'] = sys.modules['fcntl'] = None\n"
        "from layers.server.machine import own_addresses, raise_open_files, served_at, too_few_files\n"
        "print(raise_open_files(), [too_few_files(raise_open_files())], own_addresses())\n"
        "print(served_at('http', '0.0.0.0', 8501, ''))\n"
    )
    files, told = python(windows).splitlines()
    assert files == "inf [''] []"
    assert told.startswith("The atlas is served at http://localhost:8501/, and for others at http://")


@pytest.mark.parametrize(
    ("address", "prefix", "told"),
    [
        ("127.0.0.1", "", "http://127.0.0.1:8501/"),
        ("::1", "", "http://[::1]:8501/"),
        ("box", "/atlas", "http://box:8501/atlas/"),
        ("0.0.0.0", "/a", "http://localhost:8501/a/, and for others at http://10.0.0.5:8501/a/"),
        ("", "", "http://localhost:8501/, and for others at http://10.0.0.5:8501/"),
    ],
)
def test_the_start_says_where(monkeypatch: pytest.MonkeyPatch, address: str, prefix: str, told: str) -> None:
    monkeypatch.setattr(machine, "own_addresses", lambda: ["10.0.0.5"])
    assert served_at("http", address, 8501, prefix) == f"The atlas is served at {told}"
