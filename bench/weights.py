"""What a page costs: bytes over the wire, the server's CPU, requests to other hosts, the document's size."""

from __future__ import annotations

import http.client
from collections.abc import Callable
from urllib.parse import urlsplit

from playwright.sync_api import Browser

from bench.figures import (
    AHEAD_KB,
    CARD_CPU,
    CARD_EARLY,
    CARD_EARLY_KB,
    CARD_KB,
    FIRST_KB,
    SECOND_KB,
    TOGGLE_KB,
    Figures,
)
from bench.sites import Site, Sites
from bench.times import card_ms, open_card
from bench.visits import TOGGLED, Visit, visiting
from bench.wire import CountedWire
from layers.catalogue.atlas import load_atlas
from tests.harness.cable import PulledCable

CHANGES = 10


def weigh(browser: Browser, site: Site, sites: Sites, cable: PulledCable, figures: Figures) -> None:
    """Measure a first and a second visit of the same browser, and then changes, through a counting wire.

    Both visits count the same: all until the first layers, the end of Streamlit's first run, a still wire.
    What the page then fetches ahead of need is counted by itself.
    """
    with CountedWire(site.port) as wire, visiting(browser, site, cable, wire.url + site.path) as visit:
        come_to_rest(visit, wire, sites)
        figures.add(site.name, FIRST_KB, wire.bytes / 1000)
        first = wire.bytes
        visit.wait_until_fetched()
        wire.wait_until_still()
        figures.add(site.name, AHEAD_KB, (wire.bytes - first) / 1000)
        visit.page.goto("about:blank")  # closes the first visit's socket
        wire.wait_until_still()
        before = wire.bytes
        visit.page.goto(wire.url + site.path, wait_until="commit")
        come_to_rest(visit, wire, sites)
        figures.add(site.name, SECOND_KB, (wire.bytes - before) / 1000)
        visit.wait_until_fetched()
        if site.card_opener:
            weigh_changes(visit, wire, sites, figures)
    if site.card_opener:
        weigh_early_cards(browser, site, sites, cable, figures)


def weigh_early_cards(
    browser: Browser, site: Site, sites: Sites, cable: PulledCable, figures: Figures
) -> None:
    """Open cards in a visit in which nothing can be fetched ahead."""
    with CountedWire(site.port) as wire, visiting(browser, site, cable, "about:blank") as visit:
        visit.page.route("**/text/*/*.json", lambda route: route.abort())
        visit.page.goto(wire.url + site.path, wait_until="commit")
        come_to_rest(visit, wire, sites)
        visit.wait_until_fetched()
        before = wire.bytes
        cards = card_names()
        for card in cards:
            figures.add(site.name, CARD_EARLY, card_ms(visit, card))
        wire.wait_until_still()
        figures.add(site.name, CARD_EARLY_KB, (wire.bytes - before) / 1000 / len(cards))


def card_names() -> list[str]:
    """Return the layers whose cards are opened."""
    return [layer.id for layer in load_atlas().catalogue.drawn][:CHANGES]


def come_to_rest(visit: Visit, wire: CountedWire, sites: Sites) -> None:
    """Wait until a visit is complete: the layers of the start, the panels, nothing more on the wire."""
    visit.wait_until_shown(sites.at_start())
    visit.settle()
    wire.wait_until_still()


def weigh_changes(visit: Visit, wire: CountedWire, sites: Sites, figures: Figures) -> None:
    """Switch a layer by the sidebar ten times, then open ten cards: bytes both ways, CPU of the server."""
    start = sites.at_start()
    other = ",".join(sorted({*start.split(",")} ^ {TOGGLED}))
    switch = visit.page.locator((visit.site.sidebar_switch or "").format(layer=TOGGLED)).first

    def toggle(number: int) -> None:
        switch.click()
        visit.wait_until_shown(start if number % 2 else other)

    cards = card_names()

    def read(number: int) -> None:
        open_card(visit, cards[number])
        visit.wait_until_card(cards[number])

    figures.add(visit.site.name, TOGGLE_KB, cost(visit, wire, toggle)[0])
    kilobytes, cpu_ms = cost(visit, wire, read)
    figures.add(visit.site.name, CARD_KB, kilobytes)
    figures.add(visit.site.name, CARD_CPU, cpu_ms)


def cost(visit: Visit, wire: CountedWire, change: Callable[[int], None]) -> tuple[float, float]:
    """Make CHANGES changes, each to its very end; return kB over the wire and ms of server CPU for one."""
    bytes_before, cpu_before = wire.bytes, visit.site.cpu_ms()
    for number in range(CHANGES):
        change(number)
        visit.settle()
        wire.wait_until_still()
    return (wire.bytes - bytes_before) / 1000 / CHANGES, (visit.site.cpu_ms() - cpu_before) / CHANGES


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
