"""Reads tours (layers/tours/*.md), names their faults by file and step, and mends what can still be shown."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from typing import Any

from layers.catalogue.between_files import text_faults
from layers.catalogue.citations import CITATION
from layers.catalogue.tour_limits import MOST_SIGNS, first_steps, signs_of
from layers.catalogue.tour_steps import ShownStep, mended
from layers.files.border import Border
from layers.files.faults import Fault, RefusedFileError, refused, shown
from layers.files.folders import Folders, files_in, plain_name
from layers.files.forms import SLUG
from layers.files.schema_faults import validated
from layers.files.text_file import clean_value, front_matter, read_text
from layers.files.words import slug
from layers.files.yaml_file import LinedYaml, read_yaml
from layers.model.catalogue import Catalogue
from layers.model.tour import MOST_LETTERS, MOST_STEPS, TITLE_LETTERS, Step, Tour, TourHead
from layers.network.model import Network

HEADLINE_LETTERS = 40  # one line of 34 px on a projector
CAPTION_WORDS = 45
TEXTS = ("headline", "caption", "question", "answer", "notes")
LINK = re.compile(r"\]\(\s*<?(?:place|feature|https):")
_READ_BESIDE = {"body": "the text below the keys", "missing": "what loading finds"}


def load_tours(
    catalogue: Catalogue, network: Network, folders: Folders
) -> tuple[dict[str, Tour], list[Fault]]:
    """Read all tours, the shortest first. Never raises for content: a broken step shows what it can."""
    tours: dict[str, Tour] = {}
    faults: list[Fault] = []
    for path in files_in(folders.tours, "*.md"):
        if not folders.whole and not is_tour(path):
            continue
        file, name = folders.named(path), plain_name(path.stem)
        with Border(file, faults):
            text = read_text(path, file=file)
            taken = catalogue.tours
            tour, wrong = read_tour(
                text, file=file, name=name, catalogue=catalogue, network=network, taken=taken
            )
            faults += wrong
            if tour and tours.setdefault(tour.id, tour) is not tour:
                raise refused(file, f"the id “{tour.id}” again", "a name of its own for the file")
    return dict(sorted(tours.items(), key=lambda item: (item[1].minutes, item[0]))), faults


def read_tour(
    text: str,
    *,
    file: str,
    name: str,
    catalogue: Catalogue,
    network: Network,
    taken: Collection[str] = (),
) -> tuple[Tour | None, list[Fault]]:
    """Read one tour, which must be called `name`; what is wrong is mended where it can be, and named.

    `file` is its name in the faults; `taken` are the ids of other tours. None when there is no step to show.
    """
    reader = _Reader(catalogue, network, file, name, taken)
    return reader.tour(text), reader.faults


def is_tour(path: Path) -> bool:
    """Tell a tour from a layer's definition in a folder where they lie side by side: it has steps."""
    try:
        return bool(re.search(rb"^steps[ ]*:", path.read_bytes(), re.MULTILINE))
    except OSError:
        return False


def caption_words(text: str) -> int:
    """Count the words that are read aloud: citations are not."""
    return len(re.findall(r"[^\s–—]+", CITATION.sub("", text)))


