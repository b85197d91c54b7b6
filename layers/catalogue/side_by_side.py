"""One quantity has one place: what two facts call by one name, with one unit and year, is one number."""

from __future__ import annotations

from collections.abc import Iterator

from layers.catalogue.definitions import Definition
from layers.files.words import fold
from layers.model.catalogue import Catalogue
from layers.model.layer import Fact, FactValue

Name = tuple[str, str, str]  # of a quantity: label, unit and year
Given = tuple[int, Fact, FactValue]


def check_side_by_side(definitions: list[Definition], known: Catalogue) -> None:
    """Add a fault for each value that another fact, of any layer, gives otherwise under the same name.

    Values that differ stand together in one fact, where a reader sees that they do; another quantity has
    another label.
    """
    told: dict[Name, tuple[str, Fact]] = {}
    for layer in known.layers.values():
        for fact in layer.facts:
            for value in fact.values:
                told.setdefault(_name(fact, value), (layer.id, fact))
    for definition in definitions:
        for number, fact, value in _given(definition):
            where, first = told.setdefault(_name(fact, value), (definition.stem, fact))
            if first != fact and not _gives(first, value):
                found = f"the value {value.value} {value.unit}".rstrip()
                expected = f"that of {where}, both in one fact, or a label that tells the two apart"
                definition.fault(f"facts, {fact.label}", found, expected, "facts", number)


def _given(definition: Definition) -> Iterator[Given]:
    for number, fact in definition.valid("facts", Fact):
        for value in fact.values:
            yield number, fact, value


def _name(fact: Fact, value: FactValue) -> Name:
    return fold(fact.label), value.unit, str(value.year)


def _gives(fact: Fact, value: FactValue) -> bool:
    return any(
        other.value == value.value for other in fact.values if _name(fact, other) == _name(fact, value)
    )
