"""The words of the atlas: true to the essays, every paragraph told, every claim checked against a source."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from layers.catalogue.citations import citations
from layers.catalogue.definitions import read_definition
from layers.files.folders import ROOT
from layers.model.catalogue import Catalogue
from layers.model.layer import Claim, Layer
from layers.model.reference import Reference

CHECKER = ROOT.parent / "shared" / "tools" / "check_text.py"

# The claims that the six opening layers owe their readers: prefix, how many.
CLAIMS = {
    "middle-corridor": ("MC", 6),
    "north-south": ("NS", 4),
    "zangezur": ("ZC", 5),
    "port-of-baku": ("PB", 9),
    "tamar": ("TF", 7),
    "anaklia": ("AN", 4),
}
# Statements that were found wrong, overtaken or contested: none may stand without its correction.
NEVER_ALONE = {
    "AN1": "contradicted",
    "ZC1": "outdated",
    "ZC4": "outdated",
    "ZC5": "disputed",
    "MC2": "disputed",
    "NS2": "disputed",
    "NS4": "disputed",
}


@pytest.fixture(scope="module")
def texts() -> dict[str, Layer]:
    """The definitions as written, whether or not their geometry can be drawn."""
    found = {}
    for path in sorted((ROOT / "layers" / "definitions").glob("*.md")):
        definition = read_definition(path, file=path.name)
        assert definition.layer, definition.faults
        found[path.stem] = definition.layer.model_copy(update={"body": definition.body})
    return found


@pytest.fixture(scope="module")
def claims(texts: dict[str, Layer]) -> list[Claim]:
    """The claims of all layers."""
    return [claim for layer in texts.values() for claim in layer.claims]


def word_count(text: str) -> int:
    """Count words, citations left out."""
    return len(re.findall(r"[\w’'-]+", re.sub(r"\[[a-z]+:\d[^\]]*\]", "", text)))


@pytest.mark.skipif(not CHECKER.exists(), reason="the essays and their checker are not part of the project")
def test_nothing_is_copied_and_every_quote_and_citation_is_exact() -> None:
    done = subprocess.run(
        [sys.executable, str(CHECKER), str(ROOT)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.skipif(not CHECKER.exists(), reason="the essays and their checker are not part of the project")
def test_the_checker_of_copied_text_can_fail(tmp_path: Path) -> None:
    essay = (CHECKER.parent.parent / "essays" / "blank.md").read_text(encoding="utf-8")
    sentence = re.search(r"^\[16\] (.{200})", essay, re.MULTILINE)
    assert sentence
    (tmp_path / "copied.md").write_text(f"{sentence[1]} [blank:{999}]", encoding="utf-8")
    for command in (["init", "-q"], ["add", "copied.md"]):
        subprocess.run(["git", "-C", str(tmp_path), *command], check=True)
    done = subprocess.run(
        [sys.executable, str(CHECKER), str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "copies blank:16" in done.stdout
    assert "names no paragraph" in done.stdout


def test_every_paragraph_of_both_essays_has_a_short_gist(catalogue: Catalogue) -> None:
    assert set(catalogue.essays["blank"].paragraphs) == set(range(1, 64))
    assert set(catalogue.essays["heybatov"].paragraphs) == {*range(1, 18), "caption"}
    long = [
        f"{key}:{number}"
        for key, essay in catalogue.essays.items()
        for number, gist in essay.paragraphs.items()
        if word_count(gist) > 20
    ]
    assert not long


@pytest.mark.parametrize("layer", CLAIMS)
def test_all_claims_of_a_subject_are_told(texts: dict[str, Layer], layer: str) -> None:
    prefix, count = CLAIMS[layer]
    told = [claim.id for claim in texts[layer].claims]
    assert told == [f"{prefix}{number}" for number in range(1, count + 1)]


def test_every_cited_paragraph_exists(
    catalogue: Catalogue, texts: dict[str, Layer], claims: list[Claim]
) -> None:
    for claim in claims:
        assert set(claim.paragraphs) <= set(catalogue.essays[claim.essay].paragraphs), claim.id
    for layer in texts.values():
        for written in [layer.body, *(claim.text for claim in layer.claims)]:
            for essay, paragraph in citations(written):
                assert paragraph in catalogue.essays[essay].paragraphs, (layer.id, essay, paragraph)


def test_a_quote_stands_in_a_paragraph_that_its_claim_names(claims: list[Claim]) -> None:
    for claim in claims:
        for essay, paragraph in citations(claim.text):
            assert essay == claim.essay, claim.id
            assert paragraph in claim.paragraphs, claim.id


def test_every_source_named_is_declared(
    catalogue: Catalogue, texts: dict[str, Layer], claims: list[Claim]
) -> None:
    used = {source for claim in claims for source in claim.check.sources}
    for layer in texts.values():
        used |= {value.source for fact in layer.facts for value in fact.values}
        used |= {voice.source for voice in layer.voices}
    assert used
    assert used <= set(catalogue.sources)


def test_every_flagged_claim_says_what_is_known_and_from_where(claims: list[Claim]) -> None:
    for claim in claims:
        if claim.check.verdict not in ("holds", "judgement"):
            assert claim.check.note, claim.id
            assert claim.check.sources or claim.check.verdict == "unverified", claim.id
        if claim.check.note and claim.check.verdict not in ("judgement", "unverified"):
            assert claim.check.sources, f"{claim.id}: a note without a source"
        if claim.check.verdict in ("outdated", "contradicted"):
            assert claim.check.since, f"{claim.id}: since when?"


def test_what_was_found_wrong_never_stands_alone(claims: list[Claim]) -> None:
    verdicts = {claim.id: claim.check.verdict for claim in claims}
    assert {key: verdicts[key] for key in NEVER_ALONE} == NEVER_ALONE


def test_claims_are_sentences_a_student_reads_in_one_go(claims: list[Claim]) -> None:
    for claim in claims:
        assert 5 <= word_count(claim.text) <= 40, (claim.id, word_count(claim.text))
        assert claim.text.rstrip()[-1] in ".!?", claim.id


@pytest.mark.parametrize("layer", CLAIMS)
def test_a_layer_opens_with_a_short_text_and_other_voices(texts: dict[str, Layer], layer: str) -> None:
    shown = texts[layer]
    plain = re.sub(r"\]\((?:place|feature):[^)]+\)", "]", shown.body)
    assert 60 <= word_count(plain) <= 140
    assert len(shown.voices) >= 3
    assert shown.facts
    assert shown.status_note


def test_each_layer_quotes_at_most_one_phrase(texts: dict[str, Layer]) -> None:
    for layer in texts.values():
        written = " ".join([layer.body, *(claim.text for claim in layer.claims)])
        quotes = re.findall(r"“[^”]+”[\s.,;]*\[[a-z]+:\d", written)
        assert len(quotes) <= 1, (layer.id, quotes)


def test_contested_names_say_who_uses_them(texts: dict[str, Layer]) -> None:
    names = {name.name: name.used_by for name in texts["zangezur"].names}
    assert "Azerbaijan" in names["Zangezur corridor"]
    assert "Armenia rejects" in names["Zangezur corridor"]
    voices = " ".join(voice.who for voice in texts["zangezur"].voices)
    assert all(f"{country}’s" in voices for country in ("Armenia", "Azerbaijan", "Iran", "Türkiye", "Russia"))


@pytest.mark.parametrize(
    ("layer", "label", "legs"),
    [
        ("zangezur", "Length in Armenia", ["aghband-agarak"]),
        ("zangezur", "Railway Horadiz – Aghband (Azerbaijan)", ["horadiz-aghband"]),
        ("zangezur", "Railway Dilucu – Kars (Türkiye)", ["dilucu-igdir", "igdir-kars"]),
        ("middle-corridor", "Caspian crossing, Aktau – Alat", ["aktau-alat"]),
        ("north-south", "Missing railway Rasht – Astara", ["astara-rasht"]),
        ("tamar", "Pipe from the wells to the platform", ["tamar-tieback"]),
    ],
)
def test_a_length_called_ours_is_that_of_the_line_drawn(
    catalogue: Catalogue, layer: str, label: str, legs: list[str]
) -> None:
    fact = next(fact for fact in catalogue.layers[layer].facts if fact.label == label)
    [ours] = [value.value for value in fact.values if value.source == "ours"]
    features = [catalogue.feature(Reference.to_feature(layer, leg)) for leg in legs]
    drawn = sum(feature["properties"]["km"] for feature in features if feature)
    assert ours == pytest.approx(drawn, abs=1)


def test_the_rails_of_the_middle_corridor_are_summed_rightly(catalogue: Catalogue) -> None:
    corridor = catalogue.layers["middle-corridor"]
    fact = next(fact for fact in corridor.facts if fact.label.startswith("Length by rail"))
    [ours] = [value.value for value in fact.values if value.source == "ours"]
    legs = [feature["properties"] for slug in corridor.strip if (feature := corridor.feature(slug))]
    rails = sum(leg["track_km"] for leg in legs if leg["mode"] == "rail")
    assert ours == pytest.approx(rails, rel=0.003)  # the card's figure is rounded
