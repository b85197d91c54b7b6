"""Each value of a card points at its source, and each source and each name leads to a true address."""

from __future__ import annotations

import re
from collections import Counter
from html import escape
from urllib.parse import parse_qs

import pytest
from pydantic import ValidationError

from layers.catalogue.atlas import Atlas
from layers.model.essay import Source
from layers.model.reference import Reference
from layers.views.fragments import fragments_of
from layers.views.layer_card import card_html

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
            if not sources[id].address:
                assert "no address known" in entry or "without an address" in entry
                continue
            safe = 'target="_blank" rel="noopener noreferrer"'
            assert f'<a href="{escape(sources[id].link)}" {safe}>on {sources[id].host}</a>' in entry
            assert ("(its front page)" in entry) == ("/" not in sources[id].address)
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
        Source(title="T", address=address)


def test_an_address_without_scheme_is_of_https() -> None:
    assert Source(title="T", address="www.civil.ge/a").link == "https://www.civil.ge/a"
    assert Source(title="T", address="http://civil.ge:8080").link == "http://civil.ge:8080"
    assert Source(title="T", address="www.civil.ge/a").host == "civil.ge"
    assert [Source(title="T", address=a).is_front_page for a in ("civil.ge", "civil.ge/", "civil.ge/a")] == [
        True,
        True,
        False,
    ]
    assert Source(title="T").link == ""


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
