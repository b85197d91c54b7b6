"""The corrections of an atlas: each says where it is to be seen and on what page it rests."""

from __future__ import annotations

from layers.catalogue.rows import read_rows
from layers.files.faults import Fault, shown
from layers.files.folders import Folders
from layers.model.catalogue import Catalogue
from layers.model.correction import Correction, Corrections


def read_corrections(folders: Folders, catalogue: Catalogue) -> Corrections:
    """Read the corrections; one of a place or a source that is not there is left out with its fault."""
    rows, faults = read_rows(folders.corrections, "corrections", Correction, folders)
    file = folders.named(folders.corrections)
    right: list[Correction] = []
    for line, row in rows:
        wrong = [
            (f"the reference {shown(str(ref))}", "a layer, layer/feature or place:id of the atlas")
            for ref in row.at
            if not catalogue.has(ref)
        ]
        if row.source not in catalogue.sources:
            wrong.append((f"the source {shown(row.source)}", "an id of the sources"))
        faults += [Fault(file, row.day, found, expected, line, "skipped") for found, expected in wrong]
        if not wrong:
            right.append(row)
    return Corrections(tuple(sorted(right, key=lambda row: row.day, reverse=True)), tuple(faults))
