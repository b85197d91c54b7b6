"""What is made from files is kept until one of them changes; a state that failed is not tried again."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from functools import wraps
from pathlib import Path
from typing import TypeVar

Made = TypeVar("Made")
Stamp = tuple[Path, tuple[int, ...]]


def kept_until_changed(
    files: Callable[[], Iterable[Path]],
) -> Callable[[Callable[[Made | None], Made]], Callable[[], Made]]:
    """Let a function run once for each state of the files; a file that is not there is a state too.

    The function is given what it made last, None at first. What it raises is raised again until a file
    changes: whoever asks waits for no second attempt at what has just failed.
    """

    def keeping(make: Callable[[Made | None], Made]) -> Callable[[], Made]:
        lock = threading.Lock()
        stamps: list[Stamp] | None = None
        kept: Made | None = None
        failed: Exception | None = None

        @wraps(make)
        def made() -> Made:
            nonlocal stamps, kept, failed
            now = [(file, _stamp(file)) for file in files()]
            with lock:
                if stamps != now:
                    stamps, failed = now, None
                    try:
                        kept = make(kept)
                    except Exception as error:
                        failed = error
                        raise
                if failed is not None:
                    raise failed.with_traceback(None)
                assert kept is not None
                return kept

        return made

    return keeping


def _stamp(file: Path) -> tuple[int, ...]:
    """Return what changes with a file: its times, and its size for one that was copied with its times."""
    try:
        stat = file.stat()
    except OSError:
        return ()
    return stat.st_mtime_ns, stat.st_ctime_ns, stat.st_size
