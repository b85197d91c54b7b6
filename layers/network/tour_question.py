"""A tour's question to the network as the engine's own."""

from __future__ import annotations

from layers.model.tour import RouteQuestion
from layers.network.model import Network
from layers.network.search.closures import apply_presets
from layers.network.search.question import Question


def question_of(asked: RouteQuestion, network: Network) -> Question:
    """Return the engine's question; raises QuestionError for an unknown preset."""
    return _question(asked, network, asked.presets, asked.closed)


def question_before(asked: RouteQuestion, network: Network) -> Question:
    """Return the question before its last closing, against which the answer shows what was lost."""
    if asked.closed:
        return _question(asked, network, asked.presets, asked.closed[:-1])
    return _question(asked, network, asked.presets[:-1], ())


def _question(
    asked: RouteQuestion, network: Network, presets: tuple[str, ...], closed: tuple[str, ...]
) -> Question:
    plain = Question(
        asked.from_,
        asked.to,
        by=asked.by,
        closed=closed,
        planned=asked.planned,
        count=asked.count,
        via=asked.via,
    )
    return apply_presets(network, plain, presets)
