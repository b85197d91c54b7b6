/* References as the page uses them: `layer`, `layer/feature`, `place:id`. */

const PLACE = "place:";
// Its features are places, whose cards say more than the layer's.
const LAYER_OF_PLACES = "essay-places";

/**
 * Return the layer of a reference; null for a place, which is of no layer.
 * @param {string} ref
 */
export const layerOf = (ref) => (ref.startsWith(PLACE) ? null : ref.split("/")[0]);

/**
 * Return the place's id, or "" where the reference is none to a place.
 * @param {string | null | undefined} ref
 */
export const placeOf = (ref) => (ref?.startsWith(PLACE) ? ref.slice(PLACE.length) : "");

/**
 * Return whose card is open: of the layer, or of the place itself, as Python has it (AtlasState.open_card).
 * @param {string | null | undefined} ref
 */
export function cardOf(ref) {
  if (!ref || ref.startsWith(PLACE)) return ref ?? "";
  const [layer, feature] = ref.split("/");
  return layer === LAYER_OF_PLACES && feature ? PLACE + feature : layer;
}

/**
 * Return what selects a thing on the map, with its layer on.
 * @param {string} ref
 * @param {string[]} layers those that are on
 */
export function selection(ref, layers) {
  const layer = layerOf(ref);
  return layer === null ? { selected: ref } : { selected: ref, layers: [...new Set([...layers, layer])] };
}
