#!/bin/sh
# folium 0.20.0, geopandas 1.2.0 with mapclassify 2.10.0: a value that equals a break is in another class in each.
#
# Guess:  folium.Choropleth(bins=[0, 10, 20, 30]) and GeoDataFrame.explore(scheme="UserDefined", bins [10, 20, 30]),
#         which draws by folium, paint the same numbers in the same classes.
# Seen:   folium's classes hold their lower end, [10, 20), mapclassify's their upper, (10, 20]: 10 goes with 19 in the
#         one and with 0 in the other, and neither legend says which. Only values that fall on a break tell, and whole
#         numbers, years and gauges do.
# So:     breaks of ours lie between the values that occur, and a map by one is never checked against the other.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'folium==0.20.0' 'branca==0.8.2' \
    'geopandas==1.2.0' 'mapclassify==2.10.0' 'matplotlib==3.11.2' 'pandas==3.1.1'
cd "$work"
cat > classes.py <<'END'
import re

import folium
import geopandas
import pandas

values = [0, 5, 10, 15, 20, 30]
places = [{"type": "Feature", "id": str(i), "properties": {"value": value},
           "geometry": {"type": "Point", "coordinates": [40 + i, 41]}} for i, value in enumerate(values)]
collection = {"type": "FeatureCollection", "features": places}
table = pandas.DataFrame({"id": [place["id"] for place in places], "value": values})


def together(name, colour):
    classes = {}
    for value in values:
        classes.setdefault(colour[value], []).append(value)
    print(name, list(classes.values()))


drawn = folium.Choropleth(collection, data=table, columns=["id", "value"], key_on="feature.id", bins=[0, 10, 20, 30])
together("folium", {place["properties"]["value"]: drawn.geojson.style_function(place)["fillColor"] for place in places})
page = geopandas.GeoDataFrame.from_features(collection, crs=4326).explore(
    "value", scheme="UserDefined", classification_kwds={"bins": [10, 20, 30]}).get_root().render()
found = re.findall(r'"__folium_color": "([^"]+)"[^}]*?"value": (\d+)', page)
together("geopandas", {int(value): colour for colour, value in found})
END
seen=$(venv/bin/python classes.py)
echo "$seen" | grep -qF 'folium [[0, 5], [10, 15], [20, 30]]' || { echo "CHANGED: $seen"; exit 1; }
echo "$seen" | grep -qF 'geopandas [[0, 5, 10], [15, 20], [30]]' || { echo "CHANGED: $seen"; exit 1; }
echo "$seen"
