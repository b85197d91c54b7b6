"""Finds in Natural Earth where the regions of sources/disputed.yaml end inside their countries."""

import shapely
from shapely import Geometry

from geodata.steps.extract.earth import natural_earth, read_countries
from geodata.steps.files.cutting import inner_limit, pieces_at

LINES = ("admin_0_boundary_lines_land", "admin_1_states_provinces_lines")
SAME = 0.003  # degrees by which lines and polygons of Natural Earth may lie apart


def region_limits(wanted: dict[str, tuple[str, list[tuple[float, float]]]]) -> dict[str, Geometry]:
    """Give each region's limit inside its country, by id; wanted are the country's alpha-2 and points."""
    countries = read_countries()
    drawn = [natural_earth(layer).geometry for layer in LINES]
    limits: dict[str, Geometry] = {}
    for key, (iso, points) in wanted.items():
        whole = shapely.union_all(countries[countries.iso == iso].geometry.values)
        reach = shapely.buffer(whole, SAME)
        near = [line.intersection(reach) for lines in drawn for line in lines[lines.intersects(whole)]]
        limits[key] = inner_limit(pieces_at(whole, near, points), whole, SAME)
    return limits
