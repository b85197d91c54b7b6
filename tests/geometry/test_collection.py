"""What the reader of GeoJSON makes of right files and of every row of the bad-input table."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from layers.files.faults import RefusedFileError
from layers.geometry.collection import GEODATA, Collection, check_collection, read_collection, read_layer
from tests.harness.bad_geojson import (
    FIXED,
    KEPT,
    POINT,
    REFUSED,
    SKIPPED,
    SQUARE,
    collection,
    feature,
    of,
    raw,
)
from tests.harness.small_atlas import FIXTURE

DEMO_LINE = FIXTURE / "geodata" / "demo-line.geojson"


def read(document: Any) -> Collection:
    return read_collection(raw(document), "bad.geojson")


@pytest.mark.parametrize("case", REFUSED)
def test_file_is_refused_with_one_sentence(case: str) -> None:
    document, words = REFUSED[case]
    read_back = read(document)
    assert not read_back.features
    assert read_back.refused is not None
    assert len(read_back.faults) == 1
    assert words in str(read_back.refused)
    assert str(read_back.refused).startswith("bad.geojson")
    assert "\n" not in str(read_back.refused)


def test_truncated_file_names_its_line() -> None:
    document = json.dumps(collection(feature(POINT)), indent=1).encode()
    cut = document[: document.index(b"40.41")]
    fault = read(cut).refused
    assert fault is not None
    assert fault.line == cut.count(b"\n") + 1


@pytest.mark.parametrize("case", SKIPPED)
def test_feature_is_skipped_and_the_others_stay(case: str) -> None:
    bad, words = SKIPPED[case]
    read_back = read(collection(bad, feature(POINT, id="good")))
    assert [kept["id"] for kept in read_back.features] == ["good"]
    assert [fault.effect for fault in read_back.faults] == ["skipped"]
    assert words in str(read_back.faults[0])
    assert "feature 1" in str(read_back.faults[0])


@pytest.mark.parametrize("case", FIXED)
def test_slip_is_mended_and_told(case: str) -> None:
    document, words = FIXED[case]
    read_back = read(document)
    assert not read_back.refused
    assert {fault.effect for fault in read_back.faults} == {"fixed"}
    assert any(words in str(fault) for fault in read_back.faults)
    json.dumps(read_back.features, allow_nan=False).encode("utf-8")
    assert len({kept["id"] for kept in read_back.features}) == len(read_back.features)


@pytest.mark.parametrize("case", KEPT)
def test_right_file_is_kept_whole(case: str) -> None:
    document = KEPT[case]
    read_back = read(document)
    assert [fault for fault in read_back.faults if "a bare" not in fault.found] == []
    members = document["features"] if isinstance(document, dict) else [0]
    assert len(read_back.features) == len(members)


def test_mended_geometry_is_what_was_meant() -> None:
    closed = read(FIXED["G15 unclosed"][0]).features[0]["geometry"]
    assert closed["coordinates"] == [SQUARE]
    bowtie = read(FIXED["G14 bowtie"][0]).features[0]["geometry"]
    assert bowtie["type"] == "MultiPolygon"
    assert len(bowtie["coordinates"]) == 2
    assert read(FIXED["G21 longitude 540"][0]).features[0]["geometry"]["coordinates"] == [-180, 40]
    assert read(FIXED["G12 mixed heights"][0]).features[0]["geometry"]["coordinates"] == [
        [1, 2],
        [3, 4],
        [6, 7],
    ]
    same_id = read(FIXED["S15 same id"][0]).features
    assert [kept["id"] for kept in same_id] == ["a", "a-2"]


def test_limits_hold_for_keys_and_texts() -> None:
    assert len(read(FIXED["S23 10,000 keys"][0]).features[0]["properties"]) == 50
    assert len(read(FIXED["S24 1 MB text"][0]).features[0]["properties"]["a"]) == 500


@pytest.mark.parametrize(
    "hostile",
    [
        "{{7*7}}",
        "{% if %}",
        "{# x",
        "50{% off",
        "<img src=x onerror=alert(1)>",
        "</script><script>alert(1)</script>",
        "`${alert(1)}`",
        "\\`",
        "javascript:alert(1)",
        "=1+1",
    ],
)
def test_hostile_text_stays_the_text_it_is(hostile: str) -> None:
    document = collection(feature(POINT, properties={"name": hostile, hostile: hostile}))
    kept = read(document).features[0]["properties"]
    assert kept == {"name": hostile, hostile: hostile}


def test_refusal_of_a_big_file_is_fast_and_small(tmp_path: Path) -> None:
    big = tmp_path / "big.geojson"
    big.write_bytes(raw(collection(of("LineString", [[n % 90, n % 45] for n in range(400_000)]))))
    assert 3_000_000 < big.stat().st_size < 5_000_000
    code = (
        "import pathlib, resource, sys, time\n"
        "from layers.geometry.collection import read_collection\n"
        "before, started = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()\n"
        "assert read_collection(pathlib.Path(sys.argv[1]).read_bytes(), 'big').refused\n"
        "print(time.process_time() - started, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)\n"
    )
    command = [sys.executable, "-c", code, str(big)]
    seconds, kilobytes = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    assert float(seconds) < 2
    assert float(kilobytes) < 300_000


def own(change: Callable[[dict[str, Any]], None]) -> Collection:
    """Read the fixture's layer after a change to its first feature."""
    document = json.loads(DEMO_LINE.read_text(encoding="utf-8"))
    change(document["features"][0])
    return read_collection(raw(document), "demo-line.geojson", layer="demo-line")


