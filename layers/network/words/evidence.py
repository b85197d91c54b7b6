"""What stands behind the numbers of a route: the grounds of its days, and published figures beside ours."""

from __future__ import annotations

from collections.abc import Iterator

from layers.files.words import listed
from layers.network.grounds import PublishedLength, PublishedTime
from layers.network.model import Network
from layers.network.search.handling import BEND_KM
from layers.network.search.question import short_name
from layers.network.search.route import Change, Route, Travel
from layers.network.words.phrases import days_text

SHIP_TO_SHIP = (
    f"by km it counts as {BEND_KM}, so that no ship is changed only to save a bend (own assumption)"
)


def basis(network: Network, part: Travel | Change) -> str:
    """Say where the days of a leg or a change come from: the assumption and the source behind it, if any."""
    if isinstance(part, Travel):
        leg = part.leg
        crossed = {"/".join(sorted(border.split("/"))) for border in leg.borders}
        sources = [network.speeds[leg.speed].source]
        sources += [ground.source for ground in network.grounds if crossed & set(ground.borders)]
        return _with_sources(leg.days.basis, sources)
    default = network.handling[part.what]
    own = network.nodes[part.at].handling.get(part.what) is not None
    grounds = [ground for ground in network.grounds if part.at in ground.places] if own else []
    known = "assumption" if own else default.known_from
    for ground in grounds:
        known = ground.known_from
    here = f"own range of {short_name(network.nodes[part.at].name)}" if own else "usual range"
    sources = [ground.source for ground in grounds] or ([] if own else [default.source])
    bend = f"; {SHIP_TO_SHIP}" if part.what == "ship_ship" else ""
    return _with_sources(f"{default.what}, {days_text(part.days)}: {here} ({known}){bend}", sources)


def published_beside(network: Network, route: Route) -> list[str]:
    """Return published lengths and times of a part of the route beside ours, one sentence each.

    A time belongs to the route when its ends are joined through the same countries and straits; a length when
    the route runs over all its legs.
    """
    said = [_time(figure, part) for figure, part in _times(network, route)]
    used = set(route.leg_ids)
    said += [_length(figure) for figure in network.published_lengths if used.issuperset(figure.legs)]
    return said


def _times(network: Network, route: Route) -> Iterator[tuple[PublishedTime, Route]]:
    for figure in network.published_times:
        part = section(route, figure.from_, figure.to)
        if part is None:
            continue
        legs = [network.legs[leg] for leg in figure.legs]
        countries = {code for leg in legs for code in leg.countries}
        straits = {strait for leg in legs for strait in leg.chokepoints}
        if set(part.countries) == countries and set(part.chokepoints) == straits:
            yield figure, part


def straits_beside(network: Network, route: Route, as_of: int | None) -> list[str]:
    """Return what is known of the straits of a route that are not plainly open; nothing for a past year."""
    straits = [network.nodes[at] for at in route.chokepoints] if as_of is None else []
    return [
        f"{short_name(at.name)}: {known}"
        for at in straits
        if at.strait and at.strait.status != "open"
        for known in at.strait.timeline
    ]


def section(route: Route, start: str, end: str) -> Route | None:
    """Return the part of a route between two of its places, either way round, with the changes in between."""
    places = route.places
    if start not in places or end not in places or start == end:
        return None
    first, last = sorted((places.index(start), places.index(end)))
    opening, closing = route.travels[first], route.travels[last - 1]
    parts = list(route.parts)
    return Route(tuple(parts[parts.index(opening) : parts.index(closing) + 1]))


def _time(figure: PublishedTime, part: Route) -> str:
    low, high = part.days
    inside = low <= figure.days[0] and figure.days[1] <= high
    overlap = low <= figure.days[1] and figure.days[0] <= high
    relation = "inside ours" if inside else "partly in ours" if overlap else "apart from ours"
    text = f"{figure.title}: {days_text(figure.days)} published ({figure.source})"
    text = f"{text}, {relation} of {days_text(part.days)}"
    return f"{text}. {figure.apart_because}".strip()


def _length(figure: PublishedLength) -> str:
    mark = "" if figure.known_from == "page" else f"; {figure.known_from}"
    text = f"{figure.title}: {figure.km:,.0f} km published ({figure.source}{mark})"
    if figure.not_a_check:
        return f"{text}, and ours is taken from it."
    return f"{text}, ours {figure.our_km:,.0f} ({figure.diff_pct:+.1f} %). {figure.outlier}".strip()


def _with_sources(text: str, sources: list[str]) -> str:
    named = [source for source in dict.fromkeys(sources) if source]
    return f"{text}; {listed(named)}" if named else text
