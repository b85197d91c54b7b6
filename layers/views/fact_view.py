"""A fact as cards and lists show it: its values beside each other, each with its source, and ours apart."""

from __future__ import annotations

from dataclasses import dataclass

from layers.model.catalogue import Catalogue
from layers.model.layer import OURS, Fact, FactValue, Layer
from layers.views.citing import works_of

MINUS = "−"  # as wide as a digit, and never at the end of a line alone


@dataclass(frozen=True)
class FactView:
    """`values` are those of others, or all where only we give one; `own` is ours beside them."""

    label: str
    title: str
    values: tuple[FactValue, ...]
    own: tuple[FactValue, ...]
    differs: bool
    works: list[str]


def fact_view(layer: Layer, fact: Fact, catalogue: Catalogue) -> FactView:
    """Return what a template shows of a fact, with the works that are cited for it."""
    others = tuple(value for value in fact.values if value.source != OURS)
    return FactView(
        label=fact.label,
        title=f"{layer.title}: {fact.label}",
        values=others or fact.values,
        own=tuple(value for value in fact.values if value.source == OURS) if others else (),
        differs=sources_differ(fact, catalogue),
        works=works_of([value.source for value in fact.values], catalogue),
    )


def sources_differ(fact: Fact, catalogue: Catalogue) -> bool:
    """Tell whether two outside sources give different values for the same."""
    given: dict[str, set[str]] = {}
    for value in fact.values:
        if catalogue.is_outside(value.source):
            given.setdefault(value.source, set()).add(amount(value))
    told = list(given.values())
    return not fact.in_turn and any(one != other for one in told for other in told)


def amount(value: FactValue) -> str:
    """Write a value with its unit: "42 km", "42–43 km", "−27.07 m"."""
    if isinstance(value.value, tuple):
        number = "–".join(f"{part:,g}" for part in value.value).replace("-", MINUS)
    elif isinstance(value.value, str):
        number = value.value
    else:
        number = f"{value.value:,.10g}".replace("-", MINUS)
    return f"{number} {value.unit}".strip()
