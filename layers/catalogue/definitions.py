"""A file that people write to a checked model: a layer's front matter and text, sources and essays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from layers.files.border import Border
from layers.files.faults import Effect, Fault
from layers.files.folders import plain_name
from layers.files.schema_faults import validated
from layers.files.text_file import clean_value, front_matter, read_text
from layers.files.yaml_file import LinedYaml, read_yaml
from layers.model.layer import READ_BESIDE, Layer

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
    definition = Definition(file, plain_name(path.stem))
    with Border(file, definition.faults):
        text = read_text(path, file=file)
        front, first_line, definition.body, definition.body_line = front_matter(text, file)
        yaml = read_yaml(front, file=file, first_line=first_line)
        definition.yaml = LinedYaml(clean_value(yaml.data), yaml.lines)
        for key in READ_BESIDE:
            if definition.data.pop(key, None) is not None:
                definition.fault("", f"the unknown key “{key}”", "it to be left out", key, effect="refused")
        definition.layer, faults = validated(Layer, definition.yaml.data, file=file, yaml=definition.yaml)
        definition.faults.extend(faults)
    return definition
