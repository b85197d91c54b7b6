"""How things travel and how far they are built: the one table of modes and the one of statuses."""

from __future__ import annotations

from typing import NamedTuple

from layers.model.table import Table


class _Travel(NamedTuple):
    word: str
    legend: str
    cargo: str
    width: float


class Mode(Table):
    """A mode of transport.

    `word` names a line of it on a card, `cargo` a leg of a route ("" where no cargo takes it), `legend` its
    texture in the legend ("" for the one that needs no telling). `width` is that of its lines as a share of
    a railway's.
    """

    word: str
    legend: str
    cargo: str
    width: float

    RAIL = "rail", _Travel("railway", legend="", cargo="railway", width=1.0)
    SEA = "sea", _Travel("sea lane", legend="thin: by sea", cargo="by ship", width=0.6)
    ROAD = "road", _Travel("road", legend="slit: by road", cargo="road", width=0.8)
    PIPELINE = "pipeline", _Travel("pipeline", legend="pipeline, schematic", cargo="", width=0.6)
    POWER = "power", _Travel("power line", legend="thin: power line", cargo="", width=0.6)


class _Built(NamedTuple):
    word: str
    part: str = ""
    to_come: bool = False


class Status(Table):
    """How far a thing is built.

    `word` says it, `part` names a part of a layer in that state ("" where the word would mislead), `to_come`
    tells what does not exist yet.
    """

    word: str
    part: str
    to_come: bool

    OPERATING = "operating", _Built("operating")
    BUILDING = "building", _Built("being built", part="being built", to_come=True)
    PLANNED = "planned", _Built("planned", part="planned part", to_come=True)
    IDLE = "idle", _Built("idle", part="idle part")
    CLOSED = "closed", _Built("closed")
