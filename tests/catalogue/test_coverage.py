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
from layers.files.folders import folders_of
from layers.model.catalogue import Catalogue
from layers.model.gazetteer import EssayName, Gazetteer
from layers.model.ledger import Ledger
from layers.model.verdict import Verdict
from layers.views.layer_card import card_html
from layers.views.passages import claims_html, entries
from tests.harness.loaded import essay_names, the_atlas, the_catalogue, the_ledger
from tests.harness.small_atlas import FIXTURE

HEAD = ["AN1", "SH1", "AI1", "AI2", "AI3", "AI4", "ZC1", "ZC4", "OC1", "RI8", "RI4", "AA4", "AA5"]
HEAD += ["CW2", "CW3", "EM8", "AA8", "US1"]


def misses(
    catalogue: Catalogue | None = None, gazetteer: Gazetteer | None = None, ledger: Ledger | None = None
) -> tuple[str, ...]:
    """Return what is missed when one of the three is another than ours."""
    return cover(
        catalogue or the_catalogue(), gazetteer or the_atlas().gazetteer, ledger or the_ledger()
    ).misses


def without(name: str) -> Gazetteer:
    ours = the_atlas().gazetteer
    return replace(ours, names=tuple(row for row in ours.names if row.name != name))


def layers(change: Callable[[Any], Any]) -> Catalogue:
    """Return our catalogue with each layer as `change` leaves it; None takes it away."""
    changed = {key: change(layer) for key, layer in the_catalogue().layers.items()}
    return replace(
        the_catalogue(), layers={key: layer for key, layer in changed.items() if layer is not None}
    )


def claims(change: Callable[[Any], Any]) -> Catalogue:
    """Return our catalogue with each claim as `change` leaves it; None takes it away."""
    return layers(
        lambda layer: layer.model_copy(
            update={"claims": tuple(c for c in map(change, layer.claims) if c is not None)}
        )
    )


@pytest.mark.usefixtures("ours_is_loaded")
def test_all_of_it_is_there_by_name(ledger: Ledger) -> None:
    found = coverage()
    assert found.misses == ()
    assert found.counts[0].startswith("names: 141 of 141 ")
    assert found.counts[1].startswith("paragraphs: 81 of 81 ")  # 63 + 17 and the caption
    assert "claims: 213 of 213 in 33 subjects" in found.counts
    assert "statements that need a correction: 12 of 12 have it" in found.counts
    assert len(dict(ledger.claim_ids())) == 213


@pytest.mark.usefixtures("ours_is_loaded")
def test_the_command_prints_counts_and_every_miss(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["check", "--coverage"]) == 0
    assert capsys.readouterr().out.endswith("\n0 misses\n")
    monkeypatch.setattr(
        module, "load_atlas", lambda root: replace(the_atlas(), gazetteer=without("Lake Balkhash"))
    )
    assert main(["check", "--coverage"]) == 1
    out = capsys.readouterr().out
    assert "names: 140 of 141" in out
    assert "missing: name “Lake Balkhash”: not in the gazetteer\n" in out
    assert out.endswith("\n2 misses\n")  # the place still says where it is named
    assert main(["check", "--coverage", str(FIXTURE)]) == 1
    assert "claims_ledger.yaml: found no such file" in capsys.readouterr().out


@pytest.mark.parametrize("row", essay_names(), ids=lambda row: row.name)
def test_no_row_can_be_taken_away(row: EssayName, gazetteer: Gazetteer) -> None:
    assert f"name “{row.name}”: not in the gazetteer" in misses(gazetteer=without(row.name))


@pytest.mark.parametrize("claim", [claim for claim, _ in the_ledger().claim_ids()])
def test_no_claim_can_be_taken_away(claim: str, ledger: Ledger) -> None:
    found = misses(claims(lambda one: None if one.id == claim else one))
    assert any(miss.startswith(f"claim {claim} (") for miss in found)


@pytest.mark.parametrize(
    "paragraph", list(the_ledger().numbered()), ids=lambda paragraph: "-".join(map(str, paragraph))
)
def test_no_gist_can_be_taken_away(
    paragraph: tuple[str, int | str], catalogue: Catalogue, ledger: Ledger
) -> None:
    essay, number = paragraph
    gists = copy.deepcopy(catalogue.essays[essay].paragraphs)
    del gists[number]  # type: ignore[arg-type]
    about = catalogue.essays[essay].model_copy(update={"paragraphs": gists})
    found = misses(replace(catalogue, essays={**catalogue.essays, essay: about}))
    assert f"paragraph {essay} {number}: no gist" in found