def test_own_file_is_right() -> None:
    read_back = own(lambda first: None)
    assert read_back.faults == []
    assert [kept["id"] for kept in read_back.features] == ["alat-ganja", "baku-alat"]
    assert read_back.licence
    assert read_back.attribution == "Corridor Atlas"
    assert read_back.bounds == (48.9, 39.94, 49.86, 40.38)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda f: f["properties"].pop("status"), "no “status”"),
        (lambda f: f["properties"].update(status="open"), "operating · building · planned · idle · closed"),
        (lambda f: f["properties"].update(mode="train"), "rail · sea · road · pipeline · power"),
        (lambda f: f["properties"].update(geometry_class="osm?"), "osm · osm+fill · hand · schematic · area"),
        (lambda f: f["properties"].update(as_of="2026-02-30"), "a day that the calendar has"),
        (lambda f: f["properties"].update(as_of="March 2026"), "a date such as 2026-03-10 or 2026-03"),
        (lambda f: f["properties"].pop("km"), "no “km”"),
        (lambda f: f["properties"].pop("from"), "no “from”"),
        (lambda f: f["properties"].update(countries=["AZE"]), "a country code of two capitals"),
        (lambda f: f["properties"].update(km="far"), "a number"),
        (lambda f: f["properties"].update(km="44"), "a number"),
        (lambda f: f["properties"].update(km=float("nan")), "a plain number"),
        (lambda f: f["properties"].update(countries="AZ"), "a list"),
        (
            lambda f: f["properties"].update(chords=[{"from": [49, 40]}]),
            "no “chords.0.to”, no “chords.0.bound_km”",
        ),
        (lambda f: f["properties"].pop("licence"), "no “licence”"),
        (lambda f: f["properties"].update(layer="other"), "expected “demo-line”"),
        (lambda f: f.update(id="other"), "the same as in its properties"),
        (lambda f: f.update(properties=None), "no properties"),
        (lambda f: f["geometry"].update(coordinates=[[40.41, 149.0], [40.5, 149.1]]), "look swapped"),
        (lambda f: f["properties"].update(published_km=[1, "x"]), "published_km"),
    ],
)
def test_own_feature_that_breaks_the_schema_is_left_out(change: Any, words: str) -> None:
    read_back = own(change)
    assert [kept["id"] for kept in read_back.features] == ["baku-alat"]
    assert any(words in str(fault) for fault in read_back.faults), [str(f) for f in read_back.faults]
    assert not any(fault.note for fault in read_back.faults)
    assert "alat-ganja" in str(read_back.faults[0]) or "other" in str(read_back.faults[0])


def test_own_feature_loses_an_unknown_key_and_stays() -> None:
    read_back = own(lambda first: first["properties"].update(colour="red"))
    assert len(read_back.features) == 2
    assert "colour" not in read_back.features[0]["properties"]
    assert "the unknown key “colour”" in str(read_back.faults[0])
    assert "geometry_class" in str(read_back.faults[0])


def test_own_file_without_licence_is_a_fault() -> None:
    document = json.loads(DEMO_LINE.read_text(encoding="utf-8"))
    del document["licence"]
    faults = check_collection(raw(document), "demo-line.geojson", layer="demo-line")[1]
    assert "no “licence” at the top" in str(faults[0])


def test_layer_as_a_frame(tmp_path: Path) -> None:
    frame = read_layer(DEMO_LINE, layer="demo-line")
    assert frame.crs.to_epsg() == 4326
    assert list(frame["id"]) == ["alat-ganja", "baku-alat"]
    assert frame.geometry.is_valid.all()
    places = read_layer(GEODATA / "places.geojson")
    assert isinstance(places.set_index("id").loc["baku", "names"], list)
    empty = tmp_path / "empty.geojson"
    empty.write_bytes(raw(collection()))
    assert read_layer(empty).empty
    empty.write_bytes(b"<html>")
    with pytest.raises(RefusedFileError, match=r"empty\.geojson: found a web page"):
        read_layer(empty)


def test_own_file_with_an_id_twice_keeps_the_first() -> None:
    document = json.loads(DEMO_LINE.read_text(encoding="utf-8"))
    document["features"].append(document["features"][0])
    read_back = read_collection(raw(document), "demo-line.geojson", layer="demo-line")
    assert [kept["id"] for kept in read_back.features] == ["alat-ganja", "baku-alat"]
    assert "feature 3, id “alat-ganja”" in str(read_back.faults[0])
    assert "an id for the second time" in str(read_back.faults[0])


def test_what_is_mended_in_our_own_file_is_a_fault_and_not_a_note() -> None:
    document = json.loads((FIXTURE / "geodata" / "demo-port.geojson").read_text(encoding="utf-8"))
    document["features"][1]["geometry"]["coordinates"][0].pop()
    faults = read_collection(raw(document), "demo-port.geojson", layer="demo-port").faults
    assert [(fault.effect, fault.note) for fault in faults] == [("fixed", False)]
