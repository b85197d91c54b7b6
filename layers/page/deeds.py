"""What is done in a component's own HTML, told to Python so that nothing is lost.

A trigger that is set while a run is under way can get lost. So the browser numbers the deeds and sends all
that are not confirmed yet; each is done once, in order, and the number of the last goes back with the data.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

import streamlit as st

Deeds = Mapping[str, Callable[[Any], None]]


def heard(key: str) -> int:
    """Return the number of the last deed that was done for the component with this key."""
    return int(st.session_state.get(_heard(key), 0))


def on_deeds(key: str, deeds: Deeds) -> dict[str, Any]:
    """Return the component's keyword that has its deeds done, each by the function of its name."""
    return {"on_deeds_change": partial(_hear, key, deeds)}


def _hear(key: str, deeds: Deeds) -> None:

    for number, name, value in _numbered(st.session_state[key].get("deeds")):
        if number > heard(key):
            st.session_state[_heard(key)] = number
            if name in deeds:
                deeds[name](value)


def _numbered(told: object) -> Iterator[tuple[int, str, Any]]:
    """Yield number, name and value; it comes from outside, and what has another form is passed over."""
    for deed in told if isinstance(told, list) else ():
        match deed:
            case [int() as number, str() as name, value]:
                yield number, name, value


def _heard(key: str) -> str:
    return f"heard-{key}"
