"""The parts of a layer in order of travel: its main line, then what branches off, with km from the start."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from layers.geometry.lengths import Point, apart_km, ends_of, told_km
from layers.model.layer import Layer
from layers.model.mode import Mode, Status

NEAR_KM = 20  # between the ends of two lines of one branch: stations of one town
BY: dict[str, str] = {Mode.PIPELINE: "of pipeline", Mode.POWER: "of power line"}  # what nobody travels by
MEETING_KM = 6  # between a branch and the main line


@dataclass(frozen=True)
class Stretch:
    """A line of a layer with its properties, its ends, and where it lies on its way, in km from the start."""

    properties: dict[str, Any]
    ends: tuple[Point, Point]
    start_km: float = 0

    @property
    def km(self) -> float:
        """Its length as it is counted."""
        return told_km(self.properties)

    @property
    def end_km(self) -> float:
        """Where it ends, in km from the start of its way."""
        return self.start_km + self.km

    @property
    def countries(self) -> tuple[str, ...]:
        """The codes of its countries in order of travel."""
        return tuple(self.properties.get("countries", ()))

    @property
    def stops(self) -> tuple[str, str]:
        """The names of its ends; of a line drawn by hand that does not say them its own name."""
        name = self.properties["name"]
        return self.properties.get("from") or name, self.properties.get("to") or name


@dataclass(frozen=True)
class Way:
    """Stretches in order of travel; `main_km` is where a branch leaves the main line, or else comes in."""

    stretches: tuple[Stretch, ...]
    main: bool = False
    meets: str = ""
    main_km: float | None = None
    leaves: bool = True

    @property
    def km(self) -> float:
        """The length of all its stretches."""
        return self.stretches[-1].end_km

    @cached_property
    def countries(self) -> tuple[str, ...]:
        """The codes of its countries in order of travel, each once."""
        return tuple(dict.fromkeys(code for stretch in self.stretches for code in stretch.countries))

    @cached_property
    def title(self) -> str:
        """“Tbilisi – Kars – Kapıkule”: its ends, the first stop in each further country, changes of mode."""
        first, last = self.stretches[0], self.stretches[-1]
        names, known, mode = [first.stops[0]], set(first.countries[:1]), first.properties["mode"]
        for stretch in self.stretches:
            if stretch.properties["mode"] != mode:
                names.append(stretch.stops[0])
            if stretch.countries and stretch.countries[-1] not in known:
                names.append(stretch.stops[1])
            known |= set(stretch.countries)
            mode = stretch.properties["mode"]
        return " – ".join(dict.fromkeys(map(bare, (*names, last.stops[1]))))

    @property
    def km_by_mode(self) -> dict[str, float]:
        """The lengths of its stretches, by mode in order of travel."""
        by_mode: dict[str, float] = {}
        for stretch in self.stretches:
            mode = str(stretch.properties["mode"])
            by_mode[mode] = by_mode.get(mode, 0) + stretch.km
        return by_mode

    @property
    def lengths(self) -> str:
        """“306 km by rail + 1,130 km by sea”, “3,400 km of pipeline”."""
        return " + ".join(
            f"{km:,.0f} km {BY.get(mode, f'by {mode}')}" for mode, km in self.km_by_mode.items()
        )


def bare(name: str) -> str:
    """Return a stop's name without what stands in brackets: “Altynkol (Khorgos)” as “Altynkol”."""
    return re.sub(r" \(.*?\)", "", name)


def gauge_of(properties: dict[str, Any]) -> int | None:
    """Return a railway's gauge in mm; of one that is only planned it is not known what will be built."""
    return None if properties["status"] == Status.PLANNED else properties.get("gauge")


def main_line(layer: Layer) -> Way | None:
    """Return the way that the layer's strip names, or None."""
    parts = [feature for slug in layer.strip if (feature := layer.feature(slug))]
    return Way(_along(map(_stretch, parts)), main=True) if parts else None


def ways_of(layer: Layer) -> list[Way]:
    """Return the main line, and then each chain of other lines, in the order in which they meet it."""
    main = main_line(layer)
    groups: dict[str, list[Stretch]] = {}
    for feature in layer.features:
        properties = feature["properties"]
        if properties.get("mode") and "km" in properties and feature["id"] not in layer.strip:
            groups.setdefault(properties.get("branch") or "", []).append(_stretch(feature))
    branches = [_met(chain, main) for group in groups.values() for chain in _chains(group)]
    branches.sort(key=lambda way: (len(way.stretches) == 1, way.main_km is None, way.main_km or 0))
    return [main, *branches] if main else branches


def _stretch(feature: dict[str, Any]) -> Stretch:
    return Stretch(feature["properties"], ends_of(feature["geometry"]))


def _along(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Set each to begin where the one before ends."""
    placed: list[Stretch] = []
    for stretch in stretches:
        start = placed[-1].end_km if placed else 0
        placed.append(Stretch(stretch.properties, stretch.ends, start))
    return tuple(placed)


def _chains(group: list[Stretch]) -> Iterator[tuple[Stretch, ...]]:
    """Join lines where one begins as another ends, the longest chain first; every line is in one of them."""
    left = list(group)
    while left:
        chain = max((_chain_from(head, left) for head in left), key=len)
        left = [stretch for stretch in left if stretch not in chain]
        yield _along(chain)


def _chain_from(head: Stretch, others: list[Stretch]) -> list[Stretch]:
    """Return the longest chain that begins with this line."""
    rest = [one for one in others if one is not head]
    tails = (_chain_from(one, rest) for one in rest if apart_km(head.ends[1], one.ends[0]) <= NEAR_KM)
    return [head, *max(tails, key=len, default=[])]


def _met(chain: tuple[Stretch, ...], main: Way | None) -> Way:
    """Find where a branch meets the main line: where it leaves it, else where it comes in."""
    for leaves, point in ((True, chain[0].ends[0]), (False, chain[-1].ends[1])):
        for stretch in main.stretches if main else ():
            for at_end, stop in enumerate(stretch.ends):
                if apart_km(point, stop) <= MEETING_KM:
                    km = stretch.end_km if at_end else stretch.start_km
                    return Way(chain, meets=stretch.stops[at_end], main_km=km, leaves=leaves)
    return Way(chain)
