"""README and CONTRIBUTING tell the truth: what they name exists, and the example works."""

from __future__ import annotations

import re
import subprocess
import sys
import typing
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from layers.__main__ import check_folder
from layers.files.folders import ROOT
from layers.model.kind import ClaimKind
from layers.model.layer import READ_BESIDE, Layer
from layers.model.mode import Mode, Status
from layers.model.verdict import Verdict
from layers.model.vocabulary import Group, Hatch, Subject

DOCUMENTS = ("README.md", "CONTRIBUTING.md", "SECURITY.md")
TEXT = {name: (ROOT / name).read_text(encoding="utf-8") for name in DOCUMENTS}
ALL = "\n".join(TEXT.values())


def make_targets() -> set[str]:
    """Return the targets that `make help` lists."""
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z]+):.*## ", text, flags=re.MULTILINE))


def definition_keys(model: type[BaseModel], above: str = "") -> dict[str, bool]:
    """Return the keys of a definition as `facts[].values[].unit`, with whether each must be there."""
    keys = {}
    for name, field in model.model_fields.items():
        if above or name not in READ_BESIDE:
            keys[above + name] = field.is_required()
            for inner, many in models_in(field.annotation):
                keys |= definition_keys(inner, f"{above}{name}{'[]' if many else ''}.")
    return keys


def models_in(annotation: object, many: bool = False) -> list[tuple[type[BaseModel], bool]]:
    """Find the models inside an annotation and whether it holds several of them."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [(annotation, many)]
    several = many or typing.get_origin(annotation) is tuple
    return [found for part in typing.get_args(annotation) for found in models_in(part, several)]


def test_every_make_target_exists_and_is_told() -> None:
    named = set(re.findall(r"\bmake ([a-z]+)\b", code(ALL)))
    assert named - make_targets() == set()
    assert make_targets() - named == {"help"}


def code(text: str) -> str:
    """Return only what stands in code spans and code blocks."""
    blocks = re.findall(r"```\w*\n(.*?)```", text, flags=re.DOTALL)
    spans = re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", text, flags=re.DOTALL))
    return "\n".join([*blocks, *spans])


def test_every_python_module_that_is_named_runs() -> None:
    modules = set(re.findall(r"python3? -m ([\w.]+)", code(ALL)))
    assert {"layers", "geodata.build"} <= modules
    for module in modules:
        shown = subprocess.run(
            [sys.executable, "-m", module, "--help"], cwd=ROOT, capture_output=True, text=True
        )
        assert shown.returncode == 0, shown.stderr


def test_the_line_without_make_names_what_exists() -> None:
    line = next(line for line in TEXT["README.md"].splitlines() if line.startswith("Without make"))
    assert "requirements/run.txt" in line and "streamlit run app.py" in line
    assert (ROOT / "app.py").is_file() and (ROOT / "requirements" / "run.txt").is_file()


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_link_and_picture_leads_somewhere(document: str) -> None:
    prose = re.sub(r"```.*?```|`[^`\n]+`", "", TEXT[document], flags=re.DOTALL)
    links = [link for link in re.findall(r"\]\(([^)]+)\)", prose) if "://" not in link]
    assert [link for link in links if not (ROOT / link).is_file()] == []


def test_every_folder_and_file_that_is_named_exists() -> None:
    example = {"geodata/quarry.geojson", "layers/definitions/quarry.md"}
    named = (
        set(re.findall(r"(?<![\w/.-])((?:layers|geodata|requirements|docs)/[\w/.-]+)", code(ALL))) - example
    )
    assert len(named) >= 5
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_the_table_of_keys_is_the_schema() -> None:
    rows = re.findall(r"^\| (\**)`([\w.\[\]]+)`\**\s*\|", TEXT["CONTRIBUTING.md"], flags=re.MULTILINE)
    told = {key: bool(stars) for stars, key in rows}
    assert told == definition_keys(Layer)


@pytest.mark.parametrize(
    ("key", "choices"),
    [
        ("group", Group),
        ("subject", Subject),
        ("hatch", Hatch),
        ("status", Status),
        ("mode", Mode),
        ("claims[].kind", ClaimKind),
        ("claims[].check.verdict", Verdict),
    ],
)
def test_the_choices_of_a_key_are_all_told(key: str, choices: Any) -> None:
    row = re.search(rf"^\| \**`{re.escape(key)}`.*$", TEXT["CONTRIBUTING.md"], flags=re.MULTILINE)
    assert row
    told = re.findall(r"[a-z0-9-]+", row[0].split("|")[2])
    assert [choice for choice in typing.get_args(choices) or choices if choice not in told] == []


@pytest.mark.usefixtures("ours_is_loaded")
def test_the_example_of_a_layer_passes_the_check(tmp_path: Path) -> None:
    geojson, definition = (
        re.search(rf"```{kind}\n(.*?)```", TEXT["CONTRIBUTING.md"], flags=re.DOTALL)
        for kind in ("json", "markdown")
    )
    assert geojson and definition
    (tmp_path / "quarry.geojson").write_text(geojson[1], encoding="utf-8")
    (tmp_path / "quarry.md").write_text(definition[1], encoding="utf-8")
    report = check_folder(tmp_path)
    assert [str(fault) for fault in report.faults] == []
    assert (report.layers, report.features) == (1, 1)


def test_the_readme_opens_with_its_picture() -> None:
    lines = [line for line in TEXT["README.md"].splitlines() if line]
    assert lines[0] == "# Corridor Atlas"
    assert re.match(r"!\[.{30,}\]\(docs/atlas\.png\)", lines[1])
    assert (ROOT / "docs" / "atlas.png").read_bytes().startswith(b"\x89PNG")
