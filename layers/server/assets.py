"""The page's own script and font, each one file under its digest, and its style."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from layers.map.fonts import FAMILY, FILES
from layers.map.style import page_variables
from layers.server.answers import LASTING, Body

PAGE = Path(__file__).resolve().parents[1] / "page"


@dataclass(frozen=True)
class Asset:
    """A file as it is sent: its address, beside the page, names its content."""

    address: str
    media_type: str
    body: Body


@cache
def page_script() -> Asset:
    """Return the page's script."""
    return _asset("js", "text/javascript", (PAGE / "page.bundle.js").read_bytes())


@cache
def page_style() -> str:
    """Return the page's style, which stands in it: font, the tokens' colours in both themes and our rules."""
    face = (
        f'@font-face{{font-family:"{FAMILY}";src:url("{page_font().address}") format("woff2");'
        "font-weight:200 900;font-display:fallback}"
    )
    return face + page_variables() + (PAGE / "page.bundle.css").read_text("utf-8")


@cache
def page_font() -> Asset:
    """Return the upright letters of the map, which the page wears too."""
    return _asset("woff2", "font/woff2", FILES["normal"].read_bytes())


def _asset(kind: str, media_type: str, content: bytes) -> Asset:
    digest = hashlib.sha256(content).hexdigest()[:16]
    return Asset(f"page.{digest}.{kind}", media_type, Body(content, LASTING))


ASSETS = (page_script, page_font)
