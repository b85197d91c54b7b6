"""What is made from files is made once, and again when one of them changes, comes or goes."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from layers.files.kept import kept_until_changed
from layers.map.current import current
from layers.network.model import Network
from layers.views.routes import asked


def later(file: Path, text: str) -> None:
    """Write a file anew, with a time that differs even where the clock of the file system is coarse."""
    before = file.stat().st_mtime_ns if file.exists() else 0
    file.write_text(text, encoding="utf-8")
    os.utime(file, ns=(before + 10**9, before + 10**9))


def test_it_is_made_once_and_again_after_each_change(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"

    @kept_until_changed(lambda: [file])
    def text(_last: list[str] | None) -> list[str]:
        return [file.read_text("utf-8") if file.exists() else "none"]

    assert text() == ["none"]
    assert text() is text()
    for word in ("one", "two"):
        later(file, word)
        assert text() == [word]
        assert text() is text()
    file.unlink()
    assert text() == ["none"]


def test_a_state_that_failed_is_not_tried_again_until_a_file_changes(tmp_path: Path) -> None:
    file, asked = tmp_path / "a.txt", list[str | None]()

    @kept_until_changed(lambda: [file])
    def made(last: str | None) -> str:
        asked.append(last)
        if not file.exists():
            raise ValueError("not yet")
        return file.read_text("utf-8")

    for _ in range(2):
        with pytest.raises(ValueError, match="not yet"):
            made()
    assert asked == [None]
    later(file, "one")
    assert made() == made() == "one"
    later(file, "two")
    assert made() == "two"
    assert asked == [None, None, "one"]


def test_a_file_that_was_copied_with_its_time_is_a_change(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("one", "utf-8")

    @kept_until_changed(lambda: [file])
    def text(_last: str | None) -> str:
        return file.read_text("utf-8")

    assert text() == "one"
    stamp = file.stat().st_mtime_ns
    file.write_text("three", "utf-8")
    os.utime(file, ns=(stamp, stamp))
    assert text() == "three"


def test_many_who_ask_at_once_get_one(tmp_path: Path) -> None:
    @kept_until_changed(lambda: [tmp_path / "a.txt"])
    def made(_last: object) -> object:
        return object()

    with ThreadPoolExecutor(8) as pool:
        assert len({id(one) for one in pool.map(lambda _: made(), range(64))}) == 1


def test_all_who_ask_for_what_is_served_get_the_same() -> None:
    assert current() is current()
    known = current().atlas.network
    assert asked.ends(known) is asked.ends(known)


def test_what_is_made_of_a_network_is_made_again_for_another() -> None:
    one, other = Network(countries={"AZ": "Azerbaijan"}), Network()
    assert asked.ends(one) is asked.ends(one)
    assert "AZ" in asked.closing_words(one)
    assert "AZ" not in asked.closing_words(other)
