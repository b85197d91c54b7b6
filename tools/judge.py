"""What accessibility checkers and Lighthouse of other people say of the served atlas: python -m tools.judge

Outside of the tests: they come from npm by the digests of tools/judges/deno.lock, 200 MB in all.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from playwright.sync_api import Browser, Frame, sync_playwright

from tests.harness.browser import CHROMIUM_FLAGS, Screen, chromium, chromium_path
from tests.harness.cable import PulledCable
from tests.harness.serving import OUTPUT, Server, poll
from tests.harness.windows import OpenScreen
from tools.bundle import find_deno

JUDGES = Path(__file__).resolve().parent / "judges"
MODULES = JUDGES / "node_modules"
# Lighthouse's marks, of 100; the one best practice that / fails is a console error, for the framework tries
# WebAssembly, which the page's policy forbids.
GOALS = {
    "/": {"accessibility": 100, "best-practices": 96, "seo": 100},
    "/map": {"accessibility": 100, "best-practices": 100, "seo": 100},
}
# The map's policy lets nobody fetch anything from inside it, and so Lighthouse no robots.txt: / has it.
SKIPPED = {"/map": ["--skip-audits=robots-txt"]}
# What is looked at: the address, and what shows that it has come.
VIEWS = {
    "/": ".intro",
    "/map": "h1",
    "/?selected=zangezur": ".card .title",
    "/?panel=read": ".passage",
    "/?panel=routes": ".routes .route",
    "/?panel=present": ".present .tour",
    "/?tour=three-ways&step=2": "#atlas-map",
}
# What is let be, by a pattern that is found in the hit.
FORGIVEN = {
    'data-testid="stWidgetLabel"': "a label of the framework's, which it hides and names otherwise",
    'data-testid="stFileUploaderDropzone"': "the framework's box for a file",
    "role 'main' is not a widget role": "the map takes arrow keys; as a widget its parts would not be read",
    r"^target_spacing.* data-ref=": "a stretch of a strip is as wide as it is long; its row below is large",
    'class="ref"': "a number within a sentence, which WCAG 2.5.8 leaves out",
}


@dataclass(frozen=True)
class Judge:
    """A checker that is read into a page: its file in node_modules, and what it is asked."""

    name: str
    script: str
    asks: str


JUDGES_IN_PAGE = (
    Judge(
        "IBM Equal Access",
        "accessibility-checker-engine/ace.js",
        """async () => {
            const { results } = await new ace.Checker().check(document, ["IBM_Accessibility", "WCAG_2_2"]);
            return results.filter(({ value }) => value[0] === "VIOLATION" && value[1] === "FAIL")
                .map(({ ruleId, message, snippet }) => `${ruleId}: ${message} ${snippet.slice(0, 120)}`);
        }""",
    ),
    Judge(
        "HTML_CodeSniffer, which pa11y runs",
        "html_codesniffer/build/HTMLCS.js",
        """() => new Promise((done) => HTMLCS.process("WCAG2AA", document, () => done(HTMLCS.getMessages()
            .filter(({ type }) => type === HTMLCS.ERROR)
            .map(({ code, msg, element: { outerHTML } }) => `${code} ${msg} ${outerHTML.slice(0, 99)}`))))""",
    ),
)


def install() -> None:
    """Fetch the judges where they are not there."""
    environment = {**os.environ, "DENO_NO_UPDATE_CHECK": "1"}
    subprocess.run([find_deno(), "install", "--frozen", "--quiet"], cwd=JUDGES, env=environment, check=True)


def marks(server: Server, path: str) -> dict[str, int]:
    """Return Lighthouse's marks of a page, of 100."""
    flags = " ".join(("--headless=new", *CHROMIUM_FLAGS))
    command = [
        find_deno(),
        "run",
        "--allow-all",
        "npm:lighthouse",
        server.url + path,
        "--quiet",
        "--output=json",
    ]
    command += [f"--chrome-flags={flags}", f"--only-categories={','.join(GOALS['/'])}", "--preset=desktop"]
    command += SKIPPED.get(path, [])
    environment = {**os.environ, "DENO_NO_UPDATE_CHECK": "1", "CHROME_PATH": chromium_path()}
    said = subprocess.run(command, cwd=JUDGES, env=environment, capture_output=True, text=True, check=True)
    report = json.loads(said.stdout)
    OUTPUT.mkdir(exist_ok=True)
    (OUTPUT / f"lighthouse{path.replace('/', '-')}.json").write_text(said.stdout, "utf-8")
    return {name: round(100 * part["score"]) for name, part in report["categories"].items()}


def hits(frame: Frame, judge: Judge) -> list[str]:
    """Return what a checker finds in one document, but for what is let be."""
    frame.evaluate((MODULES / judge.script).read_text("utf-8"))
    found: list[str] = frame.evaluate(judge.asks)
    return [hit for hit in found if not any(re.search(pattern, hit) for pattern in FORGIVEN)]


def frames_of(screen: Screen) -> list[tuple[str, Frame]]:
    """Return the page, and the map in it."""
    page = screen.page.main_frame
    return [("page", page)] if screen.map == page else [("page", page), ("map", screen.map)]


def hits_of_all(browser: Browser, server: Server) -> Iterator[str]:
    """Yield every hit in every view, once for each kind and view."""
    with PulledCable() as cable:
        for path, sign in VIEWS.items():
            open_screen = OpenScreen(browser, cable, lambda: server)
            screen = open_screen(path, size=(1366, 768)).wait_for_map()
            poll(lambda screen=screen, sign=sign: screen.page.locator(sign).count(), 40, expected=sign)
            for name, frame in frames_of(screen):
                for judge in JUDGES_IN_PAGE:
                    yield from (f"{path} ({name}), {judge.name}: {hit}" for hit in hits(frame, judge))
            screen.context.close()


def faults(look: Callable[[str], dict[str, int]]) -> Iterator[str]:
    """Yield a sentence for each mark of Lighthouse that is below its goal."""
    for path, goals in GOALS.items():
        found = look(path)
        print(f"{path}: {', '.join(f'{name} {mark}' for name, mark in found.items())}")
        for name, goal in goals.items():
            if found[name] < goal:
                yield f"{path}, Lighthouse: {name} {found[name]}, expected {goal}"


def main() -> int:
    """Ask all judges; return 1 when one of them finds something."""
    install()
    with Server() as server, sync_playwright() as driver:
        with chromium(driver) as browser:
            found = list(dict.fromkeys(hits_of_all(browser, server)))
        found += faults(partial(marks, server))
    print(*found, sep="\n")
    print(f"{len(found)} hits")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
