"""The route engine for a Python within a browser: Pyodide from npm, and the modules that a question needs."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

from tools.bundle import ROOT, BundleError, find_deno

PYODIDE = ROOT / "tools" / "pyodide"
ENTRY = "layers.network.ask"
LIST_FILES = f"""import sys, {ENTRY}
print(*(module.__file__ for name, module in sys.modules.items() if name.split(".")[0] == "layers"))"""
EPOCH = (1980, 1, 1, 0, 0, 0)  # so that the same modules give the same bytes


def install_pyodide() -> Path:
    """Return the folder of Pyodide; Deno fetches its 14 MB from npm by the digests of deno.lock, once.

    Raises BundleError when it is missing and cannot be fetched.
    """
    environment = {**os.environ, "DENO_NO_UPDATE_CHECK": "1", "NO_COLOR": "1"}
    install = [find_deno(), "install", "--frozen", "--quiet"]
    done = subprocess.run(install, cwd=PYODIDE, env=environment, capture_output=True, text=True)
    folder = PYODIDE / "node_modules" / "pyodide"
    if done.returncode or not (folder / "pyodide.asm.wasm").is_file():
        raise BundleError(f"Pyodide is missing and could not be fetched.\n{done.stderr.strip()}")
    return folder


def engine_zip() -> bytes:
    """Return the modules that a question imports, as an archive to unpack where Python looks for modules."""
    command = [sys.executable, "-c", LIST_FILES]
    listed = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True).stdout
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        for path in sorted(map(Path, listed.split())):
            packed.writestr(zipfile.ZipInfo(path.relative_to(ROOT).as_posix(), EPOCH), path.read_bytes())
    return archive.getvalue()
