"""Answers in words, for the command line and for people who do not see the map."""

from __future__ import annotations

from collections.abc import Iterator

from layers.files.words import counted, listed
from layers.network.forms import Handling
from layers.network.model import Network
from layers.network.search.answer import Answer
from layers.network.search.closures import closure
from layers.network.search.question import USUAL_MODES, Question, leg_name, short_name
from layers.network.search.route import Change, Route, Travel
from layers.network.words.detour import detour
from layers.network.words.evidence import published_beside, straits_beside
from layers.network.words.phrases import days_of_parts, days_text, km_text
from layers.network.words.sourced import not_sourced, year_line, years_of_route
from layers.network.words.status import status_text

CHANGES: dict[Handling, str] = {
    "ship_ship": "from ship to ship",
    "rail_water": "between train and ship",
    "road_water": "between lorry and ship",
    "rail_road": "between train and lorry",
    "gauge": "to the other gauge",
}
_FIRST = {
    "days": "fewest days",
    "km": "fewest kilometres",
    "borders": "fewest borders",
    "transshipments": "fewest transshipments",
}
_MOST_PLACES = 4  # in the title of a route


def answer_text(network: Network, answer: Answer) -> str:
    """Return the answer as plain text: each route with totals, parts and cautions, then what is left out."""
    if answer.faulty or not (answer.from_ and answer.to):
        return f"{answer.no_route}\n"
    lines = [
        f"{short_name(answer.from_.name)} → {short_name(answer.to.name)}, {_FIRST[answer.question.by]} first"
    ]
    lines += _asked(network, answer)
    if answer.no_route:
        lines += ["", answer.no_route]
    for number, route in enumerate(answer.routes, 1):
        lines += [
            "",
            f"{number}. {route_title(network, route)}",
            *_route_lines(network, route, answer.question),
        ]
    lines += ["", "What the kilometres leave out:", *(f"- {line}" for line in left_out(network))]
    return "\n".join(lines) + "\n"


def _asked(network: Network, answer: Answer) -> Iterator[str]:
    """Yield what the question asks beyond its places, as far as it is not usual."""
    asked = answer.question
    if answer.via:
        yield f"By way of: {listed(short_name(place.name) for place in answer.via)}"
    if answer.closed:
        yield "Closed: " + ", ".join(thing.name for thing in answer.closed)
    if asked.modes != USUAL_MODES:
        yield "By: " + ", ".join(dict.fromkeys(asked.modes))
    if asked.opened:
        yield "Taken as open: " + ", ".join(closure(network, word).name for word in asked.opened)
    if asked.planned:
        yield "With all planned links"
    if asked.as_of is not None:
        yield year_line(network, answer)
    if asked.irregular:
        yield "With ferries without a timetable"


