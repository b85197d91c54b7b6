"""A file that people write to a checked model: a layer's front matter and text, sources and essays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from frontmatter.default_handlers import YAMLHandler
from pydantic import BaseModel, ValidationError

from layers.errors import Effect, Fault, RefusedFileError, shown
from layers.explain import Complaint, complaints
from layers.model import READ_BESIDE, Layer
from layers.properties import clean_text, clean_value
from layers.yaml_lines import LinedYaml, read_yaml

Model = TypeVar("Model", bound=BaseModel)


@dataclass
class Definition:
    """A layer's definition as read: the model, or the faults for which there is none, and lines."""

    file: str
    stem: str
    layer: Layer | None = None
    yaml: LinedYaml = field(default_factory=lambda: LinedYaml({}, {}))
    body: str = ""
    body_line: int = 1
    faults: list[Fault] = field(default_factory=list)

    @property
    def data(self) -> dict[Any, Any]:
        """The front matter as it stands in the file, cleaned; empty if it could not be read."""
        return self.yaml.data if isinstance(self.yaml.data, dict) else {}

    def valid(self, key: str, schema: type[Model]) -> Iterator[tuple[int, Model]]:
        """Yield number and model of the right entries, so that one wrong entry hides no other fault."""
        entries = self.data.get(key)
        for number, entry in enumerate(entries if isinstance(entries, list) else ()):
            try:
                yield number, schema.model_validate(entry)
            except ValidationError:
                continue  # said already when the whole definition was validated

    def fault(
        self, where: str, found: str, expected: str, *path: str | int, effect: Effect = "wrong"
    ) -> None:
        """Note a fault at the line of `path` in the front matter."""
        self.faults.append(Fault(self.file, where, found, expected, self.yaml.line(path), effect))


def read_definition(path: Path, *, file: str) -> Definition:
    """Read a layer's definition; what is wrong stands in its `faults`, and then `layer` is None."""
    definition = Definition(file, path.stem)
    try:
        text = read_text(path, file=file)
        front, first_line, definition.body, definition.body_line = front_matter(text, file)
        yaml = read_yaml(front, file=file, first_line=first_line)
    except RefusedFileError as error:
        definition.faults.extend(error.faults)
        return definition
    definition.yaml = LinedYaml(clean_value(yaml.data), yaml.lines)
    for key in READ_BESIDE:
        if definition.data.pop(key, None) is not None:
            definition.fault("", f"the unknown key “{key}”", "it to be left out", key, effect="refused")
    definition.layer, faults = validated(Layer, definition.yaml.data, file=file, yaml=definition.yaml)
    definition.faults.extend(faults)
    return definition


def validated(
    schema: type[Model], data: Any, *, file: str, yaml: LinedYaml, path: tuple[str | int, ...] = ()
) -> tuple[Model | None, list[Fault]]:
    """Hold `data`, which stands at `path` of a YAML file, against a schema; return model or all faults."""
    where = ".".join(str(part) for part in path)
    if not isinstance(data, dict):
        return None, [Fault(file, where, shown(data), "keys and values (key: value)", yaml.line(path))]
    try:
        return schema.model_validate(data), []
    except ValidationError as error:
        return None, [
            _fault(complaint, data, where, file, yaml, path) for complaint in complaints(error, schema)
        ]


def _fault(
    complaint: Complaint,
    data: dict[Any, Any],
    where: str,
    file: str,
    yaml: LinedYaml,
    path: tuple[str | int, ...],
) -> Fault:
    label, found = _labelled(data, complaint.path), complaint.found
    if label:
        found = found.replace(".".join(str(part) for part in complaint.path[:2]) + ".", "")
    line = yaml.line((*path, *complaint.path))
    return Fault(file, label or where, found, complaint.expected, line)


def read_text(path: Path, *, file: str) -> str:
    """Return a text file with plain line ends; raise RefusedFileError if it is not there or not UTF-8."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        found = "no such file" if isinstance(error, FileNotFoundError) else "a file that cannot be read"
        raise RefusedFileError([Fault(file, "", found, "a text file", effect="refused")]) from error
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        fault = Fault(
            file, "", "letters that are not UTF-8", "UTF-8 (save the file as UTF-8)", line, "refused"
        )
        raise RefusedFileError([fault]) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def front_matter(text: str, file: str) -> tuple[str, int, str, int]:
    """Return front matter, its first line, the text below it, and that text's first line."""
    handler = YAMLHandler()
    if not handler.detect(text):
        found, expected = shown(text.split("\n")[0]), "“---” on the first line, above the keys"
        raise RefusedFileError([Fault(file, "", found, expected, 1, "refused")])
    try:
        front, body = handler.split(text)
    except ValueError as error:
        expected = "a second line “---” between the keys and the text"
        raise RefusedFileError(
            [Fault(file, "", "no end of the front matter", expected, 1, "refused")]
        ) from error
    end = text.rindex(body) if body else len(text)
    front_line = text.count("\n", 0, text.index(front, 3)) + 1 if front.strip() else 2
    body_line = text.count("\n", 0, end + len(body) - len(body.lstrip())) + 1
    return front, front_line, clean_text(body.strip()), body_line


def _labelled(data: dict[Any, Any], path: tuple[str | int, ...]) -> str:
    """Name the claim or fact in which a fault stands, since people look for those and not for claims.3."""
    if len(path) < 2 or not isinstance(path[1], int) or not isinstance(data.get(path[0]), list):
        return ""
    entry = data[path[0]][path[1]]
    keys = ("id", "label", "who", "name") if isinstance(entry, dict) else ()
    label = next((entry[key] for key in keys if isinstance(entry.get(key), str)), f"number {path[1] + 1}")
    return f"{path[0]}, {label[:40]}"
