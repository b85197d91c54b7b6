/* What lies near a point of the map or in a country: lines of all layers, shown or not, and places of the network.
 * Lengths in km, on a sphere of 6,371 km as Leaflet has it: up to 0.5 % off. */
import { facts, layerFacts } from "./facts.js";
import { base } from "./ground/countries.js";
import { LAYER_OF_PLACES } from "./reference.js";
import { allFeatures, map } from "./state.js";

const RADIAN = Math.PI / 180, DEGREE = 111.195; // km of latitude on that sphere

/** @typedef {{lat: number, lng: number}} Point */
/** @typedef {{layer: string, ref: string, km: number}} Near */

/**
 * The nearest line of each layer that comes within `reach` km of a point, the nearest first.
 * @param {Point} point
 * @param {number} reach
 * @returns {Near[]}
 */
export function linesNear(point, reach) {
  const lines = allFeatures().filter(({ isPoint, isArea }) => !isPoint && !isArea);
  const near = lines.map(({ layer, ref, shape }) => ({
    layer,
    ref,
    km: kmToLine(point, shape.getLatLngs()),
  }));
  return firstOfLayers(near.filter(({ km }) => km <= reach).sort((a, b) => a.km - b.km));
}

/**
 * What of each layer lies in a country: one part, best in the state that the layer is in, a way by land or an area
 * before a sea lane that only ends there, and these before points.
 * @param {string} country its code
 * @returns {Near[]}
 */
export function partsIn(country) {
  const parts = allFeatures().filter(({ layer, facts: { countries = [] } }) =>
    layer !== LAYER_OF_PLACES && countries.includes(country)
  );
  const sorted = parts.sort((a, b) => rank(a) - rank(b));
  return firstOfLayers(sorted.map(({ layer, ref }) => ({ layer, ref, km: 0 })));
}

/** @param {Feature} part */
function rank({ layer, isArea, isPoint, facts: { mode, status } }) {
  const kind = isPoint ? 3 : mode === "sea" ? 2 : isArea ? 1 : 0;
  return kind + (layerFacts(layer)?.status === status ? 0 : 4);
}

/** @param {Near[]} parts */
const firstOfLayers = (parts) =>
  parts.filter(({ layer }, n) => parts.findIndex((other) => other.layer === layer) === n);

/**
 * The place of the network where cargo can start that is nearest to a point.
 * @param {L.LatLng} point
 */
export function nodeNear(point) {
  const nodes = Object.entries(facts.network.nodes).filter(([, { strait }]) => !strait)
    .map(([id, { name, lat, lon }]) => ({ id, name, km: map.distance(point, [lat, lon]) / 1000 }));
  return nodes.reduce((near, one) => (one.km < near.km ? one : near), { id: "", name: "", km: Infinity });
}

/**
 * What the nearest dashed line of the base map within `reach` km of a point is called; undefined for none.
 * @param {Point} point
 * @param {number} reach
 */
export function dashesNear(point, reach) {
  const lines = base("disputed").map(({ properties: { name }, geometry: { coordinates } }) => ({
    name,
    km: kmToLine(
      point,
      coordinates.map((/** @type {[number, number][]} */ part) => part.map(([lng, lat]) => ({ lat, lng }))),
    ),
  }));
  return lines.filter(({ km }) => km <= reach).sort((a, b) => a.km - b.km)[0]?.name;
}

/**
 * How far a point lies from a line, on the plane that touches the Earth there: exact to a part in a thousand within
 * 100 km.
 * @param {Point} point
 * @param {any} latlngs of a line, or lists of these
 * @returns {number}
 */
export function kmToLine(point, latlngs) {
  if (Array.isArray(latlngs[0])) {
    return Math.min(...latlngs.map((/** @type {any} */ one) => kmToLine(point, one)));
  }
  const wide = DEGREE * Math.cos(point.lat * RADIAN);
  const flat = latlngs.map((
    /** @type {Point} */ { lat, lng },
  ) => [(lng - point.lng) * wide, (lat - point.lat) * DEGREE]);
  let least = Infinity;
  for (let n = 1; n < flat.length; n += 1) least = Math.min(least, toSegment(flat[n - 1], flat[n]));
  return least;
}

/**
 * How far the origin lies from a segment.
 * @param {number[]} a
 * @param {number[]} b
 */
function toSegment([ax, ay], [bx, by]) {
  const dx = bx - ax, dy = by - ay, length = dx * dx + dy * dy;
  const at = length ? Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length)) : 0;
  return Math.hypot(ax + at * dx, ay + at * dy);
}
