/* What Python sent, read once: the JSON blocks of the document and what is looked up in them. Nothing changes
 * afterwards. */
import { placeOf } from "./reference.js";

/** @type {Facts} */
export let facts;
/**
 * What may be named from outside: sets of ids.
 * @type {Known}
 */
export let known;
/** @type {Map<string, LayerFacts>} */
let layers = new Map();
/** @type {Topology} */
let topology;
/** @type {Map<string, Collection>} */
const bases = new Map();
/** @type {Map<string, string>} */
let names = new Map();

/**
 * Takes the blocks `atlas-facts` and `base-map`.
 * @param {Facts} sent
 * @param {Topology} world
 */
export function load(sent, world) {
  facts = sent;
  topology = world;
  layers = new Map(facts.layers.map((layer) => [layer.id, layer]));
  known = {
    layers: new Set(layers.keys()),
    features: new Set(Object.keys(facts.features)),
    places: new Set(Object.keys(facts.places)),
    tours: new Set(Object.keys(facts.tours)),
    legs: new Set(Object.keys(facts.network.legs)),
    nodes: new Set(Object.keys(facts.network.nodes)),
    countries: new Set(Object.keys(facts.network.countries)),
  };
  bases.clear();
  names = new Map();
}

/** @param {string | null} id */
export const layerFacts = (id) => layers.get(id ?? "");

/** @param {string | null | undefined} ref @returns {Place | undefined} */
export const placeFacts = (ref) => facts.places[placeOf(ref) ?? ""];

/** The base map as it was sent, for what shares its arcs. */
export const baseTopology = () => topology;

/**
 * What the base map holds, as GeoJSON; made once for each object.
 * @param {string} name
 * @returns {Collection}
 */
export function base(name) {
  const made = bases.get(name) ?? topojson.feature(topology, topology.objects[name]);
  bases.set(name, made);
  return made;
}

/** @param {string} code */
export function countryName(code) {
  if (!names.size) {
    names = new Map(base("countries").features.map(({ properties }) => [properties?.iso, properties?.name]));
  }
  return names.get(code) ?? code;
}

/**
 * The tokens with those of a theme laid over them (`label` and `spotlight` hold both kinds).
 * @param {Theme} theme
 * @returns {Tokens}
 */
export function themed(theme) {
  const { light, dark, ...shared } = facts.tokens;
  const own = Object.entries(theme === "dark" ? dark : light);
  const isTable = (/** @type {unknown} */ value) => value?.constructor === Object;
  return {
    ...shared,
    ...Object.fromEntries(
      own.map(([key, value]) => [key, isTable(shared[key]) ? { ...shared[key], ...value } : value]),
    ),
  };
}
