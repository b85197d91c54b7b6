"""How long a person waits, in milliseconds: for a load, for a switched layer, for a card."""

from __future__ import annotations

from playwright.sync_api import Browser

from bench.figures import BAR_TOGGLE, CARD, LOAD, LOAD_TEXT, MAP_TOGGLE, Figures
from bench.sites import Site, Sites
from bench.visits import TOGGLED, Visit, visiting
from tests.harness.browser import LEGEND_FOLD
from tests.harness.cable import PulledCable

CARDS = ("zangezur", "middle-corridor")


def time_visit(browser: Browser, site: Site, sites: Sites, cable: PulledCable, figures: Figures) -> None:
    """Measure one load, each switch twice and two cards."""
    start = sites.at_start()
    other = ",".join(sorted({*start.split(",")} ^ {TOGGLED}))
    with visiting(browser, site, cable) as visit:
        end = max(visit.wait_until_shown(start), visit.wait_until_ready())
        began = float(visit.page.evaluate("performance.timeOrigin"))
        figures.add(site.name, LOAD, end - began)
        if site.panel:
            figures.add(site.name, LOAD_TEXT, max(end, visit.wait_until_text_done()) - began)
        visit.wait_until_fetched()
        for layers in (other, start) if site.map_switch else ():
            time_map_switch(visit, layers, figures)
        for layers in (other, start) if site.sidebar_switch else ():
            time_sidebar_switch(visit, layers, figures)
        for card in CARDS if site.card_opener else ():
            time_card(visit, card, figures)


def time_map_switch(visit: Visit, layers: str, figures: Figures) -> None:
    """Click the switch inside the map and wait for the layers."""
    visit.settle()
    assert visit.site.map_switch
    frame = visit.frame()
    fold = frame.locator(LEGEND_FOLD)  # the atlas's own legend begins closed
    if fold.count() and fold.get_attribute("aria-expanded") == "false":
        fold.click()
        visit.settle()
    frame.locator(visit.site.map_switch.format(layer=TOGGLED)).first.click()
    end = visit.wait_until_shown(layers)
    figures.add(visit.site.name, MAP_TOGGLE, end - float(frame.evaluate("window.__deed")))


def time_sidebar_switch(visit: Visit, layers: str, figures: Figures) -> None:
    """Click the switch beside the map; wait for the layers, and for the text where the switch runs Python."""
    visit.settle()
    assert visit.site.sidebar_switch
    visit.page.locator(visit.site.sidebar_switch.format(layer=TOGGLED)).first.click()
    end = visit.wait_until_shown(layers)
    deed = float(visit.page.evaluate("window.__deed"))
    figures.add(visit.site.name, BAR_TOGGLE, max(end, visit.wait_until_text_done()) - deed)


def time_card(visit: Visit, card: str, figures: Figures) -> None:
    """Open a card as a reader does: the map selects its layer, its text is here already."""
    visit.settle()
    figures.add(visit.site.name, CARD, card_ms(visit, card))


def card_ms(visit: Visit, card: str) -> float:
    """Open a card; return the milliseconds until it stands there with its text."""
    open_card(visit, card)
    end = visit.wait_until_card(card)
    return end - float(visit.page.evaluate("window.__deed"))


def open_card(visit: Visit, card: str) -> None:
    """Unfold the card's group and click the arrow that opens it."""
    assert visit.site.card_opener
    arrow = visit.page.locator(visit.site.card_opener.format(layer=card)).first
    arrow.evaluate("arrow => { arrow.closest('details').open = true; }")
    arrow.click()
