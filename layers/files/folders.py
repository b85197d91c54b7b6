"""Where the files of an atlas lie, ours and others, and those of a folder that adds to ours."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]  # of this atlas


@dataclass(frozen=True)
class Folders:
    """Where the files of a catalogue lie; `whole` for an atlas, not for a folder that adds layers to ours."""

    root: Path
    definitions: Path
    geodata: Path
    sources: Path  # a folder of files, or the one file of a teacher's folder
    essays: Path
    tours: Path
    whole: bool

    @property
    def network(self) -> Path:
        """The built network."""
        return self.geodata / "network.json"

    @property
    def network_lines(self) -> Path:
        """The lines of the network's legs, small, for the map."""
        return self.geodata / "network_lines.json"

    @property
    def basemap(self) -> Path:
        """The ground: land, lakes, borders (TopoJSON, WGS84)."""
        return self.geodata / "basemap.topojson"

    @property
    def gazetteer(self) -> Path:
        """The names that the essays use."""
        return self.geodata / "sources" / "gazetteer.yaml"

    @property
    def glossary(self) -> Path:
        """The words that are explained; beside the sources."""
        return self.sources.with_name("glossary.yaml")

    @property
    def corrections(self) -> Path:
        """What the atlas had wrong; beside the sources."""
        return self.sources.with_name("corrections.yaml")

    def named(self, path: Path) -> str:
        """Return a path as the faults name it: from the root, with forward slashes."""
        inside = path.is_relative_to(self.root)
        return plain_name(path.relative_to(self.root).as_posix() if inside else path.name)


def files_in(folder: Path, pattern: str) -> list[Path]:
    """Return the files of a folder that have such a name, without what editors leave (.#name.md)."""
    return sorted(path for path in folder.glob(pattern) if not path.name.startswith("."))


def plain_name(name: str) -> str:
    r"""Return a file's name as text that can be sent: a byte that is no letter in UTF-8 as “\udcfc”."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def folders_of(root: Path) -> Folders:
    """Return the folders of a whole atlas, or of a teacher's folder in which everything lies side by side."""
    layers = root / "layers"
    if layers.is_dir():
        cited = layers / "references"
        written = (cited / "sources", cited / "essays.yaml", layers / "tours")
        return Folders(root, layers / "definitions", root / "geodata", *written, whole=True)
    geodata = root / "geodata" if (root / "geodata").is_dir() else root
    return Folders(root, root, geodata, root / "sources.yaml", root / "essays.yaml", root, whole=False)
