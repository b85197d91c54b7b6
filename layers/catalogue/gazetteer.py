"""The names that the essays use for places, lines, groupings and events, and where the atlas shows each."""

from __future__ import annotations

from layers.files.faults import Fault, RefusedFileError
from layers.files.folders import Folders
from layers.files.schema_faults import validated
from layers.files.text_file import read_text
from layers.files.yaml_file import read_yaml
from layers.model.gazetteer import EssayName, Gazetteer


def read_gazetteer(folders: Folders) -> Gazetteer:
    """Read the gazetteer of an atlas; a wrong entry is left out, with its faults. An atlas may have none."""
    if not folders.gazetteer.is_file():
        return Gazetteer()
    file = folders.named(folders.gazetteer)
    try:
        yaml = read_yaml(read_text(folders.gazetteer, file=file), file=file)
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
