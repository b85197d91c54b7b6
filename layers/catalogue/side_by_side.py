"""What two facts call by one name, with one unit and year, is one quantity and has the same values."""

from __future__ import annotations

from layers.catalogue.definitions import Definition
from layers.files.border import Border
from layers.files.words import fold, listed
from layers.model.catalogue import Catalogue
from layers.model.layer import Fact

Name = tuple[str, str, str]  # of a quantity: label, unit and year


def check_side_by_side(definitions: list[Definition], known: Catalogue) -> None:
    """Add a fault for each fact that gives what another fact, of any layer, gives otherwise under its name.

    Values that differ stand together wherever they stand, so that a reader sees that they do; another
    quantity has another label.
    """
    first: dict[Name, tuple[str, list[str]]] = {}
    for layer in known.layers.values():
        for fact in layer.facts:
            for name, values in _named(fact).items():
                first.setdefault(name, (layer.id, values))
    for definition in definitions:
        with Border(definition.file, definition.faults):
            _hold(definition, first)


def _hold(definition: Definition, first: dict[Name, tuple[str, list[str]]]) -> None:
    """Hold the facts of a definition against the `first` of each name, and add those that are new."""
    for number, fact in definition.valid("facts", Fact):
        for name, values in _named(fact).items():
            where, before = first.setdefault(name, (definition.stem, values))
            if before != values:
                found = f"{listed(values)} where {where} has {listed(before)}"
                expected = "the same values, or a label that tells the two apart"
                definition.fault(f"facts, {fact.label}", found, expected, "facts", number)


def _named(fact: Fact) -> dict[Name, list[str]]:
    """Return the values of a fact by what they are called, in an order of their own."""
    told: dict[Name, set[str]] = {}
    for value in fact.values:
        told.setdefault((fold(fact.label), value.unit, str(value.year)), set()).add(str(value.value))
    return {name: sorted(values) for name, values in told.items()}
