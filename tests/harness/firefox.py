"""Debian's Firefox, where it is there: the same windows and the same watching as in Chromium."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Playwright

NAMES = ("firefox-esr", "firefox")
CALM: dict[str, str | float | bool] = {"ui.prefersReducedMotion": 1}  # it is not emulated
# The framework tries WebAssembly, which the page's policy forbids, and goes on without; only Firefox says so.
WITHOUT_WASM = "WebAssembly"


@contextmanager
def firefox(driver: Playwright) -> Iterator[Browser]:
    """Start Firefox and close it; a test that asks for it is skipped where there is none."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        pytest.skip("no Firefox here: apt-get install firefox-esr")
    browser = driver.firefox.launch(channel="moz-firefox", executable_path=path, firefox_user_prefs=CALM)
    try:
        yield browser
    finally:
        browser.close()
