"""What a page costs: bytes over the wire, the server's CPU, requests to other hosts, the document's size."""

from __future__ import annotations

import http.client
from urllib.parse import urlsplit

from playwright.sync_api import Browser

from bench.figures import CHANGE_CPU, CHANGE_KB, FIRST_KB, SECOND_KB, Figures
from bench.sites import Site, Sites
from bench.visits import TOGGLED, Visit, visiting
from bench.wire import CountedWire
from tests.cable import PulledCable

CHANGES = 10


def weigh(browser: Browser, site: Site, sites: Sites, cable: PulledCable, figures: Figures) -> None:
    """Measure a first visit, ten changes and a second visit of the same browser, through a counting wire."""
    with CountedWire(site.port) as wire, visiting(browser, site, cable, wire.url + site.path) as visit:
        visit.wait_until_shown(sites.at_start())
        visit.settle()
        figures.add(site.name, FIRST_KB, wire.bytes / 1000)
        if site.name == "app":
            weigh_changes(visit, wire, sites, figures)
        before = wire.bytes
        visit.page.goto("about:blank")
        visit.page.goto(wire.url + site.path, wait_until="commit")
        visit.wait_until_shown(sites.at_start())
        visit.settle()
        figures.add(site.name, SECOND_KB, (wire.bytes - before) / 1000)


def weigh_changes(visit: Visit, wire: CountedWire, sites: Sites, figures: Figures) -> None:
    """Switch a layer by the sidebar ten times: bytes both ways and CPU of the server for each change."""
    assert visit.site.sidebar_switch
    start = sites.at_start()
    other = ",".join(sorted({*start.split(",")} ^ {TOGGLED}))
    bytes_before, cpu_before = wire.bytes, visit.site.cpu_ms()
    for number in range(CHANGES):
        visit.page.locator(visit.site.sidebar_switch.format(layer=TOGGLED)).first.click()
        visit.wait_until_shown(start if number % 2 else other)
        visit.settle()
    figures.add(visit.site.name, CHANGE_KB, (wire.bytes - bytes_before) / 1000 / CHANGES)
    figures.add(visit.site.name, CHANGE_CPU, (visit.site.cpu_ms() - cpu_before) / CHANGES)


def document_kb(site: Site) -> float:
    """The map document's size as sent, gzipped, in kB."""
    path = site.path
    for _ in range(3):
        connection = http.client.HTTPConnection("127.0.0.1", site.port, timeout=20)
        try:
            connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
            answer = connection.getresponse()
            if answer.status == 200:
                return len(answer.read()) / 1000
            path = urlsplit(answer.getheader("Location", "/")).path
        finally:
            connection.close()
    raise RuntimeError(f"{site.url} leads nowhere: last {answer.status}, then {path}")
