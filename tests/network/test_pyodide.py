"""The engine in a browser's own Python answers as here; skipped where Pyodide cannot be had from npm."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from layers.files.folders import ROOT, folders_of
from layers.network.ask import answer
from layers.network.model import Network
from tests.harness.cable import PulledCable
from tests.harness.in_browser import ask_in_browser, stories
from tools.bundle import BundleError


@pytest.mark.browser
def test_the_engine_answers_in_the_browser_as_it_does_here(
    browser: Browser, cable: PulledCable, tmp_path: Path, network: Network
) -> None:
    asked = stories(network)
    try:
        told = ask_in_browser(browser, cable, tmp_path, asked)
    except BundleError as error:
        pytest.skip(str(error))
    text = folders_of(ROOT).network.read_text("utf-8")
    assert told.answers == [json.loads(answer(text, json.dumps(question))) for question in asked]
    assert len([found for found in told.answers if found["routes"]]) > len(network.scenarios)
