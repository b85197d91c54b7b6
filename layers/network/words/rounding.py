"""Numbers as they are shown: rounded as school does, and parts that add up to what is shown of their sum."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal


def half_up(value: float, digits: int = 0) -> Decimal:
    """Round to so many digits behind the point, a half always up: 0.5 is 1 and 2.5 is 3."""
    return Decimal(str(value)).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


def shares(
    parts: Sequence[float],
    digits: int = 0,
    *,
    shown: int | None = None,
    most: Sequence[Decimal] | None = None,
) -> list[Decimal]:
    """Round parts so that they add up to their rounded sum, each up or down to the next step.

    Those that lose most by being cut off are rounded up, none above `most`. Where the sum is `shown` with
    fewer digits, the parts add up to what rounds to it.
    """
    exact = [Decimal(str(part)) for part in parts]
    step = Decimal(1).scaleb(-digits)
    total = half_up(float(sum(exact)), digits)
    if shown is not None and half_up(float(total), shown) != half_up(float(sum(exact)), shown):
        total -= step
    cut = [part.quantize(step, ROUND_FLOOR) for part in exact]
    missing = int((total - sum(cut)) / step)
    may_rise = [at for at, part in enumerate(cut) if most is None or part + step <= most[at]]
    risen = sorted(may_rise, key=lambda at: cut[at] - exact[at])[:missing]
    return [part + step if at in risen else part for at, part in enumerate(cut)]
