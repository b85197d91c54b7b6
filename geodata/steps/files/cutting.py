"""Cuts a polygon along lines that may stop a little short of its edge, and takes the pieces round points."""

from collections.abc import Iterable, Sequence

import shapely
from shapely.geometry.base import BaseGeometry

REACH = 0.05  # degrees within which the end of a cut is drawn on over an edge that was simplified
ON_EDGE = 1e-5  # degrees; nearer to the edge of the whole than this a line is that edge
SHORTEST = 0.01  # degrees; what is left of a cut that is shorter is no line


def pieces_at(
    whole: BaseGeometry, cuts: Iterable[BaseGeometry], points: Sequence[tuple[float, float]]
) -> BaseGeometry:
    """Give the pieces of `whole` that the cuts make round the (longitude, latitude) points, as one area.

    Raises ValueError for a point that lies in no piece.
    """
    merged = shapely.line_merge(shapely.union_all(list(cuts)))
    lines = [_drawn_on(part, whole.boundary) for part in shapely.get_parts(merged) if part.length > 0]
    faces = list(shapely.get_parts(shapely.polygonize([shapely.union_all([whole.boundary, *lines])])))
    found = []
    for point in points:
        holding = [face for face in faces if face.contains(shapely.Point(point))]
        if not holding:
            raise ValueError(
                f"no piece of the country holds {point[1]} N {point[0]} E; move the point onto it"
            )
        found += holding
    return shapely.union_all(found)


def inner_limit(piece: BaseGeometry, whole: BaseGeometry, near: float = ON_EDGE) -> BaseGeometry:
    """Give the part of a piece's outline that is not the outline of the whole."""
    inside = shapely.difference(piece.boundary, shapely.buffer(whole.boundary, near))
    merged = shapely.line_merge(inside) if inside.geom_type == "MultiLineString" else inside
    return shapely.MultiLineString([part for part in shapely.get_parts(merged) if part.length > SHORTEST])


def _drawn_on(line: BaseGeometry, edge: BaseGeometry) -> BaseGeometry:
    """Draw each end of an open line on over the nearest point of an edge that lies within reach."""
    corners = [(float(x), float(y)) for x, y in line.coords]
    if corners[0] == corners[-1]:
        return line
    first, last = (_beyond(end, edge) for end in (corners[0], corners[-1]))
    return shapely.LineString([*first, *corners, *last])


def _beyond(end: tuple[float, float], edge: BaseGeometry) -> list[tuple[float, float]]:
    (x, y), (u, v) = shapely.shortest_line(shapely.Point(end), edge).coords
    far = ((u - x) ** 2 + (v - y) ** 2) ** 0.5
    over = (far + ON_EDGE) / far if far else 0
    return [(x + (u - x) * over, y + (v - y) * over)] if 0 < far < REACH else []
