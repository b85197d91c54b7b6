"""Small pieces of sentences: km, days, counts and lists in words."""

from __future__ import annotations

from decimal import Decimal

from layers.files.words import counted
from layers.network.forms import Days
from layers.network.search.compare import Difference
from layers.network.search.route import Route
from layers.network.words.rounding import half_up, shares

FINE = 4  # days, below which tenths are told


def km_text(km: float) -> str:
    """Tenths of a km, so that the parts on the page add up to the total."""
    return f"{km:,.1f} km"


def days_text(days: Days) -> str:
    """Whole days, tenths only where they matter: “11–28 days”, “0.5–4 days”, “0.3–0.6 days”."""
    return _from_to(*(half_up(end, _digits(end, days)) for end in days))


def days_of_parts(route: Route) -> list[str]:
    """Tenths of days for each part of a route, which add up to what `days_text` says of the whole."""
    lows, highs = ([part.days[end] for part in route.parts] for end in (0, 1))
    digits = [_digits(end, route.days) for end in route.days]
    upper = shares(highs, 1, shown=digits[1])
    lower = shares(lows, 1, shown=digits[0], most=upper)
    return [_from_to(low, high) for low, high in zip(lower, upper, strict=True)]


def _digits(end: float, days: Days) -> int:
    return 1 if days[1] < FINE or 0 < end < 1 else 0


def _from_to(low: Decimal, high: Decimal) -> str:
    if not high:
        return "under 0.1 days"
    return f"{low}–{high} days" if low != high else f"{low} days"


def whole_km(km: float) -> str:
    """Kilometres of a whole way: “5,528”."""
    return f"{half_up(km):,}"


def whole_km_by_mode(route: Route) -> dict[str, str]:
    """Kilometres of each mode, which add up to what `whole_km` says of the way."""
    rounded = shares(list(route.km_by_mode.values()))
    return {mode: f"{km:,}" for mode, km in zip(route.km_by_mode, rounded, strict=True)}


def about_km(km: float) -> str:
    """Kilometres as one compares them: to ten, from 100 on."""
    return f"{int(half_up(km, -1 if km >= 100 else 0)):,} km"


def cost_text(cost: Difference, *, with_days: bool = True) -> str:
    """Say what is more or less: “740 km more, 7 to 8 days more, 1 border more”."""
    low, high = cost.days
    if max(abs(low), abs(high)) < 1:
        days = "less than a day more or less"
    elif low <= -0.5 and high >= 0.5:
        days = f"between {_whole_days(-low)} less and {_whole_days(high)} more"
    elif low * high < 0 or half_up(abs(low)) == half_up(abs(high)):
        days = f"about {_whole_days(abs(cost.middle_days))} {_more(cost.middle_days)}"
    else:
        first, second = sorted((abs(low), abs(high)))
        days = f"{half_up(first)} to {half_up(second)} days {_more(cost.middle_days)}"
    words = [f"{about_km(abs(cost.km))} {_more(cost.km)}", *([days] if with_days else [])]
    if cost.borders:
        words.append(f"{counted(abs(cost.borders), 'border')} {'more' if cost.borders > 0 else 'fewer'}")
    return ", ".join(words)


def _whole_days(days: float) -> str:
    return counted(int(half_up(days)), "day")


def _more(value: float) -> str:
    return "more" if value >= 0 else "less"
