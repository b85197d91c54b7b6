"""How much of a tour's front matter is read: whoever brings a long file takes no time from others."""

from __future__ import annotations

import re
from itertools import count

from layers.model.tour import MOST_STEPS

MOST_SIGNS = 12_000  # of YAML, by which its reading takes long; a full tour has half as many
_SIGN = re.compile(r"[\[\]{},\n]|[:?-](?=\s)")
_STEPS = re.compile(r"steps *: *(?:#.*)?")


def signs_of(front: str) -> int:
    """Count what makes YAML slow to read: brackets, commas, colons, dashes and line ends."""
    return sum(1 for _ in _SIGN.finditer(front))


def first_steps(front: str) -> tuple[str, int]:
    """Return front matter without the steps beyond the most that a tour has, and how many there were.

    Its lines keep their numbers. Steps that are not written below one another are left to who reads them: 0.
    """
    lines = front.split("\n")
    begins = next((number for number, line in enumerate(lines, 1) if _STEPS.fullmatch(line)), len(lines))
    first = next((number for number in range(begins, len(lines)) if lines[number].strip()), None)
    if first is None or not (item := re.match(" *- ", lines[first])):
        return front, 0
    margin = len(item[0]) - len("- ")
    ends = next(number for number in count(first) if _is_outside(lines, number, margin))
    starts = [number for number in range(first, ends) if lines[number].startswith(item[0])]
    if len(starts) > MOST_STEPS:
        lines[starts[MOST_STEPS] : ends] = [""] * (ends - starts[MOST_STEPS])
    return "\n".join(lines), len(starts)


def _is_outside(lines: list[str], number: int, margin: int) -> bool:
    """Tell whether a line follows the list whose dashes stand at this margin."""
    if number == len(lines):
        return True
    line = lines[number]
    before = len(line) - len(line.lstrip(" "))
    return bool(line.strip()) and (before < margin or (before == margin and line[before] not in "-#"))
