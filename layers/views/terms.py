"""The words of the glossary, marked where a text uses one first."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from markupsafe import escape

from layers.model.glossary import Glossary, Term
from layers.views.render import render

TAG = re.compile(r"(<[^>]*>)")
VOID = {"br", "hr", "img", "input", "wbr"}
# Where a word is a name, a control or a picture. In the list of sources words are titles of others.
LEFT_ALONE = {
    "a",
    "button",
    "summary",
    "label",
    "select",
    "svg",
    "dfn",
    *(f"h{level}" for level in range(1, 7)),
}
LEFT_ALONE_CLASS = re.compile(r'class="(?:sources|says)"')


def explained(html: str, glossary: Glossary) -> str:
    """Mark the first occurrence of each term in HTML of ours, outside of links, controls and headings.

    What is marked is `<dfn data-term="teu">TEU</dfn>`; its meaning is the text `terms/teu`.
    """
    if not glossary.terms:
        return html
    pattern, terms = _pattern(glossary)
    seen: set[str] = set()
    left: list[str] = []  # the open elements, from the outermost that is left alone

    def mark(match: re.Match[str]) -> str:
        term = terms[match[0]]
        if term.id in seen:
            return match[0]
        seen.add(term.id)
        return f'<dfn data-term="{term.id}" role="button" tabindex="0">{match[0]}</dfn>'

    pieces = TAG.split(html)
    for index, piece in enumerate(pieces):
        if index % 2:
            _follow(piece, left)
        elif piece and not left:
            pieces[index] = pattern.sub(mark, piece)
    return "".join(pieces)


def _follow(tag: str, left: list[str]) -> None:
    """Keep the elements that are open, from one on that is left alone."""
    name = re.sub(r"[</>]", " ", tag).split()[0].lower()
    if tag.startswith("</"):
        if left:
            left.pop()
    elif (
        name not in VOID
        and not tag.endswith("/>")
        and (left or name in LEFT_ALONE or LEFT_ALONE_CLASS.search(tag))
    ):
        left.append(name)


@lru_cache(maxsize=8)
def _pattern(glossary: Glossary) -> tuple[re.Pattern[str], dict[str, Term]]:
    """Return what finds the words, the longest first, and their terms; a capital counts where one begins."""
    within = {str(escape(word)): term for word, term in glossary.by_word.items()}
    begun = {word[0].upper() + word[1:]: term for word, term in within.items()}
    start = rf"(?:\A|(?<=[.;:] )){_one_of(begun)}"
    return re.compile(rf"(?:(?<![\w–-]){_one_of(within)}|{start})(?![\w-])"), begun | within


def _one_of(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})"


def meanings(glossary: Glossary) -> dict[str, str]:
    """Return the note of each term by its id."""
    return {term.id: render("term.html", term=term) for term in glossary.terms}
