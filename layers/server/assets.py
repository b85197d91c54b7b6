"""The page's own script and style, each one file under its digest."""

from __future__ import annotations

import gzip
import hashlib
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from layers.catalogue.gazetteer import read_gazetteer
from layers.map.current import current
from layers.map.style import theme_blocks
from layers.model.catalogue import Catalogue
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
    return _script_of(_Kept(current().catalogue))


def page_style() -> Asset:
    """Return the page's style: the colours of the tokens in both themes and our rules."""
    return _style()


class _Kept:
    """A catalogue as a cache key: the same object is the same content."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Kept) and other.catalogue is self.catalogue

    def __hash__(self) -> int:
        return id(self.catalogue)


@cache
def _script_of(kept: _Kept) -> Asset:
    entries = json.dumps(
        search_entries(kept.catalogue, read_gazetteer()), ensure_ascii=False, separators=(",", ":")
    )
    bundle = (PAGE / "page.bundle.js").read_text("utf-8")
    return _asset(f"{bundle}atlasPage.names({entries});")


@cache
def _style() -> Asset:
    return _asset(theme_blocks() + (PAGE / "page.bundle.css").read_text("utf-8"))


def _asset(text: str) -> Asset:
    content = text.encode()
    return Asset(hashlib.sha256(content).hexdigest()[:16], content, gzip.compress(content, 9, mtime=0))
