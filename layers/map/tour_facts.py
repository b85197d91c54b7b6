"""Tours as the map document reads them: texts as plain pieces, routes worked out beforehand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from layers.catalogue.citations import CITATION, written_all
from layers.catalogue.markdown import plain_text
from layers.files.border import Border
from layers.network.search.answer import find_routes
from layers.network.tour_question import question_before, question_of
from layers.network.words.as_json import shown_on_map

if TYPE_CHECKING:
    from collections.abc import Mapping

    from layers.files.faults import Fault
    from layers.model.catalogue import Catalogue
    from layers.model.essay import Essay
    from layers.model.tour import RouteQuestion, Step, Tour
    from layers.network.model import Network


def tour_facts(catalogue: Catalogue, network: Network, faults: list[Fault]) -> dict[str, Any]:
    """Return the tours by id in their order; what a step names and the atlas lacks is left out already.

    Routes that cannot be worked out are told in `faults`, and to whoever gives the tour.
    """
    tours = catalogue.tours.values()
    return {tour.id: _tour(tour, network, catalogue.essays, faults) for tour in tours}


def pieces(text: str, essays: Mapping[str, Essay]) -> list[dict[str, str]]:
    """Cut a text into {"text": …} and {"cite": "Blank ¶1, Blank ¶2"}; Markdown's marks go, no HTML."""
    plain, found, at = plain_text(text), [], 0
    for match in CITATION.finditer(plain):
        found += [{"text": plain[at : match.start()]}, {"cite": written_all(match[0], essays)}]
        at = match.end()
    return [piece for piece in (*found, {"text": plain[at:]}) if any(piece.values())]


def _tour(tour: Tour, network: Network, essays: Mapping[str, Essay], faults: list[Fault]) -> dict[str, Any]:
    steps = []
    for step in tour.steps:
        routes = None
        with Border(f"layers/tours/{tour.id}.md", faults, f"steps, {step.id}"):
            routes = _routes(step.routes, network) if step.routes else None
        steps.append(_step(step, routes, essays))
    return {"title": tour.title, "minutes": tour.minutes, "ends": tour.ends, "steps": steps}


def _step(step: Step, routes: dict[str, Any] | None, essays: Mapping[str, Essay]) -> dict[str, Any]:
    lost = ["The routes of this step could not be worked out."] if step.routes and routes is None else []
    focus = {"ref": step.focus} if isinstance(step.focus, str) else step.focus.model_dump(mode="json")
    return {
        "id": step.id,
        "headline": step.headline,
        "caption": pieces(step.caption, essays),
        "layers": list(step.layers),
        "focus": focus,
        "lit": list(step.lit),
        "spotlight": step.spotlight,
        "routes": routes,
        "question": pieces(step.question, essays),
        "answer": pieces(step.answer, essays),
        "notes": pieces(step.notes, essays),
        "missing": [*step.missing, *lost],
    }


def _routes(asked: RouteQuestion, network: Network) -> dict[str, Any]:
    """Return what the map draws of the answer, as for the routes panel."""
    answer, before = (find_routes(network, of(asked, network)) for of in (question_of, question_before))
    return shown_on_map(network, answer, before)
