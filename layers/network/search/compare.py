"""Compares two answers: what a closure took away, what replaces it, and what that costs."""

from __future__ import annotations

from dataclasses import dataclass

from layers.network.forms import Days
from layers.network.search.answer import Answer
from layers.network.search.route import Route


@dataclass(frozen=True)
class Difference:
    """What one route has more than another: km, low and high days, borders; negative for less."""

    km: float
    days: Days
    borders: int

    @property
    def middle_days(self) -> float:
        """Half-way between the low and the high days."""
        return sum(self.days) / 2


@dataclass(frozen=True)
class Comparison:
    """What became of an answer when something was closed or opened.

    `lost` and `kept` are routes of the answer before, `new` routes of the answer after. `lost_legs` are the
    legs of the best route before that cannot be used any more, `other_legs` those of the best route after
    that are not in it. `difference` is between the two best routes, None when either side has none.
    """

    before: Route | None
    after: Route | None
    lost: tuple[Route, ...]
    kept: tuple[Route, ...]
    new: tuple[Route, ...]
    lost_legs: tuple[str, ...]
    other_legs: tuple[str, ...]
    difference: Difference | None

    @property
    def changed(self) -> bool:
        """Whether the best route is another one."""
        return (self.before and self.before.leg_ids) != (self.after and self.after.leg_ids)


def compare(before: Answer, after: Answer) -> Comparison:
    """Compare the answers to one question before and after something was closed or opened."""
    known = {route.leg_ids for route in before.routes}
    lost = tuple(route for route in before.routes if not after.blocked.isdisjoint(route.leg_ids))
    old, new = before.best, after.best
    old_legs, new_legs = (route.leg_ids if route else () for route in (old, new))
    return Comparison(
        before=old,
        after=new,
        lost=lost,
        kept=tuple(route for route in before.routes if route not in lost),
        new=tuple(route for route in after.routes if route.leg_ids not in known),
        lost_legs=tuple(leg for leg in old_legs if leg in after.blocked),
        other_legs=tuple(leg for leg in new_legs if leg not in old_legs),
        difference=difference(old, new) if old and new else None,
    )


def difference(old: Route, new: Route) -> Difference:
    """Return what `new` has more than `old`, to tenths of a km and hundredths of a day."""
    low, high = (round(new.days[end] - old.days[end], 2) for end in (0, 1))
    return Difference(round(new.km - old.km, 1), (low, high), new.borders - old.borders)
