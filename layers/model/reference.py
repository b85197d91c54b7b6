"""What a text, a step or a visitor points at: a layer, a part of one, or a place."""

from __future__ import annotations

import re
from typing import Any, Self

from pydantic import GetCoreSchemaHandler
from pydantic_core import core_schema

from layers.files.forms import IN_WORDS, REFERENCE

_PLACE = "place:"
_FORM = re.compile(REFERENCE)


class Reference(str):
    """A layer ("tamar"), a part of one ("tamar/leviathan") or a place ("place:baku").

    It is text, so that it goes into addresses and JSON as it is; whether such a thing exists the catalogue
    knows. Raises ValueError for text of another form.
    """

    __slots__ = ()

    def __new__(cls, text: str) -> Self:
        """Take text of one of the three forms."""
        if not _FORM.fullmatch(text):
            raise ValueError(IN_WORDS[REFERENCE])
        return super().__new__(cls, text)

    @classmethod
    def to_feature(cls, layer: str, feature: str) -> Self:
        """Return the reference to a part of a layer."""
        return cls(f"{layer}/{feature}")

    @classmethod
    def to_place(cls, place: str) -> Self:
        """Return the reference to a place."""
        return cls(f"{_PLACE}{place}")

    @classmethod
    def read(cls, text: object) -> Self | None:
        """Return what comes from outside as a reference, or None where it is none."""
        return cls(text) if isinstance(text, str) and _FORM.fullmatch(text) else None

    @property
    def place(self) -> str | None:
        """The id of the place, if it is one."""
        return self.removeprefix(_PLACE) if self.startswith(_PLACE) else None

    @property
    def layer(self) -> str | None:
        """The id of the layer that is meant, or whose part is."""
        return None if self.startswith(_PLACE) else self.partition("/")[0]

    @property
    def feature(self) -> str | None:
        """The id of the part within its layer, if it is one."""
        return self.partition("/")[2] or None

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[Any], handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        """Validate text; a model holds the reference, its JSON the text."""
        return core_schema.no_info_after_validator_function(cls, core_schema.str_schema())
