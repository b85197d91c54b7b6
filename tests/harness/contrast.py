"""How strongly two colours stand out from each other, by the rule of WCAG 2.2."""

from __future__ import annotations

LUMINANCE = (0.2126729, 0.7151522, 0.0721750)  # of linear red, green, blue: IEC 61966-2-1


def linear(colour: str) -> tuple[float, float, float]:
    """Return "#rrggbb" as linear RGB between 0 and 1."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return red, green, blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21."""
    low, high = sorted(
        sum(weight * part for weight, part in zip(LUMINANCE, linear(colour), strict=True))
        for colour in (one, other)
    )
    return (high + 0.05) / (low + 0.05)
