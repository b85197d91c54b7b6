"""Finds what would have to open for a way: the smallest sets of things that bar legs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass

from layers.network.search.graph import StateGraph

Bar = tuple[str, str]  # what kind of thing bars a leg, and its word
Opening = frozenset[Bar]

MOST_SETS = 4_000  # looked at for one answer; some dozens are usual


@dataclass(frozen=True)
class Openings:
    """Sets of bars that, opened together, give a way while no part of them does.

    They are `smallest` when no set of fewer members gives a way, and then all of that size; else the search
    was broken off, and one is named of which nothing can be left out.
    """

    sets: tuple[Opening, ...]
    smallest: bool = True


@dataclass(frozen=True)
class Maze:
    """A graph whose legs are barred, each by everything in `bars`; `has_way` is told which are shut."""

    graph: StateGraph
    start: str
    goal: str
    bars: Mapping[str, Opening]
    has_way: Callable[[frozenset[str]], bool]

    def openings(self, words: Iterable[Bar]) -> Openings:
        """Return the smallest sets out of `words`; none if all of them together do not give a way.

        From the start, what can be reached grows with each thing that is opened at its edge; sets are looked
        at by their size, so the first that reach the goal by a way are the smallest.
        """
        allowed = frozenset(words)
        if not allowed or not self._gives_way(allowed):
            return Openings(())
        first = self.graph.starts[self.start]
        level: dict[Opening, Set[int]] = {frozenset(): frozenset({first})}
        later: dict[int, dict[Opening, Set[int]]] = {}
        looked_at = 0
        for size in range(len(allowed) + 1):
            found = []
            for opened, known in (later.pop(size, {}) if size else level).items():
                looked_at += 1
                if looked_at > MOST_SETS:
                    return Openings((self._enough(allowed),), smallest=False)
                reached, edge = self._reach(opened, known)
                if self._is_goal(reached) and self._gives_way(opened):
                    found.append(opened)
                    continue
                for wider in {opened | more for more in edge if more <= allowed}:
                    later.setdefault(len(wider), {}).setdefault(wider, reached)
            if found:
                return Openings(tuple(found))
        return Openings(())

    def _reach(self, opened: Opening, known: Set[int]) -> tuple[Set[int], Set[Opening]]:
        """Return the states within reach when these are open, and what else bars the legs to others.

        Where the goal is among them it is so only by passing a place twice; then a leg within reach may be
        what is missing.
        """
        reached = set(known)
        barred: list[tuple[int, Opening]] = []
        todo = list(known)
        while todo:
            for there, leg, _ in self.graph.leaving[todo.pop()]:
                missing = self.bars.get(leg, frozenset()) - opened
                if missing:
                    barred.append((there, missing))
                elif there not in reached:
                    reached.add(there)
                    todo.append(there)
        is_goal = self._is_goal(reached)
        return reached, {missing for there, missing in barred if is_goal or there not in reached}

    def _is_goal(self, reached: Set[int]) -> bool:
        return any(state in reached for state in self.graph.goals[self.goal])

    def _enough(self, allowed: Opening) -> Opening:
        """Close again, one after the other, whatever need not be open."""
        opened = allowed
        for word in sorted(allowed):
            if self._gives_way(opened - {word}):
                opened -= {word}
        return opened

    def _gives_way(self, opened: Opening) -> bool:
        return self.has_way(frozenset(leg for leg, bars in self.bars.items() if not bars <= opened))
