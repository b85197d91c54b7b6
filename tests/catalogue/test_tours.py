"""Tours: each fault named with file and step, a broken step shows what it can, and what ours say and show."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import shapely
from shapely.geometry import box, shape
from shapely.geometry.base import BaseGeometry

from layers.__main__ import main
from layers.catalogue.atlas import load_atlas
from layers.catalogue.citations import citations
from layers.catalogue.tours import caption_words
from layers.files.folders import ROOT, folders_of
from layers.model.catalogue import Catalogue
from layers.model.tour import Bounds, Step, Tour
from layers.network.model import Network
from layers.network.search.answer import find_routes
from layers.network.tour_question import question_of
from tests.harness.small_atlas import SmallAtlas

DEMO = Path(__file__).parents[1] / "fixtures" / "tours" / "demo-tour.md"
TOUR = "layers/tours/demo-tour.md"

# In the fixture: what to replace, by what, the line of the fault, its place, words of its sentence.
BROKEN: dict[str, tuple[str, str, int, str, list[str]]] = {
    "layer": ("[demo-port]\n", "[demo-prt]\n", 20, "second", ["layers", "the layer “demo-prt”"]),
    "focus layer": ("focus: demo-line/", "focus: demo-lin/", 11, "first", ["the layer “demo-lin”"]),
    "focus feature": ("demo-line/alat-ganja", "demo-line/alat-gan", 11, "first", ["“demo-line/alat-gan”"]),
    "focus shape": ("{view: [40.2, 49.5, 8]}", "{view: [40.2, 49.5]}", 21, "second", ["layer/feature"]),
    "zoom": ("49.5, 8]", "49.5, 18]", 21, "second", ["{view: [40.2, 49.5, 18]}", "zoom of 3 to 11"]),
    "bounds": ("[46, 39, 50, 41]", "[50, 39, 46, 41]", 27, "third", ["{bounds: [west, south, east, north]}"]),
    "lit place": ("place:alat]\n", "place:alet]\n", 12, "first", ["the place “alet”", "places.geojson"]),
    "lit, layer off": ("lit: [demo-port/alat]", "lit: [demo-line]", 22, "second", ["whose layer is off"]),
    "spotlight": ("place:baku", "place:bak", 13, "first", ["the place “bak”"]),
    "reference": ("place:baku", "place Baku", 13, "first", ["a layer, layer/feature or place:id"]),
    "route end": ("from: khorgos", "from: khorgoz", 14, "first", ["the end “khorgoz”", "such as khorgos"]),
    "preset": ("russia-avoided", "russia-gone", 14, "first", ["no preset “russia-gone”", "georgia-closed"]),
    "via": ("presets: [russia-avoided]", "via: [narnia]", 14, "first", ["the id “narnia”"]),
    "via an end": ("presets: [russia-avoided]", "via: [khorgos]", 14, "first", ["is an end of the way"]),
    "closed": ("presets: [russia-avoided]", "closed: [narnia]", 14, "first", ["“narnia”"]),
    "paragraph": ("blank:3", "blank:64", 9, "first", ["blank:64", "a paragraph of blank: 1 to 3"]),
    "paragraph in notes": ("heybatov:caption", "heybatov:9", 16, "first", ["[heybatov:9]"]),
    "essay": ("[blank:3]", "[blanc:3]", 9, "first", ["[blanc:3]", "blank · heybatov"]),
    "caption": ("is the port", "is the port" + " and more" * 21, 19, "second", ["a caption of 46 words"]),
    "headline": ("The second step", "The second step " * 3, 18, "second", ["of 47 letters", "most 40"]),
    "link": ("Here is the port", "Here is [the port](place:alat)", 19, "second", ["a link in caption"]),
    "same id": ("id: second", "id: first", 17, "first", ["the step id “first” again", "used in step 1"]),
    "missing key": ("    caption: Here is the port.\n", "", 17, "second", ["no “caption”"]),
    "unknown key": ("question:", "qestion:", 15, "first", ["key “qestion”", "headline · caption"]),
    "loaded key": ("question: Why west?", "missing: [x]", 15, "first", ["the unknown key “missing”"]),
    "not a step": ("  - id: third", "  - third\n  - id: third", 23, "number 3", ["keys and values"]),
    "tour id": ("id: demo-tour", "id: demo", 2, "", ["the id “demo”", "“demo-tour”, like the file's name"]),
    "minutes": ("minutes: 5", "minutes: five", 4, "", ["minutes: “five”", "a whole number"]),
    "ends": ("ends: explore", "ends: cliff", 5, "", ["ends: “cliff”", "explore"]),
    "link below": ("(place:alat)", "(place:alit)", 29, "text", ["a link to the place “alit”"]),
    "broken YAML": ("caption: Here is", "caption: Here: is", 19, "", ["an unexpected colon"]),
    "tab": ("    layers: [demo-port]", "\tlayers: [demo-port]", 20, "", ["a tab in the indentation"]),
    "no steps": ("steps:", "stages:", 2, "", ["no steps"]),
}  # fmt: skip


@pytest.fixture
def atlas(tmp_path: Path) -> SmallAtlas:
    small = SmallAtlas(tmp_path)
    (small.root / "layers" / "tours").mkdir()
    shutil.copy(DEMO, small.root / TOUR)
    shutil.copy(folders_of(ROOT).network, small.root / "geodata")
    return small


def steps_of(catalogue: Catalogue) -> Iterator[tuple[Tour, Step]]:
    for tour in catalogue.tours.values():
        for step in tour.steps:
            yield tour, step


def test_a_right_tour_loads_whole(atlas: SmallAtlas) -> None:
    catalogue = atlas.load()
    assert [str(fault) for fault in catalogue.faults] == []
    tour = catalogue.tours["demo-tour"]
    assert (tour.title, tour.minutes, tour.ends) == ("A tour for the tests", 5, "explore")
    assert [step.id for step in tour.steps] == ["first", "second", "third"]
    assert tour.steps[0].focus == "demo-line/alat-ganja"
    assert tour.steps[2].focus == Bounds(bounds=(46, 39, 50, 41))
    assert tour.body.startswith("For the tests only")
    assert not any(step.missing for step in tour.steps)


@pytest.mark.parametrize("name", BROKEN)
def test_a_fault_names_file_line_and_step(atlas: SmallAtlas, name: str) -> None:
    old, new, line, step, words = BROKEN[name]
    faults = atlas.replace(TOUR, old, new).load().faults
    first = next(fault for fault in faults if all(word in str(fault) for word in words))
    where = f" (steps, {step})" if step not in ("", "text") else f" ({step})" if step else ""
    assert str(first).startswith(f"{TOUR}:{line}{where}: found "), [str(fault) for fault in faults]
    assert {fault.file for fault in faults} == {TOUR}


@pytest.mark.parametrize("name", sorted(BROKEN.keys() - {"broken YAML", "tab", "no steps"}))
def test_a_broken_tour_still_shows_its_other_steps(atlas: SmallAtlas, name: str) -> None:
    old, new, *_ = BROKEN[name]
    [tour] = atlas.replace(TOUR, old, new).load().tours.values()
    captions = " ".join(step.caption for step in tour.steps)
    assert captions.count(".") >= 2
    for step in tour.steps:
        assert set(step.layers) <= {"demo-line", "demo-port"}
        assert step.focus


def test_a_step_shows_what_it_can_and_says_what_is_missing(atlas: SmallAtlas) -> None:
    atlas.replace(TOUR, "[demo-line, demo-port]", "[demo-line, gone]").replace(
        TOUR, "place:baku", "place:bak"
    )
    atlas.replace(TOUR, "russia-avoided", "russia-gone").replace(
        TOUR, "focus: demo-line/alat-ganja", "focus: gone"
    )
    step = atlas.load().tours["demo-tour"].steps[0]
    assert step.layers == ("demo-line",)
    assert step.lit == ("demo-line", "place:alat")
    assert step.focus == "demo-line"
    assert step.spotlight is None
    assert step.routes is None
    assert step.missing[:2] == ("Not in this atlas: the layer “gone”.", "Not in this atlas: the place “bak”.")
    assert "russia-gone" in step.missing[2]


def test_a_broken_layer_is_missing_from_a_step_but_is_no_fault_of_the_tour(atlas: SmallAtlas) -> None:
    catalogue = atlas.replace("layers/definitions/demo-port.md", "group: ", "group: x").load()
    assert not [fault for fault in catalogue.faults if fault.file == TOUR]
    step = catalogue.tours["demo-tour"].steps[1]
    assert step.layers == step.lit == ()
    assert len(step.missing) == 1
    assert "is broken and cannot be shown" in step.missing[0]


@pytest.mark.usefixtures("ours_is_loaded")
def test_a_card_alone_cannot_be_shown_in_a_step(tmp_path: Path) -> None:
    text = DEMO.read_text(encoding="utf-8").replace("[demo-port]\n", "[section-907]\n")
    (tmp_path / "demo-tour.md").write_text(text, encoding="utf-8")
    told = [str(fault) for fault in load_atlas(tmp_path).faults]
    assert any("a layer with geometry, not a card alone" in sentence for sentence in told)


@pytest.mark.usefixtures("ours_is_loaded")
def test_a_tour_made_by_hand_is_checked_in_a_folder_of_its_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (ROOT / "layers" / "tours" / "one-minute.md").read_text(encoding="utf-8")
    (tmp_path / "mine.md").write_text(text.replace("id: one-minute", "id: mine"), encoding="utf-8")
    assert main(["check", str(tmp_path)]) == 0
    assert capsys.readouterr().out == "0 layers, 0 features, 0 claims, 1 tour, 0 faults\n"
    assert list(load_atlas(tmp_path).catalogue.tours)[-1] == "mine"
    (tmp_path / "mine.md").rename(tmp_path / "one-minute.md")
    assert main(["check", str(tmp_path)]) == 1


def test_our_tours_load_without_a_fault(catalogue: Catalogue) -> None:
    assert [str(fault) for fault in catalogue.faults if "tours" in fault.file] == []
    assert {key: len(tour.steps) for key, tour in catalogue.tours.items()} == {
        "one-minute": 4,
        "three-ways": 10,
        "why-they-care": 10,
    }
    for tour, step in steps_of(catalogue):
        assert step.missing == (), (tour.id, step.id)
        assert re.search(r"\?|^(Draw|Rewrite|Compare)", step.question), (tour.id, step.id)
        assert step.notes, (tour.id, step.id)
        assert 20 <= caption_words(step.caption) <= 45, (tour.id, step.id)


def test_every_citation_of_a_tour_exists(catalogue: Catalogue) -> None:
    cited = 0
    for tour, step in steps_of(catalogue):
        for essay, paragraph in citations(f"{step.caption} {step.question} {step.notes}"):
            assert paragraph in catalogue.essays[essay].paragraphs, (tour.id, step.id)
            cited += 1
    assert cited > 40


def test_a_sentence_that_tells_an_essay_cites_it(catalogue: Catalogue) -> None:
    for tour, step in steps_of(catalogue):
        if re.search(r"Blank|Heybatov", step.caption):
            assert citations(step.caption), (tour.id, step.id)


def test_what_is_lit_is_in_the_picture(catalogue: Catalogue) -> None:
    for tour, step in steps_of(catalogue):
        picture = picture_of(catalogue, step)
        for reference in step.lit:
            assert picture.intersects(geometry(catalogue, reference)), (tour.id, step.id, reference)
        if step.spotlight:
            assert picture.contains(geometry(catalogue, step.spotlight)), (tour.id, step.id)


@pytest.mark.parametrize(
    ("tour", "step", "through", "clear_of"),
    [
        ("three-ways", "way-one", {"KZ", "AZ", "GE"}, {"RU"}),
        ("why-they-care", "moscow-and-tehran", {"GE"}, {"RU", "IR"}),
    ],
)
def test_the_network_answers_what_the_caption_says(
    catalogue: Catalogue, tour: str, step: str, through: set[str], clear_of: set[str], network: Network
) -> None:
    shown = next(each for each in catalogue.tours[tour].steps if each.id == step)
    assert shown.routes
    [route] = find_routes(network, question_of(shown.routes, network)).routes
    assert through <= set(route.countries)
    assert not clear_of & set(route.countries)
    legs = [network.legs[leg] for leg in route.leg_ids]
    ends = [network.nodes[end] for leg in legs for end in (leg.from_, leg.to)]
    picture = picture_of(catalogue, shown)
    assert all(picture.contains(shapely.Point(node.lon, node.lat)) for node in ends)


def picture_of(catalogue: Catalogue, step: Step) -> BaseGeometry:
    """What a step's focus brings into the window, as a box in degrees."""
    if isinstance(step.focus, Bounds):
        return box(*step.focus.bounds)
    assert isinstance(step.focus, str), "our own tours name bounds, so that the picture is known"
    return box(*geometry(catalogue, step.focus).bounds).buffer(0.1)


def geometry(catalogue: Catalogue, reference: str) -> BaseGeometry:
    """The shape of a layer, feature or place in degrees."""
    scheme, _, place = reference.partition(":")
    if scheme == "place":
        return shapely.Point(catalogue.places[place].lon, catalogue.places[place].lat)
    layer, _, slug = reference.partition("/")
    features = catalogue.layers[layer].features
    return shapely.union_all([shape(f["geometry"]) for f in features if not slug or f["id"] == slug])
