"""The sentences of a text, and how many words each has."""

from __future__ import annotations

import re

_CITED = re.compile(r"\s*\[[a-z]+:[^\]]*\](?!\()")
_LINK = re.compile(r"\]\((?:place|feature):[^)]+\)")
_END = re.compile(r"(?<=[.?!])[”’)]*\s+(?=[“‘(\[]*[^\W\d_a-z])")  # a stop, then a capital of any script
_SHORT = re.compile(r"\b(?:St|Mr|Dr|No|vs|cf|e\.g|i\.e|H\.R|U\.S|[A-Z])\.(?=\s)")


def sentences(text: str) -> list[str]:
    """Split a text at its full stops, question and exclamation marks; citations are left out."""
    plain = _LINK.sub("]", _CITED.sub("", " ".join(text.split())))
    plain = _SHORT.sub(lambda found: found[0].replace(".", "․"), plain)
    return [sentence.strip() for sentence in _END.split(plain) if sentence.strip()]


def words(sentence: str) -> int:
    """Count the words of a sentence; a number with its parts is one."""
    return len(re.findall(r"[\w’'․.,-]*\w[\w’'․.,-]*", sentence))
