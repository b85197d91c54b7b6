"""How the house is kept: small modules, short functions, tests that stand alone."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.harness.serving import ROOT

FOLDERS = ("layers", "geodata", "tests", "bench", "tools")
MODULE_LINES = 250
FUNCTION_LINES = 40
BESIDE_THE_WINGS = {"bench", "fixtures", "geodata", "harness", "project"}


def modules(root: Path) -> Iterator[Path]:
    """Yield every Python module of the house."""
    for folder in FOLDERS:
        yield from sorted((root / folder).rglob("*.py"))


def long_modules(root: Path) -> list[str]:
    """Name the modules with more lines than a reader keeps in mind."""
    counted = {
        path.relative_to(root).as_posix(): len(path.read_text("utf-8").splitlines()) for path in modules(root)
    }
    return [f"{name}: {lines} lines" for name, lines in counted.items() if lines > MODULE_LINES]


def long_functions(root: Path) -> list[str]:
    """Name the functions and methods that are longer than a screen, decorators aside."""
    found = []
    for path in modules(root):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                if lines > FUNCTION_LINES:
                    found.append(f"{path.relative_to(root).as_posix()}: {node.name}: {lines} lines")
    return found


def imported(path: Path) -> Iterator[str]:
    """Yield every module that one imports, and every name from it as if that were a module too."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield "." * node.level + (node.module or "")
            yield from (f"{'.' * node.level}{node.module or ''}.{name.name}" for name in node.names)


def imports_of_tests(root: Path) -> list[str]:
    """Name who imports a test, or conftest.py: what is shared belongs to tests/harness."""
    return [
        f"{path.relative_to(root).as_posix()} imports {name}"
        for path in modules(root)
        for name in dict.fromkeys(imported(path))
        if any(part.startswith("test_") or part == "conftest" for part in name.split("."))
        and name.startswith(("tests.", "."))
    ]


@pytest.mark.parametrize("rule", [long_modules, long_functions, imports_of_tests])
def test_the_house_keeps_its_rules(rule: Callable[[Path], list[str]]) -> None:
    assert rule(ROOT) == []


def test_the_rules_name_who_breaks_them(tmp_path: Path) -> None:
    (tmp_path / "tests").mkdir()
    (tmp_path / "layers").mkdir()
    (tmp_path / "layers" / "long.py").write_text("a = 1\n" * (MODULE_LINES + 1), "utf-8")
    (tmp_path / "layers" / "right.py").write_text("a = 1\n" * MODULE_LINES, "utf-8")
    body = "    a = 1\n" * FUNCTION_LINES
    (tmp_path / "tests" / "test_one.py").write_text(f"class A:\n async def far(self):\n{body}", "utf-8")
    (tmp_path / "tests" / "test_two.py").write_text(
        "from tests import test_one\nfrom tests.conftest import screen\nfrom .test_one import A\n"
        "import pytest\nfrom tests.harness import serving\n",
        "utf-8",
    )
    assert long_modules(tmp_path) == [f"layers/long.py: {MODULE_LINES + 1} lines"]
    assert long_functions(tmp_path) == [f"tests/test_one.py: far: {FUNCTION_LINES + 1} lines"]
    assert imports_of_tests(tmp_path) == [
        "tests/test_two.py imports tests.test_one",
        "tests/test_two.py imports tests.conftest",
        "tests/test_two.py imports tests.conftest.screen",
        "tests/test_two.py imports .test_one",
        "tests/test_two.py imports .test_one.A",
    ]


def test_tests_lie_where_the_code_lies() -> None:
    wings = {path.parent.name for path in (ROOT / "layers").glob("*/__init__.py")}
    folders = {
        path.name for path in (ROOT / "tests").iterdir() if path.is_dir() and path.name != "__pycache__"
    }
    assert folders - wings <= BESIDE_THE_WINGS
    assert not list((ROOT / "tests").glob("test_*.py"))
