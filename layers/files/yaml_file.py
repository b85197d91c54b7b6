"""YAML with line numbers, so that a fault can name its line; duplicate keys, aliases and tabs are refused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from layers.files.faults import Fault, RefusedFileError, refused, shown

Path = tuple[str | int, ...]
DEPTH_LIMIT = 20
SIZE_LIMIT = 1_000_000  # characters of one file; the longest of ours stays below 40,000


class _PlainLoader(yaml.SafeLoader):
    """YAML 1.2's core types only: `on`, `no`, dates and `4:30` stay text and become nothing else."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012  as in pyyaml


for _tag, _pattern, _first in (
    ("bool", r"^(?:true|false)$", "tf"),
    ("null", r"^(?:null|~|)$", ["n", "~", ""]),
    ("int", r"^[-+]?(?:0|[1-9][0-9]{0,17})$", "-+0123456789"),
    ("float", r"^[-+]?[0-9]+\.[0-9]+(?:[eE][-+]?[0-9]+)?$", "-+0123456789"),
):
    _PlainLoader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_pattern), list(_first))


@dataclass(frozen=True)
class LinedYaml:
    """Plain data and the line of every key and list item in the file it came from."""

    data: Any
    lines: dict[Path, int]

    def line(self, path: Path) -> int | None:
        """Return the line of `path`, or of its nearest parent that has one."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path)


def read_yaml(text: str, *, file: str, first_line: int = 1) -> LinedYaml:
    """Read one YAML document whose first line is line `first_line` of `file`.

    Raises RefusedFileError with every duplicate key, or with one sentence that says where the syntax breaks.
    """
    if len(text) > SIZE_LIMIT:
        raise refused(file, f"{len(text):,} characters", f"at most {SIZE_LIMIT:,}")
    try:
        events = list(_plain_events(text, file, first_line))
        loader = _PlainLoader("")
        loader.state = iter(events).__next__  # it composes what is parsed already
        node = loader.get_single_node()
    except yaml.YAMLError as error:
        raise RefusedFileError([_syntax_fault(error, text, file, first_line)]) from error
    if node is None:
        return LinedYaml(None, {(): first_line})
    builder = _Builder(loader, file, first_line)
    data = builder.build(node, ())
    if builder.faults:
        raise RefusedFileError(builder.faults)
    return LinedYaml(data, builder.lines)


def _plain_events(text: str, file: str, first_line: int) -> Iterator[yaml.Event]:
    """Yield all events of the text; refuse aliases and depth."""
    depth = 0
    for event in yaml.parse(text, Loader=_PlainLoader):
        line = (event.start_mark.line if event.start_mark else 0) + first_line
        if isinstance(event, yaml.AliasEvent):
            expected = "the text itself (anchors and aliases are not used here)"
            raise refused(file, f"the alias “*{event.anchor}”", expected, line)
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > DEPTH_LIMIT:
            found, expected = f"more than {DEPTH_LIMIT} nested lists or mappings", "a flat definition"
            raise refused(file, found, expected, line)
        yield event


@dataclass
class _Builder:
    """Builds plain data from YAML's nodes and remembers lines and faults."""

    loader: yaml.SafeLoader
    file: str
    first_line: int
    lines: dict[Path, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def build(self, node: yaml.Node, path: Path) -> Any:
        self.lines.setdefault(path, self._line(node))
        if isinstance(node, yaml.SequenceNode):
            return [self.build(item, (*path, index)) for index, item in enumerate(node.value)]
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        return self._scalar(node)

    def _mapping(self, node: yaml.MappingNode, path: Path) -> dict[str | int, Any]:
        result: dict[str | int, Any] = {}
        for key_node, value_node in node.value:
            key = self._scalar(key_node) if isinstance(key_node, yaml.ScalarNode) else None
            if not isinstance(key, str | int):
                self._refuse(key_node, "a key that is not text", "a name and a colon")
            elif key in result:
                expected = f"it once (first on line {self.lines[(*path, key)]})"
                self._refuse(key_node, f"the key {shown(key)} twice", expected)
            else:
                self.lines[(*path, key)] = self._line(key_node)
                result[key] = self.build(value_node, (*path, key))
        return result

    def _scalar(self, node: yaml.Node) -> Any:
        try:
            return self.loader.construct_object(node)
        except (
            yaml.YAMLError,
            ValueError,
            LookupError,
            AttributeError,
        ):  # as pyyaml fails on “!!bool x”, “!!int”
            self._refuse(
                node, f"the value {shown(node.value)}", "plain text (in quotes if it begins with “!”)"
            )
            return None

    def _line(self, node: yaml.Node) -> int:
        return (node.start_mark.line if node.start_mark else 0) + self.first_line

    def _refuse(self, node: yaml.Node, found: str, expected: str) -> None:
        self.faults.append(Fault(self.file, "", found, expected, self._line(node), "refused"))


def _syntax_fault(error: yaml.YAMLError, text: str, file: str, first_line: int) -> Fault:
    """Say in one sentence what broke the YAML, with the usual cause instead of the parser's words."""
    if isinstance(error, yaml.reader.ReaderError):
        line = text.count("\n", 0, error.position) + first_line
        return Fault(file, "", "a control character that YAML does not allow", "plain text", line, "refused")
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    index = mark.line if mark else 0
    rows = text.split("\n")
    row = rows[index] if index < len(rows) else ""
    problem = getattr(error, "problem", None) or "broken YAML"
    found = f"{problem} in {shown(row.strip())}" if row.strip() else str(problem)
    expected = "one “key: value” per line, lists as “- item”, the same indentation within one level"
    if "\t" in row[: len(row) - len(row.lstrip())]:
        found, expected = "a tab in the indentation", "spaces"
    elif "mapping values are not allowed" in problem:
        found = f"an unexpected colon in {shown(row.strip())}"
        expected = "text with a colon to stand in quotes, and keys of one level at the same indentation"
    return Fault(file, "", found, expected, index + first_line, "refused")
