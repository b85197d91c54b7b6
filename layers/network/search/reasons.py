"""Says why there is no way: which of the closed things cut it, or what else the question leaves out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from layers.files.words import counted, listed
from layers.network.allowed import Allowed
from layers.network.model import Network
from layers.network.search.best_way import Search
from layers.network.search.closures import Closure
from layers.network.search.graph import state_graph
from layers.network.search.openings import Bar, Maze, Opening, Openings
from layers.network.search.question import Question, short_name, unusable

CLOSED = "closed"
LEFT_OUT = "left out"
_ADVICE: dict[str, str] = {
    "planned": "count the planned links",
    "irregular": "count the ferries without a timetable",
    **{str(mode): mode.allow for mode in Allowed},
    "year": "choose a later year",
}
MOST_NAMED = 5  # of several sets that would do


@dataclass(frozen=True)
class Reason:
    """One sentence, and the smallest sets of closures whose opening brings a way back, by their words."""

    sentence: str
    cuts: tuple[tuple[str, ...], ...] = ()


def why_none(network: Network, question: Question, search: Search, closed: Sequence[Closure]) -> Reason:
    """Say why `search` finds nothing: what is named, opened together, gives a way, and no part of it does."""
    start, end, *via = (short_name(network.nodes[at].name) for at in (search.from_, search.to, *search.via))
    way = f"from {start} to {end}" + (f" by way of {listed(via)}" if via else "")
    if len(search.blocked) == len(network.legs) and closed:
        return Reason("Everything is closed, not one leg is left: open something again.")
    names = {(CLOSED, thing.word): thing.name for thing in closed}
    maze = _maze(network, question, search, closed)
    cuts = _sorted(maze.openings(names), names)
    if cuts.sets:
        inside = _closed_ends(network, search, closed, cuts)
        sentence = _cut_sentence(cuts, names, inside)
        return Reason(sentence if inside else f"No way is left {way}: {sentence}", _words(cuts, names))
    left_out = _sorted(maze.openings((LEFT_OUT, word) for word in _ADVICE), names)
    if left_out.sets:
        return Reason(_left_out_sentence(question, way, left_out))
    both = _sorted(maze.openings([*names, *((LEFT_OUT, word) for word in _ADVICE)]), names)
    if both.sets:
        return Reason(f"No way is left {way}: {_choices(both, names)} to have one.", _words(both, names))
    return Reason(
        f"There is no way {way} in this network: the legs that led there are shut. Choose other places."
    )


def _maze(network: Network, question: Question, search: Search, closed: Iterable[Closure]) -> Maze:
    """Return the network with everything that bars its legs: closures, and what the question leaves out."""
    bars: dict[str, set[Bar]] = {
        leg: {(LEFT_OUT, reason) for reason in reasons}
        for leg, reasons in unusable(network, question).items()
    }
    for thing in closed:
        for leg in thing.legs:
            bars.setdefault(leg, set()).add((CLOSED, thing.word))
    return Maze(
        state_graph(network, search.by),
        search.from_,
        search.to,
        {leg: frozenset(reasons) for leg, reasons in bars.items()},
        lambda blocked: replace(search, blocked=blocked).best() is not None,
    )


def _sorted(openings: Openings, names: Mapping[Bar, str]) -> Openings:
    """Put sets in an order that does not hang on the question's: closures by name, then as in _ADVICE."""
    advice = list(_ADVICE)

    def place(bar: Bar) -> tuple[int, str]:
        kind, word = bar
        return (0, names[bar]) if kind == CLOSED else (1 + advice.index(word), "")

    return replace(openings, sets=tuple(sorted(openings.sets, key=lambda one: sorted(map(place, one)))))


def _closed_ends(network: Network, search: Search, closed: Sequence[Closure], cuts: Openings) -> str:
    """Say which ends lie in what must open in any case: “Tbilisi lies in Georgia, which is closed”."""
    must = {thing.word: thing for thing in closed if all((CLOSED, thing.word) in one for one in cuts.sets)}
    shut: list[str] = []
    inside: dict[str, list[str]] = {}
    for place in (network.nodes[end] for end in (search.from_, search.to, *search.via)):
        if place.id in must:
            shut.append(short_name(place.name))
        elif place.country in must and not place.strait:
            inside.setdefault(must[place.country].name, []).append(short_name(place.name))
    said = [f"{listed(shut)} {'itself is' if len(shut) == 1 else 'are'} closed"] if shut else []
    lying = [
        f"{listed(ends)} {'lies' if len(ends) == 1 else 'lie'} in {country}"
        for country, ends in inside.items()
    ]
    if lying:
        said.append(f"{listed(lying)}, which {'is' if len(lying) == 1 else 'are'} closed")
    return ", and ".join(said)


def _cut_sentence(cuts: Openings, names: Mapping[Bar, str], inside: str) -> str:
    """Name what cuts the way and what has to be opened."""
    if inside:
        return f"{inside}: {_choices(cuts, names)} or choose other places."
    if len(cuts.sets[0]) > 1:
        fewer = "" if cuts.smallest else " Fewer may do."
        return f"more than one closed thing cuts it. {_capital(_choices(cuts, names))} to have one.{fewer}"
    singles = [names[word] for opening in cuts.sets for word in opening]
    if len(singles) == 1:
        return f"{singles[0]} cuts it. Open {singles[0]} again to have one."
    return f"{_some(singles)} cut it together. Open any one of them again to have one."


def _choices(openings: Openings, names: Mapping[Bar, str]) -> str:
    """Say what to open and to count: “open Georgia and Iran, or Georgia and the Bosporus again”."""
    said = [_deeds(opening, names) for opening in openings.sets[:MOST_NAMED]]
    more = len(openings.sets) - len(said)
    if more:
        said.append(f"one of {counted(more, 'more choice')}")
    return ", or ".join(said)


def _deeds(opening: Opening, names: Mapping[Bar, str]) -> str:
    opened = sorted(names[word] for word in opening if word in names)
    counted_too = [text for word, text in _ADVICE.items() if (LEFT_OUT, word) in opening]
    return listed([*([f"open {listed(opened)} again"] if opened else []), *counted_too])


def _some(names: Sequence[str]) -> str:
    if len(names) <= MOST_NAMED:
        return listed(names)
    return f"{', '.join(names[:MOST_NAMED])} and {len(names) - MOST_NAMED} more"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _left_out_sentence(question: Question, way: str, left_out: Openings) -> str:
    """Say that not the closures but the modes, the year or the plans leave nothing."""
    advice = _choices(left_out, {})
    words = {word for opening in left_out.sets for _, word in opening}
    if words == {"planned"}:
        return f"No way {way} operates yet, for what there is is planned or being built: {advice} to see one."
    if words == {"year"}:
        return f"In {question.as_of} the links {way} were not open yet: {advice}."
    if words <= set(map(str, Allowed)):
        plural: dict[str, str] = {mode: mode.plural for mode in Allowed}
        allowed = listed(plural[mode] for mode in question.modes)
        return f"With {allowed} alone there is no way {way}: {advice}."
    return f"There is no way {way} as asked: {advice}."


def _words(openings: Openings, names: Mapping[Bar, str]) -> tuple[tuple[str, ...], ...]:
    """Return the closures of each set, by their words."""
    return tuple(tuple(sorted(word for kind, word in one if kind == CLOSED)) for one in openings.sets)
