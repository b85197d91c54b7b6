"""Places and lengths on the WGS84 ellipsoid."""

from pyproj import Geod

WGS84 = Geod(ellps="WGS84")
Place = tuple[float, float]  # longitude, latitude


def length_km(coordinates: list[list[float]]) -> float:
    """Measure a line of [longitude, latitude] points on the WGS84 ellipsoid."""
    lons, lats = zip(*coordinates, strict=True)
    return float(WGS84.line_length(lons, lats)) / 1000


def circle(centre: Place, radius_km: float, corners: int = 48) -> list[list[float]]:
    """Draw a geodesic circle as a closed ring, counter-clockwise as RFC 7946 asks."""
    ring = []
    for corner in range(corners):
        lon, lat, _ = WGS84.fwd(centre[0], centre[1], -360.0 * corner / corners, radius_km * 1000)
        ring.append([round(lon, 5), round(lat, 5)])
    return [*ring, ring[0]]


def metres_between(a: Place, b: Place) -> float:
    """Measure the geodesic between two (longitude, latitude) points on the WGS84 ellipsoid."""
    return float(WGS84.inv(a[0], a[1], b[0], b[1])[2])
