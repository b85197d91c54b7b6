"""What is served now: catalogue and map document of the files as they are; rebuilt when one changes."""

from __future__ import annotations

from dataclasses import dataclass

from layers.catalogue.load import load_catalogue
from layers.files.folders import ROOT
from layers.files.kept import kept_until_changed
from layers.map.document import Document, build_document
from layers.model.catalogue import Catalogue

WATCHED = ("layers/definitions/*.md", "layers/tours/*.md", "layers/references/*.yaml", "geodata/*.*json")


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
