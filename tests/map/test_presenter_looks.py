"""What a presenting map looks like: what is spoken of in the picture and named, large type, clear colours."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import unicodedata

import pytest
from PIL import Image

from layers.map.style import THEMES, Theme, presenter_colours, tokens
from layers.model.catalogue import Catalogue
from layers.model.reference import Reference
from tests.harness.contrast import contrast
from tests.harness.labels import settled
from tests.harness.presenting import LONG, present, shown, tours, tours_on_disk
from tests.harness.serving import poll
from tests.harness.windows import OpenScreen

STEPS = [
    (tour, step) for tour, steps in tours_on_disk().items() if tour != "one-minute" for step in range(steps)
]
IN_PICTURE = """ref => {
    const facts = JSON.parse(document.getElementById('atlas-facts').textContent), map = atlas.map;
    const place = ref.startsWith('place:') && facts.places[ref.slice(6)], shape = atlas.feature(ref)?.shape;
    const box = atlas.bounds(ref) ?? [];
    const bounds = place ? L.latLngBounds([[place.lat, place.lon]])
        : shape ? (shape.getBounds?.() ?? L.latLngBounds([shape.getLatLng()]))
        : L.latLngBounds([box[1], box[0]], [box[3], box[2]]);
    const country = place && place.kind === 'country';
    const anchors = country ? [[place.lon, place.lat], ...(place.anchors ?? [])] : null;
    const view = map.getBounds();
    return anchors ? anchors.some(([lon, lat]) => view.contains([lat, lon])) : view.intersects(bounds);
}"""


@pytest.mark.parametrize("size", [(1024, 768), (1280, 720), (1920, 1080)])
@pytest.mark.parametrize("tour", tours_on_disk())
def test_what_is_spoken_of_is_in_the_picture_and_named(
    open_screen: OpenScreen, tour: str, size: tuple[int, int], catalogue: Catalogue
) -> None:
    screen = present(open_screen, tour, size=size)
    page, missing = screen.page, []
    for number, step in enumerate(tours()[tour]["steps"]):
        if number:
            page.keyboard.press("ArrowRight")
        poll(lambda number=number: shown(page, tour, number), expected=f"step {number}")
        named = {label["id"] for label in settled(screen)}
        texts = " ".join(label["text"] for label in settled(screen))
        legend = page.locator(".tour-legend").inner_text()
        for ref in dict.fromkeys(filter(None, [step["spotlight"], *step["lit"]])):
            if not page.evaluate(IN_PICTURE, ref):
                missing.append(f"{number}: {ref} is not in the picture")
            if not is_named(Reference(ref), named, texts, legend, catalogue):
                missing.append(f"{number}: {ref} is not named")
    assert not missing, "\n".join(missing)


def is_named(lit: Reference, named: set[str], texts: str, legend: str, catalogue: Catalogue) -> bool:
    """Tell whether what is lit has a label: its own or its layer's; of a layer a part's or the legend."""
    if {lit, f"layer:{lit}", f"layer:{lit.layer}"} & named:
        return True
    if lit.feature:
        feature = catalogue.feature(lit)
        names = [feature["properties"]["name"]] if feature else []
    elif lit.place:
        names = [catalogue.places[lit.place].label, catalogue.places[lit.place].name]
    else:
        parts = any(one.startswith(f"{lit}/") for one in named)
        return parts or catalogue.layers[lit.layer or ""].short in legend
    heads = [re.split(r"[:(]", name)[0].strip() for name in names if name]
    return any(head.casefold() in texts.casefold() for head in heads)


@pytest.mark.parametrize("size", [(390, 844), (1024, 768), (1280, 720), (1920, 1080)])
def test_a_lit_water_is_named_with_what_it_does(
    open_screen: OpenScreen, size: tuple[int, int], catalogue: Catalogue
) -> None:
    step = [one["id"] for one in tours()["three-ways"]["steps"]].index("waters")
    labels = settled(present(open_screen, "three-ways", step, size=size))
    texts = {" ".join(label["text"].split()) for label in labels}
    for water in ("caspian-sea", "north-aral", "balkhash"):
        feature = catalogue.feature(Reference(f"shrinking-waters/{water}"))
        assert feature and feature["properties"]["name"] in texts
    assert not {"Caspian Sea", "Lake Balkhash"} & texts


@pytest.mark.parametrize(("tour", "step"), STEPS[::3])
def test_no_label_lies_on_another_or_through_the_ring(open_screen: OpenScreen, tour: str, step: int) -> None:
    screen = present(open_screen, tour, step)
    labels = settled(screen)
    for number, one in enumerate(labels):
        for other in labels[number + 1 :]:
            a, b = one["box"], other["box"]
            apart = (
                a["right"] <= b["left"] + 0.5
                or b["right"] <= a["left"] + 0.5
                or a["bottom"] <= b["top"] + 0.5
                or b["bottom"] <= a["top"] + 0.5
            )
            assert apart, f"{one['text']} lies on {other['text']}"
    ring = screen.page.evaluate(
        "(() => { const box = document.querySelector('.spotlight')?.getBoundingClientRect();"
        " return box && [box.left + box.width / 2, box.top + box.height / 2, box.width / 2]; })()"
    )
    if ring is None:
        return
    assert ring[2] >= 24
    for label in labels:
        box = label["box"]
        near = (
            max(box["left"] - ring[0], 0, ring[0] - box["right"]),
            max(box["top"] - ring[1], 0, ring[1] - box["bottom"]),
        )
        far = (
            max(ring[0] - box["left"], box["right"] - ring[0]),
            max(ring[1] - box["top"], box["bottom"] - ring[1]),
        )
        outside, inside = (near[0] ** 2 + near[1] ** 2) ** 0.5, (far[0] ** 2 + far[1] ** 2) ** 0.5
        assert outside >= ring[2] - 1 or inside <= ring[2] + 1, f"the ring runs through {label['text']}"


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (1024, 768)])
def test_type_is_large_and_nothing_is_cut(open_screen: OpenScreen, size: tuple[int, int]) -> None:
    screen = present(open_screen, size=size)
    page = screen.page
    sizes = page.evaluate(
        "Object.fromEntries(['headline', 'caption', 'cite'].map((name) =>"
        " [name, parseFloat(getComputedStyle(document.querySelector('.tour-' + name)).fontSize)]))"
    )
    assert sizes["caption"] >= 24 and sizes["headline"] >= 32 and sizes["cite"] >= 24
    for number in range(len(tours()[LONG]["steps"])):
        if number:
            page.keyboard.press("ArrowRight")
        poll(lambda number=number: shown(page, LONG, number), expected=f"step {number}")
        whole = page.evaluate(
            "(() => { const panel = document.querySelector('.tour-panel');"
            " return panel.scrollHeight <= panel.clientHeight + 1"
            " && panel.getBoundingClientRect().bottom <= innerHeight + 1; })()"
        )
        assert whole, number
    assert settled(screen)
    sizes = page.evaluate(
        "[...document.querySelectorAll('.lab')].map((one) => parseFloat(one.style.fontSize))"
    )
    assert min(sizes) >= 18
    lines = "document.querySelectorAll('[data-group=core] path:not(.dimmed)')"
    widths = f"[...{lines}].map((path) => Number(path.getAttribute('stroke-width')))"
    assert min(page.evaluate(widths), default=4) >= 4


@pytest.mark.parametrize("theme", THEMES)
def test_what_is_read_from_the_last_row_stands_out(theme: Theme) -> None:
    table, colours = tokens()[theme], presenter_colours(theme)
    panel, ground, water = table["page"]["panel"], table["map"]["land"], table["map"]["water"]
    closed = table["chip"]["contradicted"]["text"]
    pairs = {
        "ink": (table["page"]["ink"], panel),
        "quiet": (colours["other"], panel),
        "sea": (colours["sea"], water),
    }
    pairs |= {name: (colour, ground) for name, colour in colours.items() if name != "sea"}
    pairs |= {"city": (table["label"]["city"], ground), "city at sea": (table["label"]["city"], water)}
    pairs |= {"closed": (closed, table["map"]["closed_area"])}
    faint = {name: round(contrast(*pair), 2) for name, pair in pairs.items() if contrast(*pair) < 6.95}
    assert faint == {}
    ring = table["spotlight"]
    assert contrast(ring["ring"], ring["edge"]) >= 7


@pytest.mark.parametrize("dark", [False, True])
def test_axe_finds_nothing_serious(open_screen: OpenScreen, dark: bool) -> None:
    screen = present(open_screen, step=2, dark=dark)
    assert screen.axe() == []
    screen.page.keyboard.press("h")
    screen.page.keyboard.press("n")
    assert screen.axe() == []


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="needs tesseract")
@pytest.mark.parametrize("tour", tours_on_disk())
def test_a_poor_stream_can_still_be_read(open_screen: OpenScreen, tour: str) -> None:
    screen = present(open_screen, tour, size=(1920, 1080))
    wanted, unread, names = 0, list[str](), 0
    for number, step in enumerate(tours()[tour]["steps"]):
        if number:
            screen.page.keyboard.press("ArrowRight")
        poll(lambda number=number: shown(screen.page, tour, number))
        lit = {ref for name in (step["spotlight"], *step["lit"]) for ref in (name, f"layer:{name}")}
        labels = [label for label in settled(screen) if label["id"] in lit]
        picture = streamed(screen.page.screenshot())
        caption = words("".join(piece.get("text", "") for piece in step["caption"]))
        missed = caption - words(recognised(picture, sparse=True))
        for label in labels:
            missed |= words(label["text"]) - words(recognised(cut(picture, label["box"]), sparse=False))
        wanted += len(caption) + sum(len(words(label["text"])) for label in labels)
        unread += [f"{number}: {word}" for word in missed]
        names += len(labels)
    assert names >= len(tours()[tour]["steps"]) - 1
    assert len(unread) <= 0.05 * wanted, unread


def words(text: str) -> set[str]:
    """Return the words of a text as they are compared: letters and digits alone, case and accents aside."""
    plain = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    return set("".join(char if char.isalnum() else " " for char in plain).casefold().split())


def streamed(screenshot: bytes) -> Image.Image:
    """Return a screenshot after what a screen share does to it: 1280 px wide, JPEG quality 40."""
    small = io.BytesIO()
    with Image.open(io.BytesIO(screenshot)) as image:
        image.convert("RGB").resize((1280, 720)).save(small, "JPEG", quality=40)
    return Image.open(small)


def cut(picture: Image.Image, box: dict[str, float]) -> Image.Image:
    """Return a label of a picture of 1920 px as an eye that rests on it sees it: alone, and near."""
    scale, pad = picture.width / 1920, 6
    sides = (box["left"], box["top"], box["right"], box["bottom"])
    left, top, right, bottom = (round(side * scale) for side in sides)
    part = picture.crop((left - pad, top - pad, right + pad, bottom + pad))
    return part.resize((3 * part.width, 3 * part.height), Image.Resampling.LANCZOS)


def recognised(picture: Image.Image, *, sparse: bool) -> str:
    """Read a picture: `sparse` text anywhere in it, or one block."""
    png = io.BytesIO()
    picture.save(png, "PNG")
    command = ["tesseract", "stdin", "stdout", "--psm", "11" if sparse else "6"]
    # Its own threads wait for each other more than they read: with one it takes a fifth of the time.
    alone = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    read = subprocess.run(command, input=png.getvalue(), env=alone, capture_output=True, check=True)
    return read.stdout.decode()
