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
from layers.map.style import theme_blocks
from layers.views.search_entries import search_entries

PAGE = Path(__file__).resolve().parents[1] / "page"
STYLES = tuple(f"sheets/{name}.css" for name in ("page", "routes", "present", "print"))
PARTS = ("link", "list", "routes", "reading", "search", "present")
SCRIPTS = ("vendor/minisearch.js", *(f"script/{name}.js" for name in PARTS))


@dataclass(frozen=True)
class Asset:
    """A file as it is sent."""

    digest: str
    content: bytes
    gzipped: bytes


def page_script() -> Asset:
    """Return the page's script: a search library, our parts and the names to search."""
    return _script_of(current().atlas)


def page_style() -> Asset:
    """Return the page's style: the colours of the tokens in both themes and our rules."""
    return _style()


@lru_cache(maxsize=2)
def _script_of(atlas: Atlas) -> Asset:
    entries = json.dumps(
        search_entries(atlas.catalogue, atlas.gazetteer), ensure_ascii=False, separators=(",", ":")
    )
    parts = [(PAGE / name).read_text("utf-8") for name in SCRIPTS]
    return _asset("\n".join([*parts, f"atlasPage.names({entries});"]))


@cache
def _style() -> Asset:
    return _asset(theme_blocks() + "\n".join((PAGE / name).read_text("utf-8") for name in STYLES))


def _asset(text: str) -> Asset:
    content = text.encode()
    return Asset(hashlib.sha256(content).hexdigest()[:16], content, gzip.compress(content, 9, mtime=0))
