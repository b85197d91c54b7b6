"""The list of corrections: read, held against what is there, and told to readers."""

from __future__ import annotations

from pathlib import Path

from layers.catalogue.atlas import Atlas, load_atlas
from layers.views.corrected import corrected_html
from tests.harness.small_atlas import SmallAtlas

FILE = "layers/references/corrections.yaml"
ROW = "{{day: {day}, at: [{at}], was: It led <b>north</b>, now: It leads west, source: {source}}}"


def read(folder: Path, *rows: str) -> Atlas:
    """Load a small atlas with these corrections."""
    atlas = SmallAtlas(folder)
    (atlas.root / FILE).write_text("corrections:\n" + "".join(f"  - {row}\n" for row in rows), "utf-8")
    return load_atlas(atlas.root)


def test_corrections_come_latest_first_with_the_way_there_and_the_page(tmp_path: Path) -> None:
    first = ROW.format(day='"2026-02-01"', at="demo-line", source="S1")
    later = ROW.format(day='"2026-03-01"', at="demo-line/alat-ganja, place:baku", source="S1")
    atlas = read(tmp_path, first, later)
    assert not atlas.faults
    assert [row.day for row in atlas.corrections.rows] == ["2026-03-01", "2026-02-01"]
    html = corrected_html(atlas)
    assert "2 corrections" in html
    assert '<a data-card="demo-line/alat-ganja" href="?selected=demo-line/alat-ganja">' in html
    assert '<a data-card="place:baku" href="?selected=place:baku">Baku</a>' in html
    assert "It led &lt;b&gt;north&lt;/b&gt;" in html
    assert 'data-source="S1">Tests, 1 Jan 2026<' in html


def test_a_correction_of_nothing_or_on_no_page_is_a_fault_and_not_shown(tmp_path: Path) -> None:
    rows = [
        ROW.format(day='"2026-02-01"', at="demo-line", source="S9"),
        ROW.format(day='"2026-02-01"', at="place:atlantis", source="S1"),
        ROW.format(day="spring", at="demo-line", source="S1"),
    ]
    atlas = read(tmp_path, *rows)
    assert atlas.corrections.rows == ()
    for line, wrong in ((2, "the source “S9”"), (3, "the reference “place:atlantis”"), (4, "“spring”")):
        assert any(f"{FILE}:{line}" in str(fault) and wrong in str(fault) for fault in atlas.faults), wrong


def test_the_atlas_tells_its_own_corrections(loaded: Atlas) -> None:
    rows = loaded.corrections.rows
    assert rows
    assert all(loaded.catalogue.is_outside(row.source) for row in rows)
    assert all(row.was != row.now for row in rows)
