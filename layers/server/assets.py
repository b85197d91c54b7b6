"""The page's own script and style, each one file under its digest."""

from __future__ import annotations

import gzip
import hashlib
import json
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from layers.catalogue.atlas import Atlas
from layers.map.current import current
from layers.map.style import page_variables
from layers.views.search_entries import search_entries

PAGE = Path(__file__).resolve().parents[1] / "page"


@dataclass(frozen=True)
class Asset:
    """A file as it is sent."""

    digest: str
    content: bytes
    gzipped: bytes


def page_script() -> Asset:
    """Return the page's script: the bundle and the names to search."""
    return _script_of(current().atlas)


@cache
def page_style() -> Asset:
    """Return the page's style: the tokens' colours in both themes and our rules."""
    return _asset(page_variables() + (PAGE / "page.bundle.css").read_text("utf-8"))


@lru_cache(maxsize=2)
def _script_of(atlas: Atlas) -> Asset:
    entries = json.dumps(
        search_entries(atlas.catalogue, atlas.gazetteer), ensure_ascii=False, separators=(",", ":")
    )
    bundle = (PAGE / "page.bundle.js").read_text("utf-8")
    return _asset(f"{bundle}atlasPage.names({entries});")


def _asset(text: str) -> Asset:
    content = text.encode()
    return Asset(hashlib.sha256(content).hexdigest()[:16], content, gzip.compress(content, 9, mtime=0))
