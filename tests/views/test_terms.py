"""The words of the glossary: explained once in a text, and never inside of what one presses."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from layers.catalogue.atlas import load_atlas
from layers.files.folders import folders_of
from layers.model.glossary import Glossary, Term
from layers.views.fragments import fragments_of
from layers.views.terms import explained
from tests.harness.loaded import the_atlas
from tests.harness.small_atlas import SmallAtlas

SMALL = Glossary(
    (
        Term(id="teu", words=("TEU",), meaning="The measure for containers."),
        Term(id="gauge", words=("change of gauge", "gauge"), meaning="Between the rails."),
        Term(id="gas", words=("billion m³",), meaning="A measure for gas."),
    )
)


def marked(html: str) -> list[tuple[str, str]]:
    return re.findall(r'<dfn data-term="([^"]+)"[^>]*>([^<]*)</dfn>', explained(html, SMALL))


def test_the_first_of_each_term_is_marked() -> None:
    assert marked("<p>5 TEU and TEU.</p><p>2 billion m³, TEU</p>") == [("teu", "TEU"), ("gas", "billion m³")]


def test_the_longest_word_counts_and_a_capital_where_a_sentence_begins() -> None:
    assert marked("<p>a change of gauge</p>") == [("gauge", "change of gauge")]
    assert marked("<td>Change of gauge: 1,520</td>") == [("gauge", "Change of gauge")]
    assert marked("<p>Here. Gauge is</p>") == [("gauge", "Gauge")]
    assert marked("<p>the Gauge and gauged, TEUs, broad-gauge</p>") == []


@pytest.mark.parametrize(
    "html",
    [
        '<a href="?gauge">the <b>gauge</b></a>',
        '<p><button type="button">gauge<br>TEU</button></p>',
        '<summary title="gauge">gauge</summary>',
        "<svg><text>gauge</text><path d='M0'/><title>TEU</title></svg>",
        '<details class="sources"><ul><li>TEU</li></ul></details>',
        "<h3>TEU</h3>",
    ],
)
def test_controls_headings_and_titles_of_others_are_left_alone(html: str) -> None:
    assert explained(html, SMALL) == html
    assert marked(f"{html}<p>gauge</p>") == [("gauge", "gauge")]


def test_each_term_has_its_meaning_and_is_used_in_a_text_or_a_route() -> None:
    atlas = the_atlas()
    assert not atlas.glossary.faults
    folders = fragments_of(atlas).folders
    used = {
        term
        for html in (*folders["cards"].values(), *folders["parts"].values())
        for term in re.findall(r'data-term="([^"]+)"', html)
    }
    assert used <= folders["terms"].keys()
    assert {term.id for term in atlas.glossary.terms} - used <= {"reloading"}  # of the routes
    assert all(f"<b>{term.words[0]}</b>" in folders["terms"][term.id] for term in atlas.glossary.terms)


WRONG = [
    ("{id: a, words: [x], meaning: m, more: 1}", "more"),
    ("{id: a, words: [x]}", "meaning"),
    ("{id: a, words: [], meaning: m}", "words"),
    ("{id: A B, words: [x], meaning: m}", "id"),
    (f"{{id: a, words: [x], meaning: {'m' * 300}}}", "meaning"),
    ("{id: b, words: [TEU], meaning: m}", "the word “TEU” a second time, as in teu"),
    ("{id: teu, words: [x], meaning: m}", "the id teu a second time, as in teu"),
]


@pytest.mark.parametrize(("entry", "said"), WRONG)
def test_a_wrong_term_is_left_out_with_one_sentence(tmp_path: Path, entry: str, said: str) -> None:
    small = SmallAtlas(tmp_path)
    path = folders_of(small.root).glossary
    path.write_text(f"terms:\n  - {{id: teu, words: [TEU], meaning: m}}\n  - {entry}\n", encoding="utf-8")
    glossary = load_atlas(small.root).glossary
    assert [term.id for term in glossary.terms] == ["teu"]
    [fault] = glossary.faults
    assert said in str(fault)
    assert "glossary.yaml:3" in str(fault)
