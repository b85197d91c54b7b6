"""A tour made by hand: steps from what the map shows, and its text as the atlas reads it. No Streamlit."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import yaml

from layers.catalogue.atlas import Atlas
from layers.catalogue.tours import read_tour
from layers.files.faults import AtlasError, Fault
from layers.files.forms import ID
from layers.files.words import slug
from layers.model.catalogue import Catalogue
from layers.model.reference import Reference
from layers.model.tour import MOST_STEPS, ZOOMS, Tour
from layers.views.brought import NotTextError, text_brought

MOST_BYTES = 200_000
LONGEST_ID = 40
REGION = (41.0, 50.0, 4.0)  # lat, lon, zoom: everything that the essays speak of
ORDER = (
    *("headline", "caption", "layers", "focus", "lit", "spotlight"),
    *("routes", "question", "answer", "notes"),
)
DraftStep = dict[str, Any]  # what the file holds of a step, and a `uid` that tells it apart meanwhile
# Of a server's life no number comes back in the next: to a browser a field of the same key is the same field.
_uids = count(time.time_ns() // 1000)


class NotATourError(AtlasError):
    """The file cannot be opened as a tour; the text says in one sentence why."""


@dataclass
class Draft:
    """A tour on the desk; its `uid` tells its fields from those of every other."""

    title: str = "My tour"
    minutes: int = 5
    explore: bool = False
    body: str = ""
    steps: list[DraftStep] = field(default_factory=list)
    removed: tuple[int, DraftStep] | None = field(default=None, repr=False)  # that may be put back
    uid: int = field(default_factory=lambda: next(_uids), compare=False)
    written: Written | None = field(default=None, repr=False, compare=False)  # as it was looked at last


@dataclass(frozen=True)
class Written:
    """A draft as a file and what `layers check` would say of it; `stand` tells whether it is still so."""

    stand: tuple[str, Atlas]
    text: str
    faults: list[Fault]


def with_uid(step: Mapping[str, Any]) -> DraftStep:
    """Return a step that can be told from every other of this server."""
    return {"uid": next(_uids), **step}


def new_step(shown: Mapping[str, Any], routes: Mapping[str, Any] | None, catalogue: Catalogue) -> DraftStep:
    """Return a step that shows what the browser reports: layers, view [lat, lon, zoom], selection, routes.

    The report comes from outside: what this atlas does not have is left out.
    """
    told = shown.get("layers")
    layers = [layer.id for layer in catalogue.drawn if isinstance(told, list) and layer.id in told]
    selected = Reference.read(shown.get("selected"))
    if selected and not (
        catalogue.has(selected) and (selected.place or _is_drawn(selected.layer, catalogue))
    ):
        selected = None
    if selected and selected.layer and selected.layer not in layers:
        layers.append(selected.layer)
    step = with_uid({"headline": "", "caption": "", "layers": layers})
    step |= {
        "focus": {"view": _view(shown.get("view"))},
        "lit": [str(selected)] if selected else list(layers),
    }
    if selected and (selected.place or selected.feature):
        step["spotlight"] = str(selected)
    return step | ({"routes": dict(routes)} if routes else {})


def moved(steps: Sequence[DraftStep], at: int, by: int) -> list[DraftStep]:
    """Return the steps with one moved up or down; at the ends nothing changes."""
    to = min(max(at + by, 0), len(steps) - 1)
    rest = [step for number, step in enumerate(steps) if number != at]
    return [*rest[:to], steps[at], *rest[to:]]


def add(draft: Draft, step: DraftStep) -> None:
    """Put a step at the end, while there is room."""
    if len(draft.steps) < MOST_STEPS:
        draft.steps.append(step)
        draft.removed = None


def move(draft: Draft, at: int, by: int) -> None:
    """Move a step up or down."""
    draft.steps = moved(draft.steps, at, by)
    draft.removed = None


def remove(draft: Draft, at: int) -> None:
    """Take a step out; until another is added, moved or taken out it may be put back."""
    draft.removed = (at, draft.steps.pop(at))


def put_back(draft: Draft) -> None:
    """Put the step that was taken out last where it was."""
    if draft.removed:
        draft.steps.insert(*draft.removed)
        draft.removed = None


def tour_id(draft: Draft) -> str:
    """Return the tour's id, which is its file's name too."""
    return slug(draft.title, longest=LONGEST_ID) or "my-tour"


def tour_text(draft: Draft) -> str:
    """Return the file: YAML front matter, then the text. A step without an id gets one from its headline."""
    front: dict[str, Any] = {"id": tour_id(draft), "title": draft.title.strip(), "minutes": draft.minutes}
    if draft.explore:
        front["ends"] = "explore"
    front["steps"] = list(_written(draft.steps))
    # One copy of a list that two keys share would otherwise be written as an anchor.
    dumper = type("Plain", (yaml.SafeDumper,), {"ignore_aliases": lambda _self, _data: True})
    dumped = yaml.dump(front, Dumper=dumper, allow_unicode=True, sort_keys=False, width=1000)
    return f"---\n{dumped}---\n{draft.body.strip()}\n"


def written(draft: Draft, atlas: Atlas) -> Written:
    """Return the draft's file and its faults; worked out anew only after a change of draft or atlas."""
    stand = (repr(draft), atlas)
    if draft.written is None or draft.written.stand != stand:
        text = tour_text(draft)
        draft.written = Written(stand, text, _read(text, tour_id(draft), atlas)[1])
    return draft.written


