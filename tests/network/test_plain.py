"""A question needs Python's standard library alone, and is answered as by the network that was checked."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import asdict

import pytest

from layers.files.folders import ROOT, folders_of
from layers.network.ask import answer
from layers.network.model import Network
from layers.network.plain import network_of
from layers.network.search.answer import find_routes
from layers.network.search.question import Question
from layers.network.words.as_json import answer_json
from tests.harness.loaded import network_on_disk

NETWORK_FILE = folders_of(ROOT).network
TEXT = NETWORK_FILE.read_text("utf-8")
# Answers one question, and a faulty one, and tells which modules came from outside the standard library.
SCRIPT = """
import sys
before = set(sys.modules)
from layers.network.ask import answer
text = open(sys.argv[1], encoding="utf-8").read()
assert '"no_route": null' in answer(text, '{"from": "khorgos", "to": "constanta", "closed": ["RU"]}')
assert '"routes": []' in answer(text, '{"from": "khorgos", "to": "atlantis"}')
own = {name.split(".")[0] for name in set(sys.modules) - before}
print(*sorted(own - sys.stdlib_module_names))
"""


def test_a_question_imports_nothing_but_the_standard_library() -> None:
    said = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(NETWORK_FILE)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    assert said.stdout.split() == ["layers"]


def test_what_is_read_without_a_check_is_what_the_check_lets_through() -> None:
    plain, checked = network_of(json.loads(TEXT)), network_on_disk()
    assert vars(plain) == vars(checked)
    assert written(plain) == written(checked)  # which tells 5 from 5.0


def written(network: Network) -> str:
    return json.dumps(asdict(network), default=sorted)


def test_an_answer_in_json_is_that_of_the_engine(network: Network) -> None:
    asked = {
        "from": "khorgos",
        "to": "constanta",
        "by": "km",
        "closed": ["GE"],
        "presets": ["russia-avoided"],
    }
    closed = ("GE", *network.presets["russia-avoided"].close)
    expected = answer_json(
        network, find_routes(network, Question("khorgos", "constanta", by="km", closed=closed))
    )
    assert expected["routes"]
    assert json.loads(answer(TEXT, json.dumps(asked))) == expected


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"to": "atlantis"}, "atlantis"),
        ({"vehicle": "camel"}, "“vehicle”"),
        ({"presets": ["peace"]}, "“peace”"),
        ({"closed": ["XX"]}, "“XX”"),
    ],
)
def test_a_question_that_makes_no_sense_is_told_why(change: dict[str, object], word: str) -> None:
    told = json.loads(answer(TEXT, json.dumps({"from": "khorgos", "to": "constanta"} | change)))
    assert told["routes"] == []
    assert word in told["no_route"]


def test_a_question_without_an_end_is_told_so() -> None:
    assert "“to”" in json.loads(answer(TEXT, '{"from": "khorgos"}'))["no_route"]
