"""Ask the lists of known holes about everything that is pinned: python -m tools.audit

What could not be asked about is a fault: left to itself, pip-audit finds no holes in what it skipped.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tools.bundle import ROOT, find_deno

Pin = tuple[str, str]
PIP_AUDIT = (sys.executable, "-m", "pip_audit")
NO_HOLE = "No known vulnerabilities found"  # what Deno says when it was answered


def pins(folder: Path = ROOT / "requirements") -> set[Pin]:
    """Return name and version of every pin in all locks."""
    locks = [path.read_text("utf-8") for path in sorted(folder.glob("*.txt"))]
    return {pin for lock in locks for pin in re.findall(r"^([\w.-]+)==([^\s;]+)", lock, re.MULTILINE)}


def rounds(asked: Iterable[Pin]) -> list[dict[str, str]]:
    """Share pins out, so that each round has one version of a package: another Python has another."""
    shared: list[dict[str, str]] = []
    for name, version in sorted(asked):
        free = next((one for one in shared if name not in one), None)
        if free is None:
            shared.append(free := {})
        free[name] = version
    return shared


def python_faults(asked: dict[str, str], program: Sequence[str] = PIP_AUDIT) -> Iterator[str]:
    """Yield each known hole in these versions, and one sentence if some could not be asked about."""
    with tempfile.TemporaryDirectory() as folder:
        listed = Path(folder) / "pins.txt"
        listed.write_text("".join(f"{name}=={version}\n" for name, version in asked.items()), "utf-8")
        flags = [
            "--no-deps",
            "--disable-pip",
            "--progress-spinner=off",
            "--format=json",
            f"--requirement={listed}",
        ]
        said = subprocess.run([*program, *flags], capture_output=True, text=True)
    try:
        told = {package["name"]: package for package in json.loads(said.stdout)["dependencies"]}
    except (ValueError, KeyError, TypeError):
        yield f"Python: none of {len(asked)} packages could be asked about. {_last_line(said.stderr)}"
        return
    silent = [name for name in asked if "vulns" not in told.get(name, {})]
    if silent:
        reason = told.get(silent[0], {}).get("skip_reason", f"{silent[0]}: no answer")
        yield f"Python: {len(silent)} of {len(asked)} packages could not be asked about. {reason}"
    for name, version in asked.items():
        for hole in told.get(name, {}).get("vulns", ()):
            mended = ", ".join(hole["fix_versions"]) or "no version"
            yield f"{name} {version}: {hole['id']}, mended in {mended}"


def npm_faults(folder: Path, deno: str) -> Iterator[str]:
    """Yield what Deno finds in a folder's lock, or why it could not ask."""
    environment = {**os.environ, "DENO_NO_UPDATE_CHECK": "1", "NO_COLOR": "1", "RUST_BACKTRACE": "0"}
    said = subprocess.run([deno, "audit"], cwd=folder, env=environment, capture_output=True, text=True)
    if said.returncode or NO_HOLE not in said.stdout + said.stderr:
        why = said.stdout.strip() or said.stderr.strip() or "no answer"
        yield f"npm, {folder.name}: {why}"


def _last_line(text: str) -> str:
    return (text.strip().splitlines() or ["no answer"])[-1]


def main(arguments: Sequence[str] | None = None) -> int:
    """Ask about everything; return 1 when there is a hole, or something could not be asked about."""
    argparse.ArgumentParser(prog="python -m tools.audit", description=__doc__).parse_args(arguments)
    asked, folders = pins(), sorted(path.parent for path in (ROOT / "tools").glob("*/deno.lock"))
    found = [fault for one in rounds(asked) for fault in python_faults(one)]
    found += [fault for folder in folders for fault in npm_faults(folder, find_deno())]
    if found:
        print(*found, sep="\n")
        print(
            f"Audit failed: {len(found)} faults; what could not be asked about may have holes.",
            file=sys.stderr,
        )
        return 1
    print(f"No known hole in {len(asked)} Python packages and the npm packages of {len(folders)} locks.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
