"""The questions that the engine is timed with: the same on every run."""

from __future__ import annotations

import random

from layers.network.model import Network
from layers.network.search.graph import OBJECTIVES
from layers.network.search.question import USUAL_MODES, Question

SEED = 20261122
MODES = (USUAL_MODES, USUAL_MODES, ("rail", "sea", "road"), ("rail", "sea"), ("rail",))


def random_questions(network: Network, count: int) -> list[Question]:
    """Return questions with pairs, closures, measures and modes drawn at random."""
    draw = random.Random(SEED)
    places, legs, countries = sorted(network.nodes), sorted(network.legs), sorted(network.countries)
    asked = []
    for _ in range(count):
        start, end = draw.sample(places, 2)
        closed = (
            *draw.sample(legs, draw.choice([0, 0, 3, 10])),
            *draw.sample(countries, draw.choice([0, 1, 2])),
        )
        modes, by = draw.choice(MODES), draw.choice(OBJECTIVES)
        asked.append(Question(start, end, by=by, modes=modes, closed=closed, planned=draw.random() < 0.3))
    return asked


def neighbours(network: Network, count: int) -> list[Question]:
    """Return questions between the two ends of a leg that operates."""
    draw = random.Random(SEED)
    legs = [leg for leg in network.legs.values() if leg.status == "operating"]
    return [Question(leg.from_, leg.to, by=draw.choice(OBJECTIVES)) for leg in draw.sample(legs, count)]
