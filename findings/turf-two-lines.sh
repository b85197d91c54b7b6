#!/bin/sh
# @turf/turf 7.4.0: between the same two vertices its functions see two lines, far apart.
#
# Guess:  whatever runs between two vertices, all of one library's functions take the same: what pointToLineDistance
#         calls 0 km away lies inside buffer(line, 50 km), and where lineIntersect finds a crossing, the line is.
# Seen:   pointToLineDistance, nearestPointOnLine, length and along follow the great circle; buffer, lineIntersect and
#         lineSplit the straight line in degrees that GeoJSON means and a web map nearly draws. On one piece of 1,840
#         km at 41 degrees north they are 58 km apart, and a place on the one is not in the buffer round the other.
# So:     long pieces get vertices along the way before anything is measured or asked of them, then both agree.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
npm install --silent --no-audit --no-fund --prefix "$work" @turf/turf@7.4.0
cd "$work"
cat > lines.mjs <<'END'
import * as turf from "@turf/turf"

const line = turf.lineString([[29, 41], [51, 41]])
const middle = turf.midpoint([29, 41], [51, 41])
const away = turf.pointToLineDistance(middle, line).toFixed(1)
const inside = turf.booleanPointInPolygon(middle, turf.buffer(line, 50))
console.log(`middle ${away} km from the line, in a buffer of 50 km: ${inside}`)
const crossing = turf.lineIntersect(line, turf.lineString([[40, 35], [40, 45]])).features[0]
console.log(`crossing ${turf.pointToLineDistance(crossing, line).toFixed(1)} km from the line that it is on`)
END
seen=$(node lines.mjs)
echo "$seen" | grep -q '^middle 0.0 km from the line, in a buffer of 50 km: false' || { echo "CHANGED: $seen"; exit 1; }
echo "$seen" | grep -q '^crossing 58.6 km from the line' || { echo "CHANGED: $seen"; exit 1; }
echo "$seen"
