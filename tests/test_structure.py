"""Which module may know which: imports go one way, as far as they can be read from the source."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ABOVE_THE_PANELS = ("layers.server", "layers.middleware")

# Modules whose name begins with the first may import nothing whose name begins with one of the second.
FORBIDDEN = {
    "layers": ("geodata", "bench", "tests", "app"),
    "layers.network": ("layers.drawing", "layers.panels", "layers.catalogue", "streamlit", "folium"),
    "layers.drawing": ("layers.panels", "streamlit"),
    "geodata": ("streamlit", "folium", "layers"),
}
# The shared checks: what reads and judges a file, whoever it belongs to.
ALLOWED = {"geodata": ("layers.errors", "layers.geometry")}


def imports(source: str) -> set[str]:
    """Name what a source imports, in functions and for types too; of `from a import b` both a and a.b."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative imports are not used here"
            found |= {str(node.module)} | {f"{node.module}.{name.name}" for name in node.names}
    return found


def begins(name: str, packages: tuple[str, ...]) -> bool:
    return any(name == package or name.startswith(f"{package}.") for package in packages)


def modules(package: str) -> Iterator[tuple[str, set[str]]]:
    """Yield each module of a package with what it imports."""
    for path in sorted((ROOT / package.replace(".", "/")).rglob("*.py")):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        yield name, imports(path.read_text("utf-8"))


def offences(package: str) -> list[str]:
    """Say which module of a package imports what it must not know."""
    return [
        f"{name} imports {other}"
        for name, others in modules(package)
        for other in sorted(others)
        if begins(other, FORBIDDEN[package]) and not begins(other, ALLOWED.get(package, ()))
    ]


@pytest.mark.parametrize("package", FORBIDDEN)
def test_a_package_knows_nothing_of_those_above_it(package: str) -> None:
    assert len(list(modules(package))) > 5
    assert offences(package) == []


def test_nothing_below_the_panels_knows_them_or_streamlit() -> None:
    upper = ("layers.panels", *ABOVE_THE_PANELS)
    below = [(name, others) for name, others in modules("layers") if not begins(name, upper)]
    assert len(below) > 20
    assert [
        f"{name} imports {other}"
        for name, others in below
        for other in sorted(others)
        if begins(other, (*upper, "streamlit"))
    ] == []


def test_a_hidden_import_is_seen() -> None:
    source = "def f():\n    from layers import panels\n    import streamlit.testing as st\n"
    assert imports(source) == {"layers", "layers.panels", "streamlit.testing"}
    assert begins("streamlit.testing", ("streamlit",))
    assert not begins("streamlit_folium", ("streamlit",))


def test_the_panels_are_seen_to_use_streamlit() -> None:
    assert any(begins(other, ("streamlit",)) for _, others in modules("layers.panels") for other in others)
