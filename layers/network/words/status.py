"""What is said of the state of a leg: of today, or of the year that is asked for."""

from __future__ import annotations

from layers.network.model import Leg

NOT_SOURCED = "not sourced"


def year_text(as_of: int) -> str:
    """Say what an answer for a past year stands on."""
    since = "of what was closed since, only what has a year in the data"
    return f"As of {as_of}, with the borders of today; {since}"


def status_then(leg: Leg, as_of: int | None) -> str:
    """Return the status of a leg that is used in the year asked for: a leg that ran then was operating."""
    return leg.status if as_of is None or leg.plan_in(as_of) else "operating"


def status_text(leg: Leg, as_of: int | None) -> str:
    """Return a leg's status with its date, or how it is known to have run in the year asked for."""
    if as_of is None:
        return f"{leg.status}, as of {leg.as_of}"
    if leg.plan_in(as_of):
        return f"{leg.status} today, counted as open"
    if leg.closed_since is not None:
        return f"open in {as_of}, closed since {leg.closed_since}{_mark(leg.closed_source)}"
    if leg.opened is not None:
        return f"open in {as_of}, since {leg.opened}{_mark(leg.opened_source)}"
    return f"taken as open in {as_of}, the year of its opening is not known"


def _mark(source: str | None) -> str:
    return "" if source else f", {NOT_SOURCED}"
