"""What is made from files is kept until one of them changes."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from functools import wraps
from pathlib import Path
from typing import TypeVar

Made = TypeVar("Made")


def kept_until_changed(
    files: Callable[[], Iterable[Path]],
) -> Callable[[Callable[[], Made]], Callable[[], Made]]:
    """Let a function run once for each state of the files; a file that is not there is a state too."""

    def keeping(make: Callable[[], Made]) -> Callable[[], Made]:
        lock = threading.Lock()
        kept: tuple[list[tuple[Path, int]], Made] | None = None

        @wraps(make)
        def made() -> Made:
            nonlocal kept
            stamps = [(file, _stamp(file)) for file in files()]
            with lock:
                if kept is None or kept[0] != stamps:
                    kept = stamps, make()
                return kept[1]

        return made

    return keeping


def _stamp(file: Path) -> int:
    try:
        return file.stat().st_mtime_ns
    except OSError:
        return 0
