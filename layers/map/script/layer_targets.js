/* The features of the layers as targets: their order for the arrow keys, their names, the elements that take
 * pointer and focus. */
import { TabStops } from "./accessible.js";
import { facts, layerFacts } from "./facts.js";
import { feature, featuresOf } from "./state.js";
import { spoken } from "./words.js";

/** @type {Map<string, string[]>} */
const orders = new Map();

/**
 * The element of a feature that is on the map.
 * @param {string} ref
 * @returns {Element | undefined}
 */
export function elementOf(ref) {
  const shape = feature(ref)?.shape;
  return shape?.getElement?.() ?? shape?._path;
}

const stops = new TabStops(elementOf);

/**
 * References of a layer: the main line in order of travel, then the other lines, then points.
 * @param {string} layer
 */
export function orderOf(layer) {
  if (!orders.has(layer)) orders.set(layer, inOrder(layer));
  return orders.get(layer) ?? [];
}

/** @param {string} layer */
function inOrder(layer) {
  const strip = layerFacts(layer)?.strip ?? [];
  const place = (/** @type {Feature} */ { id }) => (strip.includes(id) ? strip.indexOf(id) : strip.length);
  const sorted = [...featuresOf(layer)].sort((a, b) =>
    Number(a.isPoint) - Number(b.isPoint) || place(a) - place(b)
  );
  return sorted.map(({ ref }) => ref);
}

/**
 * Called for each element as it comes onto the map.
 * @param {Element} element
 * @param {{ref: string, layer: string}} target
 */
export function describe(element, { ref, layer }) {
  const own = /** @type {LayerFacts} */ (layerFacts(layer));
  stops.describe(element, {
    group: layer,
    key: ref,
    first: orderOf(layer)[0],
    name: spoken(facts.features[ref], own),
  });
}

/** @param {string} ref */
export function goTo(ref) {
  const found = feature(ref);
  if (found) stops.goTo(found.layer, ref);
}
