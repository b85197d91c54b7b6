/* Which crossings are the end of their layer's lines: where a corridor begins, not one of the borders that it
 * passes. */
import { featuresOf } from "../state.js";

const AT = 0.02; // degrees within which things stand at one place: some two kilometres
/** @type {Map<string, L.LatLng[]>} */
const known = new Map();

/** @param {Pick<Feature, "layer" | "shape">} crossing */
export function isEnd({ layer, shape }) {
  const at = shape.getLatLng();
  return tips(layer).filter((tip) => isNear(tip, at)).length === 1;
}

/** @param {L.LatLng} a @param {L.LatLng} b */
export const isNear = (a, b) => Math.abs(a.lat - b.lat) < AT && Math.abs(a.lng - b.lng) < AT;

/**
 * First and last points of all lines of a layer.
 * @param {string} layer
 */
function tips(layer) {
  const before = known.get(layer);
  if (before) return before;
  const lines = featuresOf(layer).filter(({ isPoint, isArea }) => !isPoint && !isArea);
  const found = lines.flatMap(({ shape }) => {
    const latlngs = shape.getLatLngs(), pieces = Array.isArray(latlngs[0]) ? latlngs : [latlngs];
    return pieces.flatMap((/** @type {L.LatLng[]} */ piece) => [piece[0], piece[piece.length - 1]]);
  });
  known.set(layer, found);
  return found;
}
