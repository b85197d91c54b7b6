"""The four pages that the benchmark visits, served on loopback ports for as long as it runs."""

from __future__ import annotations

import http.client
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil  # type: ignore[import-untyped]

from bench.data import LayerFile, prepare
from tests.harness.browser import LEGEND_SWITCH, MAP_FRAME, SIDEBAR_SWITCH
from tests.harness.serving import ROOT, Server, free_port, poll

FOLIUM_FRAME = "iframe[src*=streamlit_folium]"
LABEL_IN_CONTROL = ".leaflet-control-layers label:has-text('{layer}')"
LABEL_IN_STREAMLIT = "[data-testid=stCheckbox] label:has-text('{layer}')"
CARD_OPENER = 'button.open[data-open="{layer}"]'
PANEL = "[data-testid=stSidebar] button.open[data-open]"
NAIVE_TEXT = "[data-testid=stCaptionContainer]"


@dataclass(frozen=True)
class Site:
    """A page: where it is, whose process serves it, and where its layer switches are."""

    name: str
    port: int
    path: str
    pid: int
    holder: str | None = None  # the element in which the map's frame is; None where the page is the map
    map_switch: str | None = None
    sidebar_switch: str | None = None
    card_opener: str | None = None
    panel: str | None = None  # what Streamlit's first run brings; None where there is no Streamlit
    tells_ready: bool = True

    @property
    def url(self) -> str:
        """The page's address."""
        return f"http://127.0.0.1:{self.port}{self.path}"

    def cpu_ms(self) -> float:
        """CPU time that the serving process has used since it began; in steps of 10 ms."""
        times = psutil.Process(self.pid).cpu_times()
        return 1000 * float(times.user + times.system)


@dataclass(frozen=True)
class Sites:
    """What is compared: the reference, the map alone, the whole atlas, the usual way."""

    static: Site
    map: Site
    app: Site
    naive: Site
    layers: list[LayerFile]

    def all(self) -> tuple[Site, Site, Site, Site]:
        """The sites in the order of a round."""
        return self.static, self.map, self.app, self.naive

    def at_start(self) -> str:
        """The layers shown at start, as watch.js names them."""
        return ",".join(sorted(layer.id for layer in self.layers if layer.on))


@contextmanager
def serve_static(folder: Path) -> Iterator[Site]:
    """Serve the static reference."""
    port = free_port()
    command = [sys.executable, "-m", "bench.static_site", str(folder), str(port)]
    process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.DEVNULL)
    try:
        poll(lambda: answers(port), 30, expected="a static site")
        yield Site("static", port, "/", process.pid, map_switch=LABEL_IN_CONTROL)
    finally:
        process.terminate()
        process.wait()


def answers(port: int) -> bool:
    """Say whether a web server answers on this port."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("HEAD", "/")
        return connection.getresponse().status < 500
    finally:
        connection.close()


@contextmanager
def serve_sites(folder: Path) -> Iterator[Sites]:
    """Prepare the data in `folder` and serve all four."""
    layers = prepare(folder)
    with ExitStack() as stack:
        static = stack.enter_context(serve_static(folder))
        app = stack.enter_context(Server())
        leaflet = f"http://127.0.0.1:{static.port}"
        naive = stack.enter_context(Server(ROOT / "bench" / "naive.py", options=["--", str(folder), leaflet]))
        yield Sites(
            static,
            Site("map", app.port, "/map", app.pid, map_switch=LEGEND_SWITCH),
            Site(
                "app",
                app.port,
                "/",
                app.pid,
                MAP_FRAME,
                map_switch=LEGEND_SWITCH,
                sidebar_switch=SIDEBAR_SWITCH,
                card_opener=CARD_OPENER,
                panel=PANEL,
            ),
            Site(
                "naive",
                naive.port,
                "/",
                naive.pid,
                FOLIUM_FRAME,
                sidebar_switch=LABEL_IN_STREAMLIT,
                panel=NAIVE_TEXT,
                tells_ready=False,
            ),
            layers,
        )
