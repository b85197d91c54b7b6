"""Small pieces of sentences: km, days, counts and lists in words."""

from __future__ import annotations

from layers.files.words import counted
from layers.network.forms import Days
from layers.network.search.compare import Difference


def km_text(km: float) -> str:
    """Tenths of a km, so that the parts on the page add up to the total."""
    return f"{km:,.1f} km"


def days_text(days: Days) -> str:
    """Whole days, tenths only where they matter: “11–28 days”, “0.3–0.6 days”."""
    low, high = (f"{end:.1f}" if days[1] < 4 else f"{end:.0f}" for end in days)
    return f"{low}–{high} days" if low != high else f"{low} days"


def about_km(km: float) -> str:
    """Kilometres as one compares them: to ten, from 100 on."""
    return f"{round(km, -1) if km >= 100 else round(km):,.0f} km"


def cost_text(cost: Difference, *, with_days: bool = True) -> str:
    """Say what is more or less: “740 km more, 7 to 8 days more, 1 border more”."""
    low, high = cost.days
    if max(abs(low), abs(high)) < 1:
        days = "less than a day more or less"
    elif low < -0.5 and high > 0.5:
        days = f"between {counted(round(-low), 'day')} less and {counted(round(high), 'day')} more"
    elif low * high < 0 or round(low) == round(high):
        days = f"about {counted(round(abs(cost.middle_days)), 'day')} {_more(cost.middle_days)}"
    else:
        first, second = sorted((abs(low), abs(high)))
        days = f"{first:.0f} to {second:.0f} days {_more(cost.middle_days)}"
    words = [f"{about_km(abs(cost.km))} {_more(cost.km)}", *([days] if with_days else [])]
    if cost.borders:
        words.append(f"{counted(abs(cost.borders), 'border')} {'more' if cost.borders > 0 else 'fewer'}")
    return ", ".join(words)


def _more(value: float) -> str:
    return "more" if value >= 0 else "less"
