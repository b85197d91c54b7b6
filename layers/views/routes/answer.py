"""An answer as the routes panel shows it: strips, figures, legs, differences, stories. No Streamlit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from layers.catalogue.atlas import Atlas
from layers.catalogue.citations import citations
from layers.files.words import counted, listed
from layers.model.essay import Essay
from layers.network.model import Network
from layers.network.search.answer import Answer
from layers.network.search.compare import compare
from layers.network.search.question import Question, short_name
from layers.network.search.route import Change, Route
from layers.network.words.answer_text import (
    CHANGES,
    answer_text,
    cautions,
    corridors,
    left_out,
    route_title,
)
from layers.network.words.comparison import change_text
from layers.network.words.evidence import basis, published_beside, straits_beside
from layers.network.words.phrases import days_of_parts, days_text, km_text, whole_km
from layers.network.words.sourced import not_sourced, year_line, years_of
from layers.network.words.status import status_text
from layers.views.routes.strip import STRIP_WIDTH, size, strip
from layers.views.routes.table import table
from layers.views.routes.weakest import weakest_link, weakest_view

FAR = 2  # times the best


def answer_view(
    atlas: Atlas,
    answer: Answer,
    before: Answer,
    *,
    scale: str,
    weakest: str | None = None,
    story: str | None = None,
    step: int | None = None,
    opened: str = "",
) -> dict[str, Any]:
    """Return everything that the template shows; `opened` names what was opened last."""
    known, comparison = atlas.network, compare(before, answer)
    lost = comparison.before if comparison.changed and comparison.before else None
    if lost and lost.leg_ids in {route.leg_ids for route in answer.routes}:
        lost = None
    sizes = [size(route, scale) for route in (*answer.routes, *([lost] if lost else ()))]
    unit = STRIP_WIDTH / max(sizes, default=1)
    return {
        "answer": answer,
        "asked": _asked(known, answer),
        "story": story_view(atlas, story, step),
        "scale": scale,
        "routes": [
            _route(known, answer.question, route, number, unit, scale)
            for number, route in enumerate(answer.routes, 1)
        ],
        "near": len(near_ways(answer)),
        "lost": _route(known, before.question, lost, 0, unit, scale) if lost else None,
        "change": _change(known, before, answer, opened),
        "cut_by": [thing for thing in answer.closed if thing.word in answer.cut_by],
        "left_out": left_out(known),
        "table": table(known, answer),
        "text": answer_text(known, answer),
        "weakest": weakest_link(known, answer),
        "weak": weakest_view(known, answer, weakest),
    }


def _change(known: Network, before: Answer, answer: Answer, opened: str) -> str | None:
    """Say what the last closing or opening changed, if both questions make sense."""
    if answer.faulty or before.faulty or answer.question == before.question:
        return None
    return change_text(known, before, answer, step=opened)


def near_ways(answer: Answer) -> tuple[Route, ...]:
    """Return the ways that take at most twice what the best does; the others are shown on request."""
    by_km = answer.question.by == "km"
    sizes = [route.km if by_km else route.middle_days for route in answer.routes]
    return tuple(route for route, size in zip(answer.routes, sizes, strict=True) if size <= FAR * sizes[0])


def story_view(atlas: Atlas, story: str | None, step: int | None) -> dict[str, Any] | None:
    """Return where a story stands: its step, the sentence of it and its paragraphs of the essay."""
    if story is None or step is None:
        return None
    known = atlas.network
    told = known.scenarios[story]
    preset = known.presets[told.steps[step - 1]] if step else None
    return {
        "title": told.title,
        "step": step,
        "steps": len(told.steps),
        "name": preset.title if preset else "Nothing closed yet",
        "says": preset.says if preset else "Every link that operates today is open, Russia’s too.",
        "essay": _paragraphs(preset.essay, atlas.catalogue.essays) if preset else "",
        "next": known.presets[told.steps[step]].title if step < len(told.steps) else "",
    }


def _paragraphs(citation: str, essays: Mapping[str, Essay]) -> str:
    """Say “[blank:52, blank:57]” in words: “Blank, paragraphs 52 and 57”."""
    cited: dict[str, list[str]] = {}
    for key, number in citations(citation):
        cited.setdefault(key, []).append(str(number))
    return "; ".join(
        f"{essays[key].short if key in essays else key}, "
        f"paragraph{'s' if len(numbers) > 1 else ''} {listed(numbers)}"
        for key, numbers in cited.items()
    )


def _asked(known: Network, answer: Answer) -> dict[str, Any]:
    """Return what is asked, for the head of a printed page and the list of closed things."""
    ends = [short_name(node.name) for node in (answer.from_, answer.to) if node]
    via = answer.via or [known.nodes[place] for place in answer.question.via if place in known.nodes]
    return {
        "title": " → ".join(ends)
        + (f" by way of {listed(short_name(place.name) for place in via)}" if via else ""),
        "via": [{"id": place.id, "name": short_name(place.name)} for place in via],
        "year": year_line(known, answer),
        "closed": [{"word": thing.word, "name": thing.name} for thing in answer.closed],
    }


def _route(
    known: Network, asked: Question, route: Route, number: int, unit: float, scale: str
) -> dict[str, Any]:
    pieces, marks, lands = strip(known, route, unit, scale, asked.as_of)
    return {
        "n": number,
        "title": route_title(known, route),
        "corridors": corridors(known, route),
        "pieces": pieces,
        "marks": marks,
        "lands": lands,
        "km": whole_km(route.km),
        "km_by_mode": ", ".join(f"{mode} {km_text(km)}" for mode, km in route.km_by_mode.items()),
        "days": days_text(route.days),
        "borders": route.borders,
        "changes": route.transshipments,
        "gauges": route.gauge_breaks,
        "waiting": whole_km(route.waiting_km) if route.waiting_km else "",
        "countries": " → ".join(known.countries.get(code, code) for code in route.countries),
        "straits": listed(short_name(known.nodes[at].name) for at in route.chokepoints),
        "cautions": cautions(known, route, asked),
        "not_sourced": not_sourced(known, route, asked.as_of),
        "parts": list(_parts(known, route, asked.as_of)),
        "published": published_beside(known, route),
        "strait_news": straits_beside(known, route, asked.as_of),
        "spoken": _spoken(known, route),
    }


def _parts(known: Network, route: Route, as_of: int | None) -> Iterator[dict[str, Any]]:
    for part, days in zip(route.parts, days_of_parts(route), strict=True):
        if isinstance(part, Change):
            yield {
                "change": f"{short_name(known.nodes[part.at].name)}: cargo changes {CHANGES[part.what]}",
                "days": days,
                "basis": basis(known, part),
            }
            continue
        leg = part.leg
        ends = " – ".join(short_name(known.nodes[end].name) for end in (part.from_, part.to))
        yield {
            "leg": leg.id,
            "ends": ends,
            "mode": leg.mode,
            "status": status_text(leg, as_of),
            "km": km_text(leg.km),
            "days": days,
            "method": leg.km_method,
            "basis": basis(known, part),
            "source": leg.source,
            "years": years_of(known, leg),
            "km_not_sourced": "km" in leg.not_sourced,
        }


def _spoken(known: Network, route: Route) -> str:
    """Say what the strip of a way shows; its legs are told below it."""
    modes = ", ".join(f"{km_text(km)} by {mode}" for mode, km in route.km_by_mode.items())
    return f"Strip, {route_title(known, route)}: {modes}, {counted(len(route.travels), 'leg')}"
