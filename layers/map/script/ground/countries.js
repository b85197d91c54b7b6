/* The countries' land: its outlines by code, and which one a point lies on. */
import { base } from "../facts.js";

/** @param {string[]} codes @returns {Outline[]} */
export const outlinesOf = (codes) =>
  base("countries").features.filter(({ properties }) => codes.includes(properties.iso));

/**
 * The code of the country in which a point lies, of those that `isMeant` accepts; null for none.
 * @param {L.LatLng} latlng
 * @param {(iso: string) => boolean} isMeant
 */
export function countryAt(latlng, isMeant) {
  const found = base("countries").features.find((one) => isMeant(one.properties.iso) && isIn(latlng, one));
  return found?.properties.iso ?? null;
}

/**
 * Whether a point lies on a country's land: by even and odd crossings over all its rings.
 * @param {L.LatLng} latlng
 * @param {Outline} outline
 */
export function isIn({ lng, lat }, { geometry: { type, coordinates } }) {
  /** @type {[number, number][][]} */
  const rings = (type === "Polygon" ? [coordinates] : coordinates).flat();
  return rings.filter((ring) => isCrossed(ring, lng, lat)).length % 2 === 1;
}

/**
 * @param {[number, number][]} ring
 * @param {number} lng
 * @param {number} lat whether a ray from here crosses the ring an odd number of times
 */
function isCrossed(ring, lng, lat) {
  let isOdd = false;
  for (let n = 0; n < ring.length; n += 1) {
    const [x, y] = ring[n], [ax, ay] = ring[n ? n - 1 : ring.length - 1];
    if ((y > lat) !== (ay > lat) && lng < x + ((ax - x) * (lat - y)) / (ay - y)) isOdd = !isOdd;
  }
  return isOdd;
}
