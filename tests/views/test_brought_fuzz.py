"""Whatever somebody brings, a tour, an essay, an address: an answer or a named error, and soon."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from typing import Any

import pytest

from layers.catalogue.atlas import Atlas
from layers.files.folders import ROOT
from layers.page import reading
from layers.page.head import words_of
from layers.views.address_hints import OF_PANELS, OF_ROUTES, hints_of
from layers.views.address_words import AddressWords
from layers.views.opened_essay import NotAnEssayError, open_essay
from layers.views.routes.asked import read_asked
from layers.views.tour_draft import NotATourError, open_tour, written
from tests.harness.fuzzing import SEED, runs

EVIL = [
    *(
        "{{7*7}}",
        "<b>",
        "`${x}`",
        "\u202e",
        "\x00",
        "[a](place:baku)",
        "“",
        "[blank:1]",
        ": ",
        "- ",
        "\t",
        "&a *a",
    ),
    *(
        "'",
        "[" * 40,
        "{a: ",
        "!!bool x",
        "9" * 5000,
        "null",
        "~",
        "---\n",
        "ﷺ" * 30,
        "e\u0301",
        "\n\n",
        "place:",
    ),
]
KEYS = [
    *(*OF_ROUTES, *OF_PANELS, "layers", "selected", "scale", "planned"),
    *("irregular", "far", "newest", "view", "tour"),
]
FLOOR = 0.25  # of the tours are tours still: a fuzz whose inputs are all refused proves little
MOST_SECONDS = 1.0  # of the processor, for an input; a half where the machine is calm


def timed(do: Callable[[], Any]) -> Any:
    before = time.process_time()
    try:
        return do()
    finally:
        assert time.process_time() - before < MOST_SECONDS


def damaged(text: str, chance: random.Random) -> str:
    """Return a text with one to four pieces put in, taken out, moved or made many."""
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(text) + 1)
        to = min(len(text), at + chance.choice([0, 1, 5, 60]))
        piece = chance.choice([*EVIL, text[at:to], ""]) * chance.choice([1, 1, 1, 30])
        text = text[:at] + piece + text[to:]
    return text


def test_any_tour_is_opened_or_refused_by_name(loaded: Atlas) -> None:
    chance, opened = random.Random(SEED), 0
    ours = [file.read_text("utf-8") for file in sorted((ROOT / "layers" / "tours").glob("*.md"))]
    for _ in range(runs()):
        raw = damaged(chance.choice(ours), chance).encode("utf-8", "surrogatepass")
        try:
            draft, faults = timed(lambda raw=raw: open_tour(raw, loaded))  # type: ignore[misc]
        except NotATourError as error:
            assert "\n" not in str(error)
            continue
        opened += 1
        assert all("\n" not in str(fault) for fault in faults)
        timed(lambda draft=draft: written(draft, loaded))  # type: ignore[misc]
    assert opened >= FLOOR * runs()


def test_any_file_is_an_essay_or_refused_by_name() -> None:
    chance = random.Random(SEED)
    for _ in range(runs()):
        text = "".join(
            chance.choice([*EVIL, "Words. ", "\n"]) * chance.choice([1, 9, 900]) for _ in range(20)
        )
        with pytest.raises(NotAnEssayError) as error:
            timed(lambda text=text: open_essay("a.txt", text.encode()[:200_000]))  # type: ignore[misc]
        assert "\n" not in str(error.value)


def test_any_address_is_read(loaded: Atlas) -> None:
    chance = random.Random(SEED)
    words = [
        *loaded.network.nodes,
        *loaded.network.presets,
        *loaded.catalogue.layers,
        *EVIL,
        "Turkey",
        "1",
        "²",
        "٢٠٢٤",
    ]
    for _ in range(runs()):
        chosen = chance.sample(KEYS, 6)
        query = {key: ",".join(chance.choices(words, k=chance.choice([1, 3, 90]))) for key in chosen}
        hints = timed(lambda query=query: hints_of(query, loaded))  # type: ignore[misc]
        assert len(" ".join(hints)) < 200 * len(chosen)
        asked = read_asked(loaded, AddressWords(query))
        assert asked["from"] in loaded.network.nodes
        assert reading.asked_by(query, loaded.catalogue)["show"] in reading.SHOWS
        assert len(words_of("&".join(f"{key}={word}" for key, word in query.items()))) <= 50
