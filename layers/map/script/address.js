/* The state in its two written forms: the query of an address, and deltas that come from outside. Both are
 * checked here; what is unknown is left out and named in one sentence, for texts from an address are
 * anybody's. */
import { WORDS } from "./address_words.js";
import { isKnown } from "./reference.js";

const NOUNS = { legs: "leg", nodes: "place", countries: "country" };
export const ROUTE_NUMBERS = [1, 2, 3, 4];

const MOST_NAMED = 3; // things of a kind, and then their number: the sentences are read aloud
const LONGEST = 60, LONGEST_TITLE = 160; // letters that are shown of a word from outside, and of a route
const NOTHING = /** @type {Known} */ ({}); // for what can be checked without

/** @param {unknown} value @returns {value is string} */
const isText = (value) => typeof value === "string" && value !== "";
/** @param {unknown} value */
const short = (value) => String(value).slice(0, LONGEST);

/**
 * Name the first few of what is not there, and say how many more there are: “moon”, “sun”, “mars” and 9 more.
 * @param {unknown[]} strange
 */
function named(strange) {
  const more = strange.length - MOST_NAMED;
  const first = `“${strange.slice(0, MOST_NAMED).map(short).join("”, “")}”`;
  return more > 0 ? `${first} and ${more.toLocaleString("en")} more` : first;
}

/**
 * Each takes a value from outside and returns it when it means something; undefined and a fault when it does
 * not.
 * @type {Record<string, (value: any, known: Known, fault: (sentence: string) => void) => unknown>}
 */

const CHECKS = {
  layers(value, known, fault) {
    if (!Array.isArray(value)) return fault("The layers are not a list.");
    const strange = value.filter((id) => !known.layers.has(id));
    if (strange.length) fault(`This atlas has no layer ${named(strange)}.`);
    return [...known.layers].filter((id) => value.includes(id));
  },
  view(value, _known, fault) {
    const { lat, lon, zoom } = value ?? {};
    const isOnEarth = Math.abs(lat) <= 85 && Math.abs(lon) <= 180 && zoom >= 0 && zoom <= 20;
    if ([lat, lon, zoom].every(Number.isFinite) && isOnEarth) return { lat, lon, zoom };
    return fault("The view is not latitude, longitude and zoom.");
  },
  selected(value, known, fault) {
    if (value === null || value === "") return null;
    if (isText(value) && isKnown(value, known)) return value;
    return fault(`This atlas has nothing called “${short(value)}”.`);
  },
  tour(value, known, fault) {
    if (value === null || value === "") return null;
    return known.tours.has(value) ? value : fault(`This atlas has no tour “${short(value)}”.`);
  },
  step(value, _known, fault) {
    if (Number.isInteger(value) && value >= 0 && value < 1000) return value;
    return fault("The step is not a number.");
  },
  exploring: (value) => value === true || value === "1",
  routes: checkRoutes,
  lit(value, known, fault) {
    if (value === null || known.legs.has(value)) return value;
    return fault(`This atlas has no leg “${short(value)}”.`);
  },
  named(value, known) {
    return Array.isArray(value) ? value.filter((ref) => isText(ref) && isKnown(ref, known)) : [];
  },
  theme(value, _known, fault) {
    if (value === "light" || value === "dark") return value;
    return fault(`There is no theme “${short(value)}”.`);
  },
};

/**
 * An answer to draw. Not in the address: there the question stands.
 * @param {any} value
 * @param {Known} known
 * @param {(sentence: string) => void} fault
 */

function checkRoutes(value, known, fault) {
  if (value === null) return null;
  if (!Array.isArray(value?.routes)) return fault("The routes are not a list.");
  const taken = (
    /** @type {keyof typeof NOUNS} */ name,
    /** @type {unknown} */ list,
    { again = false } = {},
  ) => {
    const { ids, strange } = idsOf(list, known[name]);
    if (strange.length) fault(`This atlas has no ${NOUNS[name]} ${named(strange)}.`);
    const isGood = (/** @type {unknown} */ id) => known[name].has(/** @type {string} */ (id));
    return again && Array.isArray(list) ? list.filter(isGood) : ids;
  };
  const routes = value.routes.filter((/** @type {{n: number} | null} */ one) =>
    ROUTE_NUMBERS.includes(one?.n ?? 0)
  );
  return {
    routes: routes.map((/** @type {{n: number, title: unknown, legs: unknown}} */ { n, title, legs }) => ({
      n,
      title: isText(title) ? String(title).slice(0, LONGEST_TITLE) : "",
      legs: taken("legs", legs, { again: true }),
    })),
    weak: taken("legs", value.weak),
    lost: taken("legs", value.lost),
    closed: taken("legs", value.closed),
    countries: taken("countries", value.countries),
    places: taken("nodes", value.places),
    ends: taken("nodes", value.ends),
    via: taken("nodes", value.via),
  };
}

