"""A feature's properties: cleaned of characters that no text needs, then held to a schema or to limits."""

from __future__ import annotations

import json
import math
from typing import Any

from pydantic import BaseModel, ValidationError

from layers.files.faults import Effect, Fault, shown
from layers.files.schema_faults import complaints
from layers.files.text_file import clean_text, clean_value

KEY_LIMIT = 50
KEY_LENGTH = 64
TEXT_LIMIT = 500

# Names that mean something to JavaScript objects.
_RESERVED = {"__proto__", "constructor", "prototype"}


def limit_properties(properties: object) -> tuple[dict[str, Any], list[tuple[str, str]]]:
    """Return any file's properties within the limits, and what was mended (found, expected).

    Values become text of at most 500 characters, numbers, true, false or null; at most 50 keys are kept.
    """
    if not isinstance(properties, dict):
        return {}, [("no properties", "an object: {}")]
    fixes: list[tuple[str, str]] = []
    if len(properties) > KEY_LIMIT:
        fixes.append((f"{len(properties)} properties", f"at most {KEY_LIMIT}"))
    kept: dict[str, Any] = {}
    for key, value in list(properties.items())[:KEY_LIMIT]:
        name = clean_text(key)[:KEY_LENGTH]
        if not name or name in _RESERVED:
            fixes.append((f"the property {shown(key)}", "a property with a plain name"))
            continue
        kept[name], fix = _limit_value(value)
        if fix:
            fixes.append((f"{fix} in {shown(name)}", f"plain text or a number ({TEXT_LIMIT} characters)"))
    return kept, fixes


def _limit_value(value: Any) -> tuple[Any, str]:
    """Return a value that can be shown, and what was wrong with the given one ("" if nothing)."""
    if value is None or isinstance(value, bool):
        return value, ""
    if isinstance(value, int):
        # JavaScript counts exactly up to 2^53; a longer integer is shown as text.
        return (value, "") if abs(value) <= 2**53 else (shown(value, limit=30), "a very long number")
    if isinstance(value, float):
        return (value, "") if math.isfinite(value) else (None, "NaN or Infinity")
    if isinstance(value, list | dict):
        try:
            text, fix = json.dumps(value, ensure_ascii=False), "a list or object"
        except (RecursionError, ValueError):
            return None, "a list or object that cannot be shown"
    else:
        text, fix = value, ""
    cleaned = clean_text(text)
    if len(cleaned) > TEXT_LIMIT:
        return cleaned[:TEXT_LIMIT], fix or f"a text of {len(cleaned):,} characters"
    return cleaned, fix or ("control or direction characters" if cleaned != text else "")


def check_properties(
    properties: object, schema: type[BaseModel], *, file: str, where: str
) -> tuple[dict[str, Any] | None, list[Fault]]:
    """Hold properties against a closed schema; return them, or None if they cannot be used, and all faults.

    An unknown key is dropped; a missing or wrong value makes the feature unusable.
    """
    if not isinstance(properties, dict):
        fault = Fault(file, where, "no properties", "an object with id, name, …", effect="skipped")
        return None, [fault]
    try:
        cleaned = clean_value(properties)
        text = json.dumps(cleaned)
    except RecursionError:
        fault = Fault(file, where, "properties nested hundreds deep", "plain properties", effect="skipped")
        return None, [fault]
    faults: list[Fault] = []
    if repr(cleaned) != repr(properties):  # repr, since NaN differs from itself
        found = "control or direction characters in the properties"
        faults.append(Fault(file, where, found, "plain text", effect="fixed"))
    usable = True
    try:
        schema.model_validate_json(text, strict=True)  # as JSON: lists pass as tuples, text never as a number
    except ValidationError as error:
        for complaint in complaints(error, schema):
            droppable = complaint.unknown and len(complaint.path) == 1
            if droppable:
                cleaned.pop(complaint.path[0])
            usable = usable and droppable
            effect: Effect = "fixed" if droppable else "skipped"
            faults.append(Fault(file, where, complaint.found, complaint.expected, effect=effect))
    return (cleaned if usable else None), faults
