"""What is served now: the atlas and the map document of the files as they are; made anew when one changes.

A file that all of the atlas rests on can be seen half-written, by a copy or an update under way. Until it is
whole again, what was made before is served.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from layers.catalogue.atlas import Atlas, load_atlas
from layers.files.border import Border
from layers.files.faults import Fault, RefusedFileError
from layers.files.folders import ROOT, files_in
from layers.files.kept import kept_until_changed
from layers.map.document import Document, build_document
from layers.map.drawable import drawable

log = logging.getLogger(__name__)

BEFORE = "The atlas is served as it was, until this can be read"
WITHOUT = "The atlas is served without what cannot be read"
WATCHED = (
    "layers/definitions/*.md",
    "layers/tours/*.md",
    "layers/references/*.yaml",
    "layers/references/sources/*.yaml",
    "geodata/*.*json",
    "geodata/sources/gazetteer.yaml",
)


@dataclass(frozen=True)
class Current:
    """An atlas and the document that belongs to it; `unread` says what of the files is not in them."""

    atlas: Atlas
    document: Document
    unread: str = ""


def serving(root: Path) -> Callable[[], Current]:
    """Return what gives atlas and document of a root; both made anew when a file of theirs has changed.

    It raises RefusedFileError only where there has never been a state to serve instead.
    """

    @kept_until_changed(lambda: [file for pattern in WATCHED for file in files_in(root, pattern)])
    def served(last: Current | None) -> Current:
        lost: list[Fault] = []
        made = None
        with Border("the atlas", lost):
            made = _made(root)
            lost += _lost(made)
        best = last if lost and last else made
        if best is None:
            raise RefusedFileError(lost)
        told = " ".join(map(str, lost))
        if told:
            log.warning("%s: %s", BEFORE if best is last else WITHOUT, told)
        return replace(best, unread=told)

    return served


def _made(root: Path) -> Current:
    atlas = drawable(load_atlas(root))
    return Current(atlas, build_document(atlas))


def _lost(made: Current) -> list[Fault]:
    """Return the faults by which a file that everything rests on cannot be used at all."""
    faults = [*made.atlas.shared_faults, *made.document.faults]
    return [fault for fault in faults if fault.effect == "refused"]


current = serving(ROOT)
