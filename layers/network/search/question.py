"""A question to the network and what its words mean: places, modes, year; and what is said of nonsense."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from layers.files.faults import AtlasError, choices, shown
from layers.model.measure import MOST_ROUTES
from layers.network.allowed import Allowed
from layers.network.model import Leg, Network
from layers.network.node import Node
from layers.network.search.graph import OBJECTIVES

USUAL_MODES = (Allowed.RAIL, Allowed.SEA, Allowed.ROAD_GAPS)
FIRST_YEAR = 1992  # before, the borders were others
LAST_YEAR = 2026  # up to here the statuses are known
MOST_VIA = 2
SHUT = "shut"


class QuestionError(AtlasError):
    """The question cannot be asked like this; the text says in one sentence why and what to change."""


class AmbiguousNameError(QuestionError):
    """A name of the question means several things; the text lists them."""


@dataclass(frozen=True)
class Question:
    """What is asked: `closed` and `opened` hold words of `closures.closure`, `as_of` a year or None (today).

    The way passes every place in `via`, in any order. `by` is one of days, km, borders, transshipments;
    `modes` of rail, sea, road-gaps, road.
    `irregular` also counts ferries without a timetable and the lane that EU lines left over sanctions.
    """

    from_: str
    to: str
    by: str = "days"
    modes: tuple[str, ...] = USUAL_MODES
    closed: tuple[str, ...] = ()
    opened: tuple[str, ...] = ()
    planned: bool = False
    as_of: int | None = None
    irregular: bool = False
    count: int = MOST_ROUTES
    via: tuple[str, ...] = ()


def check_words(question: Question) -> None:
    """Raise QuestionError for an unknown measure, mode, year or number of routes."""
    if question.by not in OBJECTIVES:
        raise QuestionError(f"Routes cannot be ranked by {shown(question.by)}: choose {choices(OBJECTIVES)}.")
    unknown = [mode for mode in question.modes if mode not in set(Allowed)]
    if unknown:
        raise QuestionError(f"There is no mode {shown(unknown[0])}: choose {choices(Allowed)}.")
    if not question.modes:
        raise QuestionError(f"No mode of travel is allowed: allow at least {choices(Allowed)}.")
    if question.as_of is not None and not FIRST_YEAR <= question.as_of <= LAST_YEAR:
        raise QuestionError(
            f"The network knows the years {FIRST_YEAR} to {LAST_YEAR}, not {question.as_of}: "
            "choose one of them, or ask with planned links to look ahead."
        )
    if not 1 <= question.count <= MOST_ROUTES:
        raise QuestionError(f"{question.count} routes cannot be shown: ask for 1 to {MOST_ROUTES}.")


def find_place(network: Network, place: str) -> Node:
    """Return the place with this id; what people call it, the index of names knows, which gives the id.

    Raises QuestionError when the network has no such place.
    """
    if not place.strip():
        raise QuestionError("A place is missing: give the place the cargo comes from and the one it goes to.")
    if place not in network.nodes:
        raise QuestionError(f"No place of the routes has the id {shown(place)}: give one such as khorgos.")
    return network.nodes[place]


def find_via(network: Network, question: Question) -> tuple[Node, ...]:
    """Return the places that a way must pass, each once.

    Raises QuestionError for more than MOST_VIA, an unknown one, and one where the way begins or ends anyway.
    """
    places = tuple(find_place(network, place) for place in dict.fromkeys(question.via))
    if len(places) > MOST_VIA:
        raise QuestionError(
            f"A way can go by way of {MOST_VIA} places at most, not {len(places)}: leave some out."
        )
    for place in places:
        if place.id in (question.from_, question.to):
            name = short_name(place.name)
            raise QuestionError(f"{name} is an end of the way: it needs no stop there as well, leave it out.")
    return places


def unusable(network: Network, question: Question) -> dict[str, frozenset[str]]:
    """Return the legs that the question leaves out before anything is closed, each with all its reasons.

    The reasons are "planned", "irregular", "rail", "sea", "road" (a mode that is not allowed), "year" (not
    open yet then) and SHUT (idle or closed, with no plan to open).
    """
    opened = frozenset(question.opened)
    return _unusable(network, question.modes, opened, question.planned, question.as_of, question.irregular)


@lru_cache(maxsize=256)
def _unusable(
    network: Network,
    modes: tuple[str, ...],
    opened: frozenset[str],
    planned: bool,
    as_of: int | None,
    irregular: bool,
) -> dict[str, frozenset[str]]:
    barred: dict[str, frozenset[str]] = {}
    for leg in network.legs.values():
        reasons: set[str] = set()
        if leg.mode not in modes and not (leg.use == "gap" and Allowed.ROAD_GAPS in modes):
            reasons.add(leg.mode)
        if leg.use in ("irregular", "sanctions") and not irregular:
            reasons.add("irregular")
        missing = None if leg.id in opened else _not_there(leg, planned, as_of)
        if missing:
            reasons.add(missing)
        if reasons:
            barred[leg.id] = frozenset(reasons)
    return barred


def _not_there(leg: Leg, planned: bool, as_of: int | None) -> str | None:
    """Tell why a leg cannot be used in that year, or today when no year is given."""
    if leg.ran_in(as_of):
        return None
    if leg.plan:
        if not planned:
            return "planned"
        return None if as_of is None or as_of == LAST_YEAR else "year"
    year = as_of if as_of is not None else LAST_YEAR
    if leg.opened is not None and leg.opened > year:
        return "year"
    return None if leg.status == "operating" else SHUT


def short_name(name: str) -> str:
    """Return a name without what is in brackets or after a slash: “Khorgos / Altynkol” → “Khorgos”."""
    return name.split(" (")[0].split(" / ")[0]


def leg_name(network: Network, leg: Leg) -> str:
    """Return a leg's name: “Alat–Tbilisi”."""
    return "–".join(short_name(network.nodes[end].name) for end in (leg.from_, leg.to))