def test_a_name_must_be_shown_where_the_gazetteer_says(catalogue: Catalogue) -> None:
    places = {key: place for key, place in catalogue.places.items() if key != "anaklia"}
    assert "name “Anaklia port”: no place anaklia" in misses(replace(catalogue, places=places))
    unsaid = catalogue.places["bahrain"].model_copy(update={"named_in": {}})
    found = misses(replace(catalogue, places={**catalogue.places, "bahrain": unsaid}))
    assert found == ("name “Bahrain”: the place bahrain does not say that blank 44 names it",)
    found = misses(layers(lambda layer: None if layer.id in ("c-sipa", "section-907") else layer))
    assert "name “C-SIPA”: no layer c-sipa that can be drawn" in found
    assert "name “Section 907 of the Freedom Support Act”: no card section-907 that can be shown" in found
    undrawn = layers(
        lambda layer: layer.model_copy(update={"features": []}) if layer.id == "essay-places" else layer
    )
    assert "name “Suez”: the layer essay-places does not draw suez" in misses(undrawn)


def test_a_paragraph_without_names_or_claims_must_be_listed_as_such(ledger: Ledger) -> None:
    unlisted = ledger.model_copy(update={"names_nothing": {"blank": (35,)}})
    assert misses(ledger=unlisted) == ("paragraph blank 32: no name",)
    wrongly = ledger.model_copy(update={"claims_nothing": {"heybatov": (3,)}})
    assert misses(ledger=wrongly) == (
        "paragraph heybatov 3: a claim, though the ledger says that it has none",
    )


def test_a_merged_claim_is_there_and_says_why(gazetteer: Gazetteer, ledger: Ledger) -> None:
    merged = claims(
        lambda one: (
            None
            if one.id == "MC6"
            else one.model_copy(update={"merged": ("MC6",), "merged_why": "Both say so."})
            if one.id == "MC5"
            else one
        )
    )
    found = cover(merged, gazetteer, ledger)
    assert not any("MC6" in miss for miss in found.misses)
    assert "  MC6 is merged into MC5: Both say so." in found.counts


def test_the_ledger_names_the_twelve_statements(ledger: Ledger) -> None:
    assert [claim for statement in ledger.corrected for claim in statement.claims] == HEAD
    assert len(ledger.corrected) == 12


@pytest.mark.parametrize("claim", HEAD)
def test_no_such_statement_stands_without_its_correction(claim: str, catalogue: Catalogue) -> None:
    """US1 is held to more (no geometry), CW3 to its note alone; the ledger says why."""
    layer, one = next((e.layer, e.claim) for e in entries(catalogue) if e.claim.id == claim)
    assert one.check.note
    if claim != "CW3":
        assert one.check.verdict not in ("holds", "judgement")
    holding = one.check.model_copy(update={"verdict": Verdict.HOLDS, "note": ""})
    found = misses(claims(lambda c: c.model_copy(update={"check": holding}) if c.id == claim else c))
    assert any(f": {claim} has no note" in miss for miss in found)
    assert any(f": {claim} has the verdict “holds”" in miss for miss in found) == (claim != "CW3")
    listed = claims_html(catalogue, kinds=[one.kind], verdicts=[one.check.verdict])
    assert f'data-claim="{layer.id}/{claim}"' in listed
    assert one.check.note in card_html(layer, the_atlas()).replace("&#39;", "'")


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
    (tmp_path / "layers").mkdir()
    (folder / "gazetteer.yaml").write_text(
        "names:\n- {name: A, kind: city, named_in: {blank: [1]}, place: baku}\n"
        "- {name: B, kind: city, named_in: {blank: [1]}}\n"
        "- {name: C, kind: city, named_in: {blank: []}, place: baku}\n",
        encoding="utf-8",
    )
    found = read_gazetteer(folders_of(tmp_path))
    assert [row.name for row in found.names] == ["A"]
    assert "one of place, layer, card and reason" in str(found.faults[0])
    assert "geodata/sources/gazetteer.yaml:3" in str(found.faults[0])
    assert "named_in.blank: a list of 0; expected at least 1 of them" in str(found.faults[1])
