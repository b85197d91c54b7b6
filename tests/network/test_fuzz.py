"""The network's file with a few wrong values, and questions by the hundred: an answer always, and soon.

FUZZ=2000 tries so many of each; in ordinary runs the networks, which take longest, are fewer.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from layers.files.folders import ROOT, folders_of
from layers.network.ask import FORMS, answer
from layers.network.load import MOST_FAULTS
from layers.network.search.closures import apply_presets
from layers.network.search.graph import OBJECTIVES
from layers.network.search.question import QuestionError
from tests.harness.asking_network import ask, random_question
from tests.harness.fuzzing import chance, runs
from tests.harness.loaded import network_from, network_on_disk
from tests.harness.odd_values import ODD, put, spoil, strike

TEXT = folders_of(ROOT).network.read_text("utf-8")
BATCHES = 4  # of a fuzz test, for as many workers
SLOWEST = 0.5  # s of CPU for a file of 200 kB, or for one question
BIG = 200_000  # characters


@pytest.mark.timeout(3600)  # with FUZZ=2000
@pytest.mark.parametrize("batch", range(BATCHES))
def test_a_network_with_a_few_wrong_values_answers(batch: int, tmp_path: Path) -> None:
    draw, network = chance(f"spoilt network {batch}"), network_on_disk()
    data = json.loads(TEXT)
    inputs = -(-runs(80) // BATCHES)
    told = nearly_whole = ways = 0
    for _ in range(inputs):
        undo = []
        for _ in range(draw.randint(1, 4)):
            spot = strike(draw, data)
            undo.append((spot, put(data, spot, spoil(draw, data))))
        spoilt = network_from(data, tmp_path)
        for spot, old in reversed(undo):
            put(data, spot, old)
        told += bool(spoilt.faults)
        nearly_whole += len(spoilt.legs) > 0.9 * len(network.legs)
        by = draw.choice(OBJECTIVES)  # one for each network, since each takes a graph of its own
        for _ in range(10):
            question, presets = random_question(network, draw)
            question = replace(question, by=by, count=1)
            with suppress(QuestionError):  # a preset that is gone
                question = apply_presets(spoilt, question, presets)
            ways += bool(ask(spoilt, question).routes)
    assert told >= 0.6 * inputs
    assert nearly_whole >= 0.7 * inputs
    assert ways >= 4 * inputs  # of ten questions


@pytest.mark.parametrize("batch", range(BATCHES))
def test_most_questions_are_answered_with_a_way_and_soon(batch: int) -> None:
    draw, network = chance(f"questions {batch}"), network_on_disk()
    inputs = -(-runs() // BATCHES)
    ways, slowest = 0, 0.0
    for _ in range(inputs):
        question, presets = random_question(network, draw)
        start = time.process_time()
        ways += bool(ask(network, apply_presets(network, question, presets)).routes)
        slowest = max(slowest, time.process_time() - start)
    assert ways >= 0.5 * inputs
    assert slowest < 4 * SLOWEST  # on a busy machine


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("key", FORMS)
def test_any_value_in_a_question_is_answered_or_told(key: str, odd: str) -> None:
    asked = {"from": "khorgos", "to": "constanta", key: ODD[odd]}
    told = json.loads(answer(TEXT, json.dumps(asked)))
    assert bool(told["routes"]) != bool(told["no_route"])
    assert len(str(told["no_route"])) < 1000


BIG_FILES: dict[str, Callable[[Any], object]] = {
    "ids of nothing": lambda data: data["legs"][0].update(chokepoints=[f"x-{n}" for n in range(BIG // 9)]),
    "one id of nothing": lambda data: data["legs"][0].update(chokepoints=["x"] * (BIG // 5)),
    "wrong values": lambda data: data["nodes"][0].update(also=[[]] * (BIG // 4)),
    "unknown keys": lambda data: data["legs"][0].update({f"x{n}": 0 for n in range(BIG // 10)}),
    "unknown lists": lambda data: data.update({f"x{n}": 0 for n in range(BIG // 10)}),
    "no entries": lambda data: data.update(legs=[0] * (BIG // 3)),
    "empty entries": lambda data: data.update(nodes=[{}] * (BIG // 4)),
    "countries": lambda data: data.update(countries={f"x{n}": 0 for n in range(BIG // 10)}),
    "names": lambda data: data.update(presets={f"x {n}": 0 for n in range(BIG // 10)}),
    "cautions": lambda data: data.update(
        cautions={f"{chr(65 + n % 26)}{chr(65 + n // 26)}": "x" for n in range(26 * 26)}
    ),
    "borders": lambda data: data["legs"][0].update(borders=["AZ/GE"] * (BIG // 9)),
    "a name": lambda data: data["nodes"][0].update(id="x" * BIG),
    "no countries": lambda data: data.update(countries={}),
    "twins": lambda data: data.update(legs=data["legs"][:1] * 200),
}


@pytest.mark.parametrize("case", BIG_FILES)
def test_a_big_file_is_read_soon_and_told_in_short(case: str, tmp_path: Path) -> None:
    data = json.loads(TEXT)
    data["legs"] = data["legs"][:100]
    BIG_FILES[case](data)
    start = time.process_time()
    spoilt = network_from(data, tmp_path)
    assert time.process_time() - start < 2 * SLOWEST  # on a busy machine
    assert 0 < len(spoilt.faults) <= MOST_FAULTS + 1
    assert all(len(str(fault)) < 1000 for fault in spoilt.faults)
