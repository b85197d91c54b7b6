"""What cargo may be allowed to go by: the modes of transport, and lorries only where nothing else runs."""

from __future__ import annotations

from typing import NamedTuple

from layers.model.mode import Mode
from layers.model.table import Table


class _Words(NamedTuple):
    label: str
    plural: str
    allow: str


class Allowed(Table):
    """A choice of the question: `label` for its button, `plural` in a sentence, `allow` as an advice.

    Lorries run everywhere (ROAD), or only where no railway or ferry does (ROAD_GAPS).
    """

    label: str
    plural: str
    allow: str

    RAIL = Mode.RAIL.value, _Words("Rail", "railways", "allow railways")
    SEA = Mode.SEA.value, _Words("Ship", "ships", "allow ships")
    ROAD_GAPS = (
        "road-gaps",
        _Words(
            "Lorry where no rail",
            "lorries where there is no railway",
            "allow lorries where there is no railway",
        ),
    )
    ROAD = Mode.ROAD.value, _Words("Lorry anywhere", "lorries", "allow lorries everywhere")
