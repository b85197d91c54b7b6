"""The tables of verdicts, modes and statuses: each entry says all that the page and the map need."""

from __future__ import annotations

import copy

import pytest
from pydantic import ValidationError

from layers.map import style
from layers.map.style import token_faults, tokens
from layers.model.kind import ClaimKind
from layers.model.layer import Check, Claim
from layers.model.mode import Mode, Status
from layers.model.verdict import Verdict


def test_signs_and_words_tell_verdicts_apart() -> None:
    assert len({verdict.sign for verdict in Verdict}) == len(Verdict)
    assert len({verdict.word for verdict in Verdict}) == len(Verdict)


@pytest.mark.parametrize("verdict", Verdict)
def test_a_verdict_asks_for_what_it_needs(verdict: Verdict) -> None:
    whole = {"verdict": verdict.value, "note": "It is so.", "sources": ["S1"]}
    assert Check.model_validate(whole).verdict is verdict
    for key, needed in (("note", verdict.needs_note), ("sources", verdict.needs_source)):
        lacking = {name: value for name, value in whole.items() if name != key}
        if not needed:
            Check.model_validate(lacking)
            continue
        with pytest.raises(ValidationError, match=verdict.value):
            Check.model_validate(lacking)


@pytest.mark.parametrize("kind", ClaimKind)
def test_only_what_can_be_checked_must_be(kind: ClaimKind) -> None:
    claim = {"id": "A1", "essay": "one", "paragraphs": [1], "speaker": "X", "kind": kind.value, "text": "So."}
    judged = claim | {"check": {"verdict": "judgement"}}
    if kind.can_be_checked:
        with pytest.raises(ValidationError, match="can be checked"):
            Claim.model_validate(judged)
    else:
        assert Claim.model_validate(judged).kind is kind


def test_a_table_s_entries_are_text_as_they_stand_in_files() -> None:
    assert f"{Verdict.HOLDS} {Mode.SEA} {Status.PLANNED}" == "holds sea planned"
    assert {"rail": 1}[Mode.RAIL] == 1


def test_every_verdict_and_status_has_its_sign() -> None:
    assert list(token_faults()) == []


def test_a_missing_sign_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    lacking = copy.deepcopy(tokens())
    del lacking["dark"]["chip"]["disputed"]
    del lacking["dash"]["idle"]
    monkeypatch.setattr(style, "tokens", lambda: lacking)
    chip, dash = map(str, token_faults())
    assert "tokens.json (dark.chip): found no “disputed” for the verdict disputed" in chip
    assert "tokens.json (dash): found no “idle”" in dash


def test_a_railway_is_the_measure_of_widths() -> None:
    assert Mode.RAIL.width == 1
    assert all(0 < mode.width <= 1 for mode in Mode)
