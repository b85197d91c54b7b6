"""The names that the essays use for places, lines, groupings and events, and where the atlas shows each."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from layers.files.faults import Fault, RefusedFileError
from layers.files.folders import ROOT
from layers.files.schema_faults import validated
from layers.files.text_file import read_text
from layers.files.yaml_file import read_yaml
from layers.model.gazetteer import EssayName, Gazetteer

GAZETTEER = Path("geodata") / "sources" / "gazetteer.yaml"


def read_gazetteer(root: Path = ROOT) -> Gazetteer:
    """Read the gazetteer of the atlas at `root`, again when the file has changed; an atlas may have none."""
    path = root / GAZETTEER
    return _read(path, path.stat().st_mtime_ns) if path.is_file() else Gazetteer()


@lru_cache(maxsize=4)
def _read(path: Path, changed: int) -> Gazetteer:
    file = GAZETTEER.as_posix()
    try:
        yaml = read_yaml(read_text(path, file=file), file=file)
    except RefusedFileError as error:
        return Gazetteer(faults=error.faults)
    rows = yaml.data.get("names") if isinstance(yaml.data, dict) else None
    if not isinstance(rows, list):
        return Gazetteer(faults=(Fault(file, "names", "no list", "a list of names", 1, "refused"),))
    names: list[EssayName] = []
    faults: list[Fault] = []
    for index, row in enumerate(rows):
        name, wrong = validated(EssayName, row, file=file, yaml=yaml, path=("names", index))
        faults.extend(wrong)
        if name is not None:
            names.append(name)
    return Gazetteer(tuple(names), tuple(faults))
