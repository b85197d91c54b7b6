#!/bin/sh
# mapshaper 0.7.70: written as TopoJSON, lines with long straight pieces move by kilometres.
#
# Guess:  turning GeoJSON into TopoJSON without a word about simplifying keeps places to some metres: a grid of ten
#         thousand or a million steps, as the tools of TopoJSON themselves take.
# Seen:   the grid follows the mean length of the pieces, so three lines over 22 degrees get one of 300 steps: the
#         junction moves by 2.7 km and a spur of 3 km becomes a straight line of another length. Nothing is said.
#         no-quantization keeps every number, quantization=1e6 moves it by a metre.
# So:     schematic lines leave this tool as GeoJSON, or with quantization named.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
npm install --silent --no-audit --no-fund --prefix "$work" mapshaper@0.7.70
cd "$work"
cat > net.geojson <<'END'
{"type": "FeatureCollection", "features": [
 {"type": "Feature", "properties": {"name": "trunk"}, "geometry": {"type": "LineString",
  "coordinates": [[28.97, 41.01], [39.72, 41.0], [44.8, 41.69], [49.87, 40.37]]}},
 {"type": "Feature", "properties": {"name": "crossing"}, "geometry": {"type": "LineString",
  "coordinates": [[49.87, 40.37], [51.17, 43.65]]}},
 {"type": "Feature", "properties": {"name": "spur"}, "geometry": {"type": "LineString",
  "coordinates": [[49.87, 40.37], [49.88, 40.385], [49.9, 40.39]]}}]}
END
cat > spur.cjs <<'END'
const lines = JSON.parse(require("fs").readFileSync(process.argv[2])).features
const spur = lines.find(line => line.properties.name === "spur").geometry.coordinates
const [x, y] = spur[0]
const km = Math.hypot((x - 49.87) * 111.3 * Math.cos(40.37 * Math.PI / 180), (y - 40.37) * 111)
console.log(`junction off by ${km.toFixed(1)} km, spur of ${spur.length} vertices`)
END
there_and_back() {
    node_modules/.bin/mapshaper net.geojson -o "$1.topojson" format=topojson $2 2>/dev/null
    node_modules/.bin/mapshaper "$1.topojson" -o "$1.geojson" format=geojson 2>/dev/null
    node spur.cjs "$1.geojson"
}
plain=$(there_and_back plain '')
none=$(there_and_back none no-quantization)
fine=$(there_and_back fine quantization=1e6)
echo "$plain" | grep -q 'junction off by [1-9][0-9.]* km' || { echo "CHANGED: $plain"; exit 1; }
for good in "$none" "$fine"; do
    test "$good" = 'junction off by 0.0 km, spur of 3 vertices' || { echo "CHANGED: $good"; exit 1; }
done
echo "as it comes: $plain; no-quantization and quantization=1e6: $none"
