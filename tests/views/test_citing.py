"""Citations as the styles' own examples have them, and an entry for every work of the atlas."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace

import pytest

from layers.catalogue.atlas import Atlas
from layers.files.folders import ROOT
from layers.model.catalogue import Catalogue
from layers.views.citing import Work, atlas_forms, bibtex_text, forms, locator, of_source, version, works_of
from layers.views.fragments import fragments_of

# Examples of apastyle.apa.org and of the quick guide of The Chicago Manual of Style, 18th edition.
CAREY = Work(
    key="carey2019",
    author="Benedict Carey",
    person=True,
    title="Can We Get Better at Forgetting?",
    sentence_title="Can we get better at forgetting?",
    within="The New York Times",
    date="2019-03-22",
    address="https://www.nytimes.com/2019/03/22/health/memory-forgetting-psychology.html",
)
BLUM = Work(
    key="blum2023",
    author="Dani Blum",
    person=True,
    title="Are Flax Seeds All That?",
    within="New York Times",
    date="2023-12-13",
    address="https://www.nytimes.com/2023/12/13/well/eat/flax-seeds-benefits.html",
)
WHO = Work(
    key="who2018",
    author="World Health Organization",
    title="The top 10 causes of death",
    date="2018-05-24",
    address="https://www.who.int/news-room/fact-sheets/detail/the-top-10-causes-of-death",
)


def test_apa_is_written_as_its_manual_does() -> None:
    short, entry = forms(CAREY)["APA"]
    assert short == "(Carey, 2019‹at›)"
    assert entry == (
        "Carey, B. (2019, March 22). Can we get better at forgetting? The New York Times. "
        "https://www.nytimes.com/2019/03/22/health/memory-forgetting-psychology.html"
    )
    assert forms(WHO)["APA"][1] == (
        "World Health Organization. (2018, May 24). The top 10 causes of death. "
        "https://www.who.int/news-room/fact-sheets/detail/the-top-10-causes-of-death"
    )


def test_chicago_is_written_as_its_manual_does() -> None:
    short, entry = forms(BLUM)["Chicago"]
    assert short == "(Blum 2023‹at›)"
    assert entry == (
        "Blum, Dani. 2023. “Are Flax Seeds All That?” New York Times, December 13. "
        "https://www.nytimes.com/2023/12/13/well/eat/flax-seeds-benefits.html."
    )


def test_bibtex_keeps_capitals_and_escapes_what_latex_reads() -> None:
    assert bibtex_text(r"R&D, 100 % #1 a_b {c} ~ ^ \ $") == (
        r"R\&D, 100 \% \#1 a\_b \{c\} \textasciitilde{} \textasciicircum{} \textbackslash{} \$"
    )
    _, entry = forms(replace(CAREY, title="Oil & gas: 50 % of it"))["BibTeX"]
    assert r"  title = {{Oil \& gas: 50 \% of it}}," in entry.split("\n")
    assert entry.startswith("@article{carey2019,\n  author = {Carey, Benedict},")
    assert "\n  month = mar,\n  day = {22}," in entry


@pytest.mark.parametrize(
    ("date", "apa", "chicago"),
    [
        ("2025-11", "(2025, November). ", " 2025. "),
        ("2025", "(2025). ", " 2025. "),
        ("", "(n.d.). ", " n.d. "),
        ("not printed", "(n.d.). ", " n.d. "),
    ],
)
def test_a_date_is_told_as_far_as_it_is_known(date: str, apa: str, chicago: str) -> None:
    told = forms(replace(WHO, date=date))
    assert apa in told["APA"][1] and chicago in told["Chicago"][1]


def test_a_title_of_ours_is_told_as_a_description() -> None:
    told = forms(replace(WHO, described=True))
    assert " [The top 10 causes of death]. " in told["APA"][1]
    assert "“" not in told["Chicago"][1]
    assert "{{[The top 10 causes of death]}}" in told["BibTeX"][1]


def test_paragraphs_are_told_in_words() -> None:
    assert locator((54,)) == "para. 54"
    assert locator((52, 54)) == "paras. 52, 54"
    assert locator(("caption",)) == "photo caption"
    assert locator((3, "caption")) == "para. 3, photo caption"


def test_every_work_of_the_atlas_has_its_entries(loaded: Atlas) -> None:
    folders = fragments_of(loaded).folders
    outside = [key for key in loaded.catalogue.sources if loaded.catalogue.is_outside(key)]
    assert len(outside) > 150
    works = {key: of_source(key, loaded.catalogue.sources[key]) for key in outside}
    assert len({work.key for work in works.values()}) == len(works)
    for key, work in works.items():
        for style, (short, entry) in forms(work).items():
            assert short and ".." not in entry.replace(work.address, ""), (key, style)
            assert not work.address or work.address in entry
            assert entry.count("{") == entry.count("}")
            assert f'data-form="{style}"' in folders["works"][key]
    assert "data-form" not in folders["works"]["ours"]
    blank = folders["notes"]["blank"]
    for told in (
        "Blank, S. (2025, July 31)",
        "Blank, Stephen. 2025. “Why the U.S. Should Embrace",
        "@article{blank2025",
    ):
        assert told in blank
    assert blank.count("https://bakudialogues.idd.az/articles/") == 4  # the link, and an entry of each style


def test_what_we_measured_is_cited_as_the_atlas(catalogue: Catalogue) -> None:
    assert works_of(["S34", "ours"], catalogue) == ["works/S34", "notes/atlas"]
    assert works_of(["S34", "S34", "G41"], catalogue) == ["works/S34", "works/G41"]
    assert works_of(["ours"], catalogue) == ["notes/atlas"]


def test_the_atlas_is_cited_with_version_and_date_of_knowledge() -> None:
    told = atlas_forms("2026-03-10")
    for style, (_, entry) in told.items():
        assert version() in entry and "March 10, 2026" in entry, style
        assert {"‹view›", "‹today›"} <= set(re.findall("‹[^›]+›", entry))
    assert "status" not in atlas_forms("")["APA"][1]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    newest = re.search(r"^## (\S+?),? ", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert newest and newest[1] == version() == project["version"]
