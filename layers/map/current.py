"""What is served now: the atlas and the map document of the files as they are; made anew when one changes."""

from __future__ import annotations

from dataclasses import dataclass

from layers.catalogue.atlas import Atlas, load_atlas
from layers.files.folders import ROOT
from layers.files.kept import kept_until_changed
from layers.map.document import Document, build_document

WATCHED = (
    "layers/definitions/*.md",
    "layers/tours/*.md",
    "layers/references/*.yaml",
    "geodata/*.*json",
    "geodata/sources/gazetteer.yaml",
)


@dataclass(frozen=True)
class Current:
    """An atlas and the document that belongs to it."""

    atlas: Atlas
    document: Document


@kept_until_changed(lambda: [file for pattern in WATCHED for file in sorted(ROOT.glob(pattern))])
def current() -> Current:
    """Return atlas and document; both made anew when a file of theirs has changed."""
    atlas = load_atlas()
    return Current(atlas, build_document(atlas))
