"""The table of a layer's parts: each way walked from its start over borders and gauges, then the places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from layers.files.words import readable_date
from layers.model.catalogue import Catalogue
from layers.model.layer import Layer
from layers.model.mode import Mode, Status
from layers.network.words.status import NOT_SOURCED
from layers.views.render import render
from layers.views.ways import Stretch, Way, gauge_of, ways_of


@dataclass(frozen=True)
class Row:
    """A part with what is told of it; or, without a `ref`, what one meets on the way: a border, a gauge."""

    name: str
    ref: str = ""
    about: str = ""
    km: str = ""
    along: str = ""
    status: str = ""
    as_of: str = ""


@dataclass
class Section:
    """Rows under a title; the first has none where a layer has but one kind of parts."""

    title: str
    note: str = ""
    rows: list[Row] = field(default_factory=list)


def has_lines(layer: Layer) -> bool:
    """Tell whether some part of a layer is a line."""
    return any("km" in feature["properties"] for feature in layer.features)


def parts_html(layer: Layer, catalogue: Catalogue) -> str:
    """Return the table of a layer's parts."""
    return render("parts.html", layer=layer, parts=Parts(layer, catalogue))


class Parts:
    """The parts of one layer in words."""

    def __init__(self, layer: Layer, catalogue: Catalogue) -> None:
        self.layer, self.names = layer, catalogue.country_names
        dates = [str(feature["properties"]["as_of"]) for feature in layer.features]
        self.as_of = max(dates, key=dates.count, default="")
        self.has_lines = has_lines(layer)

    def sections(self) -> list[Section]:
        """Return the ways in order of travel, single lines, and what is no line, as the file lists it."""
        ways = ways_of(self.layer)
        walked = [way for way in ways if way.main or len(way.stretches) > 1]
        single = [way for way in ways if way not in walked]
        lines = {stretch.properties["id"] for way in ways for stretch in way.stretches}
        others = [part for one in self.layer.features if (part := one["properties"])["id"] not in lines]
        found = [Section(self._title(way), self._note(way), list(self._walk(way))) for way in walked]
        alone = "Other branches" if self.layer.strip else "Lines"
        found.append(Section(alone, rows=[*map(self._single, single)]))
        found.append(Section("Places", rows=[self._row(part, self._place(part)) for part in others]))
        found = [section for section in found if section.rows]
        if len(found) == 1 and not walked:
            found[0].title = ""
        return found

    def _title(self, way: Way) -> str:
        if way.main:
            return f"Main line: {way.title}"
        return f"Branch: {way.title}" if self.layer.strip else way.title

    def _note(self, way: Way) -> str:
        return f"{way.lengths}{_meeting(way)}"

    def _walk(self, way: Way) -> Iterator[Row]:
        """Yield the stretches of a way, and before or after each the border that it begins or crosses at."""
        here, gauge = "", None
        for stretch in way.stretches:
            part, codes = stretch.properties, stretch.countries
            if codes and codes[0] != here:
                yield Row(self._crossing(here, codes[0]) if here else self._country(codes[0]))
            known = gauge_of(part) or gauge
            if gauge and known != gauge:
                yield Row(f"Change of gauge: {gauge:,} → {known:,} mm")
            along = f"{stretch.start_km:,.0f}–{stretch.end_km:,.0f}"
            yield self._row(part, self._line(part), stretch, along)
            for before, after in pairwise(codes):
                yield Row(f"{self._crossing(before, after, part['mode'])}, on this stretch")
            here, gauge = codes[-1] if codes else here, known

    def _crossing(self, before: str, after: str, mode: str = "") -> str:
        over = "Over the sea" if mode == Mode.SEA else "Border"
        return f"{over} {self._country(before)} → {self._country(after)}"

    def _single(self, way: Way) -> Row:
        [stretch] = way.stretches
        part = stretch.properties
        return self._row(
            part, f"{self._line(part)}, {self._through(part)}", stretch, _meeting(way).lstrip(", ")
        )

    def _row(self, part: dict[str, Any], about: str, stretch: Stretch | None = None, along: str = "") -> Row:
        return Row(
            part["name"],
            f"{self.layer.id}/{part['id']}",
            ", ".join(filter(None, (about, part.get("status_note")))),
            f"{stretch.km:,.0f} km" if stretch else "" if self.has_lines else self._through(part),
            along,
            Status.of(part["status"]).word,
            readable_date(part["as_of"]) if part["as_of"] != self.as_of else "",
        )

    def _line(self, part: dict[str, Any]) -> str:
        mark = f" ({NOT_SOURCED})" if part.get("opened_source") == NOT_SOURCED else ""
        opened = f", opened {part['opened']}{mark}" if part.get("opened") else ""
        return f"{Mode.of(part['mode']).word}{opened}"

    def _place(self, part: dict[str, Any]) -> str:
        where = self._through(part) if self.has_lines else ""
        return ", ".join(filter(None, (str(part["kind"]).replace("-", " "), where)))

    def _through(self, part: dict[str, Any]) -> str:
        """Name the countries of a part: a line goes from one to the next, an area lies in all of them."""
        between = " → " if part.get("mode") else ", "
        return between.join(map(self._country, part.get("countries", ())))

    def _country(self, code: str) -> str:
        return self.names.get(code, code)


def _meeting(way: Way) -> str:
    """Say where a branch leaves the main line, or comes into it."""
    if way.main_km is None:
        return ""
    return f", {'from' if way.leaves else 'to'} {way.meets} at km {way.main_km:,.0f}"
