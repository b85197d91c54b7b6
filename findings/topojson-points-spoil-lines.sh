#!/bin/sh
# topojson 2.2 (PyPI): one point in the set, and simplifying moves the lines by kilometres.
#
# Guess:  Topology(data, toposimplify=…) drops vertices of lines and rings, keeps the ends of lines where they are, and
#         leaves points alone: they have no arcs.
# Seen:   points are taken for coordinates in degrees while they are still whole numbers of the grid, so the box of the
#         set becomes 100,000 degrees wide and the new grid about one degree coarse. The line's end goes off by some 17
#         km, the point to a longitude of 99,999. Lines alone stay in place; prequantize=False keeps both right.
# So:     places and lines never go into one topology with this package; lines alone, without prequantize.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
    'topojson==2.2' 'shapely==2.2.0' 'numpy==2.4.6' 'packaging==26.4'
cd "$work"
cat > simplify.py <<'END'
import json

from topojson import Topology


def feature(kind, coordinates):
    return {"type": "Feature", "properties": {}, "geometry": {"type": kind, "coordinates": coordinates}}


line = feature("LineString", [[40, 41], [41, 41.4], [42, 42], [44.8, 41.7]])
town = feature("Point", [44.8, 41.7])


def last(features, **options):
    topology = Topology({"type": "FeatureCollection", "features": features}, toposimplify=0.1, **options)
    done = [f["geometry"]["coordinates"] for f in json.loads(topology.to_geojson())["features"]]
    return [round(x, 2) for x in done[0][-1]], [round(x, 2) for x in done[-1]] if len(done) > 1 else None


print("line alone ends at", last([line])[0])
print("with a town, line's end and town at", *last([line, town]))
print("and without prequantize at", *last([line, town], prequantize=False))
END
seen=$(venv/bin/python simplify.py)
echo "$seen" | grep -q 'line alone ends at \[44.8, 41.7\]' || { echo "CHANGED: $seen"; exit 1; }
echo "$seen" | grep -q 'town at \[4[45]\.[0-9]*, 41\.[0-9]*\] \[9[0-9]*\.' || { echo "CHANGED: $seen"; exit 1; }
echo "$seen" | grep -q 'town at \[44.8, 41.7\]' && { echo "CHANGED: $seen"; exit 1; }
echo "$seen" | grep -q 'prequantize at \[44.8, 41.7\] \[44.8, 41.7\]' || { echo "CHANGED: $seen"; exit 1; }
echo "$seen"
