"""A small part of what is done in Chromium, done in WebKit."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.harness.presenting import LONG
from tests.harness.serving import Server
from tests.harness.webkit import ENTER, WebKit, webkit

pytestmark = pytest.mark.browser
DRAWN = "return document.documentElement.dataset.drawn === 'yes'"


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WebKit]:
    """One window for this file."""
    with webkit(tmp_path_factory.mktemp("webkit")) as opened:
        yield opened


def test_list_card_search_and_tour(window: WebKit, app_server: Server) -> None:
    window.open(app_server.url + "/")
    window.wait(DRAWN, of_map=True)
    window.wait("return !!document.querySelector('#root .atlas-head')")
    window.click('[data-layer="black-sea-access"]')
    window.wait("return atlasPage.state().layers.includes('black-sea-access')")
    window.click('button.open[data-open="zangezur"]')
    window.wait("return document.querySelector('.card .title')?.textContent.includes('TRIPP')")
    window.click(".atlas-head input")
    window.type("tamar" + ENTER)
    window.wait("return atlasPage.state().selected?.endsWith('tamar')")
    window.open(f"{app_server.url}/?tour={LONG}&step=2")
    window.wait(DRAWN, of_map=True)
    glyph = "getComputedStyle(document.querySelector('.point .glyph'))"
    assert float(window.map(f"return {glyph}.scale")) > 1.5
    window.wait("return document.activeElement.id === 'atlas-map'")
    window.type("\ue014")
    window.wait("return atlasPage.state().step === 3")


def test_routes_and_texts(window: WebKit, app_server: Server) -> None:
    window.open(app_server.url + "/?panel=routes&from=khorgos&to=constanta")
    window.wait("return document.querySelectorAll('.routes .route').length > 1")
    window.wait("return atlasPage.state().routes")
    window.open(app_server.url + "/?panel=read")
    window.wait("return document.querySelectorAll('.passage').length > 20")
