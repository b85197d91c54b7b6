"""What a person does to the question of the routes panel; what is unknown does nothing. No Streamlit."""

from __future__ import annotations

from layers.network.model import Network
from layers.network.search.question import FIRST_YEAR, LAST_YEAR
from layers.views.routes.asked import (
    BY,
    MODES,
    PAIR,
    SCALES,
    Asked,
    closing_words,
    corridors_with_ends,
    ends,
    passable,
    question_of,
)

_STATES = ("on", "off")
_FLAGS = ("planned", "irregular", "far")


def close(known: Network, asked: Asked, word: object) -> None:
    """Close a thing; a word that is closed already, or that nothing is called by, changes nothing."""
    if _is_one_of(word, closing_words(known)) and word not in question_of(known, asked).closed:
        asked["closed"] = [*asked["closed"], word]
        asked["newest"] = "closed"


def open_again(known: Network, asked: Asked, word: object) -> None:
    """Open a thing again; a preset that closed it goes, what else it had closed stays closed."""
    if not _is_one_of(word, closing_words(known)):
        return
    presets = known.presets
    gone = [key for key in asked["presets"] if word in presets[key].close]
    others = [other for key in gone for other in presets[key].close]
    asked["presets"] = [key for key in asked["presets"] if key not in gone]
    asked["closed"] = [other for other in dict.fromkeys([*others, *asked["closed"]]) if other != word]


def put_end(known: Network, asked: Asked, side: str, place: object) -> None:
    """Start (`from`) or end (`to`) at a place; where it is the other end the two change places."""
    if not _is_one_of(place, ends(known)):
        return
    other = "to" if side == "from" else "from"
    if asked[other] == place:
        asked[other] = asked[side]
    asked[side] = place
    pass_no_more(asked, place)


def pass_by(known: Network, asked: Asked, place: object) -> None:
    """Have the way pass a place too; how many are too many, the answer says."""
    if _is_one_of(place, passable(known)) and place not in asked["via"]:
        asked["via"] = [*asked["via"], place]


def pass_no_more(asked: Asked, place: object) -> None:
    """Let the way pass a place or not."""
    asked["via"] = [other for other in asked["via"] if other != place]


def _is_one_of(word: object, known: frozenset[str]) -> bool:
    return isinstance(word, str) and word in known


def swap(asked: Asked) -> None:
    """Ask for the way back."""
    asked["from"], asked["to"] = asked["to"], asked["from"]


def leave_lost_story(known: Network, asked: Asked) -> None:
    """End a story whose pair of places is no longer asked for."""
    story = known.scenarios.get(asked["story"] or "")
    if story is None or (asked["from"], asked["to"]) != (story.from_, story.to):
        asked["story"] = None


def begin_story(known: Network, asked: Asked, key: str | None) -> None:
    """Take over a story's pair of places and its first step; None leaves the question as it is."""
    asked["story"] = key
    if key is not None:
        story = known.scenarios[key]
        asked.update(
            {"from": story.from_, "to": story.to, "via": [], "closed": [], "presets": [story.steps[0]]}
        )
        asked["newest"] = "presets"


def go_to_step(known: Network, asked: Asked, step: object) -> None:
    """Take the first steps of the story, and nothing else that is closed; out of range is the nearest."""
    if asked["story"] is not None and isinstance(step, int):
        steps = known.scenarios[asked["story"]].steps
        asked["presets"] = list(steps[: min(max(step, 0), len(steps))])
        asked["closed"] = []


def change(known: Network, asked: Asked, told: object) -> None:
    """Do what a control tells: “presets:iran-closed=on”, “planned=off”, “by:km”, “year:2017”.

    A switch tells what it is to be, and not that it was pressed: what it showed then may have changed since.
    """
    control, _, state = str(told).partition("=")
    name, _, word = control.partition(":")
    several = {"presets": known.presets, "modes": MODES}
    single = {
        "by": BY,
        "scale": SCALES,
        "weakest": {PAIR: "", **corridors_with_ends(known)},
        "year": {str(year): "" for year in range(FIRST_YEAR, LAST_YEAR + 1)},
    }
    if name in _FLAGS and state in _STATES:
        asked[name] = state == "on"
    elif name in several and word in several[name] and state in _STATES:
        others = [one for one in asked[name] if one != word]
        if (word in asked[name]) != (state == "on"):
            asked[name] = [*others, word] if state == "on" else others
            if name == "presets" and state == "on":
                asked["newest"] = "presets"
    elif name in single and word in single[name]:
        value = int(word) if name == "year" else word
        asked[name] = None if name == "weakest" and asked[name] == word else value
    elif name == "story" and word in known.scenarios:
        begin_story(known, asked, word)