def open_tour(raw: bytes, atlas: Atlas) -> tuple[Draft, list[Fault]]:
    """Return the tour of a file and what is wrong in it; raise NotATourError when there is none to show."""
    try:
        text = text_brought(raw, most=MOST_BYTES)
    except NotTextError as error:
        raise NotATourError(f"This is no tour: {error}") from error
    named = re.search(rf"^id: *({ID}) *$", text, re.MULTILINE)
    tour, faults = _read(text, named[1] if named else "tour", atlas)
    if tour is None:
        raise NotATourError(f"This is no tour: {faults[0] if faults else 'it has no steps.'}")
    steps = [
        with_uid(step.model_dump(mode="json", by_alias=True, exclude_defaults=True)) for step in tour.steps
    ]
    return Draft(tour.title, tour.minutes, tour.ends == "explore", tour.body.strip(), steps), faults


def _written(steps: Sequence[DraftStep]) -> Iterator[dict[str, Any]]:
    used: set[str] = set()
    for number, step in enumerate(steps, 1):
        own = step.get("id") or slug(step["headline"], longest=LONGEST_ID) or f"step-{number}"
        while own in used:
            own = f"{own}-{number}"
        used.add(own)
        kept = {key: value.strip() if isinstance(value, str) else value for key, value in step.items()}
        yield {"id": own} | {key: kept[key] for key in ORDER if kept.get(key) not in ("", None)}


def _read(text: str, name: str, atlas: Atlas) -> tuple[Tour | None, list[Fault]]:
    """Read a tour as `layers check` would, but beside no other tour."""
    return read_tour(text, file=f"{name}.md", name=name, catalogue=atlas.catalogue, network=atlas.network)


def _view(view: Any) -> list[float]:
    """Return a view that a tour may hold; the whole region when there is none."""
    limits = ((-85, 85), (-180, 180), ZOOMS)
    numbers = [part for part in view if isinstance(part, int | float)] if isinstance(view, list) else []
    if len(numbers) != len(limits):
        return list(REGION)
    return [
        round(min(max(float(part), low), high), 3) for part, (low, high) in zip(numbers, limits, strict=True)
    ]


def _is_drawn(layer: str | None, catalogue: Catalogue) -> bool:
    return any(drawn.id == layer for drawn in catalogue.drawn)
