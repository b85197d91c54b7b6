/* The shapes of the base map: the countries' outlines by code, on whose land a point lies, and what is to be said of it. */
import { world } from "../facts.js";
import { boxOf, drawnLine, linesIn, positions } from "./arcs.js";

/** @type {WeakMap<Shape[], Outline[]>} */
const outlines = new WeakMap();
/** @type {WeakMap<World, ProjectedOutline[]>} */
const lands = new WeakMap();

/**
 * What the base map holds, as GeoJSON; made once for each object, when somebody asks for it.
 * @param {"countries" | "lakes" | "areas" | "disputed"} name
 * @returns {Outline[]}
 */
export function base(name) {
  const shapes = world.objects[name], known = outlines.get(shapes);
  if (known) return known;
  const made = shapes.map(({ type, properties, arcs }) => ({
    type: "Feature",
    properties,
    geometry: { type, coordinates: positions(world, type, arcs) },
  }));
  outlines.set(shapes, made);
  return made;
}

/**
 * The outlines in world px, made once. Disputed ground is an outline of its own and a hole in its country, by even
 * and odd crossings: no country's name is set on it.
 */
export function projectedOutlines() {
  const known = lands.get(world);
  if (known) return known;
  const { countries, areas } = world.objects;
  const ringsOf = (/** @type {Shape} */ { arcs }) => linesIn(arcs).map((line) => drawnLine(world, line).part);
  const outline = (/** @type {string} */ iso, /** @type {Float64Array[]} */ rings) => ({
    iso,
    rings,
    box: boxOf(rings),
  });
  const inside = areas.filter(({ properties }) => properties.inside);
  /** @type {ProjectedOutline[]} */
  const made = countries.map((shape) => {
    const { iso, name } = shape.properties, holes = inside.filter((one) => one.properties.inside === iso);
    return outline(iso ?? name, [shape, ...holes].flatMap(ringsOf)); // what belongs to no country has no code
  });
  made.push(
    ...inside.map((shape, n) => ({ ...outline(`area ${n}`, ringsOf(shape)), isDisputed: true })),
  );
  lands.set(world, made);
  return made;
}

/** @param {string[]} codes @returns {Outline[]} */
export const outlinesOf = (codes) =>
  base("countries").filter(({ properties }) => codes.includes(properties.iso));

/**
 * The code of the country in which a point lies, of those that `isMeant` accepts; null for none.
 * @param {L.LatLng} latlng
 * @param {(iso: string) => boolean} isMeant
 */
export function countryAt(latlng, isMeant) {
  const found = base("countries").find((one) => isMeant(one.properties.iso) && isIn(latlng, one));
  return found?.properties.iso ?? null;
}

/**
 * Whose land a point lies on: code and name, without a code where the land is disputed; null on water.
 * @param {L.LatLng} latlng
 */
export function landAt(latlng) {
  const found = base("countries").find((one) => isIn(latlng, one));
  return found && !base("lakes").some((lake) => isIn(latlng, lake)) ? found.properties : null;
}

/**
 * The ground of disputed status on which a point lies: its name, what is said of it, the place that tells more.
 * @param {L.LatLng} latlng
 */
export const disputedAt = (latlng) => base("areas").find((one) => isIn(latlng, one))?.properties;

/**
 * The one disputed ground that a place stands for; undefined where it stands for none or for several.
 * @param {string | null} id of the place
 */
export function disputedOf(id) {
  const [found, another] = base("areas").filter(({ properties }) => id && properties.place === id);
  return another ? undefined : found?.properties;
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
