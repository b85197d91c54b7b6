/* References as links, tours and the page write them: "layer", "layer/feature" or "place:id". */

const PLACE = "place:";

/** @param {string | null | undefined} ref */
export const isPlace = (ref) => Boolean(ref?.startsWith(PLACE));

/**
 * The id of a place, or null when something else is meant.
 * @param {string | null | undefined} ref
 */
export const placeOf = (ref) => (ref?.startsWith(PLACE) ? ref.slice(PLACE.length) : null);

/**
 * The layer that is meant or that holds the feature; null for a place.
 * @param {string | null | undefined} ref
 */
export const layerOf = (ref) => (!ref || isPlace(ref) ? null : ref.split("/")[0]);

/**
 * The id of the feature within its layer, or null when a layer or a place is meant.
 * @param {string | null | undefined} ref
 */
export const featureOf = (ref) => (!ref || isPlace(ref) ? null : ref.split("/")[1] ?? null);

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
  return place === null ? known.layers.has(ref) || known.features.has(ref) : known.places.has(place);
}
