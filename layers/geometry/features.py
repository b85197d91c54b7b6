"""One member of a FeatureCollection after the other to a checked feature: geometry, properties, id."""

from __future__ import annotations

import re
from itertools import count
from typing import Any

from pydantic import BaseModel

from layers.files.faults import Fault, shown
from layers.files.forms import SLUG
from layers.files.words import slug
from layers.geometry.defaults import Defaults, filled
from layers.geometry.properties import check_properties, limit_properties
from layers.geometry.shapes import Shape, SkippedShapeError, rebuild
from layers.model.feature import HandLineProperties, LineProperties, PointOrAreaProperties


class FeatureReader:
    """Reads the features of one file, remembering ids, vertices, positions in metres and faults.

    With a `layer` or a `schema` the file is one of the atlas's own: properties and ids must be right, and a
    feature that is not is left out. With `defaults` somebody drew it, and they fill in what it leaves out.
    """

    def __init__(
        self,
        file: str,
        layer: str | None,
        schema: type[BaseModel] | None,
        defaults: Defaults | None = None,
    ) -> None:
        """Begin a file."""
        self.file, self.layer, self.schema, self.defaults = file, layer, schema, defaults
        self.own = layer is not None or schema is not None
        self.faults: list[Fault] = []
        self.ids: set[str] = set()
        self.vertices = 0
        self.metres = 0
        self.nowhere: dict[str, list[int]] = {}  # what neither a feature nor its definition says, by key

    def read(self, member: object, number: int) -> dict[str, Any] | None:
        """Return the rebuilt feature, or None when it is skipped; `number` counts from 1."""
        where = f"feature {number}"
        if not isinstance(member, dict) or member.get("type") != "Feature":
            self._skip(where, "something that is no Feature", "{type: Feature, properties, geometry}")
            return None
        given = _given_id(member)
        if given is not None:
            where = f"{where}, id {shown(given, limit=40)}"
        shape = self._shape(member.get("geometry"), where)
        nowhere: tuple[str, ...] = ()
        if self.defaults and shape:
            member, nowhere = self._filled(member, number, shape, self.defaults)
        properties = self._properties(member.get("properties"), shape, where)
        if shape is None or properties is None or nowhere:
            return None
        slug = self._own_id(member, where) if self.own else self._any_id(given, number, where)
        if slug is None:
            return None
        self.ids.add(slug)
        return {"type": "Feature", "id": slug, "properties": properties, "geometry": shape.geometry}

    def _shape(self, geometry: object, where: str) -> Shape | None:
        try:
            shape = rebuild(geometry)
        except SkippedShapeError as error:
            self.metres += error.metres
            self._skip(where, error.found, error.expected)
            return None
        self.vertices += shape.vertices
        for found, expected in shape.fixes:
            self._fix(where, found, expected)
        return shape

    def _filled(
        self, member: dict[str, Any], number: int, shape: Shape, defaults: Defaults
    ) -> tuple[dict[str, Any], tuple[str, ...]]:
        """Return a member with all that can be said of it, and the keys that nobody says."""
        properties, nowhere = filled(member.get("properties"), shape.geometry, defaults)
        for key in nowhere:
            self.nowhere.setdefault(key, []).append(number)
        given = [_as_id(each) for each in (member.get("id"), properties.get("id")) if each is not None]
        if not given:
            given = [self._free(_slugged(properties.get("name")) or f"feature-{number}")]
        return {**member, "id": given[0], "properties": {**properties, "id": given[-1]}}, nowhere

    def _properties(self, properties: object, shape: Shape | None, where: str) -> dict[str, Any] | None:
        if not self.own:
            kept, fixes = limit_properties(properties)
            for found, expected in fixes:
                self._fix(where, found, expected)
            return kept
        schema = self.schema
        if schema is None:
            if shape is None:
                return None  # without a shape nobody knows whether a line's properties are asked for
            line = HandLineProperties if self.defaults else LineProperties
            schema = line if "Line" in shape.geometry["type"] else PointOrAreaProperties
        checked, faults = check_properties(properties, schema, file=self.file, where=where)
        self.faults.extend(faults)
        if checked is not None and self.layer is not None and checked["layer"] != self.layer:
            self._skip(where, f"layer: {shown(checked['layer'])}", f"“{self.layer}”")
            return None
        return checked

    def _own_id(self, member: dict[str, Any], where: str) -> str | None:
        """Return the id of one of our own features, which stands both beside and inside its properties."""
        inside = member["properties"]["id"]
        if member.get("id") != inside:
            expected = f"{shown(inside)}, the same as in its properties"
            self._skip(where, f"the id {shown(member.get('id'))} beside the type", expected)
            return None
        if inside in self.ids:
            self._skip(where, "an id for the second time", "ids that differ")
            return None
        return str(inside)

    def _any_id(self, given: str | int | None, number: int, where: str) -> str:
        """Return an id of plain characters for a feature of any file, numbered when it is taken."""
        slug = _slugged(given) or f"feature-{number}"
        if isinstance(given, str) and slug != given:
            self._fix(where, "an id with other characters", "a-z, 0-9 and hyphens")
        if slug in self.ids:
            self._fix(where, "an id for the second time", "ids that differ")
        return self._free(slug)

    def _free(self, slug: str) -> str:
        """Return an id, numbered when it is taken."""
        numbered = (f"{slug[:57]}-{again}" for again in count(2))
        return slug if slug not in self.ids else next(name for name in numbered if name not in self.ids)

    def _skip(self, where: str, found: str, expected: str) -> None:
        self.faults.append(Fault(self.file, where, found, expected, effect="skipped"))

    def _fix(self, where: str, found: str, expected: str) -> None:
        self.faults.append(Fault(self.file, where, found, expected, effect="fixed", note=not self.own))


def _given_id(member: dict[str, Any]) -> str | int | None:
    properties = member.get("properties")
    for value in (member.get("id"), properties.get("id") if isinstance(properties, dict) else None):
        if isinstance(value, str | int) and not isinstance(value, bool):
            return value
    return None


def _as_id(value: object) -> object:
    """Return a whole number as the text that an id is; programs number what they write."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _slugged(value: object) -> str:
    if isinstance(value, int):
        return str(value) if 0 <= value < 10**18 else ""
    if not isinstance(value, str):
        return ""
    return value if re.fullmatch(SLUG, value) else slug(value)
