"""A draft as the browser keeps it, so that it outlives the session: plain JSON, and back. No Streamlit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from layers.model.tour import MOST_LETTERS, MOST_STEPS, TITLE_LETTERS
from layers.views.tour_draft import ORDER, Draft, DraftStep, with_uid

MINUTES = range(1, 241)
TEXTS = ("headline", "caption", "question", "answer", "notes", "spotlight", "id")
LISTS = ("layers", "lit")


def to_keep(draft: Draft) -> dict[str, Any] | None:
    """Return the draft as JSON; nothing for one in which nothing was done."""
    if draft == Draft():
        return None
    steps = [{key: step[key] for key in ("id", *ORDER) if step.get(key)} for step in draft.steps]
    parts = {key: getattr(draft, key) for key in ("title", "minutes", "explore", "body")}
    return {**parts, "steps": steps}


def taken_back(kept: object) -> Draft | None:
    """Return the draft that was kept, or None for what is none.

    It comes from outside: what has another form is left out. Whether it holds against the atlas is told where
    it is written.
    """
    if not isinstance(kept, Mapping) or not isinstance(kept.get("steps"), list):
        return None
    draft = Draft()
    if isinstance(kept.get("title"), str):
        draft.title = kept["title"][:TITLE_LETTERS]
    if kept.get("minutes") in MINUTES:
        draft.minutes = int(kept["minutes"])
    if isinstance(kept.get("body"), str):
        draft.body = kept["body"][:MOST_LETTERS]
    draft.explore = kept.get("explore") is True
    draft.steps = list(_steps(kept["steps"][:MOST_STEPS]))
    return None if draft == Draft() else draft


def _steps(kept: list[Any]) -> Iterator[DraftStep]:
    for step in kept:
        if isinstance(step, Mapping):
            yield with_uid(dict(_parts(step)))


def _parts(step: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    yield from {"headline": "", "caption": "", "layers": []}.items()
    for key in TEXTS:
        if isinstance(step.get(key), str):
            yield key, step[key][:MOST_LETTERS]
    for key in LISTS:
        if isinstance(step.get(key), list):
            yield key, [one for one in step[key] if isinstance(one, str)]
    if isinstance(step.get("focus"), str | dict):
        yield "focus", step["focus"]
    routes = step.get("routes")
    if isinstance(routes, dict) and all(isinstance(routes.get(end), str) for end in ("from", "to")):
        yield "routes", routes
