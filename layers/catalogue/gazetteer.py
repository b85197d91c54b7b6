"""The names that the essays use for places, lines, groupings and events, and where the atlas shows each."""

from __future__ import annotations

from layers.catalogue.rows import read_rows
from layers.files.folders import Folders
from layers.model.gazetteer import EssayName, Gazetteer


def read_gazetteer(folders: Folders) -> Gazetteer:
    """Read the gazetteer of an atlas; a wrong entry is left out, with its faults. An atlas may have none."""
    rows, faults = read_rows(folders.gazetteer, "names", EssayName, folders)
    return Gazetteer(tuple(name for _, name in rows), tuple(faults))
