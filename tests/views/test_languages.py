"""The language of a name."""

from __future__ import annotations

import pytest

from layers.catalogue.atlas import Atlas
from layers.views.languages import language_of
from layers.views.layer_card import card_html


@pytest.mark.parametrize(
    ("name", "used_by", "language"),
    [
        ("ანაკლია", "Georgian", "ka"),
        ("Ջուղա", "", "hy"),
        ("באקו", "", "he"),
        ("一带一路", "Chinese", "zh"),
        ("باکو", "", "fa"),
        ("دمشق", "", "ar"),
        ("Баку", "", "ru"),
        ("Очамчыра", "Abkhaz", "ab"),
        ("Ақтау", "", ""),
        ("Zəngəzur dəhlizi", "Azerbaijani", "az"),
        ("Abraham Agreements", "Blank, once, in paragraph 40", ""),
        ("Anaklia Deep Sea Port", "Georgian government", ""),
    ],
)
def test_a_name_is_in_the_language_of_its_script_or_of_who_uses_it(
    name: str, used_by: str, language: str
) -> None:
    assert language_of(name, used_by) == language


def test_the_card_names_the_language_of_each_foreign_name(loaded: Atlas) -> None:
    assert '<bdi lang="ka">ანაკლია</bdi>' in card_html(loaded.catalogue.layers["anaklia"], loaded)
