"""A small right atlas in a folder of its own, which a test may break in one place."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from layers.catalogue.load import load_catalogue
from layers.model.catalogue import Catalogue

FIXTURE = Path(__file__).parents[1] / "fixtures" / "atlas"
LINE = "layers/definitions/demo-line.md"
PORT = "layers/definitions/demo-port.md"


class SmallAtlas:
    """The fixture's files copied to `root`."""

    def __init__(self, root: Path) -> None:
        self.root = root / "atlas"
        shutil.copytree(FIXTURE, self.root)

    def replace(self, file: str, old: str, new: str) -> SmallAtlas:
        """Replace a text that must be there."""
        path = self.root / file
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {file}"
        path.write_text(text.replace(old, new), encoding="utf-8")
        return self

    def edit_json(self, file: str, change: Callable[[Any], None]) -> SmallAtlas:
        """Change a GeoJSON document in place."""
        path = self.root / file
        document = json.loads(path.read_text(encoding="utf-8"))
        change(document)
        path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
        return self

    def load(self) -> Catalogue:
        return load_catalogue(self.root)

    def sentences(self) -> list[str]:
        return [str(fault) for fault in self.load().faults]
