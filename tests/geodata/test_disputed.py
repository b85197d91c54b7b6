"""Disputed ground: where it lies, the lines round it, and what cuts it out."""

import pytest
import shapely
from shapely.geometry.base import BaseGeometry

from geodata.steps.files.cutting import pieces_at
from geodata.steps.files.geodesy import metres_between
from geodata.steps.files.sources import read_source
from geodata.steps.ground.countries import carve, merged_countries
from geodata.steps.ground.disputed import disputed_areas, disputed_lines, line_name
from tests.harness.geodata_files import shapes

SQUARE = shapely.box(0, 0, 1, 1)
SLIVER = 0.003  # square degrees; limits of neighbours are simplified each for itself


def test_every_area_lies_on_land_and_says_what_it_is() -> None:
    land = shapely.union_all(list(merged_countries().values()))
    for entry in read_source("disputed")["areas"]:
        area = disputed_areas()[entry["id"]]
        assert area.area > 0
        assert shapely.difference(area, land).area < 0.01 * area.area, entry["id"]
        assert entry["note"] and not entry["note"].endswith("."), entry["id"]


def test_no_point_lies_in_two_areas() -> None:
    areas = disputed_areas()
    both = [
        (a, b)
        for number, a in enumerate(areas)
        for b in list(areas)[number + 1 :]
        if areas[a].intersection(areas[b]).area > SLIVER
    ]
    assert both == []


def test_east_jerusalem_is_no_part_of_israel_and_the_line_through_the_city_is_that_of_1949() -> None:
    """A label says “1949” only where the line is that of 1949: not round the land that was annexed."""
    lines, names = disputed_lines(), {row["id"]: line_name(row) for row in read_source("disputed")["lines"]}
    countries = merged_countries()
    old_city, limit = shapely.Point(35.232, 31.777), shapely.Point(35.259, 31.80)
    assert countries["East Jerusalem"].contains(old_city)
    assert not countries["IL"].intersects(old_city)
    assert countries["East Jerusalem"].intersection(countries["IL"]).area == 0
    near = {key: line.distance(limit) for key, line in lines.items()}
    nearest = min(near, key=lambda key: near[key])
    assert names[nearest].endswith("not the line of 1949")
    assert lines["palestine"].distance(limit) > 0.02
    assert lines["jerusalem"].distance(shapely.Point(35.2275, 31.7893)) < 0.001  # Mandelbaum Gate


def test_neighbours_of_what_is_cut_out_share_its_corners() -> None:
    countries = merged_countries()
    city = countries["East Jerusalem"]
    for other in ("IL", "PS"):
        shared = shapely.intersection(city.boundary, countries[other].boundary)
        assert shared.length > 0.1
    assert shapely.union_all([city, countries["IL"], countries["PS"]]).area == pytest.approx(
        city.area + countries["IL"].area + countries["PS"].area
    )


def test_a_carving_that_ends_on_no_corner_is_refused() -> None:
    shapes: dict[str, BaseGeometry] = {"A": SQUARE, "B": shapely.box(1, 0, 2, 1)}
    cut = {"from": "A", "beside": "B", "at": [0.5, 0.9], "along": [[0.0, 1.0], [0.5, 0.5], [0.9, 1.0]]}
    with pytest.raises(ValueError, match=r"no corner of the edge lies within .* move that end"):
        carve(shapes, "C", cut)
    carve(shapes, "C", cut | {"along": [[0.0, 1.0], [0.5, 0.5], [1.0, 1.0]]})
    assert shapes["C"].area == pytest.approx(0.25)
    assert shapes["A"].area == pytest.approx(0.75)


def test_a_cut_that_stops_short_of_the_edge_is_drawn_on() -> None:
    short = shapely.LineString([(0.5, 0.02), (0.5, 0.98)])
    assert pieces_at(SQUARE, [short], [(0.2, 0.5)]).area == pytest.approx(0.5)
    far = shapely.LineString([(0.5, 0.2), (0.5, 0.8)])
    assert pieces_at(SQUARE, [far], [(0.2, 0.5)]).area == pytest.approx(1.0)
    with pytest.raises(ValueError, match="no piece of the country holds 5 N 5 E"):
        pieces_at(SQUARE, [short], [(5, 5)])


def test_a_line_by_hand_says_where_it_comes_from_and_how_far_it_may_be_off() -> None:
    source = read_source("disputed")
    by_hand = [area for area in source["areas"] if {"cut", "ring"} & area.keys()]
    for entry in [*by_hand, *source["carved"].values()]:
        assert entry["source"] and entry["within_km"] > 0


def test_the_dashes_run_along_the_areas_that_they_name() -> None:
    """Farther than the grid of the file apart, the click and the line would tell two stories."""
    built = {about["id"]: area for about, area in shapes("areas")}
    for row in read_source("disputed")["lines"]:
        if "limit" in row:
            edge = built[row["limit"]].boundary
            for lon, lat in shapely.get_coordinates(disputed_lines()[row["id"]]):
                there = shapely.shortest_line(edge, shapely.Point(lon, lat)).coords[0]
                assert metres_between((there[0], there[1]), (lon, lat)) < 500, row["id"]
