"""Values of JSON that do not belong where they stand, and the places of a document where they can be put."""

from __future__ import annotations

import json
from collections.abc import Iterator
from random import Random
from typing import Any

Spot = tuple[str | int, ...]


def nested(deep: int) -> Any:
    value: Any = []
    for _ in range(deep):
        value = [value]
    return value


ODD: dict[str, Any] = {
    "null": None,
    "true": True,
    "0": 0,
    "-1": -1,
    "1e400": float("inf"),
    "NaN": float("nan"),
    "30 digits": 10**30,
    "no text": "",
    "text": "x",
    "word": "planned",
    "lone surrogate": "\ud800",
    "long text": "x" * 20_000,
    "[]": [],
    "{}": {},
    "[[]]": [[]],
    '["x", "x"]': ["x", "x"],
    '{"a": 1}': {"a": 1},
    "nested": nested(400),
}


def places(document: Any, spot: Spot = ()) -> Iterator[Spot]:
    """Yield where each value of a document stands, but the document itself."""
    pairs = document.items() if isinstance(document, dict) else enumerate(document)
    for key, value in pairs:
        yield (*spot, key)
        if isinstance(value, dict | list):
            yield from places(value, (*spot, key))


def at(document: Any, spot: Spot) -> Any:
    """Return the value that stands there."""
    for key in spot:
        document = document[key]
    return document


def put(document: Any, spot: Spot, value: Any) -> Any:
    """Put a value there, and return the one that stood there."""
    holder, old = at(document, spot[:-1]), at(document, spot)
    holder[spot[-1]] = value
    return old


def strike(draw: Random, document: Any) -> Spot:
    """Choose a place in a document: each key of an object as likely as the next, not each number."""
    spot: Spot = ()
    value = document
    while not spot or (isinstance(value, dict | list) and value and draw.random() < 0.85):
        key = draw.choice([*value]) if isinstance(value, dict) else draw.randrange(len(value))
        spot, value = (*spot, key), value[key]
    return spot


def spoil(draw: Random, document: Any) -> Any:
    """Return what is put in a place: what belongs nowhere, or an id or number of some other place."""
    value = at(document, strike(draw, document))
    if draw.random() < 0.6 or isinstance(value, dict | list):
        value = json.loads(json.dumps(draw.choice([*ODD.values()])))  # of its own, to be struck too
    return value
