"""Asks a network all that the page and the command line ask of it, and says the answers."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from random import Random

from layers.network.checks import network_faults
from layers.network.model import Network
from layers.network.search.answer import Answer, find_routes
from layers.network.search.closures import apply_presets, closable
from layers.network.search.graph import OBJECTIVES
from layers.network.search.question import FIRST_YEAR, LAST_YEAR, USUAL_MODES, Question
from layers.network.search.weakest import best_within, weakest_links, weakest_links_of
from layers.network.words.answer_text import answer_text
from layers.network.words.as_json import answer_json, shown_on_map, weak_links_json
from layers.network.words.comparison import change_text, weak_links_text
from layers.network.words.evidence import basis

LONGEST = 300_000  # bytes of an answer, said in every way: a third is usual for four long routes
MODES = (USUAL_MODES, USUAL_MODES, ("rail", "sea", "road"), ("rail", "sea"), ("sea", "road"))


def random_question(network: Network, draw: Random) -> tuple[Question, tuple[str, ...]]:
    """Return a question with words of this network, and presets to apply to it; half close nothing."""
    ends = sorted(node.id for node in network.nodes.values() if not node.strait)
    things = sorted(thing.word for thing in closable(network))
    start, end, *via = draw.sample(ends, draw.choice([2, 2, 2, 2, 3, 4]))
    question = Question(
        start,
        end,
        by=draw.choice(OBJECTIVES),
        modes=draw.choice(MODES),
        closed=tuple(draw.sample(things, draw.choice([0, 0, 0, 1, 2, 5]))),
        opened=tuple(draw.sample(sorted(network.legs), draw.choice([0, 0, 2]))),
        planned=draw.random() < 0.3,
        as_of=draw.choice([None, None, draw.randint(FIRST_YEAR, LAST_YEAR)]),
        irregular=draw.random() < 0.2,
        count=draw.randint(1, 4),
        via=tuple(via),
    )
    return question, tuple(draw.sample(sorted(network.presets), draw.choice([0, 0, 0, 1, 2])))


def ask(network: Network, question: Question, before: Answer | None = None) -> Answer:
    """Ask a question and say the answer in every way; a lone surrogate or an endless number would fail."""
    answer = find_routes(network, question)
    data = answer_json(network, answer)
    said = [answer_text(network, answer), json.dumps(data, ensure_ascii=False, allow_nan=False)]
    said += [basis(network, part) for route in answer.routes for part in route.parts]
    if before is not None:
        said.append(change_text(network, before, answer, step="It is open"))
        json.dumps(shown_on_map(network, answer, before), allow_nan=False)
    assert len("".join(said).encode()) < LONGEST
    return answer


def ask_everything(network: Network, file: Path) -> None:
    """Ask from end to end, close everything, follow every story, rank the weak links, check the network."""
    ends = [node.id for node in network.nodes.values() if not node.strait]
    if len(ends) > 1:
        plain = Question(ends[0], ends[-1])
        before = ask(network, plain)
        ask(network, replace(plain, as_of=2000, planned=True, irregular=True, by="borders"), before)
        ask(network, apply_presets(network, plain, network.presets), before)
        ask(network, replace(plain, closed=tuple(thing.word for thing in closable(network))), before)
        weak_links_text(weakest_links(network, plain))
    for story in network.scenarios.values():
        first = Question(story.from_, story.to)
        ask(network, apply_presets(network, first, story.steps), ask(network, first))
        assert story.steps
    for corridor in network.groups:
        links = weakest_links_of(network, corridor, Question("", ""))
        json.dumps(weak_links_json(links), allow_nan=False)
        best_within(network, corridor)
    assert "".join(map(str, network_faults(network, file))).isprintable()
