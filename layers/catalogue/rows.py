"""A YAML file that holds one list of entries: each valid one with its line, and the faults of the others."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from layers.files.border import Border
from layers.files.faults import Fault, RefusedFileError
from layers.files.folders import Folders
from layers.files.schema_faults import validated
from layers.files.text_file import read_text
from layers.files.yaml_file import read_yaml

Row = TypeVar("Row", bound=BaseModel)


def read_rows(
    path: Path, key: str, schema: type[Row], folders: Folders
) -> tuple[list[tuple[int, Row]], list[Fault]]:
    """Read the list under `key`; a wrong entry is left out, with its faults. A file may not be there."""
    rows: list[tuple[int, Row]] = []
    faults: list[Fault] = []
    if not path.exists():
        return rows, faults
    file = folders.named(path)
    with Border(file, faults):
        yaml = read_yaml(read_text(path, file=file), file=file)
        entries = yaml.data.get(key) if isinstance(yaml.data, dict) else None
        if not isinstance(entries, list):
            raise RefusedFileError([Fault(file, key, "no list", f"a list of {key}", 1, "refused")])
        for index, entry in enumerate(entries):
            row, wrong = validated(schema, entry, file=file, yaml=yaml, path=(key, index))
            faults.extend(wrong)
            if row is not None:
                rows.append((yaml.line((key, index)) or 1, row))
    return rows, faults
