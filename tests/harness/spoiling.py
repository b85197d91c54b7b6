"""Every kind of value at every place of a file's data: what a slip, a program or a stranger may put there."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

Path = tuple[str | int, ...]

VALUES: tuple[Any, ...] = (
    *(None, True, 0, -1, 2.5, 10**15, "", " ", "x", "../x", "{{7*7}} <b>", "a: b", "\u202eabc", "x" * 3000),
    *([], [[]], [None], ["x"], [1, 2], [{}], {}, {"a": 1}, {"x": {"y": []}}),
)


def places_in(data: Any, path: Path = ()) -> Iterator[Path]:
    """Yield the path of every key and item inside the data, the outer ones first."""
    steps = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in steps:
        yield (*path, step)
        yield from places_in(value, (*path, step))


def spoilt(data: Any, path: Path, value: Any) -> Any:
    """Return a copy of the data with this value at the path."""
    made = copy.deepcopy(data)
    at = made
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    return made


def all_spoilt(data: Any) -> Iterator[tuple[str, Any]]:
    """Yield every way to spoil the data in one place, with the name of place and value."""
    for path in places_in(data):
        for value in VALUES:
            yield f"{'.'.join(map(str, path))} = {str(value)[:20]!r}", spoilt(data, path, value)
