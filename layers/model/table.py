"""A closed vocabulary whose words carry what follows from them, so that a new word is one entry."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple, Self


class Table(StrEnum):
    """Members that equal their key and have the fields of a named tuple as attributes.

    A subclass annotates these attributes; a member is written as `KEY = "key", Fields(…)`.
    """

    def __new__(cls, key: str, about: NamedTuple) -> Self:
        """Make a member of its key and what is said about it."""
        member = str.__new__(cls, key)
        member._value_ = key
        for name, value in about._asdict().items():
            setattr(member, name, value)
        return member

    @classmethod
    def of(cls, key: str) -> Self:
        """Return the member with this key; raises KeyError."""
        return cls._member_by_key()[key]

    @classmethod
    def _member_by_key(cls) -> dict[str, Self]:
        return {member.value: member for member in cls}
