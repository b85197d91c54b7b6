"""The atlas itself as the tests share it: loaded once in a process, whoever asks first."""

from __future__ import annotations

from functools import cache

from layers.catalogue.ledger import read_ledger
from layers.files.folders import ROOT
from layers.map.current import current
from layers.map.document import Document
from layers.model.catalogue import Catalogue
from layers.model.ledger import Ledger
from layers.network.current import current_network
from layers.network.model import Network


@cache
def the_catalogue() -> Catalogue:
    """Return the catalogue that the page serves, so that a page run in this process loads no second one."""
    return current().catalogue


@cache
def the_document() -> Document:
    """Return the map document of that catalogue."""
    return current().document


@cache
def the_network() -> Network:
    """Return the network of the routes, with whatever has been worked out from it already."""
    return current_network()


@cache
def the_ledger() -> Ledger:
    """Return the ledger of the essays' claims."""
    return read_ledger(ROOT)
