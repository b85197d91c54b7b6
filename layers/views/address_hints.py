"""What an address names and this atlas does not have, in sentences; the map leaves it out by itself."""

from __future__ import annotations

from collections.abc import Mapping

from layers.model.catalogue import Catalogue
from layers.model.reference import Reference

SHOWN = 80  # characters of what was asked for


def hints_of(query: Mapping[str, str], catalogue: Catalogue) -> list[str]:
    """Return one sentence for each kind of thing that a page's query names in vain; never raises."""
    hints: list[str] = []
    asked = [name for name in query.get("layers", "").split(",") if name]
    unknown = [name for name in asked if name not in catalogue.layers]
    if unknown:
        named = ", ".join(unknown)[:SHOWN]
        hints.append(f"The address names layers that this atlas does not have: {named}.")
    wanted = query.get("selected", "")
    selected = Reference.read(wanted)
    if wanted and not (selected and catalogue.has(selected)):
        hints.append(f"The address selects something that this atlas does not have: {wanted[:SHOWN]}.")
    return hints
