"""Each value of a card points at its source, and each source and each name leads to a true address."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from typing import Any
from urllib.parse import parse_qs

import pytest
from pydantic import ValidationError

from layers.catalogue.atlas import Atlas
from layers.files.schema_faults import complaints
from layers.files.words import readable_date
from layers.model.essay import Source
from layers.model.reference import Reference
from layers.views.citing import cited
from layers.views.fragments import fragments_of
from layers.views.layer_card import card_html

PAGE = {
    "title": "T",
    "publisher": "Civil",
    "date": "2026-03-10",
    "address": "civil.ge/a",
    "read": "2026-12-01",
}
REF = re.compile(r'class="ref" data-source="([^"]+)"')
NUMBERED = re.compile(r'data-source="([^"]+)"[^>]*>(?:[^<]*<sup><span[^>]*>[^<]*</span>)?(\d+)<')
ENTRY = re.compile(r'<li id="source-([^"]+)" tabindex="-1">(.*?)</li>', re.DOTALL)
HOLD = re.compile(r'<a [^>]*href="([^"]*)"')
PARTS = re.compile(r'<details class="parts">.*?</details>', re.DOTALL)  # rows of their own kind


def test_sources_are_numbered_as_the_card_names_them(loaded: Atlas) -> None:
    for layer in loaded.catalogue.layers.values():
        text, _, listed = card_html(layer, loaded).partition('<details class="sources">')
        entries = [entry[0] for entry in ENTRY.findall(listed)]
        assert list(dict.fromkeys(REF.findall(text))) == entries, layer.id
        numbered = NUMBERED.findall(text)
        assert len(numbered) == len(REF.findall(text))
        assert all(entries[int(number) - 1] == id for id, number in numbered)


def test_every_value_promise_voice_and_check_points_at_its_source(loaded: Atlas) -> None:
    for layer in loaded.catalogue.layers.values():
        told = [value.source for fact in layer.facts for value in fact.values]
        told += [voice.source for voice in layer.voices]
        told += [source for claim in layer.claims if claim.check.note for source in claim.check.sources]
        text = card_html(layer, loaded).partition('<details class="sources">')[0]
        told += [promise.source for promise in layer.promised]
        assert Counter(REF.findall(text)) == Counter(told), layer.id


def test_every_source_is_a_link_that_says_where_it_leads_or_that_there_is_none(loaded: Atlas) -> None:
    sources, seen = loaded.catalogue.sources, set()
    for layer in loaded.catalogue.layers.values():
        for id, entry in ENTRY.findall(card_html(layer, loaded)):
            seen.add(id)
            if not sources[id].outside:
                assert "without an address" in entry
                continue
            safe = 'target="_blank" rel="noopener noreferrer"'
            assert f'<a href="{sources[id].link}" {safe}>on {sources[id].host}</a>' in unescape(entry)
            assert f"{cited(sources[id])} · " in unescape(entry)
            assert f" · read {readable_date(sources[id].read)} " in entry
    assert len(seen) > 100


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://civil.ge/a",
        "//civil.ge",
        "civil.ge/a b",
        'civil.ge/"onclick=',
        "https://user@civil.ge/",
        "civil",
        "civil.ge\n",
    ],
)
def test_an_address_is_of_the_web_or_a_fault(address: str) -> None:
    with pytest.raises(ValidationError, match="an address such as"):
        Source.model_validate(PAGE | {"address": address})


def test_an_address_without_scheme_is_of_https() -> None:
    def at(address: str) -> Source:
        return Source.model_validate(PAGE | {"address": address})

    assert at("www.civil.ge/a").link == "https://www.civil.ge/a"
    assert at("http://civil.ge:8080/a").link == "http://civil.ge:8080/a"
    assert at("www.civil.ge/a").host == "civil.ge"


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"address": "civil.ge"}, "that of the page itself"),
        ({"address": "https://civil.ge/"}, "that of the page itself"),
        ({"address": ""}, "that of the page itself"),
        ({"date": ""}, "the page’s date, such as 2026-03-10"),
        ({"date": "about 2021"}, "such as 2026-03-10, 2026-03 or 2026"),
        ({"date": "2026-02-30"}, "such as 2026-03-10, 2026-03 or 2026"),
        ({"read": ""}, "a date such as 2026-03-10 or 2026-03"),
        ({"publisher": ""}, "at least 1 character"),
    ],
)
def test_a_source_is_a_page_with_publisher_date_and_the_day_it_was_read(
    wrong: dict[str, Any], says: str
) -> None:
    with pytest.raises(ValidationError, match=says):
        Source.model_validate(PAGE | wrong)
    for key in ("address", "date", "read"):
        with pytest.raises(ValidationError, match=f"{key}: "):
            Source.model_validate({name: value for name, value in PAGE.items() if name != key})
    for date in ("2026-03-10", "2026-03", "2026", "not printed"):
        assert Source.model_validate(PAGE | {"date": date}).date == date


def test_an_address_without_its_page_is_found_not_missed() -> None:
    with pytest.raises(ValidationError) as raised:
        Source.model_validate(PAGE | {"address": "civil.ge"})
    [told] = complaints(raised.value, Source)
    assert told.found == "the address “civil.ge”"


def test_a_year_beside_a_value_is_the_values_and_not_the_pages(loaded: Atlas) -> None:
    html = card_html(loaded.catalogue.layers["shrinking-waters"], loaded)
    assert "<span>2006 · source: Haqqin</span>" in html
    assert "<b>−27.07 m</b><sup>" in html
    assert not re.search(r"source: [^<]*, \d{4}</span>", html)


def test_what_a_copy_or_a_collection_tells_is_called_reported() -> None:
    page = Source.model_validate(PAGE)
    assert cited(page) == "Civil, 10 Mar 2026"
    assert cited(page.model_copy(update={"reported": True, "date": "2026"})) == "reported by Civil, 2026"
    assert cited(page.model_copy(update={"date": "not printed"})) == "Civil, date not printed"


def test_every_link_of_a_text_has_an_address_that_arrives(loaded: Atlas) -> None:
    for folder in ("cards", "places", "notes", "paragraphs", "lists", "names"):
        for name, html in fragments_of(loaded).folders[folder].items():
            assert "<a role" not in PARTS.sub("", html)
            for address in HOLD.findall(PARTS.sub("", html)):
                where = f"{folder}/{name}: {address}"
                if not address.startswith("?"):
                    assert re.match(r"https?://|data/", address), where
                    continue
                asked = {key: value[0] for key, value in parse_qs(address.replace("&amp;", "&")[1:]).items()}
                if asked.get("panel") == "read":
                    number = asked["paragraph"]
                    known = loaded.catalogue.essays[asked["essay"]].paragraphs
                    assert (int(number) if number.isdecimal() else number) in known, where
                else:
                    reference = Reference.read(asked["selected"])
                    assert reference and loaded.catalogue.has(reference), where
