"""The one way for text into folium, which compiles what it is given as a template and writes it as HTML."""

from __future__ import annotations

import html
import json
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

# Invisible characters that turn or hide text (control, format, surrogate); the soft hyphen is one of them.
_UNSEEN = frozenset({"Cc", "Cf", "Cs"})
# Past html.escape these could still open a template ({{), end a JavaScript string (` \) or start ${…}.
_TEMPLATE_CHARACTERS = str.maketrans({char: f"&#{ord(char)};" for char in "{}`$\\"})


def safe_text(text: str, *, limit: int = 500) -> str:
    """Return text of at most `limit` characters that can be no tag, no template and no end of a string.

    The entities show as such wherever the text is not read as HTML: use it for folium alone.
    """
    visible = "".join(char for char in text[:limit] if unicodedata.category(char) not in _UNSEEN)
    return html.escape(visible, quote=True).translate(_TEMPLATE_CHARACTERS)


def safe_collection(features: Iterable[Mapping[str, Any]], *, fields: tuple[str, ...] = ()) -> dict[str, Any]:
    """Rebuild checked GeoJSON features as a FeatureCollection with safe ids and only these fields."""
    return {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "id": safe_text(str(feature["id"])),
                "geometry": {
                    "type": safe_text(str(feature["geometry"]["type"])),
                    "coordinates": _numbers(feature["geometry"]["coordinates"]),
                },
                "properties": {
                    field: safe_text(str(feature["properties"].get(field) or "")) for field in fields
                },
            }
            for feature in features
        ],
    }


def json_for_script(value: object) -> str:
    """Write JSON that can stand inside a <script> element; what it says stays letter for letter."""
    written = json.dumps(value, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    return written.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _numbers(coordinates: Any) -> Any:
    """Return positions as lists of floats: text in them is an error here, whoever checked before."""
    if isinstance(coordinates, list | tuple):
        return [_numbers(part) for part in coordinates]
    return float(coordinates)
