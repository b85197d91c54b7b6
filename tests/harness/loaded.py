"""The atlas itself as the tests share it: loaded once in a process, whoever asks first."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from layers.catalogue.atlas import Atlas
from layers.catalogue.gazetteer import read_gazetteer
from layers.catalogue.ledger import read_ledger
from layers.files.folders import ROOT, folders_of
from layers.map.current import current
from layers.map.document import Document
from layers.model.catalogue import Catalogue
from layers.model.gazetteer import EssayName
from layers.model.ledger import Ledger
from layers.network.load import load_network
from layers.network.model import Network


@cache
def the_atlas() -> Atlas:
    """Return the atlas that the page serves, so that a page run in this process loads no second one."""
    return current().atlas


def the_catalogue() -> Catalogue:
    """Return its layers and texts."""
    return the_atlas().catalogue


@cache
def the_document() -> Document:
    """Return the map document of that atlas."""
    return current().document


def the_network() -> Network:
    """Return the network of the routes, with whatever has been worked out from it already."""
    return the_atlas().network


@cache
def the_ledger() -> Ledger:
    """Return the ledger of the essays' claims."""
    return read_ledger(ROOT)


@cache
def network_on_disk() -> Network:
    """Return the network read by itself; to name tests by, for no atlas is loaded and no map drawn."""
    return load_network(folders_of(ROOT).network)


def network_from(data: Any, folder: Path) -> Network:
    """Return the network of a file with this in it, written below `folder`."""
    path = folder / "network.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    return load_network(path)


@cache
def essay_names() -> tuple[EssayName, ...]:
    """Return every name that the essays print; to name tests by, for nothing else is loaded."""
    return read_gazetteer(folders_of(ROOT)).names
