"""Text to HTML and plain text: links and citations work, everything hostile stays text."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layers.catalogue.atlas import load_atlas
from layers.catalogue.citations import citations
from layers.catalogue.markdown import links, long_quotes, markdown_html, plain_text
from layers.model.catalogue import Catalogue
from tests.harness.small_atlas import FIXTURE

ATLAS = load_atlas(FIXTURE).catalogue
NOWHERE = "blank:0"
CITED = "blank:3"  # a quote of the tests, not of the essay
ALLOWED = {"p", "a", "em", "strong", "ul", "ol", "li", "br", "hr", "h4", "h5", "h6", "blockquote", "span"}
ATTRIBUTES = {
    "href",
    "class",
    "data-cite",
    "aria-hidden",
    "data-fly",
    "data-select",
    "title",
    "target",
    "rel",
    "start",
}


class Page(HTMLParser):
    """What a browser would make of the HTML: its tags, attributes and visible text."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def page(text: str, *, inline: bool = False, catalogue: Catalogue = ATLAS) -> Page:
    return Page(markdown_html(text, catalogue, inline=inline))


def test_citation_names_essay_and_paragraph() -> None:
    shown = page("As he says [blank:3, heybatov:caption].")
    cites = [attributes for tag, attributes in shown.tags if tag == "a"]
    assert [cite["data-cite"] for cite in cites] == ["blank:3", "heybatov:caption"]
    assert {cite["class"] for cite in cites} == {"cite"}
    assert [cite["title"] for cite in cites] == ["Third.", "A photograph."]
    assert cites[0]["href"] == "?panel=read&essay=blank&paragraph=3"
    assert shown.text.strip() == "As he says (Blank ¶paragraph\N{NO-BREAK SPACE}3, Heybatov, caption)."
    seen, heard = (
        attributes for tag, attributes in shown.tags if tag == "span" and attributes.get("class") != "cites"
    )
    assert (seen["aria-hidden"], heard["class"]) == ("true", "unseen")


@pytest.mark.parametrize("unknown", ["[blank:9]", "[nobody:1]", f"[{NOWHERE}]", "[blank:x]", "[blank]"])
def test_unknown_citation_is_plain_text(unknown: str) -> None:
    shown = page(unknown)
    assert "a" not in [tag for tag, _ in shown.tags]
    assert shown.text.strip() == unknown


def test_links_fly_select_and_lead_out() -> None:
    shown = page("[A](place:alat) [B](feature:demo-line/baku-alat) [C](https://example.org/a?b=1&c=2)")
    fly, select, out = (attributes for tag, attributes in shown.tags if tag == "a")
    assert fly["data-fly"] == "alat"
    assert select["data-select"] == "demo-line/baku-alat"
    assert out["href"] == "https://example.org/a?b=1&c=2"
    assert out["rel"] == "noopener noreferrer"


def test_link_to_what_is_not_there_is_its_label() -> None:
    shown = page("[Atlantis](place:atlantis) and [leg](feature:demo-line/x) and [Alat](place:alat)")
    assert shown.text.strip() == "Atlantis and leg and Alat"
    assert len([tag for tag, _ in shown.tags if tag == "a"]) == 1


def test_headings_stay_below_the_cards_title() -> None:
    assert [tag for tag, _ in page("# One\n\n## Two\n\n##### Five").tags] == ["h4", "h5", "h6"]


def test_inline_has_no_paragraph() -> None:
    assert markdown_html("It *is* [Alat](place:alat).", ATLAS, inline=True).startswith("It <em>is</em> <a ")


HOSTILE = [
    "{{7*7}}",
    "{% if x %}",
    "{# x",
    "50{% off",
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    "<style>*{display:none}</style>",
    "a <iframe src=//evil></iframe> b",
    "<!-- x -->",
    "`code` and ``more``",
    "${alert(1)}",
    "`${alert(1)}`",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](data:text/html,<script>)",
    "[x](vbscript:x)",
    "[x](http://example.org)",
    "[x](//example.org)",
    "[x](/etc/passwd)",
    "[x](#top)",
    "[x](file:///etc/passwd)",
    "![](http://example.org/x.png)",
    "![x](https://example.org/x.png)",
    "<http://example.org>",
    "<javascript:alert(1)>",
    "[x](feature:../../x)",
    '[x](place:alat"onclick=alert(1))',
]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_ends_as_the_text_it_is(hostile: str) -> None:
    for inline in (True, False):
        shown = page(f"before {hostile} after", inline=inline)
        assert [tag for tag, _ in shown.tags if tag != "p"] in ([], ["a"])
        assert all("onerror" not in attributes for _, attributes in shown.tags)
        if "https" not in hostile:
            assert shown.text.strip() == f"before {hostile} after"


def test_image_becomes_no_request() -> None:
    shown = page("![x](https://example.org/x.png)")
    assert "img" not in [tag for tag, _ in shown.tags]


def test_html_has_nothing_for_a_second_template() -> None:
    html = markdown_html(" ".join(HOSTILE), ATLAS)
    assert not set("{}`$\\") & set(html)


def test_reference_definitions_cannot_smuggle_a_link() -> None:
    shown = page("[x][1]\n\n[1]: javascript:alert(1)")
    assert [tag for tag, _ in shown.tags if tag == "a"] == []


PIECES = [*"ab []()<>{}`$\\!*_#:/&;\"'\n-=1.", "javascript:", "place:alat", "https://", "[blank:3]", "<img "]


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_any_text_yields_only_the_allowed_tags(text: str) -> None:
    html = markdown_html(text, ATLAS)
    shown = Page(html)
    assert {tag for tag, _ in shown.tags} <= ALLOWED
    for _, attributes in shown.tags:
        assert attributes.keys() <= ATTRIBUTES
        assert str(attributes.get("href", "?")).startswith(("?", "https://"))
    assert not set("{}`$\\") & set(html)


def test_plain_text_keeps_words_only() -> None:
    text = "# Head\n\nIt *is* [Alat](place:alat),\nas `he` says [blank:3].\n\n- one\n- two"
    assert plain_text(text) == "Head It is Alat, as `he` says [blank:3]. one two"


def test_citations_links_and_long_quotes_are_listed() -> None:
    assert citations("x [blank:3, blank:4] y [heybatov:caption]") == [
        ("blank", 3),
        ("blank", 4),
        ("heybatov", "caption"),
    ]
    assert links("[a](place:alat) ![b](https://x.org/y) [c](javascript:x)") == [
        "place:alat",
        "https://x.org/y",
    ]
    twelve = "one two three four five six seven eight nine ten eleven twelve"
    assert long_quotes(f"“{twelve}” [{CITED}]") == []
    assert long_quotes(f"“{twelve} thirteen” [{CITED}]") == [f"{twelve} thirteen"]
    assert long_quotes(f"“{twelve} thirteen” is no citation") == []
