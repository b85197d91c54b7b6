"""Citations in a text, `[blank:16, blank:18]`: what they cite, and how that is written and spoken."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape

from layers.model.essay import Essay
from layers.model.vocabulary import Paragraph

_KEY = r"[a-z][a-z0-9-]{0,30}:(?:[1-9][0-9]{0,2}|caption)"
# Seen as a sign, heard as a word.
PILCROW = '<span aria-hidden="true">¶</span><span class="unseen">paragraph&nbsp;</span>'
CITATION = re.compile(rf"\[({_KEY}(?:\s*,\s*{_KEY})*)\]")


def citations(text: str) -> list[tuple[str, Paragraph]]:
    """List the citations of a text as (essay, paragraph)."""
    found: list[tuple[str, Paragraph]] = []
    for match in CITATION.finditer(text):
        for reference in re.split(r"\s*,\s*", match[1]):
            essay, _, paragraph = reference.partition(":")
            found.append((essay, int(paragraph) if paragraph.isdecimal() else "caption"))
    return found


def written(essay: str, paragraph: Paragraph, essays: Mapping[str, Essay]) -> str:
    """Return “Blank ¶16”; an essay that there is not keeps its key."""
    short = essays[essay].short if essay in essays else essay
    return f"{short}, caption" if paragraph == "caption" else f"{short} ¶{paragraph}"


def written_html(essay: str, paragraph: Paragraph, essays: Mapping[str, Essay]) -> str:
    """Return “Blank ¶16” as HTML that is heard as “Blank paragraph 16”."""
    return escape(written(essay, paragraph, essays)).replace("¶", PILCROW)


def written_all(text: str, essays: Mapping[str, Essay]) -> str:
    """Return the citations of a text in one line: “Blank ¶52, Blank ¶57”."""
    return ", ".join(written(essay, paragraph, essays) for essay, paragraph in citations(text))