class _Reader:
    """One file; `faults` fill while it is read."""

    def __init__(
        self, catalogue: Catalogue, network: Network, file: str, name: str, taken: Collection[str]
    ) -> None:
        self.catalogue, self.network, self.file, self.name = catalogue, network, file, name
        self.taken = taken
        self.faults: list[Fault] = []
        self.yaml = LinedYaml({}, {})

    def tour(self, text: str) -> Tour | None:
        """Return the tour, mended where it was broken; None when there is no step to show."""
        try:
            front, line, body, body_line = front_matter(text, self.file)
            front, in_file = first_steps(front)
            if (signs := signs_of(front)) > MOST_SIGNS:
                found = f"{signs:,} brackets, commas, colons, dashes and line ends"
                raise refused(self.file, found, f"at most {MOST_SIGNS:,} above the text")
            yaml = read_yaml(front, file=self.file, first_line=line)
        except RefusedFileError as error:
            self.faults.extend(error.faults)
            return None
        self.yaml = LinedYaml(clean_value(yaml.data), yaml.lines)
        if not isinstance(self.yaml.data, dict):
            self._fault("", "no keys", "id, title, minutes and steps")
            return None
        raw = self.yaml.data.pop("steps", None)
        if not isinstance(raw, list) or not raw:
            self._fault("", "no steps", "at least one (steps: and below it “- id: …”)", "steps")
            raw = []
        if (steps_found := max(len(raw), in_file)) > MOST_STEPS:
            expected = f"at most {MOST_STEPS} (the first {MOST_STEPS} are shown)"
            self._fault("", f"{steps_found:,} steps", expected, "steps", MOST_STEPS)
        head = self._head(self.yaml.data)
        steps = tuple(self._step(number, data) for number, data in enumerate(raw[:MOST_STEPS]))
        self._check_ids(head, steps)
        body = self._body(body, body_line)
        return Tour(**head.model_dump() | {"id": self._own_id}, steps=steps, body=body) if steps else None

    def _body(self, body: str, line: int) -> str:
        """Return the text below the keys as far as it is shown; what it says of other files is checked."""
        if len(body) > MOST_LETTERS:
            expected = f"at most {MOST_LETTERS:,} (the first {MOST_LETTERS:,} are shown)"
            self.faults.append(Fault(self.file, "text", f"{len(body):,} letters", expected, line))
            body = body[:MOST_LETTERS]
        known = self.catalogue
        self.faults.extend(text_faults(self.file, "text", body, line, known, known.parts, known.broken))
        return body

    def _head(self, data: dict[str, Any]) -> TourHead:
        self._refuse_keys(data, "", "body")
        head, faults = validated(TourHead, data, file=self.file, yaml=self.yaml)
        self.faults.extend(faults)
        if head is None:
            title = data.get("title")
            head = TourHead(
                id=self._own_id,
                title=title[:TITLE_LETTERS] if isinstance(title, str) and title.strip() else self.name,
                minutes=10,
            )
        return head

    @property
    def _own_id(self) -> str:
        """The id that the file's name gives: under another, a copied file would stand for the first one."""
        return self.name if re.fullmatch(SLUG, self.name) else slug(self.name) or "tour"

    def _check_ids(self, head: TourHead, steps: tuple[Step, ...]) -> None:
        if head.id != self.name:
            self._fault("", f"the id {shown(head.id)}", f"“{self.name}”, like the file's name", "id")
        if head.id in self.taken:
            self._fault("", f"the id {shown(head.id)}", "an id that the atlas does not have yet", "id")
        first: dict[str, int] = {}
        for number, step in enumerate(steps):
            if first.setdefault(step.id, number) != number:
                expected = f"an id of its own (used in step {first[step.id] + 1})"
                self._fault(step.id, f"the step id “{step.id}” again", expected, "steps", number, "id")

    def _step(self, number: int, data: Any) -> Step:
        where = str(data["id"])[:40] if isinstance(data, dict) and "id" in data else f"number {number + 1}"
        self._refuse_keys(data, where, "missing", "steps", number)
        step, faults = validated(Step, data, file=self.file, yaml=self.yaml, path=("steps", number))
        prefix = f"steps.{number}."
        faults = [
            replace(fault, where=f"steps, {where}", found=fault.found.replace(prefix, "")) for fault in faults
        ]
        self.faults.extend(faults)
        missing = [
            f"Not shown of this step: found {fault.found}; expected {fault.expected}." for fault in faults
        ]
        if step is None:
            step = mended(data, number)
        self._check_texts(number, where, step)

        def told(key: str, found: str, expected: str) -> None:
            self._fault(where, found, expected, "steps", number, key)

        return ShownStep(self.catalogue, self.network, step, missing, told).step()

    def _check_texts(self, number: int, where: str, step: Step) -> None:
        if len(step.headline) > HEADLINE_LETTERS:
            found, expected = f"a headline of {len(step.headline)} letters", f"at most {HEADLINE_LETTERS}"
            self._fault(where, found, expected, "steps", number, "headline")
        if (words := caption_words(step.caption)) > CAPTION_WORDS:
            found, expected = (
                f"a caption of {words} words",
                f"at most {CAPTION_WORDS}, so that it can be read",
            )
            self._fault(where, found, expected, "steps", number, "caption")
        for key in TEXTS:
            text = getattr(step, key)
            line = self.yaml.line(("steps", number, key)) or 1
            self.faults.extend(text_faults(self.file, f"steps, {where}", text, line, self.catalogue, None))
            if LINK.search(text):
                self._fault(where, f"a link in {key}", "plain text with citations", "steps", number, key)

    def _refuse_keys(self, data: Any, where: str, key: str, *path: str | int) -> None:
        if isinstance(data, dict) and data.pop(key, None) is not None:
            self._fault(
                where, f"the unknown key “{key}”", f"it to be left out ({_READ_BESIDE[key]})", *path, key
            )

    def _fault(self, step: str, found: str, expected: str, *path: str | int) -> None:
        where = f"steps, {step}" if step else ""
        self.faults.append(Fault(self.file, where, found, expected, self.yaml.line(path)))
