"""A YAML file that holds one list of entries: each valid one with its line, and the faults of the others."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

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
    if not path.is_file():
        return [], []
    file = folders.named(path)
    try:
        yaml = read_yaml(read_text(path, file=file), file=file)
    except RefusedFileError as error:
        return [], list(error.faults)
    listed = yaml.data.get(key) if isinstance(yaml.data, dict) else None
    if not isinstance(listed, list):
        return [], [Fault(file, key, "no list", f"a list of {key}", 1, "refused")]
    rows: list[tuple[int, Row]] = []
    faults: list[Fault] = []
    for index, entry in enumerate(listed):
        row, wrong = validated(schema, entry, file=file, yaml=yaml, path=(key, index))
        faults.extend(wrong)
        if row is not None:
            rows.append((yaml.line((key, index)) or 1, row))
    return rows, faults
