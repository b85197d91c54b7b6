/* The arcs of the base map, lines on a grid that neighbours share, as degrees or as world px. Keeps what it has
 * projected; draws nothing. */
import { worldX, worldY } from "./screen.js";

/** @type {Record<string, number>} */
const NESTING = { LineString: 0, MultiLineString: 1, Polygon: 1, MultiPolygon: 2 };
/**
 * Arcs by their steps.
 * @type {WeakMap<number[], Float64Array>}
 */
const projected = new WeakMap();
/**
 * Lines by the list of their arcs.
 * @type {WeakMap<number[], WorldLine>}
 */
const drawn = new WeakMap();

/**
 * One arc, as lon and lat.
 * @param {World} world
 * @param {number} number ~n for arc n backwards
 */
function decoded({ arcs, scale, translate }, number) {
  const steps = arcs[number < 0 ? ~number : number];
  /** @type {[number, number][]} */
  const line = [];
  for (let i = 0, x = 0, y = 0; i < steps.length; i += 2) {
    x += steps[i];
    y += steps[i + 1];
    line.push([x * scale[0] + translate[0], y * scale[1] + translate[1]]);
  }
  return number < 0 ? line.reverse() : line;
}

/**
 * Arcs that follow each other as one line; where two meet the point stands once.
 * @param {World} world
 * @param {number[]} numbers
 */
const joined = (world, numbers) => numbers.flatMap((number, at) => decoded(world, number).slice(at ? 1 : 0));

/**
 * The coordinates of a geometry as in GeoJSON.
 * @param {World} world
 * @param {string} type
 * @param {any} arcs
 * @returns {any}
 */
export function positions(world, type, arcs) {
  const nested = (/** @type {any} */ some, /** @type {number} */ depth) =>
    depth ? some.map((/** @type {any} */ one) => nested(one, depth - 1)) : joined(world, some);
  return nested(arcs, NESTING[type]);
}

/**
 * The lines of a geometry, whatever its type.
 * @param {any[]} arcs
 * @returns {number[][]}
 */
export const linesIn = (arcs) => (typeof arcs[0] === "number" ? [arcs] : arcs.flatMap(linesIn));

/**
 * One arc in world px, forwards.
 * @param {World} world
 * @param {number} number
 */
function projectedArc(world, number) {
  const known = projected.get(world.arcs[number]);
  if (known) return known;
  const steps = world.arcs[number], { scale, translate } = world, made = new Float64Array(steps.length);
  for (let i = 0, x = 0, y = 0; i < steps.length; i += 2) {
    x += steps[i];
    y += steps[i + 1];
    made[i] = worldX(x * scale[0] + translate[0]);
    made[i + 1] = worldY(y * scale[1] + translate[1]);
  }
  projected.set(steps, made);
  return made;
}

/**
 * Arcs that follow each other, ready to be drawn.
 * @param {World} world
 * @param {number[]} numbers the same list each time
 * @returns {WorldLine}
 */
export function drawnLine(world, numbers) {
  const known = drawn.get(numbers);
  if (known) return known;
  const arcs = numbers.map((number) => projectedArc(world, number < 0 ? ~number : number));
  const part = new Float64Array(arcs.reduce((sum, arc) => sum + arc.length, 0));
  let at = 0;
  for (const [n, arc] of arcs.entries()) {
    const isBackwards = numbers[n] < 0;
    for (let i = 0; i < arc.length; i += 2) {
      const from = isBackwards ? arc.length - 2 - i : i;
      part[at + i] = arc[from];
      part[at + i + 1] = arc[from + 1];
    }
    at += arc.length;
  }
  const made = { part, box: boxOf([part]) };
  drawn.set(numbers, made);
  return made;
}

/** @param {Float64Array[]} parts @returns {Box} west, north, east, south */
export function boxOf(parts) {
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const part of parts) {
    for (let i = 0; i < part.length; i += 2) {
      if (part[i] < west) west = part[i];
      if (part[i] > east) east = part[i];
      if (part[i + 1] < north) north = part[i + 1];
      if (part[i + 1] > south) south = part[i + 1];
    }
  }
  return [west, north, east, south];
}
