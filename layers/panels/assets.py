"""The page's own script and style, each one file under its digest, and the lines that the index page gets."""

from __future__ import annotations

import gzip
import hashlib
import json
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path

from layers.catalogue import Catalogue
from layers.current import current
from layers.gazetteer import read_gazetteer
from layers.panels.search import search_entries
from layers.panels.style import style_variables

WEB = Path(__file__).resolve().parent / "web"
STYLES = ("page.css", "routes.css", "present.css", "print.css")
SCRIPTS = ("vendor/minisearch.js", "link.js", "list.js", "routes.js", "reading.js", "search.js", "present.js")


@dataclass(frozen=True)
class Asset:
    """A file as it is sent."""

    digest: str
    content: bytes
    gzipped: bytes


def page_script() -> Asset:
    """Return the page's script: a search library, our parts and the names to search."""
    return _script_of(_Kept(current().catalogue))


def page_style() -> Asset:
    """Return the page's style: the colours of the tokens in both themes and our rules."""
    return _style()


def index_parts() -> tuple[bytes, bytes]:
    """Return what goes into the index page's head, and before its root element."""
    script, style, document = page_script(), page_style(), current().document
    head = f'<link rel="stylesheet" href="/page.{style.digest}.css">'
    frame = (
        f'<iframe id="atlas-map" title="Map" data-src="/map/{escape(document.digest)}.html"'
        f' allow="fullscreen *"></iframe><script>{boot_script()}</script>'
        f'<script defer src="/page.{script.digest}.js"></script>'
    )
    return head.encode(), frame.encode()


@cache
def boot_script() -> str:
    """Return the inline script that sends the map's frame on its way before anything else is fetched."""
    return (WEB / "boot.js").read_text("utf-8")


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
    parts = [(WEB / name).read_text("utf-8") for name in SCRIPTS]
    return _asset("\n".join([*parts, f"atlasPage.names({entries});"]))


@cache
def _style() -> Asset:
    return _asset(style_variables() + "\n".join((WEB / name).read_text("utf-8") for name in STYLES))


def _asset(text: str) -> Asset:
    content = text.encode()
    return Asset(hashlib.sha256(content).hexdigest()[:16], content, gzip.compress(content, 9, mtime=0))
