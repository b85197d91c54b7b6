#!/bin/sh
# geopy 2.5.0 (PyPI), geodesy 2.4.0 (npm): degrees and minutes as a seafarer writes them become another place.
#
# Guess:  a reader that takes "40°22′N 49°53′E" either takes "40 22 N 49 53 E" as the same place or refuses it, and one
#         that takes "40.4 N, 49.9 E" gives the same for "49.9 E, 40.4 N", for the letters say which is which.
# Seen:   geopy drops the leading number: (49, 53), and with seconds (53, 24), plausible places both, without a word.
#         geodesy's LatLon.parse lets the letters decide the sign alone: the turned pair is 49.9 N, 40.4 E.
# So:     coordinates that a reader types are taken apart by code of our own, which wants the whole text used up and the
#         letters obeyed.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'geopy==2.5.0' 'geographiclib==2.1'
npm install --silent --no-audit --no-fund --prefix "$work" geodesy@2.4.0
cd "$work"
cat > read.py <<'END'
from geopy import Point

for text in "40°22′N 49°53′E", "40 22 N 49 53 E", "40 22 12 N 49 53 24 E":
    print("geopy:", text, "->", *(round(number, 2) for number in Point(text)[:2]))
END
cat > read.mjs <<'END'
import LatLon from "geodesy/latlon-spherical.js"
for (const text of ["40.4 N, 49.9 E", "49.9 E, 40.4 N"]) {
  console.log(`geodesy: ${text} -> ${String(LatLon.parse(text)).replaceAll("\u202f", " ")}`)
}
END
seen=$(venv/bin/python read.py && node read.mjs)
for line in '40°22′N 49°53′E -> 40.37 49.88' '40 22 N 49 53 E -> 49.0 53.0' '40 22 12 N 49 53 24 E -> 53.0 24.0' \
    '40.4 N, 49.9 E -> 40.4000° N, 049.9000° E' '49.9 E, 40.4 N -> 49.9000° N, 040.4000° E'; do
    echo "$seen" | grep -qF -- "$line" || { echo "CHANGED: $seen"; exit 1; }
done
echo "$seen" | sed -n '2p;5p'
