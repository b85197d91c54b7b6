"""Each kind of broken definition: named with its line, and the other layers show."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.harness.small_atlas import LINE, SmallAtlas

CITED = "blank:3"  # a quote of the tests, not of the essay


@pytest.fixture
def atlas(tmp_path: Path) -> SmallAtlas:
    return SmallAtlas(tmp_path)


# In the fixture's line definition: what to replace, by what, the line of the fault, words of its sentence.
BROKEN_DEFINITIONS: dict[str, tuple[str, str, int, list[str]]] = {
    "unknown key": ("order: 1", "ordr: 1", 7, ["the unknown key “ordr”", "order"]),
    "missing key": ("short: Demo line\n", "", 2, ["no “short”"]),
    "group": ("group: corridors", "group: routes", 5, ["“routes”", "corridors · ports-and-fields · energy"]),
    "subject": ("subject: middle-corridor", "subject: tea", 6, ["middle-corridor · north-south · zangezur"]),
    "status": ("status: operating", "status: open", 13, ["operating · building · planned · idle · closed"]),
    "as_of": ("as_of: 2026-03-10", "as_of: 2026-13-10", 14, ["as_of", "a day that the calendar has"]),
    "as_of in words": ("as_of: 2026-03-10", "as_of: spring", 14, ["a date such as 2026-03-10"]),
    "figure": (
        "figure: 2 legs",
        "figure: two legs of a line with a gap at its end",
        9,
        ["at most 32 characters"],
    ),
    "on": ("on: true", "on: maybe", 8, ["true or false"]),
    "geodata path": ("demo-line.geojson", "../../etc/passwd", 12, ["the name of a file in geodata"]),
    "geodata missing": ("demo-line.geojson", "other.geojson", 12, ["no such file", "other.geojson"]),
    "id": ("id: demo-line", "id: line", 2, ["the id “line”", "expected “demo-line”, like the file's name"]),
    "kind": ("kind: fact", "kind: truth", 27, ["claims, DL1", "fact · argument · forecast · opinion"]),
    "verdict": ("verdict: imprecise", "verdict: wrong", 30, ["claims, DL1", "holds · imprecise · outdated"]),
    "check without note": ("      note: It leads over Alat.\n", "", 29, ["claims, DL1", "a note that says"]),
    "check without source": ("      sources: [S1]\n", "", 29, ["at least one source for the verdict"]),
    "judged fact": ("verdict: imprecise", "verdict: judgement", 23, ["a fact can be checked"]),
    "no paragraph": ("paragraphs: [3]", "paragraphs: []", 25, ["claims, DL1", "at least 1"]),
    "paragraphs missing": ("    paragraphs: [3]\n", "", 23, ["claims, DL1", "no “paragraphs”"]),
    "paragraph text": ("[caption]", "[title]", 35, ["claims, DL2", "title"]),
    "unknown paragraph": ("paragraphs: [3]", "paragraphs: [64]", 25, ["paragraph 64", "of blank: 1 to 3"]),
    "unknown essay": ("essay: heybatov", "essay: heybat", 34, ["“heybat”", "blank · heybatov"]),
    "unknown source": (
        "sources: [S1]",
        "sources: [S9]",
        32,
        ["claims, DL1", "the source “S9”", "an id of the sources"],
    ),
    "source of a fact": ("source: S1}", "source: S7}", 20, ["facts, Length", "the source “S7”"]),
    "number without year": ("year: 2025, ", "", 20, ["facts, Length", "a year beside the number"]),
    "fact without values": (
        "    values:\n      - {value: 74, unit: km, year: 2025, source: S1}\n"
        "      - {value: 73.5, unit: km, year: 2026, source: ours, note: our line}",
        "    values: []",
        19,
        ["facts, Length", "at least 1"],
    ),
    "voice without a day": ('said: "2026-01", ', "", 42, ["voices, The mayor of Alat", "no “said”"]),
    "voice of some day": (
        '"2026-01"',
        "lately",
        42,
        ["voices, The mayor of Alat", "“lately”", "such as 2026-03-10, 2026-03 or 2026, or “not printed”"],
    ),
    "name without user": (", used_by: the tests", "", 11, ["names, Trial line", "used_by"]),
    "duplicate key": (
        "status: operating",
        "status: operating\nstatus: planned",
        14,
        ["“status” twice", "line 13"],
    ),
    "tab": ("  - label", "\t- label", 18, ["a tab in the indentation", "expected spaces"]),
    "colon": ("short: Demo line", "short: Demo: line", 4, ["an unexpected colon", "quotes"]),
    "indent": ("group: corridors", "  group: corridors", 5, ["an unexpected colon", "same indentation"]),
    "unclosed list": ("strip: [baku-alat, alat-ganja]", "strip: [baku-alat", 16, ["expected ',' or ']'"]),
    "alias": ("short: Demo line", "short: *title", 4, ["the alias “*title”"]),
    "bomb": ("short: Demo line", "short: " + "[" * 50 + "]" * 50, 4, ["nested"]),
    "python tag": ("short: Demo line", "short: !!python/name:os.system x", 4, ["plain text"]),
    "tag of no bool": ("short: Demo line", "short: !!bool x", 4, ["the value “x”", "plain text"]),
    "tag of no number": ("short: Demo line", 'short: !!int ""', 4, ["plain text"]),
    "tag of no date": ("short: Demo line", "short: !!timestamp x", 4, ["the value “x”", "plain text"]),
    "reserved key": ("order: 1", "broken: null\nbody: x", 8, ["the unknown key “body”"]),
    "list as text": ("short: Demo line", "short: [a]", 4, ["short: a list of 1", "text"]),
    "no front matter": ("---\nid:", "id:", 1, ["“---” on the first line"]),
    "no end": ("---\n\nThe line", "\n\nThe line", 1, ["no end of the front matter"]),
}


@pytest.mark.parametrize("case", BROKEN_DEFINITIONS)
def test_broken_definition_is_named_and_the_other_layer_shows(atlas: SmallAtlas, case: str) -> None:
    old, new, line, words = BROKEN_DEFINITIONS[case]
    path = atlas.root / LINE
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    catalogue = atlas.load()
    sentences = [str(fault) for fault in catalogue.faults]
    assert any(all(word in sentence for word in words) for sentence in sentences), sentences
    assert any(sentence.startswith(f"{LINE}:{line}") for sentence in sentences), sentences
    broken = catalogue.layers["demo-line"]
    assert broken.broken is not None
    assert broken.broken.startswith("This layer cannot be shown: ")
    assert "\n" not in broken.broken
    assert broken.features == []
    assert not broken.on
    assert catalogue.layers["demo-port"].broken is None
    assert [layer.id for layer in catalogue.drawn] == ["demo-port"]


WRONG_BUT_SHOWN: dict[str, tuple[str, str, list[str]]] = {
    "unknown place": ("place:alat", "place:atlantis", [f"{LINE}:45 (text)", "place “atlantis”"]),
    "unknown feature": (
        "feature:demo-port/alat",
        "feature:demo-port/x",
        [f"{LINE}:46 (text)", "demo-port/x"],
    ),
    "unknown layer": ("feature:demo-port/alat", "feature:other/x", ["the feature “other/x”"]),
    "citation": ("west [blank:3]", "west [blank:9]", [f"{LINE}:45 (text)", "[blank:9]", "1 to 3"]),
    "citation of nobody": ("west [blank:3]", "west [nobody:3]", ["[nobody:3]", "blank · heybatov"]),
    "citation in a claim": (
        "Ganja [blank:3].",
        "Ganja [blank:9].",
        [f"{LINE}:28 (claims, DL1)", "[blank:9]"],
    ),
    "long quote": (
        "west [blank:3]",
        f"west “{'word ' * 13}” [{CITED}]",
        [f"{LINE}:45", "more than 12 words"],
    ),
    "strip": ("strip: [baku-alat,", "strip: [baku-yalama,", [f"{LINE}:15 (strip)", "“baku-yalama”"]),
    "strip note": ("feature: alat-ganja", "feature: ganja", [f"{LINE}:16 (strip_note)", "“ganja”"]),
    "verdict of our own": (
        "sources: [S1]",
        "sources: [ours]",
        [f"{LINE}:32 (claims, DL1)", "the verdict “imprecise” on no page", "a page that was read"],
    ),
    "voice of our own": ("tunnel., source: S1", "tunnel., source: ours", [f"{LINE}:42 (voices, The mayor"]),
    "one quantity in two places": (
        "claims:\n  - id: DL1",
        "  - label: length\n    values:\n      - {value: 75, unit: km, year: 2025, source: S1}\n"
        "claims:\n  - id: DL1",
        [f"{LINE}:22 (facts, length)", "the value 75 km", "that of demo-line, both in one fact"],
    ),
    "claim id twice": ("id: DL2", "id: DL1", [f"{LINE}:33 (claims)", "the claim id “DL1” again"]),
}


@pytest.mark.parametrize("case", WRONG_BUT_SHOWN)
def test_dangling_reference_is_a_fault_but_the_layer_shows(atlas: SmallAtlas, case: str) -> None:
    old, new, words = WRONG_BUT_SHOWN[case]
    catalogue = atlas.replace(LINE, old, new).load()
    assert len(catalogue.faults) == 1
    assert all(word in str(catalogue.faults[0]) for word in words), str(catalogue.faults[0])
    layer = catalogue.layers["demo-line"]
    assert layer.broken is None
    assert {slug for slug in layer.strip if layer.feature(slug) is None} == set()
    assert layer.strip_note is None or layer.feature(layer.strip_note.feature)
