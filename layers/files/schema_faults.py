"""A schema's complaints in plain words: what was found and what was expected, with the valid choices."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from layers.files.faults import Fault, UnfitError, choices, shown
from layers.files.forms import IN_WORDS
from layers.files.yaml_file import LinedYaml

Model = TypeVar("Model", bound=BaseModel)
Path = tuple[str | int, ...]

_MISSING = "(missing)"  # no key of a schema has brackets

_WORDS = {
    "string_type": "text (put quotes around a number that is meant as text)",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "int_parsing": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "finite_number": "a plain number",
    "tuple_type": "a list",
    "list_type": "a list",
    "dict_type": "keys and values",
    "model_type": "keys and values",
    "model_attributes_type": "keys and values",
}


@dataclass(frozen=True)
class Complaint:
    """What a schema does not accept at `path` of the data; `unknown` for a key that it does not have."""

    path: Path
    found: str
    expected: str
    unknown: bool = False


def complaints(error: ValidationError, schema: type[BaseModel]) -> list[Complaint]:
    """Return what `error` says, one for each place: missing keys together, alternatives with "or"."""
    joined: dict[Path, Complaint] = {}
    for details in error.errors(include_url=False):
        path = tuple(part for part in details["loc"] if not _is_alternative(part))
        missing = details["type"] == "missing"
        key = (*path[:-1], _MISSING) if missing else path
        new = _complaint(path, dict(details), schema)
        old = joined.get(key)
        if old is not None and missing:
            new = Complaint(old.path, f"{old.found}, {new.found}", f"{old.expected}, {new.expected}")
        elif old is not None:
            both = old.expected if new.expected in old.expected else f"{old.expected} or {new.expected}"
            new = Complaint(path, old.found, both, old.unknown)
        joined[key] = new
    return list(joined.values())


def _complaint(path: Path, details: dict[str, Any], schema: type[BaseModel]) -> Complaint:
    name = ".".join(str(part) for part in path)
    kind, context, value = details["type"], details.get("ctx", {}), details.get("input")
    if kind == "extra_forbidden":
        known = [field.alias or key for key, field in schema.model_fields.items() if not field.exclude]
        expected = choices(known) if len(path) == 1 else "a key that the entry may have"
        return Complaint(path, f"the unknown key “{name}”", expected, unknown=True)
    if kind == "missing":
        return Complaint(path[:-1], f"no “{name}”", f"“{path[-1]}”")
    if kind == "value_error":
        error = context["error"]
        entry = error.found if isinstance(error, UnfitError) else "an entry without it"
        found = entry if isinstance(value, dict) else shown(value)
        return Complaint(path, f"{name}: {found}" if name else found, str(error))
    found = f"{name}: {shown(value)}" if name else shown(value)
    return Complaint(path, found, _expected(kind, context, str(details["msg"])))


def _expected(kind: str, context: dict[str, Any], message: str) -> str:
    if kind in ("literal_error", "enum"):
        return choices(re.findall(r"'([^']*)'", context["expected"]))
    if kind == "string_pattern_mismatch":
        return IN_WORDS.get(context["pattern"], f"text of the form {context['pattern']}")
    if kind == "string_too_long":
        return f"at most {context['max_length']} characters"
    if kind == "string_too_short":
        return "some text"
    if kind in ("too_long", "too_short"):
        bound = (
            f"at most {context['max_length']}" if kind == "too_long" else f"at least {context['min_length']}"
        )
        return f"{bound} of them"
    if kind in _WORDS:
        return _WORDS[kind]
    words = message.removeprefix("Input should be ").removeprefix("Value should ")
    return words[0].lower() + words[1:]


def _is_alternative(part: object) -> bool:
    """Tell pydantic's names of the members of a union from keys of the data."""
    return isinstance(part, str) and bool(re.search(r"\[|^(?:int|float|str|constrained-\w+)$", part))


def validated(
    schema: type[Model], data: Any, *, file: str, yaml: LinedYaml, path: tuple[str | int, ...] = ()
) -> tuple[Model | None, list[Fault]]:
    """Hold `data`, which stands at `path` of a YAML file, against a schema; return model or all faults."""
    where = ".".join(str(part) for part in path)
    if not isinstance(data, dict):
        return None, [Fault(file, where, shown(data), "keys and values (key: value)", yaml.line(path))]
    try:
        return schema.model_validate(data), []
    except ValidationError as error:
        return None, [
            _fault(complaint, data, where, file, yaml, path) for complaint in complaints(error, schema)
        ]


def _fault(
    complaint: Complaint,
    data: dict[Any, Any],
    where: str,
    file: str,
    yaml: LinedYaml,
    path: tuple[str | int, ...],
) -> Fault:
    label, found = _labelled(data, complaint.path), complaint.found
    if label:
        found = found.replace(".".join(str(part) for part in complaint.path[:2]) + ".", "")
    line = yaml.line((*path, *complaint.path))
    return Fault(file, label or where, found, complaint.expected, line)


def _labelled(data: dict[Any, Any], path: tuple[str | int, ...]) -> str:
    """Name the claim or fact in which a fault stands, since people look for those and not for claims.3."""
    if len(path) < 2 or not isinstance(path[1], int) or not isinstance(data.get(path[0]), list):
        return ""
    entry = data[path[0]][path[1]]
    keys = ("id", "label", "who", "name") if isinstance(entry, dict) else ()
    label = next((entry[key] for key in keys if isinstance(entry.get(key), str)), f"number {path[1] + 1}")
    return f"{path[0]}, {label[:40]}"
