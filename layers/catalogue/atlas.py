"""All that is loaded of one root, handed down from here: nothing below or above fetches it a second way."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from layers.catalogue.corrections import read_corrections
from layers.catalogue.gazetteer import read_gazetteer
from layers.catalogue.glossary import read_glossary
from layers.catalogue.load import load_catalogue
from layers.files.border import Border
from layers.files.faults import Fault
from layers.files.folders import ROOT, Folders, folders_of
from layers.geometry.collection import PLACES
from layers.model.catalogue import Catalogue
from layers.model.correction import Corrections
from layers.model.gazetteer import Gazetteer
from layers.model.glossary import Glossary
from layers.network.load import load_network
from layers.network.model import Network


@dataclass(frozen=True, eq=False)
class Atlas:
    """The layers and texts of one root, its network, names, glossary and corrections; by identity.

    `built` are the folders whose built files (network, base map) it uses: its own, or ours for a teacher's.
    """

    built: Folders
    catalogue: Catalogue
    network: Network
    gazetteer: Gazetteer
    glossary: Glossary = field(default_factory=Glossary)
    corrections: Corrections = field(default_factory=Corrections)

    @property
    def basemap(self) -> Path:
        """The file of the ground; ours for an atlas that has none."""
        own = self.built.basemap
        return own if own.is_file() else folders_of(ROOT).basemap

    @property
    def faults(self) -> list[Fault]:
        """What is wrong in any of its files."""
        return [*self.catalogue.faults, *self.network.faults, *self.reference_faults]

    @property
    def shared_faults(self) -> list[Fault]:
        """What is wrong in the files on which everything rests, as against one layer or tour."""
        built = self.built
        files = tuple(built.named(path) for path in (built.essays, built.sources, built.geodata / PLACES))
        own = [fault for fault in self.catalogue.faults if fault.file.startswith(files)]
        return [*own, *self.network.faults, *self.reference_faults]

    @property
    def reference_faults(self) -> list[Fault]:
        """What is wrong in the files beside the layers: names, glossary, corrections."""
        return [*self.gazetteer.faults, *self.glossary.faults, *self.corrections.faults]


def load_atlas(root: Path = ROOT) -> Atlas:
    """Load all that lies below `root`; what is wrong stands in its faults. Never raises for content.

    A folder without `layers/` is a teacher's: it adds layers and tours to ours. A whole atlas may go without
    a network, a gazetteer, a glossary or corrections.
    """
    folders = folders_of(root.resolve())
    if not folders.whole:
        ours = load_atlas(ROOT)
        catalogue = load_catalogue(folders, ours.network, beside=ours.catalogue)
        return replace(ours, catalogue=catalogue)
    network = _network(folders)
    catalogue = load_catalogue(folders, network)
    return Atlas(
        folders,
        catalogue,
        network,
        read_gazetteer(folders),
        read_glossary(folders),
        read_corrections(folders, catalogue),
    )


def _network(folders: Folders) -> Network:
    if not folders.network.is_file() and folders.root != ROOT:
        return Network()
    faults: list[Fault] = []
    with Border(folders.named(folders.network), faults):
        return load_network(folders.network)
    return Network(faults=tuple(faults))
