"""Everything that the essays name and claim is there, by name; whatever is taken away is missed."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from layers.__main__ import main
from layers.catalogue import coverage as module
from layers.catalogue.coverage import cover, coverage
from layers.catalogue.gazetteer import read_gazetteer
from layers.catalogue.ledger import read_ledger
from layers.catalogue.load import load_catalogue
from layers.files.folders import ROOT
from layers.model.catalogue import Catalogue
from layers.model.gazetteer import EssayName, Gazetteer
from layers.model.ledger import Ledger
from layers.views.layer_card import card_html, claim_view
from layers.views.passages import entries
from layers.views.render import render
from tests.harness.small_atlas import FIXTURE

CATALOGUE = load_catalogue()
GAZETTEER = read_gazetteer()
LEDGER = read_ledger(ROOT)
HEAD = ["AN1", "SH1", "AI1", "AI2", "AI3", "AI4", "ZC1", "ZC4", "OC1", "RI8", "RI4", "AA4", "AA5"]
HEAD += ["CW2", "CW3", "EM8", "AA8", "US1"]


def misses(
    catalogue: Catalogue = CATALOGUE, gazetteer: Gazetteer = GAZETTEER, ledger: Ledger = LEDGER
) -> tuple[str, ...]:
    return cover(catalogue, gazetteer, ledger).misses


def without(name: str) -> Gazetteer:
    return replace(GAZETTEER, names=tuple(row for row in GAZETTEER.names if row.name != name))


def layers(change: Callable[[Any], Any]) -> Catalogue:
    """Return our catalogue with each layer as `change` leaves it; None takes it away."""
    changed = {key: change(layer) for key, layer in CATALOGUE.layers.items()}
    return replace(CATALOGUE, layers={key: layer for key, layer in changed.items() if layer is not None})


def claims(change: Callable[[Any], Any]) -> Catalogue:
    """Return our catalogue with each claim as `change` leaves it; None takes it away."""
    return layers(
        lambda layer: layer.model_copy(
            update={"claims": tuple(c for c in map(change, layer.claims) if c is not None)}
        )
    )


def test_all_of_it_is_there_by_name() -> None:
    found = coverage()
    assert found.misses == ()
    assert found.counts[0].startswith("names: 141 of 141 ")
    assert found.counts[1].startswith("paragraphs: 81 of 81 ")  # 63 + 17 and the caption
    assert "claims: 201 of 201 in 33 subjects" in found.counts
    assert "statements that need a correction: 12 of 12 have it" in found.counts
    assert len(dict(LEDGER.claim_ids())) == 201


def test_the_command_prints_counts_and_every_miss(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["check", "--coverage"]) == 0
    assert capsys.readouterr().out.endswith("\n0 misses\n")
    monkeypatch.setattr(module, "read_gazetteer", lambda root: without("Lake Balkhash"))
    assert main(["check", "--coverage"]) == 1
    out = capsys.readouterr().out
    assert "names: 140 of 141" in out
    assert "missing: name “Lake Balkhash”: not in the gazetteer\n" in out
    assert out.endswith("\n2 misses\n")  # the place still says where it is named
    assert main(["check", "--coverage", str(FIXTURE)]) == 1
    assert "claims_ledger.yaml: found no such file" in capsys.readouterr().out


@pytest.mark.parametrize("row", GAZETTEER.names, ids=lambda row: row.name)
def test_no_row_can_be_taken_away(row: EssayName) -> None:
    assert f"name “{row.name}”: not in the gazetteer" in misses(gazetteer=without(row.name))


@pytest.mark.parametrize("claim", [claim for claim, _ in LEDGER.claim_ids()])
def test_no_claim_can_be_taken_away(claim: str) -> None:
    found = misses(claims(lambda one: None if one.id == claim else one))
    assert any(miss.startswith(f"claim {claim} (") for miss in found)


@pytest.mark.parametrize(
    "paragraph", list(LEDGER.numbered()), ids=lambda paragraph: "-".join(map(str, paragraph))
)
def test_no_gist_can_be_taken_away(paragraph: tuple[str, int | str]) -> None:
    essay, number = paragraph
    gists = copy.deepcopy(CATALOGUE.essays[essay].paragraphs)
    del gists[number]  # type: ignore[arg-type]
    about = CATALOGUE.essays[essay].model_copy(update={"paragraphs": gists})
    found = misses(replace(CATALOGUE, essays={**CATALOGUE.essays, essay: about}))
    assert f"paragraph {essay} {number}: no gist" in found


def test_a_name_must_be_shown_where_the_gazetteer_says() -> None:
    places = {key: place for key, place in CATALOGUE.places.items() if key != "anaklia"}
    assert "name “Anaklia port”: no place anaklia" in misses(replace(CATALOGUE, places=places))
    unsaid = CATALOGUE.places["bahrain"].model_copy(update={"named_in": {}})
    found = misses(replace(CATALOGUE, places={**CATALOGUE.places, "bahrain": unsaid}))
    assert found == ("name “Bahrain”: the place bahrain does not say that blank 44 names it",)
    found = misses(layers(lambda layer: None if layer.id in ("c-sipa", "section-907") else layer))
    assert "name “C-SIPA”: no layer c-sipa that can be drawn" in found
    assert "name “Section 907 of the Freedom Support Act”: no card section-907 that can be shown" in found
    undrawn = layers(
        lambda layer: layer.model_copy(update={"features": []}) if layer.id == "essay-places" else layer
    )
    assert "name “Suez”: the layer essay-places does not draw suez" in misses(undrawn)


def test_a_paragraph_without_names_or_claims_must_be_listed_as_such() -> None:
    unlisted = LEDGER.model_copy(update={"names_nothing": {"blank": (35,)}})
    assert misses(ledger=unlisted) == ("paragraph blank 32: no name",)
    wrongly = LEDGER.model_copy(update={"claims_nothing": {"heybatov": (3,)}})
    assert misses(ledger=wrongly) == (
        "paragraph heybatov 3: a claim, though the ledger says that it has none",
    )


def test_a_merged_claim_is_there_and_says_why() -> None:
    merged = claims(
        lambda one: (
            None
            if one.id == "MC6"
            else one.model_copy(update={"merged": ("MC6",), "merged_why": "Both say so."})
            if one.id == "MC5"
            else one
        )
    )
    found = cover(merged, GAZETTEER, LEDGER)
    assert not any("MC6" in miss for miss in found.misses)
    assert "  MC6 is merged into MC5: Both say so." in found.counts


def test_the_ledger_names_the_twelve_statements() -> None:
    assert [claim for statement in LEDGER.corrected for claim in statement.claims] == HEAD
    assert len(LEDGER.corrected) == 12


@pytest.mark.parametrize("claim", HEAD)
def test_no_such_statement_stands_without_its_correction(claim: str) -> None:
    """US1 is held to more (no geometry), CW3 to its note alone; the ledger says why."""
    layer, one = next((e.layer, e.claim) for e in entries(CATALOGUE) if e.claim.id == claim)
    assert one.check.note
    if claim != "CW3":
        assert one.check.verdict not in ("holds", "judgement")
    holding = one.check.model_copy(update={"verdict": "holds", "note": ""})
    found = misses(claims(lambda c: c.model_copy(update={"check": holding}) if c.id == claim else c))
    assert any(f": {claim} has no note" in miss for miss in found)
    assert any(f": {claim} has the verdict “holds”" in miss for miss in found) == (claim != "CW3")
    shown = render("claims.html", **_listed(claim))
    plain = shown.replace("&#39;", "'")
    assert one.check.note in plain
    assert one.check.note in card_html(layer, CATALOGUE).replace("&#39;", "'")


def _listed(claim: str) -> dict[str, Any]:
    found = [entry for entry in entries(CATALOGUE) if entry.claim.id == claim]
    return {
        "found": found,
        "total": len(found),
        "changed": False,
        "claim_view": lambda entry: claim_view(entry.claim, CATALOGUE),
    }


def test_a_statement_that_may_not_be_drawn_is_not() -> None:
    drawn = layers(
        lambda layer: (
            layer.model_copy(update={"geodata": "x.geojson"}) if layer.id == "us-politics" else layer
        )
    )
    assert misses(drawn) == (
        "statement of heybatov 14: US1 stands on us-politics, which is drawn on the map",
    )


def test_a_wrong_row_is_a_miss_and_the_others_stay(tmp_path: Path) -> None:
    folder = tmp_path / "geodata" / "sources"
    folder.mkdir(parents=True)
    (folder / "gazetteer.yaml").write_text(
        "names:\n- {name: A, kind: city, blank: [1], place: baku}\n- {name: B, kind: city, blank: [1]}\n"
        "- {name: C, kind: city, place: baku}\n",
        encoding="utf-8",
    )
    found = read_gazetteer(tmp_path)
    assert [row.name for row in found.names] == ["A"]
    assert "one of place, layer, card and reason" in str(found.faults[0])
    assert "geodata/sources/gazetteer.yaml:3" in str(found.faults[0])
    assert "the paragraphs that print the name" in str(found.faults[1])
