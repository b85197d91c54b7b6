"""A value of a fact with its unit, in words."""

from __future__ import annotations

from layers.model.layer import FactValue


def amount(value: FactValue) -> str:
    """Write a value with its unit: "42 km", "42–43 km", "4.12 Mt"."""
    if isinstance(value.value, tuple):
        number = "–".join(f"{part:,g}" for part in value.value)
    elif isinstance(value.value, str):
        number = value.value
    else:
        number = f"{value.value:,.10g}"
    return f"{number} {value.unit}".strip()
