"""The countries under a strip, in order: by name where it fits, else by code."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

LETTER = 6.1  # px, mean width of a letter of the strips' 12 px type
CODE = 16.0  # px, width of a code with its distance from the next

Span = tuple[str, float, float]  # code, left and right in px


@dataclass(frozen=True)
class Land:
    """A country under a strip from `left` to `right`, in px; `text` is empty where there is no room."""

    code: str
    name: str
    left: float
    right: float
    text: str

    @property
    def middle(self) -> float:
        """Where its text stands."""
        return (self.left + self.right) / 2


def lands_below(spans: Iterable[Span], names: Mapping[str, str]) -> list[Land]:
    """Return the countries of a way, neighbouring spans of one country joined."""
    merged: list[Span] = []
    for code, left, right in spans:
        if merged and merged[-1][0] == code:
            merged[-1] = (code, merged[-1][1], right)
        else:
            merged.append((code, left, right))
    lands: list[Land] = []
    free_from = 0.0
    for code, left, right in merged:
        name, middle = names.get(code, code), (left + right) / 2
        fits = len(name) * LETTER < right - left
        half = (len(name) * LETTER if fits else CODE) / 2
        has_room = middle - half >= free_from
        free_from = middle + half if has_room else free_from
        lands.append(Land(code, name, left, right, (name if fits else code) if has_room else ""))
    return lands
