"""The ledger of what the atlas must hold by name: claims, paragraphs, names, statements to be corrected."""

from __future__ import annotations

from pathlib import Path

from layers.files.faults import RefusedFileError
from layers.files.schema_faults import validated
from layers.files.text_file import read_text
from layers.files.yaml_file import read_yaml
from layers.model.ledger import Ledger

LEDGER = Path("layers") / "references" / "claims_ledger.yaml"


def read_ledger(root: Path) -> Ledger:
    """Read the ledger of the atlas at `root`; raise RefusedFileError with every fault in it."""
    file = LEDGER.as_posix()
    yaml = read_yaml(read_text(root / LEDGER, file=file), file=file)
    ledger, faults = validated(Ledger, yaml.data, file=file, yaml=yaml)
    if ledger is None:
        raise RefusedFileError(faults)
    return ledger
