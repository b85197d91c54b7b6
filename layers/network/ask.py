"""Asks the engine in JSON: for a browser, where Python has its standard library and nothing else."""

from __future__ import annotations

import json
from dataclasses import fields
from functools import lru_cache
from typing import Any

from layers.files.faults import choices, shown
from layers.network.forms import key_of
from layers.network.model import Network
from layers.network.plain import network_of
from layers.network.search.answer import Answer, find_routes
from layers.network.search.closures import apply_presets
from layers.network.search.question import Question, QuestionError
from layers.network.words.as_json import answer_json

KEYS = {key_of(field.name): field.name for field in fields(Question)}
PRESETS = "presets"


def answer(network: str, question: str) -> str:
    """Answer a question about the network of a built network.json; both and the answer are texts of JSON.

    The question has keys as Question has fields, `from` and `to` at least, and `presets`; the answer those of
    `answer_json`. A question that makes no sense has no routes, and in `no_route` the sentence that says why.
    The network is read when it is first asked, and kept while the next questions come with the same text.
    """
    known = _network(network)
    asked = Question("", "")
    try:
        data = json.loads(question)
        asked = apply_presets(known, _question(data), data.get(PRESETS, ()))
        found = find_routes(known, asked)
    except QuestionError as error:
        found = Answer(asked, no_route=str(error), faulty=True)
    return json.dumps(answer_json(known, found), ensure_ascii=False)


@lru_cache(maxsize=1)
def _network(text: str) -> Network:
    return network_of(json.loads(text))


def _question(data: dict[str, Any]) -> Question:
    unknown = [key for key in data if key not in (*KEYS, PRESETS)]
    if unknown:
        raise QuestionError(f"A question has no {shown(unknown[0])}: give {choices((*KEYS, PRESETS))}.")
    missing = [key for key in ("from", "to") if key not in data]
    if missing:
        raise QuestionError(f"A question without “{missing[0]}”: give the ids of two places, from and to.")
    told: dict[str, Any] = {KEYS[key]: value for key, value in data.items() if key in KEYS}
    lists = {name: tuple(value) for name, value in told.items() if isinstance(value, list)}
    return Question(**(told | lists))
