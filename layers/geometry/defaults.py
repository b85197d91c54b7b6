"""What a feature drawn by hand leaves out: its layer's definition says it, or it can be measured.

Only for files that people write. A built file says of itself that it is generated, and must hold everything.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from layers.geometry.lengths import STRAIGHT_KM, length_km, longest_piece_km

# Stand-ins, so that the other properties of a feature are checked although these are nowhere to be found.
_NOWHERE = {"status": "idle", "mode": "road", "source": "?", "licence": "?"}
_CLASSES = {"point": "hand", "line": "schematic", "area": "area"}


@dataclass(frozen=True)
class Defaults:
    """What a layer's definition says for those of its features that do not say it themselves."""

    layer: str
    as_of: str
    status: str | None = None
    mode: str | None = None
    source: str | None = None
    licence: str | None = None


def stand_ins(layer: str) -> Defaults:
    """Return defaults for a layer whose definition is wrong: it is not shown, but its file is checked."""
    return Defaults(layer, as_of="2000-01", **_NOWHERE)


def filled(
    given: object, geometry: dict[str, Any], defaults: Defaults
) -> tuple[dict[Any, Any], tuple[str, ...]]:
    """Return a feature's properties, completed but for the id, and the keys that nobody says.

    A property that is null counts as left out; programs write that for an empty column.
    """
    own = {key: value for key, value in given.items() if value is not None} if isinstance(given, dict) else {}
    form = _form(geometry)
    told: dict[str, Any] = {
        "layer": defaults.layer,
        "kind": "place" if form == "point" else form,
        "status": defaults.status,
        "as_of": defaults.as_of,
        "geometry_class": _CLASSES[form],
        "source": defaults.source,
        "licence": defaults.licence,
    }
    if form == "line":
        told["mode"] = defaults.mode
        told["km"] = round(length_km(geometry), 1)
        told["generalised"] = longest_piece_km(geometry) > STRAIGHT_KM
    nowhere = tuple(key for key, value in told.items() if value is None and key not in own)
    return told | {key: _NOWHERE[key] for key in nowhere} | own, nowhere


def _form(geometry: dict[str, Any]) -> str:
    for form in ("Point", "Line"):
        if form in geometry["type"]:
            return form.lower()
    return "area"
