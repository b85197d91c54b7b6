"""What the map document carries: scripts, styles, fonts, glyphs, and the policy that allows just these."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

from layers.map.style import style_variables

HERE = Path(__file__).resolve().parent
# The bundle is made from script/ by `make scripts`.
OUR_SCRIPT = "atlas.bundle.js"
BOOT = "script/boot.js"  # the theme, before anything is painted
VENDORED = ("vendor/leaflet.js",)
MIME_TYPES = {".woff2": "font/woff2", ".svg": "image/svg+xml", ".png": "image/png"}


def script_element(name: str) -> str:
    """Return a vendored library or our bundle as a <script> element, with its file's name."""
    return f"<script>/* {Path(name).name} */\n{_script_text(HERE / name)}</script>"


def style_elements() -> list[str]:
    """Return the tokens' variables and the bundled sheets, their fonts inlined, as <style> elements."""
    return [f"<style>{text}</style>" for text in (style_variables(), inline_files(HERE / "atlas.bundle.css"))]


def inline_files(stylesheet: Path) -> str:
    """Return a stylesheet with each url(file) replaced by the file itself.

    Leaflet names images of controls that we don't use; what is not beside the sheet becomes `none`.
    """

    def as_data(match: re.Match[str]) -> str:
        name = match[1].strip("\"'")
        if name.startswith("data:"):
            return match[0]
        file = stylesheet.parent / name
        if not file.is_file():
            return "none"
        return f"url(data:{MIME_TYPES[file.suffix]};base64,{base64.b64encode(file.read_bytes()).decode()})"

    return re.sub(r"url\(([^)]+)\)", as_data, stylesheet.read_text("utf-8"))


def glyph_sprite() -> str:
    """Return the glyphs as one hidden SVG whose symbols the page uses by id.

    The titles go: inside a marker they would show as a second tooltip.
    """
    return re.sub(r"<title>.*?</title>", "", (HERE / "glyphs.svg").read_text("utf-8"))


def glyph_titles() -> dict[str, str]:
    """Return what each glyph means, by its id."""
    sprite = (HERE / "glyphs.svg").read_text("utf-8")
    return dict(re.findall(r'<symbol id="([a-z-]+)"[^>]*><title>(.*?)</title>', sprite))


def script_hash(text: str) -> str:
    """Return an inline script as a content security policy names it: quoted, SHA-256 in base64."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def content_policy(page: str) -> str:
    """Return the policy that lets exactly the scripts of the page run, by hash, and no request out."""
    hashes = " ".join(map(script_hash, re.findall(r"<script>(.*?)</script>", page, re.DOTALL)))
    return (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; "
        "img-src data:; font-src data:; base-uri 'none'; form-action 'none'"
    )


def _script_text(file: Path) -> str:
    """Return a script without addresses: its source map, and the link of a credit that we don't show."""
    text = re.sub(r"\n//# sourceMappingURL=.*", "", file.read_text("utf-8"))
    return text.replace(' href="https://leafletjs.com"', "")
