/* What Python sent, read once: the JSON blocks of the document and what is looked up in them. The base map is
 * there from the first picture on, all else when the map begins. Nothing changes afterwards. */
import { withNodes } from "./nodes.js";
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
/**
 * The block `base-map`.
 * @type {World}
 */
export let world;
/** @type {Map<string, string>} */
let names = new Map();

/** @param {World} sent */
export function loadWorld(sent) {
  world = sent;
  names = new Map();
}

/**
 * Takes the block `atlas-facts`.
 * @param {SentFacts} sent
 */
export function load(sent) {
  facts = { ...sent, network: withNodes(sent.network, sent.places) };
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
}

/** @param {string | null} id */
export const layerFacts = (id) => layers.get(id ?? "");

/** @param {string | null | undefined} ref @returns {Place | undefined} */
export const placeFacts = (ref) => facts.places[placeOf(ref) ?? ""];

/** @param {string} code */
export function countryName(code) {
  if (!names.size) {
    names = new Map(world.objects.countries.map(({ properties: { iso, name } }) => [iso, name]));
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
