"""One thing that has a name, and what its spellings are made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from layers.files.words import fold
from layers.model.reference import Reference


@dataclass(frozen=True)
class Entry:
    """A thing that is called something.

    `ref` is what the map selects; `node` the place of the network, if cargo can start or end there; `passes`
    that or the strait that a way can pass; `closes` the word that closes it
    (layers/network/search/closures.py). `also` holds its other spellings, `words` the ids and codes that
    mean it and nothing else.
    """

    name: str
    kind: str
    ref: Reference | None = None
    also: tuple[str, ...] = ()
    node: str | None = None
    passes: str | None = None
    closes: str | None = None
    words: tuple[str, ...] = ()

    @property
    def handle(self) -> str:
        """The shortest word that means this entry alone."""
        return self.node or self.closes or str(self.ref)


def others(name: str, spellings: Iterable[str | None]) -> tuple[str, ...]:
    """Return the spellings beside the name in their order, the first of those that fold alike."""
    kept = {fold(name): name}
    for other in spellings:
        if other and fold(other):
            kept.setdefault(fold(other), other)
    return tuple(kept.values())[1:]


def plain(name: str) -> str:
    """Leave out a remark in brackets: “AIR Center (Baku)” → “AIR Center”."""
    return name.partition(" (")[0]


def taken_apart(name: str) -> Iterator[str]:
    """Give a name whole and in parts: “A (B) · C” is also called “A”, “B” and “C”."""
    yield name
    for part in name.split(" · "):
        yield plain(part)
        if " (" in part:
            yield part.partition(" (")[2].rstrip(")")


def spelled(name: str) -> list[str]:
    """Return a gazetteer's name without its remark, and the remark where it is a spelling: "A (B / C)"."""
    whole, _, remark = name.partition(" (")
    spellings = remark.rstrip(")").removeprefix("recte ").split(" / ") if remark else []
    return [*whole.split(" / "), *spellings, *([whole] if " / " in whole else [])]
