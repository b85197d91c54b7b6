"""A draft as the browser keeps it: what was made comes back as it was, what comes from outside is sifted."""

from __future__ import annotations

import json
from typing import Any

from layers.catalogue.atlas import Atlas
from layers.views.kept_draft import taken_back, to_keep
from layers.views.tour_draft import Draft, open_tour, tour_text, written
from tests.harness.loaded import the_atlas
from tests.harness.spoiling import all_spoilt


def drafts(atlas: Atlas) -> list[Draft]:
    """Return our own tours as drafts."""
    files = sorted((atlas.built.root / "layers" / "tours").glob("*.md"))
    return [open_tour(file.read_bytes(), atlas)[0] for file in files]


def test_every_tour_of_ours_comes_back_letter_by_letter() -> None:
    for draft in drafts(the_atlas()):
        back = taken_back(json.loads(json.dumps(to_keep(draft))))
        assert back is not None
        assert tour_text(back) == tour_text(draft)
        assert {step["uid"] for step in back.steps}.isdisjoint(step["uid"] for step in draft.steps)


def test_nothing_is_kept_of_nothing() -> None:
    assert to_keep(Draft()) is None
    assert taken_back(None) is None
    assert taken_back({"steps": []}) is None


def test_whatever_the_browser_says_can_be_drawn_and_written() -> None:
    atlas = the_atlas()
    kept: dict[str, Any] = to_keep(drafts(atlas)[0]) or {}
    kept["steps"] = kept["steps"][:2]
    for case, data in [*all_spoilt(kept)][::5]:
        back = taken_back(data)
        for step in back.steps if back else ():
            assert all(isinstance(layer, str) for layer in step["layers"]), case
            assert isinstance(step["headline"] + step["caption"], str), case
        if back and back.steps:
            written(back, atlas)
