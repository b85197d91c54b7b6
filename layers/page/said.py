"""Text that came as data, said as text: to Streamlit nearly every text is Markdown, a widget's label too.

Whatever a panel says or names that is no literal of its own goes through here; tests/project/test_said.py
holds the page to it.
"""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Mapping

import streamlit as st

# Seen by nobody. It parts signs that Streamlit replaces even where they are escaped: links that are written
# out, icons, coloured words, arrows.
JOINER = "\u2060"
_PARTED = re.compile(r"(?<=:)(?=\S)|(?<=www)(?=\.)|(?=@)|(?<=[-<>=~])(?=[-<>=~])", re.IGNORECASE)
_SIGN = re.compile(f"[{re.escape(string.punctuation)}]")


def say(text: str) -> None:
    """Say a sentence below what it is about."""
    st.text(text)


def label(text: str) -> str:
    r"""Return text as a widget's label or option: “[a](b)” as “\[a\]\(b\)”, on one line."""
    parted = _PARTED.sub(JOINER, " ".join(text.split()))
    return _SIGN.sub(lambda sign: f"\\{sign[0]}", parted)


def labels(of: Mapping[str, str]) -> Callable[[str], str]:
    """Return what names the options of a widget by these words."""
    return lambda option: label(of[option])
