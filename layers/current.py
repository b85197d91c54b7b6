"""What is served now: catalogue and map document of the files as they are; rebuilt when one changes."""

from __future__ import annotations

import threading
from dataclasses import dataclass

from layers.catalogue import ROOT, Catalogue, load_catalogue
from layers.drawing.document import Document, build_document

WATCHED = ("layers/definitions/*.md", "layers/tours/*.md", "layers/*.yaml", "geodata/*.*json")
_lock = threading.Lock()
_kept: tuple[tuple[tuple[str, int], ...], Current] | None = None


@dataclass(frozen=True)
class Current:
    """The catalogue and the document that belongs to it."""

    catalogue: Catalogue
    document: Document


def current() -> Current:
    """Return catalogue and document; built anew when a definition or a geodata file has changed."""
    global _kept
    stamp = tuple(
        (str(file), file.stat().st_mtime_ns) for pattern in WATCHED for file in sorted(ROOT.glob(pattern))
    )
    with _lock:
        if _kept is None or _kept[0] != stamp:
            catalogue = load_catalogue()
            _kept = (stamp, Current(catalogue, build_document(catalogue)))
        return _kept[1]
