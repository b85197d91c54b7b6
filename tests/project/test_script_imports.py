"""The scripts import only downwards and never in a circle, and this test would say so if they did."""

from __future__ import annotations

import os
import re
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from tests.harness.serving import ROOT

SCRIPTS = (ROOT / "layers" / "map" / "script", ROOT / "layers" / "page" / "script")
IMPORT = re.compile(r'^(?:import|export)\b[^;"]*?"(\.[^"]+\.js)"', re.MULTILINE)
# The map's scripts from below: a file, or all in a folder.
FLOORS = (
    {
        "facts.js",
        "nodes.js",
        "reference.js",
        "address_words.js",
        "dom.js",
        "space.js",
        "hooks.js",
        "slices.js",
        "letter.js",
    },
    {"address.js", "words.js", "tooltip.js", "position.js"},
    {"state.js", "accessible.js", "layer_targets.js"},
    {"scene.js", "emphasis.js", "tokens.js", "views.js", "ring.js", "ground"},
    {"clear_view.js"},
    {"fitting.js", "nearby.js"},
    {"marks", "labels", "messages.js"},
    {"cards", "tour"},
    {"controls", "routes"},
    {"first_picture.js"},
    {"main.js"},
)


def imports(folder: Path) -> dict[str, set[str]]:
    """Return what each script of a folder imports, both as paths below it; tests of scripts left out."""
    return {
        file.relative_to(folder).as_posix(): {
            Path(os.path.relpath(file.parent / name, folder)).as_posix()
            for name in IMPORT.findall(file.read_text("utf-8"))
        }
        for file in folder.rglob("*.js")
        if "tests" not in file.relative_to(folder).parts
    }


def circle(graph: dict[str, set[str]]) -> list[str]:
    """Return the files of a circle, each imported by the one before it; none when there is no circle."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(reversed(error.args[1]))
    return []


def floor(name: str) -> int:
    [found] = [number for number, files in enumerate(FLOORS) if name.partition("/")[0] in files]
    return found


def climbing(graph: dict[str, set[str]]) -> list[str]:
    """Return each import of a script that stands higher."""
    return sorted(
        f"{name} imports {other}"
        for name, others in graph.items()
        for other in others
        if floor(other) > floor(name)
    )


@pytest.mark.parametrize("folder", SCRIPTS, ids=lambda folder: folder.parent.name)
def test_no_scripts_import_each_other(folder: Path) -> None:
    graph = imports(folder)
    assert len(graph) > 10
    assert circle(graph) == []


def test_every_import_names_a_script_that_is_there() -> None:
    missing = {
        f"{name}: {other}"
        for folder in SCRIPTS
        for name, others in imports(folder).items()
        for other in others
        if not (folder / other).is_file()
    }
    assert missing == set()


def test_the_maps_scripts_import_only_what_stands_below() -> None:
    assert climbing(imports(SCRIPTS[0])) == []


def test_the_entry_reaches_every_script_of_the_map() -> None:
    graph, reached, wanted = imports(SCRIPTS[0]), set[str](), ["main.js"]
    while wanted:
        name = wanted.pop()
        if name not in reached:
            reached.add(name)
            wanted += graph[name]
    assert set(graph) - reached == {"boot.js"}  # which stands in the document by itself, before all else


def test_a_circle_and_an_import_upwards_would_be_found(tmp_path: Path) -> None:
    (tmp_path / "labels").mkdir()
    (tmp_path / "state.js").write_text('import {\n  labels,\n} from "./labels/labels.js";\n', "utf-8")
    (tmp_path / "labels" / "labels.js").write_text('import * as room from "./room.js";\n', "utf-8")
    (tmp_path / "labels" / "room.js").write_text('export { map } from "../state.js";\n', "utf-8")
    graph = imports(tmp_path)
    assert set(circle(graph)) == {"state.js", "labels/labels.js", "labels/room.js"}
    assert climbing(graph) == ["state.js imports labels/labels.js"]
