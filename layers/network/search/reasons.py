"""Says why there is no way: which of the closed things cut it, or what else the question leaves out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import networkx as nx

from layers.files.words import listed
from layers.network.allowed import Allowed
from layers.network.model import Network
from layers.network.search.best_way import Search
from layers.network.search.closures import Closure
from layers.network.search.question import SHUT, Question, short_name, unusable

Cut = frozenset[str]

_LEFT_OUT: dict[str, str] = {
    "planned": "count the planned links",
    "irregular": "count the ferries without a timetable",
    **{str(mode): mode.allow for mode in Allowed},
    "year": "choose a later year",
}
MOST_TRIED = 8  # so many closures are combined with each other; of more, one sufficient set is named


@dataclass(frozen=True)
class Reason:
    """One sentence, and the words of the closures that would have to open for a way."""

    sentence: str
    cut_by: tuple[str, ...] = ()


def why_none(network: Network, question: Question, search: Search, closed: Sequence[Closure]) -> Reason:
    """Say why `search` finds nothing, with the smallest set of closures whose opening brings a way back."""
    names = {thing.word: thing.name for thing in closed}
    ends = [short_name(network.nodes[end].name) for end in (search.from_, search.to)]
    way = f"from {ends[0]} to {ends[1]}"
    if len(search.blocked) == len(network.legs) and closed:
        return Reason("Everything is closed, not one leg is left: open something again.", tuple(names))
    inside = _closed_end(network, search, closed)
    if inside:
        return inside
    bars = _bars(network, question, closed)
    maze = _Maze(search, bars)
    cuts = maze.smallest(list(names))
    if cuts:
        return Reason(f"No way is left {way}: {_cut_sentence(cuts, names)}", _words(cuts, names))
    left_out = maze.smallest(list(_LEFT_OUT))
    if left_out:
        return Reason(_left_out_sentence(question, way, left_out[0]))
    both = maze.smallest([*names, *_LEFT_OUT])
    if both:
        opened = [f"open {names[word]}" for word in names if word in both[0]]
        counted = [text for word, text in _LEFT_OUT.items() if word in both[0]]
        cut_by = tuple(word for word in names if word in both[0])
        return Reason(f"No way is left {way}: {listed([*opened, *counted])} to have one.", cut_by)
    return Reason(
        f"There is no way {way} in this network: the legs that led there are shut. Choose other places."
    )


def _closed_end(network: Network, search: Search, closed: Sequence[Closure]) -> Reason | None:
    """Say so when an end lies in what is closed."""
    for end in (search.from_, search.to):
        place = network.nodes[end]
        for thing in closed:
            if thing.kind == "country" and place.country == thing.word and not place.strait:
                text = f"{short_name(place.name)} lies in {thing.name}, which is closed"
            elif thing.word == end:
                text = f"{short_name(place.name)} itself is closed"
            else:
                continue
            return Reason(f"{text}: open {thing.name} again or choose another place.", (thing.word,))
    return None


def _bars(network: Network, question: Question, closed: Iterable[Closure]) -> dict[str, Cut]:
    """Return for each barred leg everything that bars it: words of closures and reasons of the question."""
    bars = {leg: set(reasons) for leg, reasons in unusable(network, question).items()}
    for thing in closed:
        for leg in thing.legs:
            bars.setdefault(leg, set()).add(thing.word)
    return {leg: frozenset(reasons) for leg, reasons in bars.items()}


class _Maze:
    """The parts of the network that hang together without a barred leg, and the barred legs between them.

    Trying goes over places alone, which is quick and at worst too hopeful; what looks open is then searched.
    """

    def __init__(self, search: Search, bars: Mapping[str, Cut]) -> None:
        self.search, self.bars = search, bars
        legs = search.network.legs.values()
        unbarred: nx.Graph[str] = nx.Graph()
        unbarred.add_nodes_from(search.network.nodes)
        unbarred.add_edges_from((leg.from_, leg.to) for leg in legs if leg.id not in bars)
        part: dict[str, int] = {}
        for number, members in enumerate(nx.connected_components(unbarred)):
            part.update(dict.fromkeys(members, number))
        self.barred = {
            (part[leg.from_], part[leg.to], bars[leg.id])
            for leg in legs
            if leg.id in bars and SHUT not in bars[leg.id] and part[leg.from_] != part[leg.to]
        }
        self.ends = part[search.from_], part[search.to]

    def smallest(self, words: Sequence[str]) -> list[Cut]:
        """Return all smallest sets out of `words` whose lifting opens a way; none if all together do not."""
        matter = frozenset().union(*(barred for _, _, barred in self.barred))
        words = [word for word in words if word in matter]
        if not words or not self._open(frozenset(words)):
            return []
        if len(words) > MOST_TRIED:
            return [self._sufficient(words)]
        for size in range(1, len(words)):
            found = [lifted for lifted in map(frozenset, combinations(words, size)) if self._open(lifted)]
            if found:
                return found
        return [frozenset(words)]

    def _sufficient(self, words: Sequence[str]) -> Cut:
        """Close again, one after the other, whatever need not be open."""
        for is_open in (self._joined, self._open):
            lifted = frozenset(words)
            for word in words:
                if is_open(lifted - {word}):
                    lifted -= {word}
            if self._open(lifted):
                break
        return lifted

    def _open(self, lifted: Cut) -> bool:
        """Tell whether there is a way when these words bar nothing."""
        if not self._joined(lifted):
            return False
        blocked = frozenset(leg for leg, barred in self.bars.items() if not barred <= lifted)
        return replace(self.search, blocked=blocked).best() is not None

    def _joined(self, lifted: Cut) -> bool:
        """Tell the same by places alone."""
        graph: nx.Graph[int] = nx.Graph()
        graph.add_nodes_from(self.ends)
        graph.add_edges_from((here, there) for here, there, barred in self.barred if barred <= lifted)
        return bool(nx.has_path(graph, *self.ends))


def _cut_sentence(cuts: list[Cut], names: Mapping[str, str]) -> str:
    """Name what cuts the way and what has to be opened."""
    if len(cuts[0]) == 1:
        singles = [names[word] for word in names if frozenset({word}) in cuts]
        if len(singles) == 1:
            return f"{singles[0]} cuts it. Open {singles[0]} again to have one."
        return f"{listed(singles)} cut it together. Open any one of them again to have one."
    together = [[names[word] for word in names if word in cut] for cut in cuts[:3]]
    choices = ", or ".join(listed(words) for words in together)
    return f"more than one closed thing cuts it. Open {choices} again to have one."


def _left_out_sentence(question: Question, way: str, left_out: Cut) -> str:
    """Say that not the closures but the modes, the year or the plans leave nothing."""
    advice = listed([text for word, text in _LEFT_OUT.items() if word in left_out])
    if left_out == {"planned"}:
        return f"No way {way} operates yet, for what there is is planned or being built: {advice} to see one."
    if left_out == {"year"}:
        return f"In {question.as_of} the links {way} were not open yet: {advice}."
    if left_out <= set(map(str, Allowed)):
        plural: dict[str, str] = {mode: mode.plural for mode in Allowed}
        allowed = listed(plural[mode] for mode in question.modes)
        return f"With {allowed} alone there is no way {way}: {advice}."
    return f"There is no way {way} as asked: {advice}."


def _words(cuts: list[Cut], names: Iterable[str]) -> tuple[str, ...]:
    """Return the words of all smallest cuts, in the order asked for."""
    return tuple(word for word in names if any(word in cut for cut in cuts))
