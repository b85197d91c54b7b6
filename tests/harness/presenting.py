"""Presenting the atlas's own tours in a window: which there are, how to begin one, what a step shows."""

from __future__ import annotations

from functools import cache
from typing import Any

import frontmatter
from playwright.sync_api import Page

from layers.files.folders import ROOT
from layers.map.tour_facts import tour_facts
from tests.harness.browser import Screen
from tests.harness.loaded import the_catalogue, the_network
from tests.harness.map_alone import open_map
from tests.harness.windows import OpenScreen

LONG = "three-ways"
SEEN = """() => { window.seen = []; new MutationObserver(() => seen.push(atlas.state().step))
    .observe(document.querySelector('.tour-count'), { childList: true }); window.mark = atlas.map; }"""


@cache
def tours() -> dict[str, Any]:
    """Return the tours as the map document holds them."""
    return tour_facts(the_catalogue(), the_network(), [])


def tours_on_disk() -> dict[str, int]:
    """Return the tours with the number of their steps, the shortest first, without loading the atlas."""
    files = (ROOT / "layers" / "tours").glob("*.md")
    heads: list[dict[str, Any]] = [frontmatter.load(file).metadata for file in files]
    heads.sort(key=lambda head: (head["minutes"], head["id"]))
    return {head["id"]: len(head["steps"]) for head in heads}


def present(open_screen: OpenScreen, tour: str = LONG, step: int = 0, **options: Any) -> Screen:
    """Open the map alone at a step."""
    screen = open_map(open_screen, f"tour={tour}&step={step}", **{"size": (1280, 720), **options})
    assert screen.state()["tour"] == tour
    return screen


def zigzag(steps: int, presses: int) -> list[tuple[str, int]]:
    """Return keys with the step that each leads to, up and down a tour."""
    at, by, found = 0, 1, []
    for press in range(presses):
        if not 0 <= at + by < steps:
            by = -by
        at += by
        keys = ("ArrowRight", " ", "PageDown") if by > 0 else ("ArrowLeft", "PageUp")
        found.append((keys[press % len(keys)], at))
    return found


def shown(page: Page, tour: str, step: int) -> bool:
    """Tell whether the map shows what the step asks for."""
    state = page.evaluate("atlas.state()")
    return bool(state["step"] == step and set(state["layers"]) == set(tours()[tour]["steps"][step]["layers"]))
