"""Text from data is nothing but text: no tag, no template, no end of a string."""

from __future__ import annotations

import html
import json

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from layers.map.safe_text import json_for_script, safe_collection, safe_text

HOSTILE = (
    "{{7*7}}",
    "{% for x in y %}",
    "{# comment",
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    "` + alert(1) + `",
    "${alert(1)}",
    "\\u003cimg\\u003e",
    'it\'s "quoted" & more',
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_the_same_words(text: str) -> None:
    safe = safe_text(text)
    assert not set("<>\"'{}`$\\") & set(safe)
    assert jinja2.Template(safe).render() == safe
    assert html.unescape(safe) == text


@given(st.text(max_size=200))
def test_any_text_survives_a_template_and_html(text: str) -> None:
    safe = safe_text(text)
    assert jinja2.Template(safe).render().rstrip("\n") == safe.rstrip("\n")
    assert not set("<>\"'{}`$\\") & set(safe)


def test_invisible_and_broken_characters_go() -> None:
    assert safe_text("a\u202eb\x00c\ud800d\u200be") == "abcde"


def test_long_text_is_cut() -> None:
    assert len(safe_text("x" * 9999)) == 500


def test_json_cannot_end_its_script() -> None:
    value = {"name": "</script><!--", "sign": "\u2028\u2029"}
    written = json_for_script(value)
    assert "<" not in written
    assert json.loads(written) == value


def test_json_refuses_what_no_browser_reads() -> None:
    with pytest.raises(ValueError, match="Out of range"):
        json_for_script({"km": float("nan")})


def test_a_collection_keeps_geometry_and_nothing_else_as_it_was() -> None:
    feature = {
        "id": "a-b",
        "geometry": {"type": "LineString", "coordinates": [[49.4, 40.0], [50, 41]], "evil": "{{7*7}}"},
        "properties": {"name": "{{7*7}}", "note": "<b>"},
        "style": "{{7*7}}",
    }
    collection = safe_collection([feature], fields=("name",))
    assert "{{" not in json.dumps(collection)
    assert collection["features"][0]["geometry"]["coordinates"] == [[49.4, 40.0], [50.0, 41.0]]
    assert collection["features"][0]["properties"] == {"name": "&#123;&#123;7*7&#125;&#125;"}


def test_a_collection_refuses_text_among_coordinates() -> None:
    feature = {"id": "a", "geometry": {"type": "Point", "coordinates": ["{{7*7}}", 4]}, "properties": {}}
    with pytest.raises(ValueError, match="could not convert"):
        safe_collection([feature])
