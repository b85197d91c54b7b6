"""Bytes to JSON, or one sentence why not: encodings, broken syntax, duplicate keys, depth and size."""

from __future__ import annotations

import json
from typing import Any

from layers.files.faults import Fault, refused, shown

SIZE_LIMIT = 5_000_000  # bytes

_OPENINGS = (
    (b"PK", "a zip archive", "the .geojson file from inside it"),
    (b"\x1f\x8b", "a gzip archive", "the unpacked .geojson file"),
    (b"<", "a web page or XML", "GeoJSON (export it as GeoJSON again)"),
    (b"[", "a list", "an object: {"),
    (b'"', "a piece of text", "an object: {"),
)


class _DuplicateKeyError(ValueError):
    pass


def read_json_object(raw: bytes, *, file: str) -> tuple[dict[str, Any], list[Fault]]:
    """Return the JSON object in `raw`, with notes on what was mended; NaN and Infinity come back as floats.

    Raises RefusedFileError for everything that is not one UTF-8 JSON object of at most 5 MB.
    """
    text, notes = _decode(raw, file)
    try:
        document = json.loads(text, object_pairs_hook=_unique_keys)
    except json.JSONDecodeError as error:
        raise refused(file, *_syntax(error, text), line=error.lineno) from error
    except _DuplicateKeyError as error:
        raise refused(file, f"the key {error} twice in one object", "each key once") from error
    except RecursionError as error:
        raise refused(file, "brackets nested a thousand deep", "GeoJSON, which needs about ten") from error
    except ValueError as error:  # an integer of more than 4,300 digits
        raise refused(file, "a number of thousands of digits", "numbers of ordinary length") from error
    if not isinstance(document, dict):
        raise refused(file, shown(document), "a GeoJSON FeatureCollection")
    return document, notes


def _decode(raw: bytes, file: str) -> tuple[str, list[Fault]]:
    if len(raw) > SIZE_LIMIT:
        expected = f"at most {SIZE_LIMIT / 1e6:.0f} MB (simplify the geometry or split the file)"
        raise refused(file, f"{len(raw) / 1e6:.1f} MB", expected)
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff") or raw[1:2] == b"\x00" or raw[:1] == b"\x00":
        raise refused(file, "text in UTF-16", "UTF-8 (save the file as UTF-8)")
    marked = raw.startswith(b"\xef\xbb\xbf")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        if raw.startswith((b"PK", b"\x1f\x8b")):
            raise refused(file, *_opening(raw)) from error
        raise refused(
            file, "letters that are not UTF-8", "UTF-8 (save the file as UTF-8)", line=line
        ) from error
    if not text.strip():
        raise refused(file, "an empty file", "a GeoJSON FeatureCollection")
    if not text.lstrip().startswith("{"):
        raise refused(file, *_opening(text.lstrip().encode("utf-8")))
    mark = Fault(file, "", "a byte-order mark", "UTF-8 without one", line=1, effect="fixed", note=True)
    return text, [mark] if marked else []


def _opening(start: bytes) -> tuple[str, str]:
    for opening, found, expected in _OPENINGS:
        if start.startswith(opening):
            return found, expected
    first = start[:40].decode("utf-8", errors="replace").split("\n")[0]
    return f"{shown(first, limit=20)} at the start", "a GeoJSON FeatureCollection, beginning with {"


def _syntax(error: json.JSONDecodeError, text: str) -> tuple[str, str]:
    if error.pos >= len(text.rstrip()):
        return "the end of the file in the middle of an object", "a whole file (it looks cut off)"
    if error.msg.startswith("Unterminated string"):
        return "a text without its closing quote", "a whole file (it looks cut off)"
    rest = text[error.pos :].lstrip()
    before = text[: error.pos].rstrip()
    if rest.startswith(("//", "/*", "#")):
        return "a comment", "JSON, which has no comments"
    if rest.startswith(("}", "]")) or (before.endswith(",") and rest[:1] in "}]"):
        return "a comma before a closing bracket", "no comma after the last item"
    return f"broken JSON at column {error.colno} ({error.msg})", "valid JSON"


def _unique_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) < len(pairs):
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                raise _DuplicateKeyError(shown(key))
            seen.add(key)
    return result
