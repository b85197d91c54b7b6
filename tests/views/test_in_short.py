"""What a card says first, held against the layer's own parts and the network."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from markupsafe import escape

from layers.geometry.lengths import told_km
from layers.model.mode import Status
from layers.views.fact_view import sources_differ
from layers.views.in_short import NO_DATE, in_short
from layers.views.layer_card import card_html
from layers.views.ways import main_line
from tests.harness.loaded import the_atlas, the_catalogue
from tests.harness.small_atlas import LINE, SmallAtlas

LINES = [layer.id for layer in the_catalogue().layers.values() if layer.strip]


def told(layer: str) -> dict[str, list[str]]:
    return dict(in_short(the_catalogue().layers[layer], the_atlas()))


def parts_of(layer: str) -> list[dict[str, Any]]:
    way = main_line(the_catalogue().layers[layer])
    return [stretch.properties for stretch in way.stretches] if way else []


def test_the_corridors_are_told_in_order_of_travel() -> None:
    assert told("middle-corridor")["Countries"] == ["Kazakhstan → Azerbaijan → Georgia → Romania"]
    assert told("north-south")["Countries"] == ["Russia → Azerbaijan → Iran"]
    assert told("zangezur")["Countries"] == ["Azerbaijan → Armenia → Türkiye"]


def test_a_branch_into_a_further_country_is_told_by_its_country() -> None:
    [branch] = told("middle-corridor")["Branches"]
    assert branch.startswith("Türkiye: Tbilisi – Kars – Kapıkule, 2,4")
    assert [branch.split(":")[0] for branch in told("zangezur")["Branches"]] == ["Georgia", "Iran"]


@pytest.mark.parametrize("layer", LINES)
def test_the_length_is_the_sum_of_its_modes_and_of_its_parts(layer: str) -> None:
    [length] = told(layer)["Length"]
    parts = parts_of(layer)
    *modes, total = [int(number.replace(",", "")) for number in re.findall(r"([\d,]+) km", length)]
    assert not modes or sum(modes) == total
    assert total == pytest.approx(sum(map(told_km, parts)), abs=5 * len(modes) + 5)
    assert f"{parts[0]['from']} – {parts[-1]['to']}" in length


@pytest.mark.parametrize("layer", LINES)
def test_every_part_that_does_not_operate_is_missing_and_promised_or_has_no_date(layer: str) -> None:
    parts = parts_of(layer)
    missing = [part["name"] for part in parts if part["status"] != Status.OPERATING]
    [said] = told(layer)["Missing"]
    assert all(name in said for name in missing[:3])
    assert ("more" in said) == (len(missing) > 3)
    assert bool(missing) == ("Promised" in told(layer))
    assert not missing or any(
        NO_DATE in promise or re.search(r"20\d\d", promise) for promise in told(layer)["Promised"]
    )


def test_days_say_what_they_stand_on() -> None:
    [days] = told("middle-corridor")["Days"]
    assert days == "11–29 days, Khorgos – Constanța, 5,528 km by its fastest way in Routes, as we reckon"
    assert len(told("north-south")["Days"]) == 3
    [tripp] = told("zangezur")["Days"]
    assert tripp.endswith("once its planned links are open")


def test_what_is_no_corridor_says_what_it_connects_and_the_facts_asked_for_first() -> None:
    assert told("tamar")["Connects"] == ["Tamar field – Ashdod onshore terminal, 190 km of pipeline"]
    assert list(told("anaklia")) == ["Promised", "Owners", "Capacity", "Connects"]
    assert told("anaklia")["Connects"][0] == "Senaki – Anaklia, 72 km by rail, in part planned"
    assert told("port-of-baku")["Cargo"] == [
        "8.2 million t (2025; 8.1 % more than in 2024; 68.2 % of it in transit)"
    ]
    assert told("c-sipa")["In force"] == ["19 June 2025"]


SAYING = [layer.id for layer in the_catalogue().layers.values() if layer.facts]


@pytest.mark.parametrize("layer", SAYING)
def test_every_card_with_facts_says_some_first_and_each_value_has_its_year(layer: str) -> None:
    asked = the_catalogue().layers[layer].in_short
    facts = {fact.label: fact for fact in the_catalogue().layers[layer].facts}
    assert asked
    for word, label in asked.items():
        for value, said in zip(facts[label].values, told(layer)[word], strict=True):
            assert str(value.year or "") in said
            assert value.note in said


@pytest.mark.parametrize("layer", SAYING)
def test_a_fact_stands_once_on_its_card_with_its_source_and_its_citation(layer: str) -> None:
    shown = the_catalogue().layers[layer]
    card = card_html(shown, the_atlas())
    head, _, rest = card.partition("</dl>")
    for fact in shown.facts:
        here, there = (head, rest) if fact.label in shown.in_short.values() else (rest, head)
        cite = f'aria-label="Cite {escape(fact.label)}"'
        assert (here.count(cite), there.count(cite)) == (1, 0), fact.label
    first = [fact for fact in shown.facts if fact.label in shown.in_short.values()]
    numbers = sum(len(fact.values) for fact in first) + len(shown.promised)
    assert head.count("data-source=") == numbers
    assert head.count("≠") == sum(sources_differ(fact, the_catalogue()) for fact in first)


def test_a_word_that_says_less_than_its_label_is_followed_by_it() -> None:
    cards = {slug: card_html(the_catalogue().layers[slug], the_atlas()) for slug in ("anaklia", "c-sipa")}
    assert "Containers in a year, first stage (20-foot units, TEU)</dd>" in cards["anaklia"]
    assert "<dt>In force</dt><dd>19 June 2025" in cards["c-sipa"]


def test_a_word_that_leads_to_no_fact_is_a_fault(tmp_path: Path) -> None:
    small = SmallAtlas(tmp_path)
    small.replace(LINE, "facts:", "in_short: {Depth: Deepness}\nfacts:")
    [fault] = [said for said in small.sentences() if "in_short" in said]
    assert "the label of one of its facts instead of “Deepness”" in fault
