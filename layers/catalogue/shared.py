"""What all layers share, each file inside its own border: sources, essays, the labelled places."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from layers.files.border import Border
from layers.files.faults import Fault, RefusedFileError, refused, shown
from layers.files.folders import Folders, files_in
from layers.files.forms import IN_WORDS, SLUG, SOURCE_ID
from layers.files.schema_faults import validated
from layers.files.text_file import read_bytes, read_text
from layers.files.yaml_file import read_yaml
from layers.geometry.collection import PLACES, read_collection
from layers.model.essay import Essay, Source
from layers.model.feature import Place, PlaceProperties

Entry = TypeVar("Entry", bound=BaseModel)


def read_essays(folders: Folders, faults: list[Fault]) -> dict[str, Essay]:
    """Return the essays by id."""
    return _entries(folders.essays, Essay, SLUG, folders, faults)


def read_sources(folders: Folders, faults: list[Fault]) -> tuple[dict[str, Source], bool]:
    """Read the sources of all files, and tell whether each file could be read.

    An id or a page that stands there a second time is a fault. A wrong entry has a stand-in, so that what
    cites it is shown and the fault is told once.
    """
    sources: dict[str, Source] = {}
    all_read = True
    first: dict[str, str] = {}  # where each id and each page stands
    for path in files_in(folders.sources, "*.yaml") or [folders.sources]:
        file, before = folders.named(path), len(faults)
        found = _entries(path, Source, SOURCE_ID, folders, faults, stand_in=stand_in_source)
        all_read = all_read and (bool(found) or len(faults) == before)
        for key, source in found.items():
            told = {f"the source id “{key}”": f"in {file}"}
            told |= {f"the page {source.page}": f"as {key} in {file}"} if source.page else {}
            if twice := next((one for one in told if one in first), None):
                faults.append(
                    Fault(file, key, f"{twice} again", f"one entry for it (there is one {first[twice]})")
                )
            for one, where in told.items():
                first.setdefault(one, where)
            sources.setdefault(key, source)
    return sources, all_read


def stand_in_source(key: str) -> Source:
    """Return what can be said of a source whose entry is not there or cannot be read."""
    return Source.model_construct(title=f"{key} (its entry cannot be read)", publisher=key, address="")


def _entries(
    path: Path,
    schema: type[Entry],
    form: str,
    folders: Folders,
    faults: list[Fault],
    *,
    stand_in: Callable[[str], Entry | None] = lambda _key: None,
) -> dict[str, Entry]:
    """Read a YAML file of entries by ids of a `form`; a wrong one is left out with its faults.

    Where there is a stand-in for it, it has that instead.
    """
    file = folders.named(path)
    if not folders.whole and not path.exists():
        return {}
    entries: dict[str, Entry] = {}
    with Border(file, faults):
        yaml = read_yaml(read_text(path, file=file), file=file)
        if not isinstance(yaml.data, dict):
            raise refused(file, "no entries", "entries by id (S1: {title: …})", 1)
        for key, value in yaml.data.items():
            entry = None
            if not re.fullmatch(form, str(key)):
                line = yaml.line((key,))
                faults.append(Fault(file, "", f"the key {shown(key)}", IN_WORDS[form], line, "skipped"))
                continue
            with Border(file, faults, str(key)):
                entry, wrong = validated(schema, value, file=file, yaml=yaml, path=(key,))
                faults.extend(wrong)
            if (known := entry or stand_in(str(key))) is not None:
                entries[str(key)] = known
    return entries


def read_places(folders: Folders, faults: list[Fault]) -> dict[str, Place]:
    """Return the labelled places by id; only a teacher's folder may go without their file."""
    path = folders.geodata / PLACES
    file = folders.named(path)
    places: dict[str, Place] = {}
    if not folders.whole and not path.exists():
        return places
    with Border(file, faults):
        raw = read_bytes(path, file=file, expected="the labelled places")
        collection = read_collection(raw, file, schema=PlaceProperties)
        faults.extend(collection.faults)
        for feature in collection.features:
            with Border(file, faults, feature["id"]):
                places[feature["id"]] = _place(feature, file)
    return places


def _place(feature: dict[str, Any], file: str) -> Place:
    kind = feature["geometry"]["type"]
    if kind != "Point":
        raise RefusedFileError([Fault(file, feature["id"], f"a {kind}", "a Point", effect="skipped")])
    lon, lat = feature["geometry"]["coordinates"]
    return Place.model_validate({**feature["properties"], "lon": lon, "lat": lat})
