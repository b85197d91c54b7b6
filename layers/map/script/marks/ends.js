/* Which crossings are the end of their layer's lines: where a corridor begins, not one of the borders that it
 * passes. */
import { featuresOf } from "../state.js";

const AT = 0.02; // degrees between a crossing and the end of its line: some two kilometres
/** @type {Map<string, L.LatLng[]>} */
const known = new Map();

/** @param {Pick<Feature, "layer" | "shape">} crossing */
export function isEnd({ layer, shape }) {
  const { lat, lng } = shape.getLatLng();
  const here = tips(layer).filter((tip) => Math.abs(tip.lat - lat) < AT && Math.abs(tip.lng - lng) < AT);
  return here.length === 1;
}

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