def route_title(network: Network, route: Route) -> str:
    """Name a route by the straits it passes and the places where cargo changes, else by cities on the way."""
    told = {*route.chokepoints, *(change.at for change in route.changes)}
    places = [place for place in route.places[1:-1] if place in told]
    if not places:
        known = [place for place in route.places[1:-1] if network.nodes[place].unlocode]
        places = known[:: max(1, -(-len(known) // _MOST_PLACES))]
    if len(places) > _MOST_PLACES:
        places = [places[round(at * (len(places) - 1) / (_MOST_PLACES - 1))] for at in range(_MOST_PLACES)]
    names = list(dict.fromkeys(short_name(network.nodes[place].name) for place in places))
    return (f"By {listed(names)}" if names else "Direct") + _by_road(network, route)


def _by_road(network: Network, route: Route) -> str:
    """Say what of a way by rail and sea goes by road: the countries that it passes so alone, or “partly”."""
    road, other = (
        [t for t in route.travels if (t.leg.mode == "road") is on_road] for on_road in (True, False)
    )
    if not road or not other:
        return ""
    otherwise = {code for travel in other for code in travel.countries}
    alone = dict.fromkeys(code for travel in road for code in travel.countries if code not in otherwise)
    names = [network.countries.get(code, code) for code in alone]
    return f", by road through {listed(names)}" if names else ", partly by road"


def corridors(network: Network, route: Route) -> list[str]:
    """Return the titles of the corridors whose heart a route crosses, unless it passes what one avoids."""
    used, passed = set(route.leg_ids), set(route.countries)
    return [
        group.title
        for group in network.groups.values()
        if not used.isdisjoint(group.heart) and passed.isdisjoint(group.avoids)
    ]


def _route_lines(network: Network, route: Route, asked: Question) -> Iterator[str]:
    modes = " · ".join(f"{mode} {km_text(km)}" for mode, km in route.km_by_mode.items())
    yield f"   {km_text(route.km)} ({modes}), {days_text(route.days)}"
    countries = [network.countries[code] for code in route.countries]
    yield f"   {' – '.join(countries)}: {counted(route.borders, 'border')}"
    yield (
        f"   {counted(route.gauge_breaks, 'gauge break')}, {counted(route.transshipments, 'transshipment')}; "
        f"straits: {listed([short_name(network.nodes[at].name) for at in route.chokepoints]) or 'none'}"
    )
    if titles := corridors(network, route):
        yield f"   Corridor: {listed(titles)}"
    if route.planned:
        names = [leg_name(network, network.legs[leg]) for leg in route.planned]
        yield f"   Not operating today: {listed(names)}"
    for part, days in zip(route.parts, days_of_parts(route), strict=True):
        yield f"     {_part_line(network, part, days, asked.as_of)}"
    yield f"   Kilometres: {'; '.join(dict.fromkeys(travel.leg.source for travel in route.travels))}"
    for known in straits_beside(network, route, asked.as_of):
        yield f"   Strait: {known}"
    for years in years_of_route(network, route):
        yield f"   Years: {years}"
    for figure in published_beside(network, route):
        yield f"   Published: {figure}"
    if missing := not_sourced(network, route, asked.as_of):
        yield f"   {missing}"
    for caution in cautions(network, route, asked):
        yield f"   ! {caution}"


def _part_line(network: Network, part: Travel | Change, days: str, as_of: int | None) -> str:
    if isinstance(part, Change):
        return f"· {short_name(network.nodes[part.at].name)}: {CHANGES[part.what]}, {days}"
    leg = part.leg
    ends = " – ".join(short_name(network.nodes[end].name) for end in (part.from_, part.to))
    return f"{ends}: {leg.mode}, {km_text(leg.km)}, {days} ({status_text(leg, as_of)})"


def cautions(network: Network, route: Route, asked: Question) -> list[str]:
    """Return what to know of a route's straits, countries and uncertain legs, one sentence each.

    What is known of straits and countries is of today, and not said of a past year.
    """
    said = [] if route.proven else ["The search was broken off here: there may be a better way."]
    said += filter(None, [detour(network, route, asked.via)])
    straits = [network.nodes[at] for at in route.chokepoints] if asked.as_of is None else []
    for at in straits:
        if at.strait and at.strait.status != "open":
            said.append(f"{short_name(at.name)}: {at.strait.status}, as of {at.strait.as_of}.")
    countries = dict.fromkeys(route.countries) if asked.as_of is None else ()
    said += [network.cautions[code] for code in countries if code in network.cautions]
    for travel in route.travels:
        leg = travel.leg
        if leg.status != "operating" and leg.note and (leg.plan_in(asked.as_of) or asked.as_of is None):
            said.append(f"{leg_name(network, leg)}: {leg.note}.")
        elif leg.use in ("irregular", "sanctions"):
            said.append(f"{leg_name(network, leg)}: {leg.note or leg.use}.")
    return said


def left_out(network: Network) -> list[str]:
    """Return what km and days do not show, and up to when statuses are known."""
    dates = "; ".join(f"{known.what} up to {known.date}" for known in network.known_to)
    return [*network.leaves_out, f"Statuses are known for: {dates}."]
