"""All that is loaded of one root, handed down from here: nothing below or above fetches it a second way."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from layers.catalogue.gazetteer import read_gazetteer
from layers.catalogue.load import load_catalogue
from layers.files.faults import Fault, RefusedFileError
from layers.files.folders import ROOT, Folders, folders_of
from layers.model.catalogue import Catalogue
from layers.model.gazetteer import Gazetteer
from layers.network.load import load_network
from layers.network.model import Network


@dataclass(frozen=True, eq=False)
class Atlas:
    """The layers and texts of one root, its network, the names of its essays; compared by identity.

    `built` are the folders whose built files (network, base map) it uses: its own, or ours for a teacher's.
    """

    built: Folders
    catalogue: Catalogue
    network: Network
    gazetteer: Gazetteer

    @property
    def basemap(self) -> Path:
        """The file of the ground; ours for an atlas that has none."""
        own = self.built.basemap
        return own if own.is_file() else folders_of(ROOT).basemap

    @property
    def faults(self) -> list[Fault]:
        """What is wrong in any of its files."""
        return [*self.catalogue.faults, *self.network.faults, *self.gazetteer.faults]


def load_atlas(root: Path = ROOT) -> Atlas:
    """Load all that lies below `root`; what is wrong stands in its faults. Never raises for content.

    A folder without `layers/` is a teacher's: it adds layers and tours to ours. A whole atlas may go without
    a network or a gazetteer.
    """
    folders = folders_of(root.resolve())
    if not folders.whole:
        ours = load_atlas(ROOT)
        catalogue = load_catalogue(folders, ours.network, beside=ours.catalogue)
        return Atlas(ours.built, catalogue, ours.network, ours.gazetteer)
    network = _network(folders)
    return Atlas(folders, load_catalogue(folders, network), network, read_gazetteer(folders))


def _network(folders: Folders) -> Network:
    if not folders.network.is_file() and folders.root != ROOT:
        return Network()
    try:
        return load_network(folders.network)
    except RefusedFileError as error:
        return Network(faults=error.faults)
