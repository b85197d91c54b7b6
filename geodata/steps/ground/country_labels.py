"""Finds where a country's name may stand: points inside its polygon, well away from the border."""

import shapely

from geodata.steps.files.raw import read_raw
from geodata.steps.files.sources import read_source
from geodata.steps.ground.countries import country_names, merged_countries

SHOWN = shapely.box(-20.0, -12.0, 150.0, 75.0)
MORE_ANCHORS = 3
RANK_BY_AREA = ((60.0, 1), (12.0, 2), (3.0, 3), (1.0, 4), (0.0, 5))  # square degrees to the rank of the label
RUSSIA_WEST = shapely.box(-20.0, -12.0, 100.0, 75.0)  # alternatives near the corridors, not in the far east

Anchor = tuple[float, float]


def country_labels() -> list[dict[str, object]]:
    """List the countries with a name, a first point, further anchors, a rank, other names and spellings."""
    chosen = read_source("places")["countries"]
    called = read_raw("country_names")
    shapes = merged_countries()
    frozen = {row["iso"]: row for row in read_raw("countries") if row["iso"]}
    rows: list[dict[str, object]] = []
    for iso, name in country_names().items():
        hand = chosen.get(iso, {})
        wrong = hand.get("wrong", [])  # names of Natural Earth that mean something else
        shape = shapely.intersection(shapes[iso], RUSSIA_WEST if iso == "RU" else SHOWN)
        label = frozen[iso]["label"]
        first = (hand["at"][1], hand["at"][0]) if "at" in hand else (label[0], label[1])
        if shape.is_empty:
            continue
        first = first if shape.contains(shapely.Point(first)) else inner_points(shape, 1)[0]
        given = [(lon, lat) for lat, lon in hand.get("anchors", [])]
        anchors = [a for a in given or inner_points(shape, MORE_ANCHORS) if a != first]
        rows.append(
            {
                "iso": iso,
                "name": name,
                "at": first,
                "anchors": anchors,
                "rank": hand.get("rank") or rank_of(shape.area),
                "names": [*hand.get("names", []), *(n for n in frozen[iso]["names"] if n not in wrong)],
                "spellings": [n for n in (*hand.get("spellings", []), *called[iso]) if n not in wrong],
                "by_hand": "at" in hand,
            }
        )
    return rows


def rank_of(square_degrees: float) -> int:
    """Give the zoom rank of a country's name by the area of its polygon in square degrees."""
    return next(rank for least, rank in RANK_BY_AREA if square_degrees >= least)


def inner_points(shape: shapely.Geometry, number: int) -> list[Anchor]:
    """Give points inside `shape` as far from its border, and from each other, as circles allow."""
    points: list[Anchor] = []
    largest = max(shapely.get_parts(shape), key=lambda part: part.area)
    rest = largest
    while len(points) < number and not rest.is_empty:
        circle = shapely.maximum_inscribed_circle(max(shapely.get_parts(rest), key=lambda p: p.area))
        centre = shapely.Point(circle.coords[0])
        point = (round(centre.x, 3), round(centre.y, 3))
        if not largest.contains(shapely.Point(point)):
            break
        points.append(point)
        rest = shapely.difference(rest, centre.buffer(max(circle.length * 1.2, 0.05)))
    return points
