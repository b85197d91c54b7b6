"""Text that people write to safe HTML and plain text: the only place that renders Markdown.

Raw HTML and images are off, links lead only to places, features and https addresses, and everything else in a
text is shown as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from html import escape
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import OptionsDict

from layers.catalogue.citations import CITATION, citations, written_html
from layers.model.catalogue import Catalogue
from layers.model.reference import Reference

Env = dict[str, Any]  # what a rendering knows: the catalogue, and the ends of links that stand open

LINK_TARGET = re.compile(
    r"^(?:place:[a-z0-9-]{1,64}|feature:[a-z0-9-]{1,64}/[a-z0-9-]{1,64}|https://[^\s]+)$"
)
QUOTE = re.compile(r"“([^“”]{1,400})”[\s.,;]*" + CITATION.pattern)
QUOTE_WORDS = 12

# Characters with a meaning to templates and script literals; as entities they are the same text in HTML.
_INERT = str.maketrans({"{": "&#123;", "}": "&#125;", "`": "&#96;", "$": "&#36;", "\\": "&#92;"})


def markdown_html(text: str, catalogue: Catalogue, *, inline: bool = False) -> str:
    """Return Markdown as HTML in which nothing runs and nothing is fetched.

    `[blank:16]` becomes `<a class="cite" data-cite="blank:16">Blank ¶16</a>`, a place link
    `<a data-fly="alat">`, and a feature link `<a data-select="layer/feature">`; a link to what the catalogue
    does not know becomes its label. Headings start at h4. Code is not rendered: backticks stay. `inline`
    leaves out the paragraph.
    """
    env: Env = {"catalogue": catalogue}
    html = _MARKDOWN.renderInline(text, env) if inline else _MARKDOWN.render(text, env)
    return str(html).translate(_INERT)


def plain_text(markdown: str) -> str:
    """Return Markdown as one line of text: labels instead of links, citations as they stand, no marks."""
    words: list[str] = []
    for token in _MARKDOWN.parse(markdown):
        if token.type == "inline":
            words.append("".join(_plain(child) for child in token.children or ()))
    return re.sub(r"\s+", " ", " ".join(words)).strip()


def links(text: str) -> list[str]:
    """List the place:, feature: and https targets that a Markdown text links to."""
    return [
        str(child.attrs["href"])
        for token in _MARKDOWN.parse(text)
        for child in token.children or ()
        if child.type == "link_open"
    ]


def long_quotes(text: str) -> list[str]:
    """List the quotes with a citation that are longer than 12 words."""
    return [m[1] for m in QUOTE.finditer(text) if len(re.findall(r"[\w'’-]+", m[1])) > QUOTE_WORDS]


def _plain(token: Token) -> str:
    if token.type in ("softbreak", "hardbreak"):
        return " "
    return token.content if token.type in ("text", "citation") else ""


def _citation_rule(state: StateInline, silent: bool) -> bool:
    match = CITATION.match(state.src, state.pos, state.posMax)
    if not match:
        return False
    if not silent:
        token = state.push("citation", "", 0)
        token.content = match[0]
    state.pos = match.end()
    return True


def _citation(token: Token, env: Env) -> str:
    catalogue: Catalogue = env["catalogue"]
    anchors = []
    for essay_id, paragraph in citations(token.content):
        key = f"{essay_id}:{paragraph}"
        essay = catalogue.essays.get(essay_id)
        gist = essay.paragraphs.get(paragraph) if essay else None
        if essay is None or gist is None:
            anchors.append(escape(key))
            continue
        title = escape(gist, quote=True)
        words = written_html(essay_id, paragraph, catalogue.essays)
        address = f"?panel=read&amp;essay={essay_id}&amp;paragraph={paragraph}"
        anchors.append(f'<a class="cite" data-cite="{key}" href="{address}" title="{title}">{words}</a>')
    if not any(anchor.startswith("<") for anchor in anchors):
        return escape(token.content)
    return f'<span class="cites">({", ".join(anchors)})</span>'


def _link_open(token: Token, env: Env) -> str:
    catalogue: Catalogue = env["catalogue"]
    scheme, _, rest = str(token.attrs["href"]).partition(":")
    env.setdefault("closings", []).append("</a>")
    if scheme == "https":
        address = escape(f"https:{rest}", quote=True)
        return f'<a href="{address}" target="_blank" rel="noopener noreferrer">'
    if scheme == "place" and rest in catalogue.places:
        return f'<a data-fly="{rest}" href="?selected=place:{rest}">'
    if scheme == "feature" and _is_feature(rest, catalogue):
        return f'<a data-select="{rest}" href="?selected={rest}">'
    env["closings"][-1] = ""
    return ""


def _is_feature(target: str, catalogue: Catalogue) -> bool:
    reference = Reference.read(target)
    return reference is not None and catalogue.feature(reference) is not None


def _link_close(token: Token, env: Env) -> str:
    closings: list[str] = env["closings"]
    return closings.pop()


def _heading(token: Token, env: Env) -> str:
    level = min(int(token.tag[1]) + 3, 6)
    return f"<h{level}>" if token.nesting == 1 else f"</h{level}>\n"


_WRITTEN = {
    "citation": _citation,
    "link_open": _link_open,
    "link_close": _link_close,
    "heading_open": _heading,
    "heading_close": _heading,
}


def _rule(write: Callable[[Token, Env], str]) -> Callable[..., str]:
    """Return the parser's form of a function that writes one token."""

    def rule(self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: Env) -> str:
        return write(tokens[index], env)

    return rule


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False})
    parser.disable(["image", "html_block", "html_inline", "code", "fence", "backticks"])
    parser.inline.ruler.before("link", "citation", _citation_rule)
    parser.validateLink = lambda url: bool(LINK_TARGET.match(url))  # type: ignore[method-assign]
    for kind, write in _WRITTEN.items():
        parser.add_render_rule(kind, _rule(write))
    return parser


_MARKDOWN = _parser()
