"""The map document's own typeface: files that cut.py makes and furniture.css names."""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).resolve().parent
FAMILY = "Atlas Sans"
FILES = {"normal": HERE / "AtlasSans-Upright.woff2", "italic": HERE / "AtlasSans-Italic.woff2"}
