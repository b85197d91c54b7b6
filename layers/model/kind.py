"""Kinds of claims and kinds of labelled places."""

from __future__ import annotations

from enum import StrEnum


class ClaimKind(StrEnum):
    """What sort of sentence a claim is."""

    FACT = "fact"
    ARGUMENT = "argument"
    FORECAST = "forecast"
    OPINION = "opinion"

    @property
    def can_be_checked(self) -> bool:
        """Whether the record must say something of it."""
        return self is ClaimKind.FACT


class PlaceKind(StrEnum):
    """What a labelled place is."""

    CAPITAL = "capital"
    CITY = "city"
    TOWN = "town"
    PORT = "port"
    COUNTRY = "country"
    SEA = "sea"
    LAKE = "lake"
    AREA = "area"
    CROSSING = "crossing"
