/* What a reference of the map (layers/map/script/reference.js) opens and switches on. */

import { featureOf, LAYER_OF_PLACES, layerOf, placeRef } from "../../map/script/reference.js";

/**
 * Return whose card is open: of the layer, or of the place itself, as Python has it (AtlasState.open_card).
 * @param {string | null | undefined} ref
 */
export function cardOf(ref) {
  const layer = layerOf(ref), feature = featureOf(ref);
  return layer === LAYER_OF_PLACES && feature ? placeRef(feature) : layer ?? ref ?? "";
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
