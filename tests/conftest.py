"""Fixtures that every test may ask for: a served atlas, a Chromium, watched windows."""

from __future__ import annotations

from collections.abc import Generator, Iterator

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright
from playwright.sync_api import Error as BrowserError

from layers import __main__ as command_line
from layers.catalogue import atlas as atlas_module
from layers.catalogue import coverage
from layers.catalogue.atlas import Atlas
from layers.files.folders import ROOT
from layers.model.catalogue import Catalogue
from layers.model.gazetteer import Gazetteer
from layers.model.ledger import Ledger
from layers.network.model import Network
from tests.harness.browser import Screen, chromium
from tests.harness.cable import PulledCable
from tests.harness.loaded import the_atlas, the_catalogue, the_ledger, the_network
from tests.harness.serving import Server
from tests.harness.windows import OpenScreen

SCREENS = pytest.StashKey[list[Screen]]()
SERVER = pytest.StashKey[Server]()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test that drives a browser: `-m 'not browser'` leaves it out; one that fails is tried again.

    What needed it is listed as RERUN at the end of the run: a race to be found.
    """
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()) or item.get_closest_marker("browser"):
            item.add_marker("browser")
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Add what the server said and what the windows showed to a failed test's report."""
    report = yield
    if report.failed and report.when == "call":
        screens = item.stash.get(SCREENS, None) or []
        for number, screen in enumerate(screens, start=1):
            report.sections.append(
                (f"Window {number}", picture_of(screen, f"failed-{item.path.stem}-{item.name}-{number}"))
            )
        if screens and SERVER in item.config.stash:
            report.sections.append(("Output of the served page", item.config.stash[SERVER].output()))
    return report


def picture_of(screen: Screen, name: str) -> str:
    """Save a failed window's picture and say where it is, with the window's complaints."""
    try:
        lines = [f"picture: {screen.screenshot(name)}", f"address: {screen.address()}"]
    except BrowserError as error:
        lines = [f"no picture: {error}"]
    return "\n".join([*lines, *screen.complaints()])


@pytest.fixture(scope="session")
def loaded() -> Atlas:
    """The atlas as it stands in the folder."""
    return the_atlas()


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """Its layers and texts."""
    return the_catalogue()


@pytest.fixture
def ours_is_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let checks, and a teacher's folder beside ours, take the atlas that is loaded already."""
    load = atlas_module.load_atlas
    for module in (atlas_module, coverage, command_line):
        monkeypatch.setattr(
            module, "load_atlas", lambda root=ROOT: the_atlas() if root == ROOT else load(root)
        )


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    """Every name that the essays print."""
    return the_atlas().gazetteer


@pytest.fixture(scope="session")
def ledger() -> Ledger:
    """Every claim that the essays make."""
    return the_ledger()


@pytest.fixture(scope="session")
def network() -> Network:
    """The network of the routes."""
    return the_network()


@pytest.fixture(scope="session")
def app_server(pytestconfig: pytest.Config) -> Iterator[Server]:
    """The atlas itself, served once for the whole run."""
    with Server() as server:
        pytestconfig.stash[SERVER] = server
        yield server


@pytest.fixture(scope="session")
def cable() -> Iterator[PulledCable]:
    """The notes of what the browser asked other hosts for; none of it is answered."""
    with PulledCable() as pulled:
        yield pulled


@pytest.fixture(scope="session")
def driver() -> Iterator[Playwright]:
    """What drives the browsers."""
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(driver: Playwright) -> Iterator[Browser]:
    """One Chromium for the whole run, without network beyond this machine."""
    with chromium(driver) as running:
        yield running


@pytest.fixture
def open_screen(request: pytest.FixtureRequest, browser: Browser, cable: PulledCable) -> Iterator[OpenScreen]:
    """A function that opens watched windows; what a window complains of fails the test at its end."""
    opener = OpenScreen(browser, cable, lambda: request.getfixturevalue("app_server"))
    request.node.stash[SCREENS] = opener.screens
    yield opener
    for screen in opener.screens:
        screen.context.close()
    assert not opener.complaints(), "\n".join(opener.complaints())


@pytest.fixture
def screen(open_screen: OpenScreen) -> Screen:
    """The atlas in a window of 1440 × 900, its map drawn."""
    return open_screen().wait_for_map()
