"""Widgets tied to what is asked, so that every click counts.

To Streamlit a widget whose default changes is another widget, and what is clicked next is said of the one
that is gone. So no control of the page has a default: it has a key, and its value lies in the session.
"""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from typing import Any

import streamlit as st

session = st.session_state


def bound(
    asked: MutableMapping[str, Any],
    name: str,
    *,
    of: str = "ask",
    in_order: bool = False,
    required: bool = False,
    taken: Callable[[Any], None] | None = None,
) -> dict[str, Any]:
    """Tie a widget to a part of what is asked: it shows that part, and its change is written there.

    `of` sets the keys of one panel apart. The value is set only where it differs: one that is set in every
    run would undo a person's next click. What differs was changed elsewhere, and gets a new widget: what the
    browser still says of the old one, in a run that it asked for before it heard of the change, would count
    as a person's choice. One that is `required` keeps its value where the browser says that it has none.
    """
    turn, value = f"turn-{of}-{name}", asked[name]
    key = f"{of}-{name}-{session.setdefault(turn, 0)}"
    shown: Any = session.get(key)
    differs = key in session and (sorted(shown) != sorted(value) if in_order else shown != value)
    if differs:
        session[turn] += 1
        key = f"{of}-{name}-{session[turn]}"
    if key not in session:
        session[key] = list(value) if in_order else value

    def take(own: int = session[turn]) -> None:
        if own != session[turn]:
            return
        now = session[key]
        if required and now is None:
            return
        if taken:
            taken(now)
        else:
            asked[name] = _in_order_of_choice(asked[name], now) if in_order else now

    return {"key": key, "on_change": take} | ({"required": True} if required else {})


def bound_list(asked: MutableMapping[str, Any], name: str, *, of: str = "ask") -> dict[str, Any]:
    """Tie a widget of which several may be chosen; their order is that of the choice."""
    return {"selection_mode": "multi", **bound(asked, name, of=of, in_order=True)}


def _in_order_of_choice(before: list[str], now: list[str]) -> list[str]:
    """Keep what was chosen before in its order and put what is new behind it."""
    return [word for word in before if word in now] + [word for word in now if word not in before]
