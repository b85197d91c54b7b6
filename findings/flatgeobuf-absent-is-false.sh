#!/bin/sh
# flatgeobuf 4.5.0 (npm): what a feature does not say, the file says of it: false, or an empty text.
#
# Guess:  a property that a feature lacks is lacking or null when the file is read back, by this package and by GDAL.
# Seen:   the columns are those of the first feature. A later feature without them gets "" for a text and false for a
#         yes or no, stored as values, so that GDAL cannot tell them either; a number alone becomes null. What only
#         later features have is left out. An explicit null is told from them: it is not stored.
# So:     every feature gets every key, null where nothing is known, before it is written in this format.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
npm install --silent --no-audit --no-fund --prefix "$work" flatgeobuf@4.5.0
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'pyogrio==0.13.0' 'numpy==2.4.6'
cd "$work"
cat > write.mjs <<'END'
import { writeFileSync } from "node:fs"
import { deserialize, serialize } from "flatgeobuf/lib/mjs/geojson.js"

const feature = properties => ({ type: "Feature", properties, geometry: { type: "Point", coordinates: [45, 41] } })
const first = { closed: true, note: "dredged", km: 12 }
const features = [first, { gauge: 1520 }, { closed: null, note: null, km: null }].map(feature)
const bytes = serialize({ type: "FeatureCollection", features })
writeFileSync("places.fgb", bytes)
const read = []
for await (const { properties } of deserialize(bytes)) read.push(properties)
console.log("npm: ", JSON.stringify(read[1]), JSON.stringify(read[2]))
END
cat > read.py <<'END'
from pyogrio.raw import read

meta, _, _, columns = read("places.fgb")
print("GDAL:", [(name, column.tolist()[1]) for name, column in zip(meta["fields"], columns)])
END
seen=$(node write.mjs && venv/bin/python read.py)
echo "$seen" | grep -qF '{"closed":false,"note":"","km":null} {' || { echo "CHANGED: $seen"; exit 1; }
echo "$seen" | grep -q "('closed', \(False\|0\.0\|0\)), ('note', ''), ('km', nan)" || { echo "CHANGED: $seen"; exit 1; }
echo "$seen"
