"""The atlas is read by people of 16 to 20 whose language may be another: no sentence is too long for them."""

from __future__ import annotations

import pytest

from layers.catalogue.atlas import Atlas
from layers.model.catalogue import Catalogue
from tests.harness.sentences import sentences, words

MOST_WORDS = 30  # of a sentence; a class reads it in a language that is not its own
MOST_CAPTION_WORDS = 25  # of one that a class reads from a screen


def test_no_sentence_is_too_long_to_be_read(loaded: Atlas) -> None:
    told: dict[str, str] = {f"glossary, {term.id}": term.meaning for term in loaded.glossary.terms}
    told |= {f"names, {row.name}": row.reason or "" for row in loaded.gazetteer.names}
    for key, essay in loaded.catalogue.essays.items():
        told |= {f"{key}:{number}": gist for number, gist in essay.paragraphs.items()}
    for id, layer in loaded.catalogue.layers.items():
        told |= {f"{id}, text": layer.body, f"{id}, status": layer.status_note}
        told |= {f"{claim.id}": claim.text for claim in layer.claims}
        told |= {f"{claim.id}, note": claim.check.note for claim in layer.claims}
        told |= {f"{id}, {voice.who}": voice.line for voice in layer.voices}
        told |= {
            f"{id}, {fact.label}, {number}": value.note
            for fact in layer.facts
            for number, value in enumerate(fact.values)
        }
    for correction in loaded.corrections.rows:
        told |= {f"was: {correction.was}": correction.was, f"now: {correction.now}": correction.now}
    for tour in loaded.catalogue.tours.values():
        told[tour.id] = tour.body
        for step in tour.steps:
            told |= {
                f"{tour.id}, {step.id}, {key}": getattr(step, key) for key in ("question", "answer", "notes")
            }
    found = [
        f"{where}: {text}"
        for where, all in told.items()
        for text in sentences(all)
        if words(text) > MOST_WORDS
    ]
    assert not found
    assert len(told) > 1500


def test_no_sentence_of_a_caption_is_too_long_to_be_read_aloud(loaded: Atlas) -> None:
    steps = [step for tour in loaded.catalogue.tours.values() for step in tour.steps]
    captions = [text for step in steps for text in sentences(step.caption)]
    assert [text for text in captions if words(text) > MOST_CAPTION_WORDS] == []
    assert len(captions) > len(steps)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "One. Two words? “Three little words!” Four.",
            ["One.", "Two words?", "“Three little words!", "Four."],
        ),
        (
            "It grew to 4.12 million t by H.R. 5683 [blank:3]. So it is.",
            ["It grew to 4.12 million t by H․R․ 5683.", "So it is."],
        ),
        ("A [link](place:alat) of St. Petersburg", ["A [link] of St․ Petersburg"]),
        ("Und é. Él dijo. Это так.", ["Und é.", "Él dijo.", "Это так."]),
    ],
)
def test_sentences_are_told_apart(text: str, found: list[str]) -> None:
    assert sentences(text) == found
    assert words("It grew to 4.12 million t, by 8 %.") == 8


def test_a_question_of_a_tour_has_an_answer_for_the_teacher(catalogue: Catalogue) -> None:
    steps = [step for tour in catalogue.tours.values() for step in tour.steps]
    assert [step.id for step in steps if step.question and not step.answer] == []
    assert sum(bool(step.question) for step in steps) >= 24
