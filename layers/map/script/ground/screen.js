/* Where coordinates lie on the screen now, and which piece of a line is in view. Draws nothing, keeps no
 * state but what it has projected. World px are Leaflet's: Web Mercator (EPSG:3857), 256 px around the Earth
 * at zoom 0. Screen px start at the top left corner of the map. A part is a line as world px at zoom 0: a
 * Float64Array [x, y, …]. */

const WORLD = 256, RADIAN = Math.PI / 180;
const EARTH = 40075.017; // km round the equator, WGS84
/** @type {WeakMap<object, Float64Array[]>} */
const projected = new WeakMap();

/**
 * The view: scale, left and top (world px of its corner), width, height.
 * @param {L.Map} map
 * @returns {Frame}
 */
export function frameOf(map) {
  const { x: width, y: height } = map.getSize(), origin = map.getPixelOrigin(), zoom = map.getZoom();
  const { x: paneX, y: paneY } = L.DomUtil.getPosition(map.getPane("mapPane"));
  return {
    scale: 2 ** zoom,
    zoom,
    width,
    height,
    left: origin.x - paneX,
    top: origin.y - paneY,
    paneX,
    paneY,
  };
}

/** @param {number} lon */
export const worldX = (lon) => WORLD * (lon / 360 + 0.5);
/** @param {number} lat */
export function worldY(lat) {
  const sine = Math.sin(lat * RADIAN);
  return WORLD * (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI));
}

/** @param {number} lat @param {number} zoom */
export const kmPerPixel = (lat, zoom) => (EARTH * Math.cos(lat * RADIAN)) / (WORLD * 2 ** zoom);

/**
 * @template T
 * @param {T[]} points
 * @param {(point: T) => number} lonOf
 * @param {(point: T) => number} latOf
 */
function project(points, lonOf, latOf) {
  const flat = new Float64Array(points.length * 2);
  for (let i = 0; i < points.length; i += 1) {
    flat[2 * i] = worldX(lonOf(points[i]));
    flat[2 * i + 1] = worldY(latOf(points[i]));
  }
  return flat;
}

/**
 * One GeoJSON ring as a part.
 * @param {[number, number][]} positions lon and lat
 */
export const ring = (positions) => project(positions, (position) => position[0], (position) => position[1]);

/**
 * A line of Leaflet's as parts; [[lat, lon], …], LatLngs or lists of these.
 * @param {L.LatLng} latlngs
 * @returns {Float64Array[]}
 */
export function parts(latlngs) {
  let known = projected.get(latlngs);
  if (!known) {
    const isNested = Array.isArray(latlngs[0]) && typeof latlngs[0][0] !== "number";
    known = isNested
      ? latlngs.flatMap(parts)
      : [project(latlngs, (point) => point.lng ?? point[1], (point) => point.lat ?? point[0])];
    projected.set(latlngs, /** @type {Float64Array[]} */ (known));
  }
  return /** @type {Float64Array[]} */ (known);
}

/**
 * Calls f for each segment whose box touches the view; stops when f returns true.
 * @param {Float64Array} part
 * @param {Frame} frame
 * @param {(ax: number, ay: number, bx: number, by: number) => boolean | void} f
 */
function segments(part, { scale, left, top, width, height }, f) {
  for (let i = 3; i < part.length; i += 2) {
    const ax = part[i - 3] * scale - left, ay = part[i - 2] * scale - top;
    const bx = part[i - 1] * scale - left, by = part[i] * scale - top;
    if (Math.max(ax, bx) < 0 || Math.max(ay, by) < 0) continue;
    if (Math.min(ax, bx) > width || Math.min(ay, by) > height) continue;
    if (f(ax, ay, bx, by)) return true;
  }
  return false;
}

/**
 * Calls f for a point every `step` px of what is in view.
 * @param {Float64Array} part
 * @param {Frame} frame
 * @param {number} step
 * @param {(x: number, y: number) => void} f
 */
export function walk(part, frame, step, f) {
  segments(part, frame, (ax, ay, bx, by) => {
    const pieces = Math.max(1, Math.round(Math.hypot(bx - ax, by - ay) / step));
    for (let n = 0; n < pieces; n += 1) {
      const x = ax + ((bx - ax) * n) / pieces, y = ay + ((by - ay) * n) / pieces;
      if (x >= 0 && y >= 0 && x <= frame.width && y <= frame.height) f(x, y);
    }
  });
}

/**
 * Whether any piece of a line is in view.
 * @param {L.LatLng} latlngs
 * @param {Frame} frame
 */
export function sees(latlngs, frame) {
  const bounds = L.bounds([0, 0], [frame.width, frame.height]);
  return parts(latlngs).some((part) =>
    segments(
      part,
      frame,
      (ax, ay, bx, by) =>
        Boolean(L.LineUtil.clipSegment(L.point(ax, ay), L.point(bx, by), bounds, false, false)),
    )
  );
}
