"""The reading panel: paragraphs, claims by kind and verdict, and an essay that a reader opens."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from markupsafe import escape

from layers.files.folders import ROOT
from layers.model.catalogue import Catalogue
from layers.model.gazetteer import Gazetteer
from layers.model.layer import Fact, FactValue
from layers.model.verdict import Verdict
from layers.views.fact_view import sources_differ
from layers.views.fragments import fragments_of
from layers.views.names import by_kind, linked, used_by
from layers.views.opened_essay import NotAnEssayError, fingerprint, open_essay
from layers.views.passages import changed_since, chosen, differing, entries, passages, places_named
from tests.harness.loaded import the_atlas
from tests.harness.page import run, sent

ESSAYS = ROOT.parent / "shared" / "essays"
needs_essays = pytest.mark.skipif(not ESSAYS.is_dir(), reason="the essays are not here")


def test_every_paragraph_has_its_gist_and_its_claims(catalogue: Catalogue, gazetteer: Gazetteer) -> None:
    for key, essay in catalogue.essays.items():
        listed = passages(catalogue, gazetteer, key)
        assert [passage.number for passage in listed] == list(essay.paragraphs)
        assert all(passage.gist for passage in listed)
        told = {entry.claim.id for passage in listed for entry in passage.claims}
        assert told == {entry.claim.id for entry in entries(catalogue) if entry.claim.essay == key}


def html_of(**query: str) -> str:
    """Return what the reading panel shows for an address."""
    page = run(panel="read", **query)
    assert not page.exception
    told = sent(page)[-1]
    if "html" in told:
        return str(told["html"])
    folder, _, name = told["fragment"].partition("/")
    return fragments_of(the_atlas()).folders[folder][name]


def test_every_name_of_a_paragraph_leads_somewhere_or_says_why_not(
    catalogue: Catalogue, gazetteer: Gazetteer
) -> None:
    for key in catalogue.essays:
        html = html_of(essay=key)
        for name in gazetteer.names:
            if key not in name.named_in:
                continue
            if name.place:
                assert f'data-fly="{name.place}"' in html
            elif name.opens:
                assert f'data-card="{name.opens}"' in html
            else:
                assert f'<span class="placeless" title="{escape(name.reason or "")}">' in html
                assert f"<dd>{escape(name.reason or '')}</dd>" in html
        assert "Named, but not on a map" in html
    assert html_of(essay="blank").count("Names no place.") == 2  # 32 and 35


def test_names_can_be_chosen_by_who_uses_them(gazetteer: Gazetteer) -> None:
    def countries(only: str) -> set[str]:
        return {row.name for row in used_by(gazetteer.names, only) if row.kind == "country"}

    assert countries("both") == {"Armenia", "Azerbaijan", "Iran", "Israel", "Türkiye", "United States"}
    assert len(countries("blank")) == 21
    assert countries("heybatov") == set()
    alone = {row.name for row in used_by(gazetteer.names, "heybatov")}
    assert {"Palestine", "Tel Aviv", "Guba (Quba) district"} <= alone
    parts = [len(used_by(gazetteer.names, only)) for only in ("both", "blank", "heybatov")]
    assert sum(parts) == len(used_by(gazetteer.names, "all")) == len(gazetteer.names)
    assert all(rows for _, rows in by_kind(gazetteer.names))
    html = html_of(show="names", only="heybatov")
    assert f"{parts[2]} of {len(gazetteer.names)} names" in html
    assert 'data-fly="tel-aviv"' in html and 'data-fly="baku"' not in html


def test_words_of_an_opened_essay_are_linked_and_unchanged(
    catalogue: Catalogue, gazetteer: Gazetteer
) -> None:
    words = "Baku, the port of Georgian wine; the Port of Baku and Bakı <b>too</b>, Washington."
    names = [row for row in gazetteer.names if row.place in ("baku", "alat", "georgia")]
    pieces = linked(words, names, catalogue)
    assert "".join(piece.text for piece in pieces) == words
    leads = [(piece.text, piece.leads.place) for piece in pieces if piece.leads]
    assert leads == [("Baku", "baku"), ("Port of Baku", "alat"), ("Bakı", "baku")]
    assert [piece.text for piece in linked(words, [], catalogue)] == [words]


def test_claims_are_chosen_by_kind_and_verdict(catalogue: Catalogue) -> None:
    everything = entries(catalogue)
    assert chosen(everything, kinds=[], verdicts=[]) == everything
    facts = chosen(everything, kinds=["fact"], verdicts=["disputed", "contradicted"])
    assert facts
    assert all(e.claim.kind == "fact" and e.claim.check.verdict != "holds" for e in facts)


def test_what_has_changed_comes_latest_first_and_with_its_correction(catalogue: Catalogue) -> None:
    late = changed_since(entries(catalogue))
    dates = [entry.claim.check.since or "" for entry in late]
    assert dates == sorted(dates, reverse=True)
    assert all(entry.claim.check.note for entry in late)
    assert "ZC1" in {entry.claim.id for entry in late}


def test_differing_facts_rest_on_two_outside_sources_with_different_values(catalogue: Catalogue) -> None:
    found = differing(catalogue)
    assert found
    for _, fact in found:
        outside = [value for value in fact.values if value.source != "ours"]
        assert len({value.source for value in outside}) > 1, fact.label
        assert len({(str(value.value), value.unit) for value in outside}) > 1, fact.label


@pytest.mark.parametrize(
    ("values", "differs"),
    [
        ((("S1", 95), ("ours", 110)), False),
        ((("S1", 95), ("S1", 110)), False),
        ((("S1", 95), ("S2", 95)), False),
        ((("S1", 95), ("S2", 110)), True),
        ((("S1", 95), ("S1", 110), ("S2", 95)), True),
    ],
)
def test_our_own_measure_is_no_disagreement(
    values: tuple[tuple[str, int], ...], differs: bool, catalogue: Catalogue
) -> None:
    told = tuple(FactValue(value=km, unit="km", year=2025, source=source) for source, km in values)
    assert sources_differ(Fact(label="Length", values=told), catalogue) is differs
    assert not sources_differ(Fact(label="Length", values=told, in_turn=True), catalogue)


def test_the_bar_counts_the_verdicts_of_the_chosen_kinds(catalogue: Catalogue) -> None:
    for kinds in ("", "fact", "opinion,forecast"):
        html = html_of(show="claims", kinds=kinds, verdicts="holds")
        counted = dict(re.findall(r'data-verdict="(\w+)" aria-pressed.*<b>(\d+)</b>', html))
        assert list(counted) == [str(verdict) for verdict in Verdict]
        for verdict, number in counted.items():
            wanted = chosen(entries(catalogue), kinds=kinds.split(",") if kinds else [], verdicts=[verdict])
            assert int(number) == len(wanted)
        assert re.findall(r'data-verdict="(\w+)" aria-pressed="true"', html) == ["holds"]


def test_the_map_is_told_the_places_of_the_chosen_claims_alone(catalogue: Catalogue) -> None:
    assert places_named(catalogue, kinds=[], verdicts=[]) == []
    named = places_named(catalogue, kinds=[], verdicts=["contradicted"])
    found = chosen(entries(catalogue), kinds=[], verdicts=["contradicted"])
    assert set(named) == {f"place:{place}" for entry in found for place in entry.claim.touches}
    assert all(catalogue.has(ref) for ref in named)
    assert sent(run(panel="read", show="claims", verdicts="contradicted"))[-1]["named"] == named
    assert "named" not in sent(run(panel="read", show="changed"))[-1]


@pytest.mark.parametrize("show", ["paragraphs", "names", "claims", "changed", "differ", "<junk>"])
def test_the_panel_runs_from_an_address(show: str) -> None:
    assert 'class="reading"' in html_of(show=show)


def test_what_is_chosen_is_what_is_shown(catalogue: Catalogue) -> None:
    facts = chosen(entries(catalogue), kinds=["fact"], verdicts=["disputed"])
    html = html_of(show="claims", kinds="fact", verdicts="disputed")
    assert re.findall(r'data-claim="([^"]+)"', html) == [f"{e.layer.id}/{e.claim.id}" for e in facts]


@needs_essays
@pytest.mark.parametrize("key", ["blank", "heybatov"])
def test_an_essay_that_a_reader_owns_is_recognised(key: str, catalogue: Catalogue) -> None:
    content = (ESSAYS / f"{key}.md").read_bytes()
    opened = open_essay("mine.txt", content)
    assert opened.essay == key
    numbers = {number for number in catalogue.essays[key].paragraphs if isinstance(number, int)}
    assert set(opened.words) == numbers
    numbered = dict(re.findall(r"^\[(\d+)\] (.*)$", content.decode(), re.MULTILINE))
    assert opened.words[3] == numbered["3"].strip()


@needs_essays
def test_no_words_are_kept_beside_the_fingerprints() -> None:
    prints = Path(ROOT / "layers" / "references" / "essay_prints.yaml").read_text("utf-8")
    assert len(re.findall(r'^  \d+: "[0-9a-f]{12}"$', prints, re.MULTILINE)) == 80


def test_a_fingerprint_overlooks_case_and_punctuation() -> None:
    assert fingerprint("“The Key”, he said – twice.") == fingerprint("the key he said twice")
    assert fingerprint("the key") != fingerprint("a key")


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"A shopping list\nmilk\nbread\n", "found 0 paragraphs"),
        (b"", "found 0 paragraphs"),
        ("Żółć".encode("utf-16"), "found text saved as UTF-16"),
        ("Żółć".encode("iso-8859-2"), "found letters that are not UTF-8 on line 1"),
        (b"PK\x03\x04word/document.xml", "found a zip archive or an office document"),
        (b"%PDF-1.7", "found a PDF"),
        (b"a\0b", "found NUL bytes"),
        (b"x" * 1_000_001, "found 1,000,001 bytes; expected at most 1,000,000"),
        (b"a\n" * 5_001, "found 5,001 lines; expected at most 5,000"),
    ],
)
def test_another_file_gets_one_sentence(content: bytes, found: str) -> None:
    with pytest.raises(NotAnEssayError, match=re.escape(found)) as error:
        open_essay("notes.txt", content)
    assert "expected" in str(error.value)
    assert "\n" not in str(error.value)
