/* References as links, tours and the page write them: "layer", "layer/feature", "place:id", or "at:lat,lon" for a
 * point of the map, in degrees. */

const PLACE = "place:", POINT = /^at:(-?\d{1,2}(?:\.\d{1,6})?),(-?\d{1,3}(?:\.\d{1,6})?)$/;
const DIGITS = 4; // of a degree: 11 m

/** @param {string | null | undefined} ref */
export const isPlace = (ref) => Boolean(ref?.startsWith(PLACE));

/**
 * The id of a place, or null when something else is meant.
 * @param {string | null | undefined} ref
 */
export const placeOf = (ref) => (ref?.startsWith(PLACE) ? ref.slice(PLACE.length) : null);

/**
 * The point of the map that is meant, in degrees; null when something else is.
 * @param {string | null | undefined} ref
 */
export function pointOf(ref) {
  const [, lat, lon] = POINT.exec(ref ?? "")?.map(Number) ?? [];
  return Math.abs(lat) <= 85 && Math.abs(lon) <= 180 ? { lat, lon } : null;
}

/**
 * The reference of a point.
 * @param {{lat: number, lon: number}} point
 */
export const pointRef = ({ lat, lon }) => `at:${Number(lat.toFixed(DIGITS))},${Number(lon.toFixed(DIGITS))}`;

/** The layer whose features are places: their cards say more than the layer's. */
export const LAYER_OF_PLACES = "essay-places";

/** @param {string} ref whether it is neither a layer nor a part of one */
const isSpot = (ref) => isPlace(ref) || ref.startsWith("at:");

/**
 * The layer that is meant or that holds the feature; null for a place or a point.
 * @param {string | null | undefined} ref
 */
export const layerOf = (ref) => (!ref || isSpot(ref) ? null : ref.split("/")[0]);

/**
 * The id of the feature within its layer, or null when something else is meant.
 * @param {string | null | undefined} ref
 */
export const featureOf = (ref) => (!ref || isSpot(ref) ? null : ref.split("/")[1] ?? null);

/**
 * The reference of a layer or of one of its features.
 * @param {string} layer
 * @param {string} [feature]
 */
export const format = (layer, feature) => (feature === undefined ? layer : `${layer}/${feature}`);

/** @param {string} id */
export const placeRef = (id) => PLACE + id;

/**
 * Whether the atlas has it.
 * @param {string} ref
 * @param {Known} known
 */
export function isKnown(ref, known) {
  const place = placeOf(ref);
  if (place !== null) return known.places.has(place);
  return known.layers.has(ref) || known.features.has(ref) || pointOf(ref) !== null;
}
