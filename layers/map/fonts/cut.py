"""Cut Source Sans 3, as Streamlit ships it, to the letters and signs that the map shows.

    python -m layers.map.fonts.cut           write the two .woff2 files, whose digests VENDOR.json names
    python -m layers.map.fonts.cut --check   say whether the committed files are what this makes

Needs the `test` extra (fonttools, brotli). The letters are Latin-1 and Latin Extended-A (Turkish, most of
Azerbaijani and Romanian, transliterations with macrons), the schwa, the Romanian commas below and the signs
of the atlas. Georgian and Armenian are not in Source Sans; Cyrillic would add 11 kB to each style and no
label uses it. The result must not be called "Source": that name is reserved by the licence (OFL.txt).
"""

from __future__ import annotations

import hashlib
import io
import sys
from importlib.metadata import distribution
from pathlib import Path

from fontTools import subset  # type: ignore[import-untyped]  # fonttools ships no type marker
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from layers.map.fonts import FAMILY, FILES, HERE

ORIGINALS = Path(str(distribution("streamlit").locate_file("streamlit/static/static/media")))
# The font files of Streamlit 1.67.0: Source Sans 3, version 3.052.
ORIGINAL_SHA256 = {
    "normal": "5f16566f7a40d39b339ad26be151fa5a1ab1f0c2574c7a2e619765584a1acbd8",
    "italic": "b4959abc0569392f87c6c6ac612f90e3fe0104d283724189b7d8b6f61af347d3",
}
PATTERNS = {"normal": "SourceSansVF-Upright.ttf.*.woff2", "italic": "SourceSansVF-Italic.ttf.*.woff2"}
LETTERS = (
    "".join(map(chr, [*range(0x20, 0x7F), *range(0xA0, 0x180)]))  # Latin-1 and Latin Extended-A
    + "ƏəȘșȚțḨḩḤḥʿʾ"  # Azerbaijani, Romanian, transliterated Persian and Arabic
    + "–—‘’“”„•…′″←↑→↓≠≈≤≥−✓✕○●▼▲"
)
FEATURES = ["kern", "liga", "ccmp", "locl", "mark", "mkmk"]


def cut(style: str) -> bytes:
    """Return one style ("normal" or "italic") as WOFF2 with its weight axis kept.

    Raises FileNotFoundError when the installed Streamlit has no such font and ValueError when it is another
    version than the one this was made from.
    """
    path = next(ORIGINALS.glob(PATTERNS[style]), None)
    if path is None:
        raise FileNotFoundError(f"no {PATTERNS[style]} in {ORIGINALS}: install streamlit 1.67")
    content = path.read_bytes()
    found = hashlib.sha256(content).hexdigest()
    if found != ORIGINAL_SHA256[style]:
        raise ValueError(f"{path.name}: found sha256 {found}, expected {ORIGINAL_SHA256[style]}")
    font = TTFont(io.BytesIO(content), recalcTimestamp=False)
    options = subset.Options(layout_features=FEATURES, hinting=False, glyph_names=False, flavor="woff2")
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14, 25]
    cutter = subset.Subsetter(options)
    cutter.populate(text=LETTERS)
    cutter.subset(font)
    _rename(font, style)
    font.flavor = "woff2"
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def _rename(font: TTFont, style: str) -> None:
    """Give the font our family name in every name record that would carry the reserved one."""
    face = "Italic" if style == "italic" else "Regular"
    postscript = FAMILY.replace(" ", "")
    names = {1: FAMILY, 2: face, 3: f"{FAMILY} {face}, cut from version 3.052", 4: f"{FAMILY} {face}"}
    names |= {6: f"{postscript}-{face}", 25: postscript}
    for record in font["name"].names:
        if record.nameID in names:
            record.string = names[record.nameID]
        elif record.nameID > 255:  # the named instances of the weight axis
            record.string = str(record).replace("SourceSans3VF", postscript)


def main(arguments: list[str]) -> int:
    """Write the files, or compare them with what is committed when called with --check."""
    made = {FILES[style].name: cut(style) for style in FILES}
    if "--check" in arguments:
        wrong = [name for name, content in made.items() if (HERE / name).read_bytes() != content]
        sys.stdout.write("".join(f"{name}: differs from what cut.py makes\n" for name in wrong))
        return 1 if wrong else 0
    for name, content in made.items():
        (HERE / name).write_bytes(content)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
