"""Asks the engine in JSON: for a browser, where Python has its standard library and nothing else."""

from __future__ import annotations

import json
from dataclasses import fields
from functools import lru_cache
from typing import Any, get_args, get_origin, get_type_hints

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
_HINTS = get_type_hints(Question)
FORMS = {key: _HINTS[name] for key, name in KEYS.items()} | {PRESETS: tuple[str, ...]}
_IN_WORDS = {str: "a text", bool: "true or false", int: "a whole number", tuple: "a list of texts"}


def answer(network: str, question: str) -> str:
    """Answer a question about the network of a built network.json; both and the answer are texts of JSON.

    The question has keys as Question has fields, `from` and `to` at least, and `presets`; the answer those of
    `answer_json`. A question that makes no sense has no routes, and in `no_route` the sentence that says why.
    The network is read when it is first asked, and kept while the next questions come with the same text.
    """
    known = _network(network)
    asked = Question("", "")
    try:
        data = _read(question)
        asked = apply_presets(known, _question(data), data.get(PRESETS, ()))
        found = find_routes(known, asked)
    except QuestionError as error:
        found = Answer(asked, no_route=str(error), faulty=True)
    return json.dumps(answer_json(known, found), ensure_ascii=False)


@lru_cache(maxsize=1)
def _network(text: str) -> Network:
    return network_of(json.loads(text))


def _read(text: str) -> dict[str, Any]:
    """Return the keys of a question, each with a value of its form; raise QuestionError for anything else."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise QuestionError("A question is an object of JSON: this is no JSON.") from error
    if not isinstance(data, dict):
        raise QuestionError(f"A question is an object of JSON, not {shown(data)}.")
    for key, value in data.items():
        if key not in FORMS:
            raise QuestionError(f"A question has no {shown(key)}: give {choices(FORMS)}.")
        if not _fits(value, FORMS[key]):
            form = get_origin(FORMS[key]) or FORMS[key]
            expected = _IN_WORDS[form if form in _IN_WORDS else int]
            raise QuestionError(f"“{key}” of a question cannot be {shown(value)}: give {expected}.")
    return data


def _fits(value: Any, form: Any) -> bool:
    """Tell whether a value of JSON is of a type that a field of a question has."""
    if get_origin(form) is tuple:
        return isinstance(value, list) and all(isinstance(one, str) for one in value)
    return type(value) in (get_args(form) or (form,))


def _question(data: dict[str, Any]) -> Question:
    missing = [key for key in ("from", "to") if key not in data]
    if missing:
        raise QuestionError(f"A question without “{missing[0]}”: give the ids of two places, from and to.")
    told: dict[str, Any] = {KEYS[key]: value for key, value in data.items() if key in KEYS}
    lists = {name: tuple(value) for name, value in told.items() if isinstance(value, list)}
    return Question(**(told | lists))