/**
 * The known ones of a list, each once, and the others.
 * @param {unknown} list
 * @param {Set<string>} known
 */
function idsOf(list, known) {
  const all = [...new Set(Array.isArray(list) ? list : [])];
  return { ids: all.filter((id) => known.has(id)), strange: all.filter((id) => !known.has(id)) };
}

/**
 * @param {Record<string, unknown>} raw anything that claims to be a delta
 * @param {Known} known
 * @returns {{delta: Delta, faults: string[]}} what of it holds, and a sentence for each thing that does not
 */
export function check(raw, known) {
  /** @type {string[]} */
  const faults = [];
  /** @type {Record<string, unknown>} */
  const delta = {};
  const fault = (/** @type {string} */ sentence) => void faults.push(sentence);
  const strange = Object.keys(raw).filter((key) => !Object.hasOwn(CHECKS, key));
  for (const [key, value] of Object.entries(raw)) {
    const checked = Object.hasOwn(CHECKS, key) ? CHECKS[key](value, known, fault) : undefined;
    if (checked !== undefined) delta[key] = checked;
  }
  if (strange.length) fault(`${named(strange)} ${strange.length > 1 ? "mean" : "means"} nothing here.`);
  return { delta, faults };
}

/**
 * Reads "layers=a,b&view=40.4,49.6,5…".
 * @param {string} query
 * @param {Known} known
 */
export const read = (query, known) => check(words(query), known);

/**
 * Where to look and in which colours: what of an address can be understood before the atlas is known.
 * @param {string} query
 * @returns {{view?: View, theme?: Theme, tour?: unknown}}
 */
export function look(query) {
  const { view, theme, tour } = words(query);
  const checked = (
    /** @type {"view" | "theme"} */ key,
    /** @type {unknown} */ value,
  ) => /** @type {any} */ (value ? CHECKS[key](value, NOTHING, () => {}) : undefined);
  return { view: checked("view", view), theme: checked("theme", theme), tour };
}

/** What a link caught around its words: " tamar", "place:baku).". @param {string} text */
const trimmed = (text) => text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");

/** @param {string} query */
function words(query) {
  /** @type {Record<string, unknown>} */
  const raw = {};
  for (const [key, text] of new URLSearchParams(query)) {
    if (key === "layers") raw[key] = text.split(",").map(trimmed).filter(Boolean);
    else if (key === "selected" || key === "tour") raw[key] = trimmed(text) || text;
    else if (key === "view") raw[key] = viewIn(text);
    else if (key === "step") raw[key] = /^\d{1,3}$/.test(text) ? Number(text) : text;
    else raw[Object.hasOwn(CHECKS, key) && !WORDS.includes(key) ? `${key}=` : key] = text;
  }
  return raw;
}

/** @param {string} text */
function viewIn(text) {
  const numbers = text.split(",").map((word) => (word.trim() ? Number(word) : NaN));
  return numbers.length === 3 ? { lat: numbers[0], lon: numbers[1], zoom: numbers[2] } : null;
}

/**
 * Writes the same form; the theme only when it is not what this screen would show anyway.
 * @param {State & {view: View}} state its view rounded
 * @param {Theme} ownTheme
 */
export function write(state, ownTheme) {
  const { lat, lon, zoom } = state.view, view = [lat, lon, zoom].join(",");
  const query = new URLSearchParams({ layers: state.layers.join(","), view });
  if (state.selected) query.set("selected", state.selected);
  if (state.tour) {
    query.set("tour", state.tour);
    query.set("step", String(state.step));
    if (state.exploring) query.set("exploring", "1");
  }
  if (state.theme !== ownTheme || state.theme === "dark") query.set("theme", state.theme);
  return query.toString().replaceAll("%2C", ",").replaceAll("%2F", "/").replaceAll("%3A", ":");
}
