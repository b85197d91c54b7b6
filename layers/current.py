"""What is served now: catalogue and map document of the files as they are; rebuilt when one changes."""

from __future__ import annotations

from dataclasses import dataclass

from layers.catalogue import ROOT, Catalogue, load_catalogue
from layers.drawing.document import Document, build_document
from layers.kept import kept_until_changed

WATCHED = ("layers/definitions/*.md", "layers/tours/*.md", "layers/*.yaml", "geodata/*.*json")


@dataclass(frozen=True)
class Current:
    """The catalogue and the document that belongs to it."""

    catalogue: Catalogue
    document: Document


@kept_until_changed(lambda: [file for pattern in WATCHED for file in sorted(ROOT.glob(pattern))])
def current() -> Current:
    """Return catalogue and document; built anew when a definition or a geodata file has changed."""
    catalogue = load_catalogue()
    return Current(catalogue, build_document(catalogue))
