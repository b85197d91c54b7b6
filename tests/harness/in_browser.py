"""The route engine as it runs in a browser's own Python: served by this machine, asked on an empty page."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

from layers.files.folders import ROOT, folders_of
from layers.network.model import Network
from tests.harness.cable import PulledCable
from tests.harness.listener import Listener
from tools.engine import ENTRY, engine_zip, install_pyodide

ASK = """async ({ entry, questions }) => {
    const began = performance.now();
    const get = async (name) => await (await fetch(name)).arrayBuffer();
    const coming = [get("engine.zip"), get("network.json")];
    const { loadPyodide } = await import("/pyodide/pyodide.mjs");
    const python = await loadPyodide({ indexURL: "/pyodide/" });
    const [engine, network] = await Promise.all(coming);
    python.unpackArchive(engine, "zip");
    const ready = performance.now();
    const { answer } = python.pyimport(entry);
    const text = new TextDecoder().decode(network);
    let before = began;
    const asked = questions.map((question) => {
        const told = answer(text, question);
        const now = performance.now();
        const ms = now - before;
        before = now;
        return { told, ms };
    });
    return { version: python.version, ready: ready - began, asked };
}"""


def stories(network: Network) -> list[dict[str, Any]]:
    """Return the questions of the scenarios, step by step, as the engine takes them in JSON."""
    return [
        {"from": story.from_, "to": story.to, "presets": story.steps[:steps]}
        for story in network.scenarios.values()
        for steps in range(len(story.steps) + 1)
    ]


@dataclass(frozen=True)
class Told:
    """The answers and the milliseconds of each, the first with the start: `ready_ms` until Pyodide runs."""

    answers: list[dict[str, Any]]
    milliseconds: list[float]
    ready_ms: float
    python: str


def ask_in_browser(
    browser: Browser, cable: PulledCable, folder: Path, questions: Sequence[dict[str, Any]]
) -> Told:
    """Answer questions in a fresh window without a cache; `folder` takes what is served.

    Raises BundleError where Pyodide cannot be had.
    """
    (folder / "pyodide").symlink_to(install_pyodide())
    (folder / "engine.zip").write_bytes(engine_zip())
    (folder / "network.json").write_bytes(folders_of(ROOT).network.read_bytes())
    (folder / "index.html").write_text("<!doctype html><title>The engine</title>", "utf-8")
    with Listener(partial(_Quiet, directory=str(folder))) as served:
        context = browser.new_context(proxy=cable.proxy)
        page = context.new_page()
        page.goto(f"http://127.0.0.1:{served.port}/")
        asked = {"entry": ENTRY, "questions": [json.dumps(question) for question in questions]}
        told = page.evaluate(ASK, asked)
        context.close()
    answers = [json.loads(one["told"]) for one in told["asked"]]
    return Told(answers, [one["ms"] for one in told["asked"]], told["ready"], told["version"])


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""
