"""References: three forms, taken apart in one place, known to the catalogue."""

from __future__ import annotations

import json

import pytest
from pydantic import TypeAdapter, ValidationError

from layers.model.catalogue import Catalogue
from layers.model.reference import Reference

PARTS = {
    "tamar": ("tamar", None, None),
    "tamar/leviathan": ("tamar", "leviathan", None),
    "place:baku": (None, None, "baku"),
}


@pytest.mark.parametrize(("text", "parts"), PARTS.items(), ids=list(PARTS))
def test_a_reference_has_its_parts(text: str, parts: tuple[str | None, ...]) -> None:
    reference = Reference(text)
    assert (reference.layer, reference.feature, reference.place) == parts
    assert reference == text
    assert json.dumps(reference) == json.dumps(text)


@pytest.mark.parametrize(
    "text", ["", "a/b/c", "place:", "/x", "Tamar", "layer:x", "x" * 65, "a b", "tamar\n"]
)
def test_other_text_is_none(text: str) -> None:
    assert Reference.read(text) is None
    with pytest.raises(ValueError, match="layer/feature or place:id"):
        Reference(text)
    with pytest.raises(ValidationError, match="layer/feature or place:id"):
        TypeAdapter(Reference).validate_python(text)


@pytest.mark.parametrize("value", [None, 3, ["tamar"], {"tamar": 1}])
def test_what_is_no_text_is_none(value: object) -> None:
    assert Reference.read(value) is None


def test_a_model_holds_the_reference_and_writes_the_text() -> None:
    adapter = TypeAdapter(Reference)
    assert adapter.validate_python("place:baku").place == "baku"
    assert adapter.validate_json('"tamar"').layer == "tamar"
    assert adapter.dump_json(Reference("tamar")) == b'"tamar"'


def test_made_of_parts_it_is_the_same() -> None:
    assert Reference.to_feature("tamar", "leviathan") == "tamar/leviathan"
    assert Reference.to_place("baku") == "place:baku"


@pytest.mark.parametrize("text", ["nothing", "place:nowhere", "nothing/at-all"])
def test_an_empty_catalogue_has_nothing(text: str) -> None:
    assert not Catalogue().has(Reference(text))
    assert Catalogue().feature(Reference(text)) is None
