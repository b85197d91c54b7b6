"""Reads and writes the frozen extracts in geodata/raw, gzipped without a clock, so byte-identical."""

import gzip
import json
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parents[2]  # the folder geodata
RAW = HERE / "raw"
SOURCES = HERE / "sources"


def write_raw(name: str, content: Any, *, folder: Path = RAW) -> int:
    """Write a JSON value as `<name>.json.gz` and return its size in bytes."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    data = gzip.compress(text.encode(), compresslevel=9, mtime=0)
    (folder / f"{name}.json.gz").write_bytes(data)
    return len(data)


def read_raw(name: str, *, folder: Path = RAW) -> Any:
    """Read the JSON value of `<name>.json.gz`."""
    return json.loads(gzip.decompress((folder / f"{name}.json.gz").read_bytes()))
